/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McScenario:
 * What if the centre worked otherwise: all that differs from today.
 *
 * @counters: how many there are; 0: one for each officer
 * @best: find out which agencies share counters, rather than take @shared
 * @most_members: so many agencies share a counter at most, with @best
 * @saturday: FALSE: closed; who came then comes on the other days
 * @shift: minutes by which all hours move, later if above 0; people come when they came, but not before opening
 * @officers: code -> GINT_TO_POINTER: officers more or less; the key "*" is for every agency not named
 * @shared: (element-type GStrv): codes of agencies that share their counters and may all serve each other's fields
 * @within: minutes of waiting that are in time
 * @absence: share of their days on which an officer is away; an assumption, not a measurement
 * @authorisation: what it is worth, in minutes of waiting a week, that one agency's fields need not be learnt by
 *   another's officers; weighs against sharing, with @best
 */
typedef struct
{
  char *name;
  int counters;
  gboolean best;
  int most_members;
  gboolean saturday;
  int shift;
  GHashTable *officers;
  GPtrArray *shared;
  double within;
  double absence;
  double authorisation;
} McScenario;

/** mc_scenario_new: (transfer full): as it is today. */
McScenario *mc_scenario_new (const char *name);

/**
 * mc_scenario_parse:
 * @text: a JSON object with the members "name", "counters", "best", "most_members", "saturday", "shift_minutes",
 *   "officers" ({"NV": 1, "*": -1}), "shared" ([["NV", "XD"]]), "within_minutes", "absence", "authorisation_minutes";
 *   only the name must be there
 * @error: MC_ERROR_INVALID: what is wrong with which member
 */
McScenario *mc_scenario_parse (const char *text, GError **error);

/** mc_scenario_get_change: officers of the agency more or less than today. */
int mc_scenario_get_change (const McScenario *self, const char *code);

void mc_scenario_free (McScenario *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McScenario, mc_scenario_free)

G_END_DECLS
