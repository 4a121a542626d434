/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-cell.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_DIFFERENCE (mc_roster_difference_get_type ())
G_DECLARE_FINAL_TYPE (McRosterDifference, mc_roster_difference, MC, ROSTER_DIFFERENCE, GObject)

/**
 * McRosterDifference:
 * A person's session that is otherwise in another version of a roster.
 *
 * Properties (read-only), for lists: `order` (uint: equal for one person), `heading` (the person, and in how many
 * cells), `when`, `before`, `after` (strings, in words).
 */
struct _McRosterDifference
{
  GObject parent_instance;

  gint64 person;
  McDay day;
  McDaySession session;
  guint order;
  char *name;
  char *heading;
  char *when;
  char *before;
  char *after;
};

/** mc_roster_difference_new: (transfer full): to be filled in by who makes it. */
McRosterDifference *mc_roster_difference_new (void);

G_END_DECLS
