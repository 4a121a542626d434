/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scenario-actions.h"

#include <glib/gi18n-lib.h>

#include "mc-scenario-text.h"

static void
fill (McSavedScenario *row, const McScenario *scenario, const char *note)
{
  g_set_str (&row->name, scenario->name);
  g_free (row->definition);
  row->definition = mc_scenario_to_json (scenario);
  g_set_str (&row->note, note);
}

McChange *
mc_scenario_change_keep (McSavedScenario *before, const McScenario *scenario, const char *note)
{
  g_autofree char *label =
      g_strdup_printf (before ? _ ("Change the scenario “%s”") : _ ("Keep the scenario “%s”"), scenario->name);
  McChange *change = mc_change_new (label);
  g_autoptr (McSavedScenario) row = before ? mc_entity_clone (before) : mc_saved_scenario_new ();

  fill (row, scenario, note);
  if (before)
    mc_change_update (change, MC_ENTITY (before), MC_ENTITY (row));
  else
    mc_change_insert (change, MC_ENTITY (row));
  return change;
}

McChange *
mc_scenario_change_delete (McSavedScenario *row)
{
  g_autofree char *label = g_strdup_printf (_ ("Delete the scenario “%s”"), row->name);
  McChange *change = mc_change_new (label);

  mc_change_delete (change, MC_ENTITY (row));
  return change;
}
