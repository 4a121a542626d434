/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-template-cell.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (
      McRosterTemplateCell, template_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Template"), "roster_template"),
  MC_FIELD_REF (McRosterTemplateCell, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_INT (McRosterTemplateCell, weekday, MC_FIELD_REQUIRED, N_ ("Day of the week")),
  MC_FIELD_ENUM (McRosterTemplateCell, session, MC_FIELD_REQUIRED, N_ ("Session"), mc_day_session_values),
  MC_FIELD_REF (McRosterTemplateCell, counter_id, 0, N_ ("Counter"), "counter"),
  MC_FIELD_REF (McRosterTemplateCell, duty_id, 0, N_ ("Duty"), "duty"),
};

MC_DEFINE_ENTITY (McRosterTemplateCell,
                  mc_roster_template_cell,
                  MC_NOUN_TABLE,
                  "roster_template_cell",
                  N_ ("Cell of a template"),
                  fields)

McRosterTemplateCell *
mc_roster_template_cell_new (void)
{
  return g_object_new (MC_TYPE_ROSTER_TEMPLATE_CELL, NULL);
}
