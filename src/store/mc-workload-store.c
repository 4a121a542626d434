/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-store.h"

#include <stdlib.h>

#include "mc-store-private.h"

typedef struct
{
  const char *name;
  gsize offset;
} Column;

#define COLUMN(name) { #name, G_STRUCT_OFFSET (McWorkloadRow, name) }

static const Column columns[] = {
  COLUMN (received),        COLUMN (early),        COLUMN (on_time),           COLUMN (overdue),
  COLUMN (returned),        COLUMN (digital),      COLUMN (process_minutes),   COLUMN (open_late),
  COLUMN (arrived),         COLUMN (served),       COLUMN (no_show),           COLUMN (incomplete),
  COLUMN (unserved),        COLUMN (above_level),  COLUMN (wait_seconds),      COLUMN (wait_max),
  COLUMN (service_seconds), COLUMN (service_max),  COLUMN (very_satisfied),    COLUMN (satisfied),
  COLUMN (neutral),         COLUMN (dissatisfied), COLUMN (very_dissatisfied), COLUMN (burst),
  COLUMN (staffed_minutes), COLUMN (busy_seconds),
};

/* Rosters are asked only where somebody wants to know: over years they are long. */
#define PLAIN "SELECT *, 0 AS staffed_minutes, 0 AS busy_seconds FROM centre.workload_rows ($1, $2, $3, $4, $5, $6)"
#define STAFFED                                                                                                        \
  "SELECT w.*, COALESCE(s.staffed_minutes, 0) AS staffed_minutes, COALESCE(s.busy_seconds, 0) AS busy_seconds"         \
  "  FROM centre.workload_rows ($1, $2, $3, $4, $5, $6) w"                                                             \
  "  LEFT JOIN centre.staffed_rows ($1, $2, $3, $4, $5, $6) s ON s.start = w.start AND s.key_id = w.key_id AND "       \
  "w.slot = -1"                                                                                                        \
  " ORDER BY w.start, w.slot, w.key_id"

/* "{1,2,…}" */
static void
read_histogram (const char *text, gint64 *steps)
{
  const char *at = text ? text : "";

  for (guint i = 0; i < MC_WAIT_STEPS && *at; i++)
    {
      char *end;

      steps[i] = strtoll (at + 1, &end, 10);
      at = end;
    }
}

static DexFuture *
to_rows (DexFuture *future, gpointer user_data)
{
  McPgResult *result = g_value_get_object (dex_future_get_value (future, NULL));
  guint n = mc_pg_result_get_n_rows (result);
  GArray *rows = g_array_sized_new (FALSE, TRUE, sizeof (McWorkloadRow), n);
  int places[G_N_ELEMENTS (columns)];

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    places[c] = mc_pg_result_find_column (result, columns[c].name);
  g_array_set_size (rows, n);
  for (guint i = 0; i < n; i++)
    {
      McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, i);

      row->start = mc_pg_result_get_day (result, i, "start");
      row->slot = (int)mc_pg_result_get_int64 (result, i, "slot");
      row->key = mc_pg_result_get_int64 (result, i, "key_id");
      row->days = (int)mc_pg_result_get_int64 (result, i, "days");
      for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
        *(gint64 *)G_STRUCT_MEMBER_P (row, columns[c].offset) =
            strtoll (mc_pg_result_get_value (result, i, (guint)places[c]), NULL, 10);
      read_histogram (mc_pg_result_get_text (result, i, "wait_histogram"), row->wait_histogram);
    }
  return dex_future_new_take_boxed (G_TYPE_ARRAY, rows);
}

DexFuture *
mc_workload_store_load (McStore *store, const McWorkloadQuery *query)
{
  McPgParams *params;

  g_return_val_if_fail (MC_IS_STORE (store) && query, NULL);
  params = mc_pg_params_new ();
  mc_pg_params_add_day (params, query->from);
  mc_pg_params_add_day (params, query->to);
  mc_pg_params_add_text (params, mc_workload_bucket_values[query->bucket].text);
  mc_pg_params_add_text (params, mc_workload_by_values[query->by].text);
  if (query->only == MC_WORKLOAD_BY_NONE)
    mc_pg_params_add_null (mc_pg_params_add_null (params));
  else
    mc_pg_params_add_int64 (mc_pg_params_add_text (params, mc_workload_by_values[query->only].text), query->only_key);
  return dex_future_then (_mc_store_query (store, query->staffed ? STAFFED : PLAIN, params), to_rows, NULL, NULL);
}
