/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-actions.h"

#include <glib/gi18n-lib.h>

#include "mc-session-private.h"
#include "mc-workload-store.h"

static McChange *
change_state (McWorkloadFile *file, McWorkloadState state, const char *label)
{
  McChange *change = mc_change_new (label);
  g_autoptr (McWorkloadFile) after = mc_entity_clone (file);

  after->state = state;
  mc_change_update (change, MC_ENTITY (file), MC_ENTITY (after));
  return change;
}

McChange *
mc_workload_change_withdraw (McWorkloadFile *file)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (MC_IS_WORKLOAD_FILE (file), NULL);
  label = g_strdup_printf (_ ("Withdraw the figures of “%s”"), file->file_name);
  return change_state (file, MC_WORKLOAD_WITHDRAWN, label);
}

McChange *
mc_workload_change_restore (McWorkloadFile *file)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (MC_IS_WORKLOAD_FILE (file), NULL);
  label = g_strdup_printf (_ ("Count the figures of “%s” again"), file->file_name);
  return change_state (file, MC_WORKLOAD_IMPORTED, label);
}

DexFuture *
mc_session_import_workload (McSession *self, McWorkloadSource *source, McWorkloadFile *file, GArray *counts)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_workload_store_import (self->store, source, file, counts));
}

typedef struct
{
  McStore *store;
  McWorkloadFile *file;
  GArray *counts;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->store);
  g_object_unref (entry->file);
  g_array_unref (entry->counts);
  g_free (entry);
}

/* Which day and place the entry is about is its digest: one such counts at a time. */
static char *
digest_entry (McWorkloadKind kind, const McWorkloadCount *count)
{
  g_autofree char *about = g_strdup_printf ("by hand %u %d %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                                            " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                            kind, count->day, count->slot, count->counter_id, count->agency_id,
                                            count->field_id, count->procedure_id, count->person_id);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, about, -1);
}

static DexFuture *
enter_fiber (gpointer data)
{
  Entry *entry = data;
  g_autoptr (McQuery) query = mc_query_new ();
  g_autoptr (GPtrArray) earlier = NULL;
  GError *error = NULL;

  mc_query_where_text (mc_query_where_text (query, "digest", entry->file->digest), "state", "imported");
  earlier = dex_await_boxed (mc_store_list (entry->store, MC_TYPE_WORKLOAD_FILE, query), &error);
  if (!earlier)
    return dex_future_new_for_error (error);
  for (guint i = 0; i < earlier->len; i++)
    if (MC_WORKLOAD_FILE (earlier->pdata[i])->kind == entry->file->kind)
      entry->file->replaces_id = mc_entity_get_id (earlier->pdata[i]);
  return mc_workload_store_import (entry->store, NULL, entry->file, entry->counts);
}

DexFuture *
mc_session_enter_workload (McSession *self, McWorkloadKind kind, const McWorkloadCount *count)
{
  g_autofree char *day = NULL;
  Entry *entry;

  g_return_val_if_fail (MC_IS_SESSION (self) && self->store && count, NULL);
  day = mc_day_format (count->day);
  entry = g_new0 (Entry, 1);
  entry->store = g_object_ref (self->store);
  entry->counts = g_array_new (FALSE, FALSE, sizeof *count);
  g_array_append_vals (entry->counts, count, 1);
  entry->file = mc_workload_file_new ();
  entry->file->kind = kind;
  entry->file->manual = TRUE;
  entry->file->file_name = g_strdup_printf (_ ("Counted by hand, %s"), day);
  entry->file->digest = digest_entry (kind, count);
  entry->file->first_day = entry->file->last_day = count->day;
  entry->file->rows_read = (int)(count->sums.received + count->sums.arrived);
  return mc_session_watch (self, dex_scheduler_spawn (NULL, 0, enter_fiber, entry, entry_free));
}
