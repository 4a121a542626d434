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
load_file (GFile *folder, const char *base_name, GError **error)
{
  g_autoptr (GFile) place = g_file_get_child (folder, base_name);
  g_autoptr (GBytes) bytes = dex_await_boxed (dex_file_load_contents_bytes (place), error);
  McSqlFile *file;

  if (!bytes)
    return NULL;
  file = g_new0 (McSqlFile, 1);
  file->name = g_strndup (base_name, strlen (base_name) - strlen (".sql"));
  file->path = g_file_get_path (place);
  file->text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  file->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return file;
}

/* Adds the next handful of files; *more tells whether there may be others. */
static gboolean
load_some (GFile *folder, GFileEnumerator *enumerator, GPtrArray *files, gboolean *more, GError **error)
{
  GList *infos;

  infos = dex_await_boxed (dex_file_enumerator_next_files (enumerator, 100, G_PRIORITY_DEFAULT), error);
  *more = infos != NULL;
  for (GList *i = infos; i; i = i->next)
    {
      McSqlFile *file;

      if (!g_str_has_suffix (g_file_info_get_name (i->data), ".sql"))
        continue;
      file = load_file (folder, g_file_info_get_name (i->data), error);
      if (!file)
        {
          g_list_free_full (infos, g_object_unref);
          return FALSE;
        }
      g_ptr_array_add (files, file);
    }
  g_list_free_full (infos, g_object_unref);
  return TRUE;
}

GPtrArray *
_mc_sql_files_load (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (sql_file_free);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autoptr (GFileEnumerator) enumerator = NULL;
  g_autoptr (GError) local = NULL;
  gboolean more = TRUE;

  enumerator = dex_await_object (
      dex_file_enumerate_children (place, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT),
      &local);
  if (!enumerator)
    {
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        return g_steal_pointer (&files);
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  while (more)
    {
      if (!load_some (place, enumerator, files, &more, &local) || local)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
    }
  g_ptr_array_sort (files, compare_names);
  return g_steal_pointer (&files);
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
