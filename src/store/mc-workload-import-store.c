/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-pg-transaction.h"
#include "mc-store-outcome-private.h"
#include "mc-store-private.h"
#include "mc-workload-store.h"

#define BATCH_ROWS 10000

typedef struct
{
  McPgPool *pool;
  McWorkloadSource *source;
  McWorkloadFile *file;
  GArray *counts;
  McPgTransaction *transaction;
  char *file_id;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_object_unref (import->pool);
  g_clear_object (&import->source);
  g_object_unref (import->file);
  g_array_unref (import->counts);
  g_clear_object (&import->transaction);
  g_free (import->file_id);
  g_free (import);
}

static McPgResult *
query (Import *import, const char *sql, McPgParams *params, GError **error)
{
  g_autoptr (McPgParams) owned = params;

  return dex_await_object (mc_pg_transaction_query (import->transaction, sql, owned), error);
}

/* The row of the source, made or brought up to date. */
static gboolean
write_source (Import *import, gint64 *id, GError **error)
{
  const char *kind = mc_workload_kind_values[import->source->kind].text;
  McPgParams *params = mc_pg_params_new ();
  g_autoptr (McPgResult) result = NULL;

  mc_pg_params_add_text (params, kind);
  mc_pg_params_add_text (params, import->source->name);
  mc_pg_params_add_json (params, import->source->mapping);
  mc_pg_params_add_int64 (params, import->source->wait_level);
  result = query (import,
                  "WITH changed AS ("
                  " INSERT INTO centre.workload_source AS s (kind, name, mapping, wait_level)"
                  " VALUES ($1, $2, $3, $4::int)"
                  " ON CONFLICT (kind, name) DO UPDATE SET mapping = EXCLUDED.mapping"
                  " WHERE s.mapping IS DISTINCT FROM EXCLUDED.mapping RETURNING id)"
                  " SELECT id FROM changed UNION SELECT id FROM centre.workload_source WHERE kind = $1 AND name = $2",
                  params, error);
  if (result)
    *id = mc_pg_result_get_int64 (result, 0, "id");
  return result != NULL;
}

/* Told before the days that both list are. */
static gboolean
refuse_known (Import *import, GError **error)
{
  McPgParams *params = mc_pg_params_new ();
  g_autoptr (McPgResult) result = NULL;

  mc_pg_params_add_text (params, mc_workload_kind_values[import->file->kind].text);
  mc_pg_params_add_text (params, import->file->digest);
  result = query (import, "SELECT id FROM centre.workload_file WHERE kind = $1 AND digest = $2 AND state = 'imported'",
                  params, error);
  if (!result)
    return FALSE;
  if (mc_pg_result_get_n_rows (result) == 0)
    return TRUE;
  g_set_error_literal (error, MC_ERROR, MC_ERROR_EXISTS, _ ("This file has been read in already."));
  return FALSE;
}

static gboolean
retire_replaced (Import *import, GError **error)
{
  g_autoptr (McPgResult) result = NULL;

  if (!import->file->replaces_id)
    return TRUE;
  result = query (import, "UPDATE centre.workload_file SET state = 'replaced' WHERE id = $1 AND state = 'imported'",
                  mc_pg_params_add_int64 (mc_pg_params_new (), import->file->replaces_id), error);
  if (!result)
    return FALSE;
  if (mc_pg_result_get_affected (result) == 1)
    return TRUE;
  g_set_error_literal (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("The file to be replaced does not count any more."));
  return FALSE;
}

static gboolean
write_file (Import *import, gint64 source, GError **error)
{
  McWorkloadFile *file = import->file;
  McPgParams *params = mc_pg_params_new ();
  g_autoptr (McPgResult) result = NULL;

  if (source)
    mc_pg_params_add_int64 (params, source);
  else
    mc_pg_params_add_null (params);
  mc_pg_params_add_text (params, mc_workload_kind_values[file->kind].text);
  mc_pg_params_add_text (params, file->file_name);
  mc_pg_params_add_text (params, file->digest);
  mc_pg_params_add_day (params, file->first_day);
  mc_pg_params_add_day (params, file->last_day);
  mc_pg_params_add_int64 (params, file->rows_read);
  mc_pg_params_add_bool (params, file->manual);
  if (file->replaces_id)
    mc_pg_params_add_int64 (params, file->replaces_id);
  else
    mc_pg_params_add_null (params);
  mc_pg_params_add_text (params, file->note);
  result =
      query (import,
             "INSERT INTO centre.workload_file (source_id, kind, file_name, digest, first_day, last_day, rows_read,"
             " manual, replaces_id, note) VALUES ($1, $2, $3, $4, $5, $6, $7::int, $8, $9, $10) RETURNING id",
             params, error);
  if (result)
    import->file_id = g_strdup (mc_pg_result_get_text (result, 0, "id"));
  return result != NULL;
}

