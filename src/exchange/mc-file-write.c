/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-file-write.h"

#include "mc-thread.h"
#include "mc-whole-file.h"

typedef struct
{
  GFile *file;
  GBytes *bytes;
  GFileCreateFlags flags;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_bytes_unref (job->bytes);
  g_free (job);
}

static DexFuture *
write_on_thread (gpointer data)
{
  Job *job = data;
  GError *error = NULL;

  if (mc_whole_file_write (job->file, job->bytes, job->flags, &error))
    return dex_future_new_true ();
  return dex_future_new_for_error (error);
}

DexFuture *
mc_file_write (GFile *file, GBytes *bytes, GFileCreateFlags flags)
{
  Job *job;

  g_return_val_if_fail (G_IS_FILE (file) && bytes, NULL);
  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->bytes = g_bytes_ref (bytes);
  job->flags = flags;
  return mc_thread_spawn ("file", write_on_thread, job, job_free);
}
