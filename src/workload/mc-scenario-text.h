/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-scenario.h"

G_BEGIN_DECLS

/* A scenario as people write and read it. */

/** mc_scenario_to_json: (transfer full): as mc_scenario_parse() takes it; only what differs from mc_scenario_new(). */
char *mc_scenario_to_json (const McScenario *self);

/** mc_scenario_describe: (transfer full): what differs from today, "15 counters · no Saturday". */
char *mc_scenario_describe (const McScenario *self);

/** mc_scenario_format_shared: (transfer full): "NV + XD, CT + NN". */
char *mc_scenario_format_shared (const McScenario *self);

/**
 * mc_scenario_take_shared:
 * @text: as of mc_scenario_format_shared(); commas, semicolons or line breaks part the groups
 * @error: MC_ERROR_INVALID: a group of one, or an agency that stands there twice
 */
gboolean mc_scenario_take_shared (McScenario *self, const char *text, GError **error);

/** mc_scenario_format_officers: (transfer full): "NV +1, XD −1", without what is for all. */
char *mc_scenario_format_officers (const McScenario *self);

/**
 * mc_scenario_take_officers:
 * @text: as of mc_scenario_format_officers()
 * @all: officers more or less of every agency that is not named
 * @error: MC_ERROR_INVALID: what is no code with a number
 */
gboolean mc_scenario_take_officers (McScenario *self, const char *text, int all, GError **error);

G_END_DECLS
