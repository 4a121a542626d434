/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-known.h"

#include "mc-agency-entry.h"
#include "mc-agency-name.h"
#include "mc-counter-agency.h"
#include "mc-counter.h"
#include "mc-field.h"
#include "mc-person.h"
#include "mc-procedure.h"
#include "mc-thread.h"
#include "mc-workload-time.h"

#define PEEK_ROWS 100
#define BLOCK_SIZE (1024 * 1024)

const GType *
mc_workload_known_nouns (guint *n_nouns)
{
  static GType nouns[7];

  if (!nouns[0])
    {
      nouns[1] = MC_TYPE_AGENCY_NAME;
      nouns[2] = MC_TYPE_FIELD;
      nouns[3] = MC_TYPE_PROCEDURE;
      nouns[4] = MC_TYPE_COUNTER;
      nouns[5] = MC_TYPE_COUNTER_AGENCY;
      nouns[6] = MC_TYPE_PERSON;
      nouns[0] = MC_TYPE_AGENCY_ENTRY;
    }
  *n_nouns = G_N_ELEMENTS (nouns);
  return nouns;
}

static void
add_counter (McWorkloadImport *import, McCounter *counter, gint64 id)
{
  g_autofree char *number = g_strdup_printf ("%d", counter->number);
  g_autofree char *plate = g_strdup_printf ("Quầy %d", counter->number);
  g_autofree char *padded = g_strdup_printf ("%02d", counter->number);
  g_autofree char *padded_plate = g_strdup_printf ("Quầy %02d", counter->number);

  mc_workload_import_add (import, MC_WORKLOAD_BY_COUNTER, id, number, counter->name, plate);
  mc_workload_import_add (import, MC_WORKLOAD_BY_COUNTER, id, padded, counter->name, padded_plate);
}

void
mc_workload_known_add (McWorkloadImport *import, McEntity *row)
{
  gint64 id = mc_entity_get_id (row);

  if (MC_IS_AGENCY_ENTRY (row))
    mc_workload_import_add (import, MC_WORKLOAD_BY_AGENCY, id, MC_AGENCY_ENTRY (row)->code, MC_AGENCY_ENTRY (row)->name,
                            MC_AGENCY_ENTRY (row)->short_name);
  else if (MC_IS_AGENCY_NAME (row))
    mc_workload_import_add (import, MC_WORKLOAD_BY_AGENCY, MC_AGENCY_NAME (row)->agency_id, NULL,
                            MC_AGENCY_NAME (row)->name, MC_AGENCY_NAME (row)->short_name);
  else if (MC_IS_FIELD (row))
    {
      mc_workload_import_add (import, MC_WORKLOAD_BY_FIELD, id, MC_FIELD (row)->code, MC_FIELD (row)->name, NULL);
      mc_workload_import_link (import, MC_WORKLOAD_BY_FIELD, id, MC_WORKLOAD_BY_AGENCY, MC_FIELD (row)->agency_id);
    }
  else if (MC_IS_PROCEDURE (row))
    {
      McProcedure *procedure = MC_PROCEDURE (row);

      mc_workload_import_add (import, MC_WORKLOAD_BY_PROCEDURE, id, procedure->code, procedure->name, NULL);
      mc_workload_import_link (import, MC_WORKLOAD_BY_PROCEDURE, id, MC_WORKLOAD_BY_AGENCY, procedure->agency_id);
      mc_workload_import_link (import, MC_WORKLOAD_BY_PROCEDURE, id, MC_WORKLOAD_BY_FIELD, procedure->field_id);
    }
  else if (MC_IS_COUNTER (row))
    add_counter (import, MC_COUNTER (row), id);
  else if (MC_IS_COUNTER_AGENCY (row))
    mc_workload_import_link_only (import, MC_WORKLOAD_BY_COUNTER, MC_COUNTER_AGENCY (row)->counter_id,
                                  MC_WORKLOAD_BY_AGENCY, MC_COUNTER_AGENCY (row)->agency_id);
  else if (MC_IS_PERSON (row))
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      mc_workload_import_add (import, MC_WORKLOAD_BY_PERSON, id, number, MC_PERSON (row)->full_name, NULL);
    }
}

typedef struct
{
  McTableReader *reader;
  McColumnMapping *mapping;
} Peek;

static void
peek_free (gpointer data)
{
  Peek *peek = data;

  g_object_unref (peek->reader);
  g_object_unref (peek->mapping);
  g_free (peek);
}

static McDay
day_of (McColumnMapping *mapping, McTableRow *row, McWorkloadColumn meaning)
{
  int column = mc_column_mapping_find (mapping, meaning), seconds;
  g_autofree char *reason = NULL;
  McDay day = MC_DAY_NONE;

  if (column >= 0)
    reason = mc_workload_time_read (mc_table_row_get_cell (row, (guint)column), &day, &seconds);
  return day;
}

static DexFuture *
peek_fiber (gpointer data)
{
  Peek *peek = data;
  GError *error = NULL;
  McDay day = MC_DAY_NONE;

  if (!dex_await (mc_table_reader_select_sheet (peek->reader, mc_table_reader_get_sheet (peek->reader)), &error))
    return dex_future_new_for_error (error);
  for (guint n = 0; n < PEEK_ROWS && day == MC_DAY_NONE; n++)
    {
      g_autoptr (McTableRow) row = dex_await_object (mc_table_reader_next_row (peek->reader), &error);

      if (error)
        return dex_future_new_for_error (error);
      if (!row)
        break;
      if (!mc_column_mapping_is_row (peek->mapping, row))
        continue;
      day = day_of (peek->mapping, row, MC_WORKLOAD_COLUMN_START);
      if (day == MC_DAY_NONE)
        day = day_of (peek->mapping, row, MC_WORKLOAD_COLUMN_DAY);
    }
  return dex_future_new_for_int (day);
}

DexFuture *
mc_workload_known_peek_day (McTableReader *reader, McColumnMapping *mapping)
{
  Peek *peek = g_new0 (Peek, 1);

  peek->reader = g_object_ref (reader);
  peek->mapping = g_object_ref (mapping);
  return dex_scheduler_spawn (NULL, 0, peek_fiber, peek, peek_free);
}

static DexFuture *
digest_thread (gpointer data)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  GError *error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (data, NULL, &error);
  gssize got = stream ? 1 : -1;

  while (got > 0)
    {
      got = g_input_stream_read (G_INPUT_STREAM (stream), block, BLOCK_SIZE, NULL, &error);
      if (got > 0)
        g_checksum_update (checksum, (const guchar *)block, got);
    }
  if (got < 0)
    return dex_future_new_for_error (error);
  return dex_future_new_for_string (g_checksum_get_string (checksum));
}

DexFuture *
mc_workload_file_digest (GFile *file)
{
  return mc_thread_spawn ("digest", digest_thread, g_object_ref (file), g_object_unref);
}
