/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-saved-scenario.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McSavedScenario, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_JSON (McSavedScenario, definition, MC_FIELD_REQUIRED, N_ ("What differs from today")),
  MC_FIELD_TEXT (McSavedScenario, note, 0, N_ ("Note")),
};

MC_DEFINE_ENTITY (McSavedScenario, mc_saved_scenario, MC_NOUN_TABLE, "scenario", N_ ("Scenario"), fields)

McSavedScenario *
mc_saved_scenario_new (void)
{
  return g_object_new (MC_TYPE_SAVED_SCENARIO, NULL);
}
