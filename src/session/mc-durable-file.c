/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-durable-file.h"

#include <errno.h>
#include <glib/gstdio.h>

typedef struct
{
  char *path;
  GBytes *bytes;
  int mode;
} Job;

static Job *
job_new (const char *path, GBytes *bytes, int mode)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->bytes = bytes ? g_bytes_ref (bytes) : NULL;
  job->mode = mode;
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

static DexFuture *
spawn (DexFiberFunc func, Job *job)
{
  return dex_scheduler_spawn (dex_thread_pool_scheduler_get_default (), 0, func, job, job_free);
}

static DexFuture *
write_fiber (gpointer data)
{
  Job *job = data;
  g_autofree char *folder = g_path_get_dirname (job->path);
  GError *error = NULL;
  gsize size;
  const char *contents = g_bytes_get_data (job->bytes, &size);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      return dex_future_new_reject (G_FILE_ERROR, (int)g_file_error_from_errno (code), "%s: %s", folder,
                                    g_strerror (code));
    }
  if (!g_file_set_contents_full (job->path, contents ? contents : "", (gssize)size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, job->mode, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_for_boolean (TRUE);
}

static DexFuture *
remove_fiber (gpointer data)
{
  Job *job = data;

  if (g_unlink (job->path) != 0 && errno != ENOENT)
    {
      int code = errno;

      return dex_future_new_reject (G_FILE_ERROR, (int)g_file_error_from_errno (code), "%s: %s", job->path,
                                    g_strerror (code));
    }
  return dex_future_new_for_boolean (TRUE);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  /* A link is removed, not followed. */
  if (g_unlink (path) == 0 || errno == ENOENT)
    return;
  dir = g_dir_open (path, 0, NULL);
  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_rmdir (path);
}

static DexFuture *
remove_tree_fiber (gpointer data)
{
  Job *job = data;

  remove_tree (job->path);
  return dex_future_new_for_boolean (TRUE);
}

static DexFuture *
read_fiber (gpointer data)
{
  Job *job = data;
  GError *error = NULL;
  char *contents;
  gsize size;

  if (!g_file_get_contents (job->path, &contents, &size, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (G_TYPE_BYTES, g_bytes_new_take (contents, size));
}

DexFuture *
mc_durable_file_write (const char *path, GBytes *bytes, int mode)
{
  g_return_val_if_fail (path && bytes, NULL);
  return spawn (write_fiber, job_new (path, bytes, mode));
}

DexFuture *
mc_durable_file_remove (const char *path)
{
  g_return_val_if_fail (path, NULL);
  return spawn (remove_fiber, job_new (path, NULL, 0));
}

DexFuture *
mc_durable_file_remove_tree (const char *path)
{
  g_return_val_if_fail (path, NULL);
  return spawn (remove_tree_fiber, job_new (path, NULL, 0));
}

DexFuture *
mc_durable_file_read (const char *path)
{
  g_return_val_if_fail (path, NULL);
  return spawn (read_fiber, job_new (path, NULL, 0));
}
