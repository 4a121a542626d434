/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-text-cells.h"

#include "mc-columns.h"

/* A cell from its making to its end; item and label are GTK's. */
typedef struct
{
  const McTextCell *kind;
  GtkListItem *item;
  GtkInscription *label;
} Cell;

static G_DEFINE_QUARK (mc - text - cell, cell)

    static void show (Cell *self)
{
  g_autofree char *text = self->kind->text (gtk_list_item_get_item (self->item));

  gtk_inscription_set_text (self->label, text);
  if (self->kind->names_row)
    gtk_list_item_set_accessible_label (self->item, text ? text : "");
}

/* A cell may have no room for its text. Its tooltip is made when wanted: for each row it would slow typing. */
static gboolean
tooltip_cb (Cell *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gpointer entry = gtk_list_item_get_item (self->item);
  g_autofree char *text = entry ? (self->kind->tip ? self->kind->tip : self->kind->text) (entry) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text && *text;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const McTextCell *kind)
{
  Cell *self = g_new0 (Cell, 1);
  /* As tall as its cell: an inscription is clipped where it ends, and the marks over Ấ stand above the line. */
  GtkWidget *label = g_object_new (GTK_TYPE_INSCRIPTION, "min-chars", kind->min_chars, "nat-chars",
                                   MAX (kind->nat_chars, kind->min_chars), "text-overflow",
                                   GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, "has-tooltip", TRUE, NULL);

  self->kind = kind;
  self->item = item;
  self->label = GTK_INSCRIPTION (label);
  if (kind->style)
    gtk_widget_add_css_class (label, kind->style);
  g_signal_connect_swapped (label, "query-tooltip", G_CALLBACK (tooltip_cb), self);
  g_object_set_qdata_full (G_OBJECT (item), cell_quark (), self, g_free);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  Cell *self = g_object_get_qdata (G_OBJECT (item), cell_quark ());

  g_signal_connect_swapped (gtk_list_item_get_item (item), "notify", G_CALLBACK (show), self);
  show (self);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  Cell *self = g_object_get_qdata (G_OBJECT (item), cell_quark ());

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show, self);
}

static void
teardown_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  Cell *self = g_object_get_qdata (G_OBJECT (item), cell_quark ());

  g_signal_handlers_disconnect_by_func (self->label, tooltip_cb, self);
  gtk_list_item_set_child (item, NULL);
}

static const McTextCell *
find_cell (const McTextCell *cells, gsize n_cells, const char *id)
{
  for (gsize i = 0; i < n_cells; i++)
    if (g_strcmp0 (cells[i].id, id) == 0)
      return &cells[i];
  return NULL;
}

static void
read_cell (gpointer item, McTableCell *cell, gpointer kind)
{
  mc_columns_read_shown (cell, ((const McTextCell *)kind)->text (item));
}

void
mc_text_cells_fill (GtkColumnView *table, const McTextCell *cells, gsize n_cells)
{
  GListModel *columns;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (table));
  columns = gtk_column_view_get_columns (table);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const McTextCell *kind = find_cell (cells, n_cells, gtk_column_view_column_get_id (column));
      g_autoptr (GtkListItemFactory) factory = NULL;

      if (!kind)
        continue;
      factory = gtk_signal_list_item_factory_new ();
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer)kind);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
      g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), NULL);
      gtk_column_view_column_set_factory (column, factory);
      mc_columns_tell (table, kind->id, read_cell, (gpointer)kind, NULL);
    }
}
