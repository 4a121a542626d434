/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-table-export.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-file-write.h"
#include "mc-table-writer.h"
#include "mc-thread.h"

typedef struct
{
  char *name;
  GStrv titles;
  GPtrArray *rows;
  GFile *file;
  gboolean is_csv;
} Export;

static void
export_unref_contents (gpointer data)
{
  Export *export = data;

  g_free (export->name);
  g_strfreev (export->titles);
  g_ptr_array_unref (export->rows);
  g_object_unref (export->file);
}

static void
export_unref (gpointer data)
{
  g_rc_box_release_full (data, export_unref_contents);
}

static DexFuture *
write_on_thread (gpointer data)
{
  Export *export = data;
  const char *const *titles = (const char *const *)export->titles;
  GError *error = NULL;
  GBytes *bytes = export->is_csv ? mc_table_writer_csv (titles, export->rows, MC_CSV_BOM)
                                 : mc_table_writer_xlsx (export->name, titles, export->rows, &error);

  return bytes ? dex_future_new_take_boxed (G_TYPE_BYTES, bytes) : dex_future_new_for_error (error);
}

static DexFuture *
export_fiber (gpointer data)
{
  Export *export = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      dex_await_boxed (mc_thread_spawn ("table", write_on_thread, g_rc_box_acquire (export), export_unref), &error);

  if (!bytes)
    return dex_future_new_for_error (g_steal_pointer (&error));
  if (!dex_await (mc_file_write (export->file, bytes, G_FILE_CREATE_NONE), &error))
    {
      g_autofree char *name = g_file_get_parse_name (export->file);
      gboolean denied = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);

      return dex_future_new_reject (MC_ERROR, denied ? MC_ERROR_DENIED : MC_ERROR_FAILED,
                                    _ ("The file %s cannot be written: %s"), name, error->message);
    }
  return dex_future_new_true ();
}

static GPtrArray *
snapshot (GListModel *items, GPtrArray *columns)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);
      McTableRow *row = mc_table_row_new (i + 2);

      for (guint c = 0; c < columns->len; c++)
        mc_table_column_read (g_ptr_array_index (columns, c), item, mc_table_row_edit_cell (row, c));
      g_ptr_array_add (rows, row);
    }
  return rows;
}

DexFuture *
mc_table_export (GListModel *items, GPtrArray *columns, const char *name, GFile *file)
{
  g_autofree char *base = NULL;
  g_autofree char *lower = NULL;
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  Export *export;

  g_return_val_if_fail (G_IS_LIST_MODEL (items), NULL);
  g_return_val_if_fail (columns != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  base = g_file_get_basename (file);
  lower = g_ascii_strdown (base, -1);
  if (!g_str_has_suffix (lower, ".csv") && !g_str_has_suffix (lower, ".xlsx"))
    return dex_future_new_reject (MC_ERROR, MC_ERROR_UNSUPPORTED, "%s",
                                  _ ("The file's name must end in .xlsx or .csv."));
  for (guint c = 0; c < columns->len; c++)
    g_strv_builder_add (titles, mc_table_column_get_title (g_ptr_array_index (columns, c)));
  export = g_rc_box_new0 (Export);
  export->name = g_strdup (name);
  export->titles = g_strv_builder_end (titles);
  export->rows = snapshot (items, columns);
  export->file = g_object_ref (file);
  export->is_csv = g_str_has_suffix (lower, ".csv");
  return dex_scheduler_spawn (NULL, 0, export_fiber, export, export_unref);
}
