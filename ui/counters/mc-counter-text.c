/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-text.h"

#include <glib/gi18n.h>

#include "mc-floor.h"

static const struct
{
  const char *text;
  const char *css_class;
} risks[] = {
  [MC_COUNTER_RISK_EMPTY] = { NC_ ("counter", "✗ Nobody"), "error" },
  [MC_COUNTER_RISK_SINGLE] = { NC_ ("counter", "◐ One person only"), "warning" },
  [MC_COUNTER_RISK_NO_STANDBY] = { NC_ ("counter", "○ No standby"), "note" },
  [MC_COUNTER_RISK_NONE] = { NC_ ("counter", "✓ In order"), "good" },
};

McCounterRisk
mc_counter_risk (McServing *serving, gint64 counter)
{
  McCounterCover cover = mc_serving_get_cover (serving, counter);

  if (cover.officers == 0)
    return MC_COUNTER_RISK_EMPTY;
  if (cover.only != 0)
    return MC_COUNTER_RISK_SINGLE;
  return cover.standbys == 0 ? MC_COUNTER_RISK_NO_STANDBY : MC_COUNTER_RISK_NONE;
}

const char *
mc_counter_risk_text (McCounterRisk risk)
{
  g_return_val_if_fail (risk < G_N_ELEMENTS (risks), "");
  return g_dpgettext2 (NULL, "counter", risks[risk].text);
}

const char *
mc_counter_risk_class (McCounterRisk risk)
{
  g_return_val_if_fail (risk < G_N_ELEMENTS (risks), "");
  return risks[risk].css_class;
}

char *
mc_counter_place_text (int level, const char *place, GListModel *floors)
{
  g_autofree char *floor = NULL;

  for (guint i = 0; floors && !floor && i < g_list_model_get_n_items (floors); i++)
    {
      g_autoptr (McFloor) row = g_list_model_get_item (floors, i);

      if (row->level == level)
        floor = g_strdup (row->name);
    }
  if (!floor)
    floor = level == 0 ? g_strdup (_ ("Ground floor")) : g_strdup_printf (_ ("Floor %d"), level);
  return place && *place ? g_strdup_printf ("%s · %s", floor, place) : g_steal_pointer (&floor);
}
