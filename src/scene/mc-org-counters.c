/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-counters.h"

#include <glib/gi18n-lib.h>

#include "mc-counter-assignment.h"
#include "mc-counter.h"

static char *
name_of (GListModel *counters, gint64 id)
{
  for (guint i = 0; i < g_list_model_get_n_items (counters); i++)
    {
      g_autoptr (McCounter) counter = g_list_model_get_item (counters, i);

      if (mc_entity_get_id (MC_ENTITY (counter)) == id)
        /* Translators: the number on a counter's plate; two digits, so that names sort by number */
        return g_strdup_printf (_ ("Counter %02d"), counter->number);
    }
  return NULL;
}

GHashTable *
mc_org_counters_new (GListModel *counters, GListModel *assignments, McDay day)
{
  GHashTable *result = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (assignments); i++)
    {
      g_autoptr (McCounterAssignment) row = g_list_model_get_item (assignments, i);
      char *name;

      if (row->role != MC_COUNTER_ROLE_PRIMARY || !mc_period_contains (row->during, day))
        continue;
      name = name_of (counters, row->counter_id);
      if (name)
        g_hash_table_replace (result, g_memdup2 (&row->person_id, sizeof row->person_id), name);
    }
  return result;
}
