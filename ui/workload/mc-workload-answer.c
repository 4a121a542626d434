/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-answer.h"

#include "mc-session-workload.h"
#include "mc-workload-names.h"

static GArray *
await_rows (McSession *session, const McWorkloadQuery *query, GError **error)
{
  return dex_await_boxed (mc_session_load_workload (session, query), error);
}

static gboolean
await_list (McLiveList *list, GError **error)
{
  g_autoptr (GObject) ready = list ? dex_await_object (mc_live_list_when_ready (list), error) : NULL;

  return !list || ready;
}

gboolean
mc_workload_await_sum (McSession *session, McDay from, McDay to, McWorkloadRow *sum, GError **error)
{
  const McWorkloadQuery query = { .from = from, .to = to, .bucket = MC_WORKLOAD_WHOLE };
  g_autoptr (GArray) rows = await_rows (session, &query, error);

  *sum = (McWorkloadRow){ .slot = -1 };
  for (guint i = 0; rows && i < rows->len; i++)
    mc_workload_row_add (sum, &g_array_index (rows, McWorkloadRow, i));
  return rows != NULL;
}

McChart *
mc_workload_await_chart (
    McSession *session, const McWorkloadChartSpec *spec, McLiveList *names, McLiveList *staff, GError **error)
{
  McWorkloadQuery query;
  McWorkloadChartInput input = { 0 };
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) compared = NULL;
  g_autoptr (GHashTable) named = NULL;
  g_autoptr (GHashTable) people = NULL;

  mc_workload_chart_get_query (spec, &query);
  if (!(rows = await_rows (session, &query, error)))
    return NULL;
  if (mc_workload_chart_get_compared (spec, &query) && !(compared = await_rows (session, &query, error)))
    return NULL;
  if (!await_list (names, error) || !await_list (staff, error))
    return NULL;
  if (names)
    named = mc_workload_names_new (spec->by, G_LIST_MODEL (names), spec->to - 1);
  if (staff)
    people = mc_workload_staff_new (spec->by, G_LIST_MODEL (staff));
  input = (McWorkloadChartInput){ rows, compared, named, people };
  return mc_workload_chart_new (spec, &input);
}

McLiveList *
mc_workload_list_names (McSession *session, const McWorkloadChartSpec *spec)
{
  GType noun = mc_workload_names_noun (spec->by);

  return noun != G_TYPE_INVALID ? mc_session_list (session, noun, MC_DAY_NONE) : NULL;
}

McLiveList *
mc_workload_list_staff (McSession *session, const McWorkloadChartSpec *spec)
{
  GType noun = spec->kind == MC_WORKLOAD_CHART_LOAD ? mc_workload_staff_noun (spec->by) : G_TYPE_INVALID;

  return noun != G_TYPE_INVALID ? mc_session_list (session, noun, spec->to - 1) : NULL;
}
