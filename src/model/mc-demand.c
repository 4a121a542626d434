/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-demand.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const McEnumValue mc_demand_kind_values[] = {
  { "weekly", N_ ("Each week") },
  { "extra", N_ ("In addition") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McDemand, counter_id, MC_FIELD_KEY, N_ ("Counter"), "counter"),
  MC_FIELD_REF (McDemand, duty_id, MC_FIELD_KEY, N_ ("Duty"), "duty"),
  MC_FIELD_ENUM (McDemand, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_demand_kind_values),
  MC_FIELD_TEXT (McDemand, weekdays, MC_FIELD_REQUIRED | MC_FIELD_WEEKDAYS, N_ ("Days of the week")),
  MC_FIELD_ENUM (McDemand, half, MC_FIELD_REQUIRED, N_ ("Part of the day"), mc_half_values),
  MC_FIELD_INT (McDemand, seats, MC_FIELD_REQUIRED, N_ ("People")),
  MC_FIELD_TEXT (McDemand, note, 0, N_ ("Note")),
  MC_FIELD_BOOL (McDemand, is_sample, MC_FIELD_REQUIRED, N_ ("Sample")),
  MC_FIELD_PERIOD (McDemand, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McDemand, mc_demand, MC_NOUN_TABLE, "demand", N_ ("Need of people"), fields)

McDemand *
mc_demand_new (void)
{
  return g_object_new (MC_TYPE_DEMAND, NULL);
}

McDemandCount
mc_demand_count (GListModel *demands, McDay day, int weekday, McHalf session, gint64 counter, gint64 duty)
{
  McDemandCount count = { -1, 0, FALSE };

  for (guint i = 0; demands && i < g_list_model_get_n_items (demands); i++)
    {
      g_autoptr (McDemand) one = g_list_model_get_item (demands, i);

      if (one->counter_id != counter || one->duty_id != duty || !mc_period_contains (one->during, day))
        continue;
      if (one->kind == MC_DEMAND_KIND_WEEKLY)
        count.weekly = MAX (count.weekly, 0);
      if (!strchr (one->weekdays, '0' + weekday) || !mc_half_covers (one->half, session))
        continue;
      if (one->kind == MC_DEMAND_KIND_WEEKLY)
        {
          count.weekly = MAX (count.weekly, one->seats);
          count.named = TRUE;
        }
      else
        count.extra += one->seats;
    }
  return count;
}
