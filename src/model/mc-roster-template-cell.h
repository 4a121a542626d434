/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"
#include "mc-roster-cell.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_TEMPLATE_CELL (mc_roster_template_cell_get_type ())
G_DECLARE_FINAL_TYPE (McRosterTemplateCell, mc_roster_template_cell, MC, ROSTER_TEMPLATE_CELL, McEntity)

/**
 * McRosterTemplateCell:
 * Where one person is in one session of a template's week.
 */
struct _McRosterTemplateCell
{
  McEntity parent_instance;

  gint64 template_id;
  gint64 person_id;
  int weekday; /* 1 Monday … 7 Sunday */
  McDaySession session;
  gint64 counter_id;
  gint64 duty_id;
};

/** mc_roster_template_cell_new: (transfer full): an unsaved one. */
McRosterTemplateCell *mc_roster_template_cell_new (void);

G_END_DECLS
