/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_SAVED_SCENARIO (mc_saved_scenario_get_type ())
G_DECLARE_FINAL_TYPE (McSavedScenario, mc_saved_scenario, MC, SAVED_SCENARIO, McEntity)

/**
 * McSavedScenario:
 * Another way to run the centre, kept. @definition is the JSON object that mc_scenario_parse() takes; its name is
 * @name.
 */
struct _McSavedScenario
{
  McEntity parent_instance;

  char *name;
  char *definition;
  char *note;
};

/** mc_saved_scenario_new: (transfer full): an unsaved one. */
McSavedScenario *mc_saved_scenario_new (void);

G_END_DECLS
