/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-intake.h"

#include <glib/gi18n.h>

#include "mc-workload-actions.h"
#include "mc-workload-guess.h"

typedef struct
{
  McSession *session;
  McWatchedFile *file;
  McLiveList *sources;
  McTableReader *reader;
  McColumnMapping *mapping;
  McWorkloadSource *source; /* NULL: none is likely */
  McWorkloadKind kind;
  gboolean supposed;
  guint n_met; /* headers that are remembered of the source */
} Intake;

static Intake *
intake_new (McSession *session, McWatchedFile *file)
{
  Intake *self = g_new0 (Intake, 1);

  self->session = g_object_ref (session);
  self->file = g_object_ref (file);
  self->sources = mc_session_list (session, MC_TYPE_WORKLOAD_SOURCE, MC_DAY_NONE);
  return self;
}

static void
intake_free (gpointer data)
{
  Intake *self = data;

  g_object_unref (self->session);
  g_object_unref (self->file);
  g_object_unref (self->sources);
  g_clear_object (&self->reader);
  g_clear_object (&self->mapping);
  g_clear_object (&self->source);
  g_free (self);
}

static gboolean
guess (Intake *self, GError **error)
{
  if (!dex_await (mc_live_list_when_ready (self->sources), error))
    return FALSE;
  self->reader = dex_await_object (mc_table_reader_open (mc_watched_file_get_file (self->file)), error);
  if (!self->reader)
    return FALSE;
  mc_workload_guess_kind (self->reader, G_LIST_MODEL (self->sources), &self->kind);
  self->mapping = mc_workload_guess_columns (self->reader, self->kind, &self->supposed, error);
  if (!self->mapping)
    return FALSE;
  self->source = mc_workload_guess_source (G_LIST_MODEL (self->sources), self->kind, self->mapping, &self->n_met);
  if (self->source)
    mc_workload_guess_recall (self->source, self->mapping);
  return TRUE;
}

static guint
count_headers (McColumnMapping *mapping)
{
  guint n = 0;

  for (guint i = 0; i < mc_column_mapping_get_n_columns (mapping); i++)
    n += *mc_column_mapping_get_header (mapping, i) != '\0';
  return n;
}

/* Whether a person has said before what such a file means. */
static gboolean
is_remembered (Intake *self)
{
  return self->source && self->n_met == count_headers (self->mapping) && mc_column_mapping_check (self->mapping, NULL);
}

static gboolean
has_rival (Intake *self, McWorkloadImport *import, GError **error)
{
  g_autoptr (McLiveList) files = mc_session_list (self->session, MC_TYPE_WORKLOAD_FILE, MC_DAY_NONE);

  if (!dex_await (mc_live_list_when_ready (files), error))
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (files)); i++)
    {
      g_autoptr (McWorkloadFile) other = g_list_model_get_item (G_LIST_MODEL (files), i);

      if (other->source_id == mc_entity_get_id (MC_ENTITY (self->source)) &&
          mc_workload_guess_lists_same_days (other, import))
        return TRUE;
    }
  return FALSE;
}

static DexFuture *
intake_fiber (gpointer data)
{
  Intake *self = data;
  GFile *file = mc_watched_file_get_file (self->file);
  g_autoptr (McWorkloadImport) import = NULL;
  g_autoptr (McWorkloadFile) row = NULL;
  GError *error = NULL;

  if (!guess (self, &error))
    return dex_future_new_for_error (error);
  if (!is_remembered (self))
    return dex_future_new_false ();
  import = mc_workload_guess_names (self->session, self->reader, self->mapping, self->kind, self->source, &error);
  if (!import || !dex_await (mc_workload_import_read (import, self->reader, self->mapping, NULL, NULL, NULL), &error))
    return dex_future_new_for_error (error);
  if (mc_workload_import_get_n_errors (import) > 0 || has_rival (self, import, &error))
    return error ? dex_future_new_for_error (error) : dex_future_new_false ();
  row = mc_workload_guess_row (file, import, mc_watched_file_get_digest (self->file));
  dex_await_int64 (
      mc_session_import_workload (self->session, self->source, row, mc_workload_import_get_counts (import)), &error);
  return error ? dex_future_new_for_error (error) : dex_future_new_true ();
}

DexFuture *
mc_workload_intake (McSession *session, McWatchedFile *file)
{
  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_WATCHED_FILE (file), NULL);
  return dex_scheduler_spawn (NULL, 0, intake_fiber, intake_new (session, file), intake_free);
}

static DexFuture *
guess_fiber (gpointer data)
{
  Intake *self = data;
  GError *error = NULL;
  g_autofree char *text = NULL;

  if (!guess (self, &error))
    return dex_future_new_for_error (error);
  if (!mc_column_mapping_check (self->mapping, NULL))
    return dex_future_new_for_string (_ ("Its columns are not known yet"));
  /* Translators: what a row is, and from which system */
  text = self->source ? g_strdup_printf (_ ("%s of “%s”"), mc_enum_label (mc_workload_kind_values, self->kind),
                                         self->source->name)
                      : g_strdup (mc_enum_label (mc_workload_kind_values, self->kind));
  return dex_future_new_for_string (text);
}

DexFuture *
mc_workload_intake_guess (McSession *session, McWatchedFile *file)
{
  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_WATCHED_FILE (file), NULL);
  return dex_scheduler_spawn (NULL, 0, guess_fiber, intake_new (session, file), intake_free);
}
