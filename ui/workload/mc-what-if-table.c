/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-what-if-table.h"

#include <glib/gi18n.h>

#include "mc-what-if-measure.h"

#define MEASURE_CHARS 30

/* What a column tells: column 0 is the measures', the others are those of the results. */
typedef struct
{
  GPtrArray *results;
  guint column;
} Column;

static void
column_free (gpointer data, GClosure *closure)
{
  g_ptr_array_unref (((Column *)data)->results);
  g_free (data);
}

/* The items are the words of the measures, in their order. */
static McWhatIfMeasure
get_measure (GtkListItem *item)
{
  return gtk_list_item_get_position (item);
}

static char *
dup_cell (const Column *self, McWhatIfMeasure measure)
{
  const McWhatIfResult *today = self->results->pdata[0], *result;
  g_autofree char *value = NULL, *change = NULL;

  if (self->column == 0)
    return g_strdup (mc_what_if_measure_label (measure));
  result = self->results->pdata[self->column - 1];
  value = mc_what_if_measure_format (measure, result);
  change = result != today ? mc_what_if_measure_format_change (measure, today, result) : g_strdup ("");
  if (!*change || g_str_equal (change, "="))
    return g_steal_pointer (&value);
  switch (mc_what_if_measure_judge (measure, today, result))
    {
    case 1:
      /* Translators: a value, and how it differs from today */
      return g_strdup_printf (_ ("%s (%s, better)"), value, change);
    case -1:
      return g_strdup_printf (_ ("%s (%s, worse)"), value, change);
    default:
      return g_strdup_printf ("%s (%s)", value, change);
    }
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, Column *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", column->column ? 1.0 : 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  /* Names of measures stay whole beside many numbers. */
  if (column->column == 0)
    gtk_label_set_width_chars (GTK_LABEL (label), MEASURE_CHARS);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, Column *column)
{
  McWhatIfMeasure measure = get_measure (item);
  g_autofree char *text = dup_cell (column, measure);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, column->column ? text : mc_what_if_measure_words (measure));
  if (column->column == 0)
    gtk_list_item_set_accessible_label (item, text);
}

static void
add_column (GtkColumnView *table, GPtrArray *results, guint i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const char *title = i > 0 ? ((const McWhatIfResult *)results->pdata[i - 1])->name : C_ ("column", "Measure");
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);
  const Column place = { results, i };

  for (guint s = 0; s < 2; s++)
    {
      g_ptr_array_ref (results);
      g_signal_connect_data (factory, s == 0 ? "setup" : "bind", s == 0 ? G_CALLBACK (setup_cb) : G_CALLBACK (bind_cb),
                             g_memdup2 (&place, sizeof place), column_free, 0);
    }
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (table, column);
}

void
mc_what_if_table_fill (GtkColumnView *table, GPtrArray *results)
{
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  GListModel *columns = gtk_column_view_get_columns (table);

  gtk_column_view_set_model (table, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (table, column);
    }
  for (guint i = 0; i <= results->len; i++)
    add_column (table, results, i);
  for (McWhatIfMeasure m = 0; m < MC_N_WHAT_IF_MEASURES; m++)
    gtk_string_list_append (rows, mc_what_if_measure_label (m));
  {
    GtkSingleSelection *selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (rows)));

    gtk_single_selection_set_autoselect (selection, FALSE);
    gtk_single_selection_set_can_unselect (selection, TRUE);
    gtk_column_view_set_model (table, GTK_SELECTION_MODEL (selection));
    g_object_unref (selection);
  }
}