/* Counts go in by columns, each an array in PostgreSQL's text form: COPY is not for tables with row security. */

typedef struct
{
  GString *columns[24];
  guint at; /* the next column of the row under way */
} Batch;

static void
add_number (Batch *batch, gint64 value)
{
  g_string_append_printf (batch->columns[batch->at++], ",%" G_GINT64_FORMAT, value);
}

static void
add_ref (Batch *batch, gint64 id)
{
  if (id)
    add_number (batch, id);
  else
    g_string_append (batch->columns[batch->at++], ",NULL");
}

static void
add_text (Batch *batch, const char *text)
{
  GString *column = batch->columns[batch->at++];

  if (!text)
    {
      g_string_append (column, ",NULL");
      return;
    }
  g_string_append (column, ",\"");
  for (; *text; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_c (column, '\\');
      g_string_append_c (column, *text);
    }
  g_string_append_c (column, '"');
}

static void
add_histogram (Batch *batch, const gint64 *steps)
{
  g_autoptr (GString) text = g_string_new ("{");

  for (guint i = 0; i < MC_WAIT_STEPS; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i ? "," : "", steps[i]);
  g_string_append_c (text, '}');
  add_text (batch, text->str);
}

static void
add_numbers (Batch *batch, const gint64 *values, gsize n)
{
  for (gsize i = 0; i < n; i++)
    add_number (batch, values[i]);
}

static void
add_dossiers (Batch *batch, const McWorkloadCount *count)
{
  const McWorkloadRow *s = &count->sums;

  add_ref (batch, count->field_id);
  add_ref (batch, count->procedure_id);
  add_numbers (batch,
               (const gint64[]){ s->received, s->early, s->on_time, s->overdue, s->returned, s->digital,
                                 s->process_minutes, s->open_late },
               8);
}

static void
add_tickets (Batch *batch, const McWorkloadCount *count)
{
  const McWorkloadRow *s = &count->sums;

  add_ref (batch, count->field_id);
  add_number (batch, count->slot);
  add_numbers (batch,
               (const gint64[]){ s->arrived, s->served, s->no_show, s->incomplete, s->unserved, s->above_level,
                                 s->wait_seconds, s->wait_max, s->service_seconds, s->service_max },
               10);
  add_histogram (batch, s->wait_histogram);
}

static void
add_ratings (Batch *batch, const McWorkloadCount *count)
{
  const McWorkloadRow *s = &count->sums;

  add_number (batch, count->slot);
  add_text (batch, count->terminal);
  add_numbers (
      batch,
      (const gint64[]){ s->very_satisfied, s->satisfied, s->neutral, s->dissatisfied, s->very_dissatisfied, s->burst },
      6);
}

static const struct
{
  guint n_columns;
  const char *sql;
  void (*add) (Batch *batch, const McWorkloadCount *count);
} kinds[] = {
  [MC_WORKLOAD_DOSSIER] = { 14,
                            "INSERT INTO centre.dossier_count (file_id, day, counter_id, person_id, agency_id, "
                            "field_id,"
                            " procedure_id, received, early, on_time, overdue, returned, digital, process_minutes,"
                            " open_late)"
                            " SELECT $1, x.* FROM unnest ($2::date[], $3::bigint[], $4::bigint[], $5::bigint[],"
                            " $6::bigint[], $7::bigint[], $8::int[], $9::int[], $10::int[], $11::int[], $12::int[],"
                            " $13::int[], $14::bigint[], $15::int[]) x",
                            add_dossiers },
  [MC_WORKLOAD_TICKET] = { 17,
                           "INSERT INTO centre.ticket_count (file_id, day, counter_id, person_id, agency_id, field_id,"
                           " slot, arrived, served, no_show, incomplete, unserved, above_level, wait_seconds, wait_max,"
                           " service_seconds, service_max, wait_histogram)"
                           " SELECT $1, d, c, p, a, f, s, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, h::int[]"
                           " FROM unnest ($2::date[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[],"
                           " $7::int[], $8::int[], $9::int[], $10::int[], $11::int[], $12::int[], $13::int[],"
                           " $14::bigint[], $15::int[], $16::bigint[], $17::int[], $18::text[])"
                           " x (d, c, p, a, f, s, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, h)",
                           add_tickets },
  [MC_WORKLOAD_RATING] = { 12,
                           "INSERT INTO centre.rating_count (file_id, day, counter_id, person_id, agency_id, slot,"
                           " terminal, very_satisfied, satisfied, neutral, dissatisfied, very_dissatisfied, burst)"
                           " SELECT $1, x.* FROM unnest ($2::date[], $3::bigint[], $4::bigint[], $5::bigint[],"
                           " $6::int[], $7::text[], $8::int[], $9::int[], $10::int[], $11::int[], $12::int[],"
                           " $13::int[]) x",
                           add_ratings },
};

