/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-holdings.h"

#include "mc-appointment.h"
#include "mc-counter-assignment.h"

static McPeriod *
period_of (gpointer row)
{
  return MC_IS_APPOINTMENT (row) ? &MC_APPOINTMENT (row)->during : &MC_COUNTER_ASSIGNMENT (row)->during;
}

static gint64
person_of (gpointer row)
{
  return MC_IS_APPOINTMENT (row) ? MC_APPOINTMENT (row)->person_id : MC_COUNTER_ASSIGNMENT (row)->person_id;
}

static void
move_end (McChange *change, McEntity *before, McDay end)
{
  g_autoptr (McEntity) after = mc_entity_clone (before);

  period_of (after)->until = end;
  mc_change_update (change, before, after);
}

void
mc_holdings_extend (McChange *change, GListModel *rows, gint64 person, McDay old_end, McDay new_end)
{
  for (guint i = 0; old_end != MC_DAY_NONE && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (McEntity) row = g_list_model_get_item (rows, i);

      if (person_of (row) == person && period_of (row)->until == old_end)
        move_end (change, row, new_end);
    }
}

void
mc_holdings_cut (McChange *change, GListModel *rows, gint64 person, McDay day)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (McEntity) row = g_list_model_get_item (rows, i);
      const McPeriod *during = period_of (row);

      if (person_of (row) != person)
        continue;
      if (during->from >= day)
        mc_change_delete (change, row);
      else if (during->until == MC_DAY_NONE || during->until > day)
        move_end (change, row, day);
    }
}
