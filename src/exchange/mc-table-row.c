/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-table-row.h"

struct _McTableRow
{
  GObject parent_instance;

  guint number;
  GArray *cells;
};

G_DEFINE_FINAL_TYPE (McTableRow, mc_table_row, G_TYPE_OBJECT)

static void
mc_table_row_finalize (GObject *object)
{
  McTableRow *self = MC_TABLE_ROW (object);

  g_clear_pointer (&self->cells, g_array_unref);
  G_OBJECT_CLASS (mc_table_row_parent_class)->finalize (object);
}

static void
mc_table_row_class_init (McTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_table_row_finalize;
}

static void
mc_table_row_init (McTableRow *self)
{
  self->cells = g_array_new (FALSE, TRUE, sizeof (McTableCell));
  g_array_set_clear_func (self->cells, (GDestroyNotify)mc_table_cell_clear);
}

McTableRow *
mc_table_row_new (guint number)
{
  McTableRow *self = g_object_new (MC_TYPE_TABLE_ROW, NULL);

  self->number = number;
  return self;
}

void
mc_table_row_begin (McTableRow *self, guint number)
{
  g_return_if_fail (MC_IS_TABLE_ROW (self));
  self->number = number;
  for (guint i = 0; i < self->cells->len; i++)
    mc_table_cell_clear (&g_array_index (self->cells, McTableCell, i));
}

guint
mc_table_row_get_number (McTableRow *self)
{
  g_return_val_if_fail (MC_IS_TABLE_ROW (self), 0);
  return self->number;
}

guint
mc_table_row_get_n_cells (McTableRow *self)
{
  g_return_val_if_fail (MC_IS_TABLE_ROW (self), 0);
  return self->cells->len;
}

const McTableCell *
mc_table_row_get_cell (McTableRow *self, guint column)
{
  static const McTableCell empty = { 0 };

  g_return_val_if_fail (MC_IS_TABLE_ROW (self), &empty);
  return column < self->cells->len ? &g_array_index (self->cells, McTableCell, column) : &empty;
}

McTableCell *
mc_table_row_edit_cell (McTableRow *self, guint column)
{
  g_return_val_if_fail (MC_IS_TABLE_ROW (self), NULL);
  if (column >= self->cells->len)
    g_array_set_size (self->cells, column + 1);
  return &g_array_index (self->cells, McTableCell, column);
}

gboolean
mc_table_row_is_empty (McTableRow *self)
{
  g_return_val_if_fail (MC_IS_TABLE_ROW (self), TRUE);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const McTableCell *cell = &g_array_index (self->cells, McTableCell, i);

      if (cell->kind == MC_CELL_EMPTY)
        continue;
      for (const char *p = cell->text; *p; p = g_utf8_next_char (p))
        if (!g_unichar_isspace (g_utf8_get_char (p)))
          return FALSE;
    }
  return TRUE;
}
