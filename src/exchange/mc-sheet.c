/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-sheet.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"

McSheet *
mc_sheet_new (void)
{
  McSheet *self = g_new0 (McSheet, 1);

  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
mc_sheet_free (McSheet *self)
{
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->rows);
  g_free (self->note);
  g_free (self);
}

static McTableCell *
grow_row (McSheet *self, McTableRow *row, guint column, GError **error)
{
  guint before = mc_table_row_get_n_cells (row);

  if (column >= before)
    self->n_cells += column + 1 - before;
  if (self->n_cells > MC_SHEET_MAX_CELLS)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID,
                   _ ("The sheet holds more than %d cells. Keep the rows that are to be read and save it again."),
                   MC_SHEET_MAX_CELLS);
      return NULL;
    }
  return mc_table_row_edit_cell (row, column);
}

McTableCell *
mc_sheet_edit_cell (McSheet *self, guint row, guint column, GError **error)
{
  McTableRow *last = self->rows->len > 0 ? g_ptr_array_index (self->rows, self->rows->len - 1) : NULL;

  if (column >= MC_SHEET_MAX_COLUMNS)
    {
      g_set_error (
          error, MC_ERROR, MC_ERROR_INVALID,
          _ ("Row %u has something beyond column %d. Delete the columns that hold no table and save it again."), row,
          MC_SHEET_MAX_COLUMNS);
      return NULL;
    }
  if (last && row < mc_table_row_get_number (last))
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID,
                   _ ("Row %u stands after row %u in the file; the file is damaged."), row,
                   mc_table_row_get_number (last));
      return NULL;
    }
  if (!last || mc_table_row_get_number (last) != row)
    {
      last = mc_table_row_new (row);
      g_ptr_array_add (self->rows, last);
    }
  return grow_row (self, last, column, error);
}

/* The first of the rows whose number is at least @number. */
static guint
find_row (McSheet *self, guint number)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (mc_table_row_get_number (g_ptr_array_index (self->rows, middle)) < number)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
mc_sheet_mark_merged (McSheet *self, guint row, guint column, guint last_row, guint last_column, GError **error)
{
  g_autofree char *letters = mc_table_column_letters (column);

  last_column = MIN (last_column, MC_SHEET_MAX_COLUMNS - 1);
  for (guint i = find_row (self, row); i < self->rows->len; i++)
    {
      McTableRow *at = g_ptr_array_index (self->rows, i);

      if (mc_table_row_get_number (at) > last_row)
        break;
      for (guint c = column; c <= last_column; c++)
        {
          McTableCell *cell;

          if (mc_table_row_get_number (at) == row && c == column)
            continue;
          cell = grow_row (self, at, c, error);
          if (!cell)
            return FALSE;
          if (cell->kind != MC_CELL_EMPTY || cell->merged)
            continue;
          cell->merged = TRUE;
          cell->text = g_strdup_printf ("%s%u", letters, row);
        }
    }
  return TRUE;
}