static McPgParams *
take_batch (Import *import, Batch *batch)
{
  McPgParams *params = mc_pg_params_add_int64 (mc_pg_params_new (), g_ascii_strtoll (import->file_id, NULL, 10));

  for (guint i = 0; i < kinds[import->file->kind].n_columns; i++)
    {
      batch->columns[i]->str[0] = '{';
      g_string_append_c (batch->columns[i], '}');
      mc_pg_params_add_text (params, batch->columns[i]->str);
      g_string_truncate (batch->columns[i], 0);
    }
  return params;
}

static gboolean
write_batch (Import *import, Batch *batch, guint from, guint until, GError **error)
{
  g_autoptr (McPgResult) result = NULL;

  for (guint i = from; i < until; i++)
    {
      const McWorkloadCount *count = &g_array_index (import->counts, McWorkloadCount, i);
      g_autofree char *day = mc_day_format_iso (count->day);

      batch->at = 0;
      g_string_append_printf (batch->columns[batch->at++], ",%s", day);
      add_ref (batch, count->counter_id);
      add_ref (batch, count->person_id);
      add_ref (batch, count->agency_id);
      kinds[import->file->kind].add (batch, count);
    }
  result = query (import, kinds[import->file->kind].sql, take_batch (import, batch), error);
  return result != NULL;
}

static gboolean
write_counts (Import *import, GError **error)
{
  Batch batch = { 0 };
  gboolean written = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (batch.columns); i++)
    batch.columns[i] = g_string_new (NULL);
  for (guint from = 0; written && from < import->counts->len; from += BATCH_ROWS)
    written = write_batch (import, &batch, from, MIN (from + BATCH_ROWS, import->counts->len), error);
  for (guint i = 0; i < G_N_ELEMENTS (batch.columns); i++)
    g_string_free (batch.columns[i], TRUE);
  return written;
}

static gboolean
write_all (Import *import, GError **error)
{
  gint64 source = 0;
  g_autoptr (McPgResult) patient = NULL;

  /* Ten years at once, with their sums, may take longer than other statements. */
  patient = query (import, "SET LOCAL statement_timeout = '10min'", NULL, error);
  return patient && (!import->source || write_source (import, &source, error)) && retire_replaced (import, error) &&
         refuse_known (import, error) && write_file (import, source, error) && write_counts (import, error);
}

static DexFuture *
import_fiber (gpointer data)
{
  Import *import = data;
  GError *error = NULL;

  import->transaction = dex_await_object (mc_pg_transaction_new (import->pool, MC_PG_READ_WRITE), &error);
  if (!import->transaction)
    return dex_future_new_for_error (error);
  if (!write_all (import, &error))
    {
      dex_await (mc_pg_transaction_rollback (import->transaction), NULL);
      return dex_future_new_for_error (error);
    }
  if (!_mc_store_commit (import->pool, import->transaction, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_for_int64 (g_ascii_strtoll (import->file_id, NULL, 10));
}

DexFuture *
mc_workload_store_import (McStore *store, McWorkloadSource *source, McWorkloadFile *file, GArray *counts)
{
  Import *import;

  g_return_val_if_fail (MC_IS_STORE (store) && MC_IS_WORKLOAD_FILE (file) && counts, NULL);
  g_return_val_if_fail (file->manual == (source == NULL), NULL);
  import = g_new0 (Import, 1);
  import->pool = g_object_ref (mc_store_get_pool (store));
  import->source = source ? g_object_ref (source) : NULL;
  import->file = g_object_ref (file);
  import->counts = g_array_ref (counts);
  return dex_scheduler_spawn (NULL, 0, import_fiber, import, import_free);
}
