/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-template.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McRosterTemplate, name, MC_FIELD_REQUIRED | MC_FIELD_NAMES, N_ ("Name")),
  MC_FIELD_TEXT (McRosterTemplate, note, 0, N_ ("Note")),
};

MC_DEFINE_ENTITY (
    McRosterTemplate, mc_roster_template, MC_NOUN_TABLE, "roster_template", N_ ("Template of rosters"), fields)

McRosterTemplate *
mc_roster_template_new (void)
{
  return g_object_new (MC_TYPE_ROSTER_TEMPLATE, NULL);
}
