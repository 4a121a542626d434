/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-person-copy.h"

#include <json-glib/json-glib.h>

#include "mc-error.h"
#include "mc-zip-writer.h"

typedef struct
{
  GFile *file;
  GBytes *json;
  McPersonCopyRead read;
  gpointer data;
  McPersonCopy *copy;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_bytes_unref (job->json);
  g_free (job);
}

/* A name of its own in the folder, whatever the scan was called where it came from. */
static char *
entry_name (JsonObject *attachment)
{
  const char *given = json_object_get_string_member_with_default (attachment, "file_name", "");
  g_autofree char *plain = g_strdup (given);

  for (char *at = plain; *at; at++)
    if (*at == '/' || *at == '\\' || g_ascii_iscntrl (*at))
      *at = '_';
  return g_strdup_printf ("tep/%" G_GINT64_FORMAT "-%s", json_object_get_int_member (attachment, "id"), plain);
}

static gboolean
add_scans (Job *job, McZipWriter *writer, JsonObject *person, GError **error)
{
  JsonArray *list =
      json_object_has_member (person, "attachment") ? json_object_get_array_member (person, "attachment") : NULL;

  for (guint i = 0; list && i < json_array_get_length (list); i++)
    {
      JsonObject *attachment = json_array_get_object_element (list, i);
      g_autofree char *name = entry_name (attachment);
      g_autoptr (GBytes) bytes =
          dex_await_boxed (job->read (job->data, json_object_get_int_member (attachment, "id")), error);

      if (!bytes || !dex_await (mc_zip_writer_add (writer, name, bytes), error))
        return FALSE;
      job->copy->n_scans++;
    }
  return TRUE;
}

static DexFuture *
write_fiber (gpointer data)
{
  Job *job = data;
  g_autoptr (McZipWriter) writer = mc_zip_writer_new (job->file);
  g_autoptr (JsonParser) parser = json_parser_new ();
  GError *error = NULL;
  JsonNode *root;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (job->json, NULL), (gssize)g_bytes_get_size (job->json),
                                   &error))
    return dex_future_new_for_error (error);
  root = json_parser_get_root (parser);
  g_return_val_if_fail (root && JSON_NODE_HOLDS_OBJECT (root), dex_future_new_for_boolean (FALSE));
  if (!dex_await (mc_zip_writer_add (writer, "du-lieu.json", job->json), &error) ||
      !add_scans (job, writer, json_node_get_object (root), &error) ||
      !dex_await (mc_zip_writer_finish (writer), &error))
    return dex_future_new_for_error (error);
  job->copy->size = mc_zip_writer_get_size (writer);
  return dex_future_new_true ();
}

DexFuture *
mc_person_copy_write (GFile *file, GBytes *json, McPersonCopyRead read, gpointer data, McPersonCopy *copy)
{
  Job *job;

  g_return_val_if_fail (G_IS_FILE (file) && json && read && copy, NULL);
  *copy = (McPersonCopy){ 0 };
  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->json = g_bytes_ref (json);
  job->read = read;
  job->data = data;
  job->copy = copy;
  return dex_scheduler_spawn (NULL, 0, write_fiber, job, job_free);
}
