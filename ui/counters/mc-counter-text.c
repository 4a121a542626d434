/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-text.h"

#include <glib/gi18n.h>

#include "mc-floor.h"

static const char *const risk_classes[] = {
  [MC_COUNTER_RISK_EMPTY] = "error",
  [MC_COUNTER_RISK_SINGLE] = "warning",
  [MC_COUNTER_RISK_NO_STANDBY] = "note",
  [MC_COUNTER_RISK_NONE] = "good",
};

const char *
mc_counter_risk_class (McCounterRisk risk)
{
  g_return_val_if_fail (risk < G_N_ELEMENTS (risk_classes), "");
  return risk_classes[risk];
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
