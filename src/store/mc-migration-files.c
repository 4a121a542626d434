/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-migration-files-private.h"

#include <libdex.h>
#include <string.h>

#include "mc-error.h"

static void
sql_file_free (gpointer data)
{
  McSqlFile *file = data;

  g_free (file->name);
  g_free (file->path);
  g_free (file->text);
  g_free (file->sha256);
  g_free (file);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(McSqlFile *const *)a)->name, (*(McSqlFile *const *)b)->name);
}

static McSqlFile *
load_file (const char *folder, const char *base_name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, base_name, NULL);
  g_autofree char *text = NULL;
  McSqlFile *file;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  file = g_new0 (McSqlFile, 1);
  file->name = g_strndup (base_name, strlen (base_name) - strlen (".sql"));
  file->path = g_steal_pointer (&path);
  file->sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)text, length);
  file->text = g_steal_pointer (&text);
  return file;
}

static GPtrArray *
load_folder (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (sql_file_free);
  g_autoptr (GError) local = NULL;
  g_autoptr (GDir) directory = g_dir_open (folder, 0, &local);
  const char *name;

  if (!directory && g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_steal_pointer (&files);
  if (!directory)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  while ((name = g_dir_read_name (directory)))
    {
      McSqlFile *file;

      if (!g_str_has_suffix (name, ".sql"))
        continue;
      file = load_file (folder, name, error);
      if (!file)
        return NULL;
      g_ptr_array_add (files, file);
    }
  g_ptr_array_sort (files, compare_names);
  return g_steal_pointer (&files);
}

static DexFuture *
load_fiber (gpointer folder)
{
  GError *error = NULL;
  GPtrArray *files = load_folder (folder, &error);

  return files ? dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, files) : dex_future_new_for_error (error);
}

/* All of them in one go on another thread: asked for one by one, each of some thirty files goes to and fro between the
 * threads seven times, and the start waits for it. */
GPtrArray *
_mc_sql_files_load (const char *folder, GError **error)
{
  return dex_await_boxed (
      dex_scheduler_spawn (dex_thread_pool_scheduler_get_default (), 0, load_fiber, g_strdup (folder), g_free), error);
}

char *
_mc_sql_files_checksum (GPtrArray *files)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < files->len; i++)
    {
      McSqlFile *file = files->pdata[i];

      g_checksum_update (checksum, (const guchar *)file->name, -1);
      g_checksum_update (checksum, (const guchar *)file->sha256, -1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}
