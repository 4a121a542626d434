/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-what-if-ready.h"

#include <glib/gi18n.h>

#include "mc-what-if-measure.h"

/* @all: officers of each agency more or less; @counters: 0: as many as officers */
static const struct
{
  const char *key;
  const char *name;
  int counters;
  gboolean best;
  gboolean closed; /* on Saturday */
  int shift;
  int all;
} ready[] = {
  { "fifteen", N_ ("15 counters, the best grouping"), 15, TRUE, FALSE, 0, 0 },
  { "twenty", N_ ("20 counters, the best grouping"), 20, TRUE, FALSE, 0, 0 },
  { "quiet", N_ ("Quiet agencies share"), 0, FALSE, FALSE, 0, 0 },
  { "saturday", N_ ("No Saturday"), 0, FALSE, TRUE, 0, 0 },
  { "more", N_ ("One officer more at each agency"), 0, FALSE, FALSE, 0, 1 },
  { "earlier", N_ ("Half an hour earlier"), 0, FALSE, FALSE, -30, 0 },
  { "later", N_ ("Half an hour later"), 0, FALSE, FALSE, 30, 0 },
};

McScenario *
mc_what_if_ready_new (const char *key, const McWhatIfCentre *centre)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ready); i++)
    if (g_str_equal (key, ready[i].key))
      {
        McScenario *scenario = mc_scenario_new (_ (ready[i].name));

        scenario->counters = ready[i].counters;
        scenario->best = ready[i].best;
        scenario->saturday = !ready[i].closed;
        scenario->shift = ready[i].shift;
        if (ready[i].all != 0)
          g_hash_table_replace (scenario->officers, g_strdup ("*"), GINT_TO_POINTER (ready[i].all));
        if (g_str_equal (key, "quiet") && centre)
          mc_what_if_share_quiet (centre, scenario);
        return scenario;
      }
  return mc_scenario_new ("");
}
