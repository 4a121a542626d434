/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-attachment-store.h"
#include "mc-durable-file.h"
#include "mc-error.h"
#include "mc-session-private.h"
#include "mc-session-records.h"

typedef struct
{
  McSession *session;
  char *subject;
  gint64 id; /* of the subject, or of the attachment */
  GFile *file;
  char *note;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->session);
  g_clear_object (&job->file);
  g_free (job->subject);
  g_free (job->note);
  g_free (job);
}

static Job *
job_new (McSession *session, gint64 id)
{
  Job *job = g_new0 (Job, 1);

  job->session = g_object_ref (session);
  job->id = id;
  return job;
}

static McAttachment *
read_file (Job *job, GError **error)
{
  g_autoptr (GFileInfo) info =
      dex_await_object (dex_file_query_info (job->file,
                                             G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE
                                                                            "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                                             G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT),
                        error);
  g_autoptr (McAttachment) attachment = mc_attachment_new ();

  if (!info)
    return NULL;
  if (g_file_info_get_size (info) > MC_ATTACHMENT_MAX_BYTES)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” is larger than 20 MB."),
                   g_file_info_get_display_name (info));
      return NULL;
    }
  attachment->content = dex_await_boxed (dex_file_load_contents_bytes (job->file), error);
  if (!attachment->content)
    return NULL;
  g_set_str (&attachment->file_name, g_file_info_get_display_name (info));
  attachment->mime_type = g_content_type_get_mime_type (g_file_info_get_content_type (info));
  return g_steal_pointer (&attachment);
}

static DexFuture *
add_fiber (gpointer data)
{
  Job *job = data;
  GError *error = NULL;
  guint subject;
  g_autoptr (McAttachment) attachment = NULL;

  if (!mc_enum_parse (mc_attachment_subject_values, job->subject, &subject))
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, _ ("Files cannot be attached to “%s”."), job->subject);
  attachment = read_file (job, &error);
  if (!attachment)
    return dex_future_new_for_error (error);
  attachment->subject = subject;
  attachment->subject_id = job->id;
  g_set_str (&attachment->note, job->note);
  if (!dex_await (mc_attachment_store_add (job->session->store, attachment), &error))
    return dex_future_new_for_error (error);
  return dex_future_new_for_int64 (mc_entity_get_id (MC_ENTITY (attachment)));
}

DexFuture *
mc_session_add_attachment (McSession *self, const char *subject, gint64 subject_id, GFile *file, const char *note)
{
  Job *job;

  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  g_return_val_if_fail (subject && G_IS_FILE (file), NULL);
  job = job_new (self, subject_id);
  job->subject = g_strdup (subject);
  job->file = g_object_ref (file);
  job->note = g_strdup (note);
  return mc_session_watch (self, dex_scheduler_spawn (NULL, 0, add_fiber, job, job_free));
}

DexFuture *
mc_session_read_attachment (McSession *self, gint64 attachment)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_attachment_store_read (self->store, attachment));
}

/* A folder for each, so that the file keeps the name that people know. */
static char *
path_for (McSession *session, gint64 id, const char *file_name)
{
  g_autofree char *folder = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *name = g_path_get_basename (file_name ? file_name : "file");

  return g_build_filename (session->scans, folder, name, NULL);
}

static DexFuture *
open_fiber (gpointer data)
{
  Job *job = data;
  McStore *store = job->session->store;
  GError *error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (McAttachment) attachment = dex_await_object (mc_store_get (store, MC_TYPE_ATTACHMENT, job->id), &error);

  if (!attachment)
    return dex_future_new_for_error (error);
  content = dex_await_boxed (mc_attachment_store_read (store, job->id), &error);
  if (!content)
    return dex_future_new_for_error (error);
  path = path_for (job->session, job->id, attachment->file_name);
  if (!dex_await (mc_durable_file_write (path, content, 0600), &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_object (g_file_new_for_path (path));
}

DexFuture *
mc_session_open_attachment (McSession *self, gint64 attachment)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, dex_scheduler_spawn (NULL, 0, open_fiber, job_new (self, attachment), job_free));
}
