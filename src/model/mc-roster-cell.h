/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"
#include "mc-session-time.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_CELL (mc_roster_cell_get_type ())
G_DECLARE_FINAL_TYPE (McRosterCell, mc_roster_cell, MC, ROSTER_CELL, McEntity)

/**
 * McRosterCell:
 * Where one person is in one session; with neither counter nor duty the person is kept free. Of several for the same
 * session, that of the latest amendment counts.
 */
struct _McRosterCell
{
  McEntity parent_instance;

  gint64 roster_id;
  gint64 amendment_id;
  gint64 person_id;
  McDay day;
  McDaySession session;
  gint64 counter_id;
  gint64 duty_id;
  gboolean pinned;
};

/** mc_roster_cell_new: (transfer full): an unsaved one. */
McRosterCell *mc_roster_cell_new (void);

G_END_DECLS
