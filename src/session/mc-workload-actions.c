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

/* --- What comes in --- */

typedef struct
{
  McSession *session;
  McWorkloadKind kind;
  McWorkloadSource *source; /* NULL: by hand */
  McWorkloadFile *file;
  GArray *counts;
} Intake;

static void
intake_free (gpointer data)
{
  Intake *intake = data;

  g_object_unref (intake->session);
  g_clear_object (&intake->source);
  g_object_unref (intake->file);
  g_array_unref (intake->counts);
  g_free (intake);
}

/* One step of what was done: @row, as it is now, was @state before. */
static void
add_step (McChange *change, McWorkloadFile *row, McWorkloadState state)
{
  g_autoptr (McWorkloadFile) before = mc_entity_clone (row);

  before->state = state;
  mc_change_update (change, MC_ENTITY (before), MC_ENTITY (row));
}

/* What came is undone by withdrawing it, and what it replaced counts again: nothing of a file is ever deleted. */
static void
remember (Intake *intake, gint64 id)
{
  McSession *session = intake->session;
  g_autofree char *label = g_strdup_printf (_ ("Take in “%s”"), intake->file->file_name);
  g_autoptr (McChange) change = mc_change_new (label);
  g_autoptr (McWorkloadFile) came = dex_await_object (mc_store_get (session->store, MC_TYPE_WORKLOAD_FILE, id), NULL);
  g_autoptr (McWorkloadFile) gone = NULL;

  if (!came)
    return;
  if (came->replaces_id)
    {
      gone = dex_await_object (mc_store_get (session->store, MC_TYPE_WORKLOAD_FILE, came->replaces_id), NULL);
      if (!gone)
        return;
      add_step (change, gone, MC_WORKLOAD_IMPORTED);
    }
  add_step (change, came, MC_WORKLOAD_WITHDRAWN);
  mc_undo_stack_push (session->undo, change);
}

static DexFuture *
take_in (Intake *intake)
{
  GError *error = NULL;
  gint64 id = dex_await_int64 (
      mc_workload_store_import (intake->session->store, intake->source, intake->file, intake->counts), &error);

  if (error)
    return dex_future_new_for_error (error);
  remember (intake, id);
  return dex_future_new_for_int64 (id);
}

static DexFuture *
import_fiber (gpointer data)
{
  return take_in (data);
}

DexFuture *
mc_session_import_workload (McSession *self, McWorkloadSource *source, McWorkloadFile *file, GArray *counts)
{
  Intake *intake;

  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  g_return_val_if_fail (MC_IS_WORKLOAD_SOURCE (source) && MC_IS_WORKLOAD_FILE (file) && counts, NULL);
  intake = g_new0 (Intake, 1);
  intake->session = g_object_ref (self);
  intake->kind = file->kind;
  intake->source = g_object_ref (source);
  intake->file = g_object_ref (file);
  intake->counts = g_array_ref (counts);
  return mc_session_watch (self, dex_scheduler_spawn (NULL, 0, import_fiber, intake, intake_free));
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
  Intake *intake = data;
  g_autoptr (McQuery) query = mc_query_new ();
  g_autoptr (GPtrArray) earlier = NULL;
  GError *error = NULL;

  mc_query_where_text (mc_query_where_text (query, "digest", intake->file->digest), "state", "imported");
  earlier = dex_await_boxed (mc_store_list (intake->session->store, MC_TYPE_WORKLOAD_FILE, query), &error);
  if (!earlier)
    return dex_future_new_for_error (error);
  for (guint i = 0; i < earlier->len; i++)
    if (MC_WORKLOAD_FILE (earlier->pdata[i])->kind == intake->kind)
      intake->file->replaces_id = mc_entity_get_id (earlier->pdata[i]);
  return take_in (intake);
}

static int
count_rows (const McWorkloadRow *sums)
{
  return (int)(sums->received + sums->arrived + sums->very_satisfied + sums->satisfied + sums->neutral +
               sums->dissatisfied + sums->very_dissatisfied);
}

DexFuture *
mc_session_enter_workload (McSession *self, McWorkloadKind kind, const McWorkloadCount *count, const char *place)
{
  g_autofree char *day = NULL;
  Intake *intake;

  g_return_val_if_fail (MC_IS_SESSION (self) && self->store && count && place, NULL);
  day = mc_day_format (count->day);
  intake = g_new0 (Intake, 1);
  intake->session = g_object_ref (self);
  intake->kind = kind;
  intake->counts = g_array_new (FALSE, FALSE, sizeof *count);
  g_array_append_vals (intake->counts, count, 1);
  intake->file = mc_workload_file_new ();
  intake->file->kind = kind;
  intake->file->manual = TRUE;
  /* Translators: a day, and a counter or an agency */
  intake->file->file_name = g_strdup_printf (_ ("By hand: %s, %s"), day, place);
  intake->file->digest = digest_entry (kind, count);
  intake->file->first_day = intake->file->last_day = count->day;
  intake->file->rows_read = count_rows (&count->sums);
  return mc_session_watch (self, dex_scheduler_spawn (NULL, 0, enter_fiber, intake, intake_free));
}
