/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-import-rows.h"

#include "mc-table-cell.h"

GtkWidget *
mc_import_error_row_new (gpointer item, gpointer user_data)
{
  McImportError *error = item;
  g_autofree char *where = NULL;
  const char *header = mc_import_error_get_header (error);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", mc_import_error_get_reason (error),
                                 "title-lines", 3, NULL);

  where = g_strdup_printf ("%s%u%s%s%s  %s", mc_import_error_get_column (error), mc_import_error_get_row (error),
                           *header ? " (" : "", header, *header ? ")" : "", mc_import_error_get_value (error));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
  return row;
}

/* A kind of list that shares its words with others leaves the names of some empty. */
static gboolean
is_offered (const McColumnSet *set, guint meaning)
{
  return meaning == MC_COLUMN_NOTHING || set->words[meaning].names[0] != NULL;
}

GtkWidget *
mc_import_column_row_new (McColumnMapping *mapping, guint column)
{
  const McColumnSet *set = mc_column_mapping_get_set (mapping);
  const char *header = mc_column_mapping_get_header (mapping, column);
  g_autofree char *letters = mc_table_column_letters (column);
  g_autofree char *title = g_strdup_printf ("%s · %s", letters, header);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GArray *meanings = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkWidget *row;

  for (guint i = 0; i < set->n_words; i++)
    if (is_offered (set, i))
      {
        gtk_string_list_append (labels, mc_column_set_label (set, i));
        g_array_append_val (meanings, i);
      }
  row = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "use-markup", FALSE, "model", labels, "visible",
                      *header != '\0', NULL);
  g_object_set_data_full (G_OBJECT (row), "mc-meanings", meanings, (GDestroyNotify)g_array_unref);
  return row;
}

void
mc_import_column_row_show (AdwComboRow *row, McColumnMapping *mapping, guint column)
{
  GArray *meanings = g_object_get_data (G_OBJECT (row), "mc-meanings");
  guint meaning = mc_column_mapping_get (mapping, column);

  for (guint i = 0; i < meanings->len; i++)
    if (g_array_index (meanings, guint, i) == meaning)
      adw_combo_row_set_selected (row, i);
}

guint
mc_import_column_row_get (AdwComboRow *row)
{
  GArray *meanings = g_object_get_data (G_OBJECT (row), "mc-meanings");
  guint selected = adw_combo_row_get_selected (row);

  return selected < meanings->len ? g_array_index (meanings, guint, selected) : MC_COLUMN_NOTHING;
}
