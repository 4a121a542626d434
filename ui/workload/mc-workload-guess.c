/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-guess.h"

#include "mc-person.h"
#include "mc-table-walk.h"
#include "mc-workload-known.h"

static McColumnMapping *
find_columns (McTableReader *reader, McWorkloadKind kind, GError **error)
{
  return dex_await_object (mc_table_walk_find_header (reader, mc_workload_columns (kind)), error);
}

static McColumnMapping *
suppose_columns (McTableReader *reader, McWorkloadKind kind, GError **error)
{
  return dex_await_object (mc_table_walk_likely_header (reader, mc_workload_columns (kind)), error);
}

static guint
count_meant (McColumnMapping *mapping)
{
  guint n = 0;

  for (guint i = 0; i < mc_column_mapping_get_n_columns (mapping); i++)
    n += mc_column_mapping_get (mapping, i) != MC_COLUMN_NOTHING;
  return n;
}

/* The kind of the source of which most of these headers are remembered, where any are. */
static void
recall_kind (McTableReader *reader, GListModel *sources, McWorkloadKind *kind)
{
  guint best = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (McWorkloadSource) source = g_list_model_get_item (sources, i);
      g_autoptr (McColumnMapping) mapping = source->is_sample ? NULL : suppose_columns (reader, source->kind, NULL);
      guint met = mapping ? mc_workload_guess_recall (source, mapping) : 0;

      if (met <= best || !mc_column_mapping_check (mapping, NULL))
        continue;
      best = met;
      *kind = source->kind;
    }
}

void
mc_workload_guess_kind (McTableReader *reader, GListModel *sources, McWorkloadKind *kind)
{
  guint best = 0;

  for (guint k = MC_WORKLOAD_DOSSIER; k <= MC_WORKLOAD_RATING; k++)
    {
      g_autoptr (McColumnMapping) mapping = find_columns (reader, k, NULL);
      guint n = mapping && mc_column_mapping_check (mapping, NULL) ? count_meant (mapping) : 0;

      if (n <= best)
        continue;
      best = n;
      *kind = k;
    }
  if (best == 0)
    recall_kind (reader, sources, kind);
}

McColumnMapping *
mc_workload_guess_columns (McTableReader *reader, McWorkloadKind kind, gboolean *supposed, GError **error)
{
  McColumnMapping *mapping = find_columns (reader, kind, NULL);

  *supposed = mapping == NULL;
  return mapping ? mapping : suppose_columns (reader, kind, error);
}

guint
mc_workload_guess_recall (McWorkloadSource *source, McColumnMapping *mapping)
{
  g_autoptr (JsonNode) node = source->mapping ? json_from_string (source->mapping, NULL) : NULL;

  return node && JSON_NODE_HOLDS_OBJECT (node) ? mc_column_mapping_apply_json (mapping, node) : 0;
}

McWorkloadSource *
mc_workload_guess_source (GListModel *sources, McWorkloadKind kind, McColumnMapping *mapping, guint *n_met)
{
  g_autoptr (McWorkloadSource) found = NULL, only = NULL;
  guint n = 0;

  *n_met = 0;
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (McWorkloadSource) source = g_list_model_get_item (sources, i);
      g_autoptr (JsonNode) guessed = NULL;
      guint met;

      if (source->kind != kind || source->is_sample)
        continue;
      guessed = mc_column_mapping_to_json (mapping);
      met = mc_workload_guess_recall (source, mapping);
      mc_column_mapping_apply_json (mapping, guessed);
      g_set_object (&only, source);
      n++;
      if (met <= *n_met)
        continue;
      *n_met = met;
      g_set_object (&found, source);
    }
  return !found && n == 1 ? g_steal_pointer (&only) : g_steal_pointer (&found);
}

McWorkloadImport *
mc_workload_guess_names (McSession *session,
                         McTableReader *reader,
                         McColumnMapping *mapping,
                         McWorkloadKind kind,
                         McWorkloadSource *source,
                         GError **error)
{
  GError *failure = NULL;
  McDay today = mc_session_get_today (session);
  McDay day = dex_await_int (mc_workload_known_peek_day (reader, mapping), &failure);
  guint n;
  const GType *nouns = mc_workload_known_nouns (&n);
  g_autoptr (McWorkloadImport) import = NULL;

  if (failure)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (day == MC_DAY_NONE)
    day = today;
  import = mc_workload_import_new (kind, source ? source->wait_level : MC_WORKLOAD_WAIT_LEVEL, today);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McLiveList) rows = mc_session_list (session, nouns[i], nouns[i] == MC_TYPE_PERSON ? MC_DAY_NONE : day);

      if (!dex_await (mc_live_list_when_ready (rows), error))
        return NULL;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (rows)); k++)
        {
          g_autoptr (McEntity) row = g_list_model_get_item (G_LIST_MODEL (rows), k);

          mc_workload_known_add (import, row);
        }
    }
  return g_steal_pointer (&import);
}

McWorkloadFile *
mc_workload_guess_row (GFile *file, McWorkloadImport *import, const char *digest)
{
  McWorkloadFile *row = mc_workload_file_new ();

  row->kind = mc_workload_import_get_kind (import);
  row->file_name = g_file_get_basename (file);
  row->digest = g_strdup (digest);
  row->first_day = mc_workload_import_get_first_day (import);
  row->last_day = mc_workload_import_get_last_day (import);
  row->rows_read = (int)mc_workload_import_get_n_rows (import);
  return row;
}

gboolean
mc_workload_guess_lists_same_days (McWorkloadFile *other, McWorkloadImport *import)
{
  return other->state == MC_WORKLOAD_IMPORTED && other->first_day <= mc_workload_import_get_last_day (import) &&
         other->last_day >= mc_workload_import_get_first_day (import);
}
