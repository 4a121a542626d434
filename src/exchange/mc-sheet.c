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
  g_clear_pointer (&self->areas, g_array_unref);
  g_clear_pointer (&self->covering, g_array_unref);
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

/* The empty cells of @row that lie in @area, but for its first, become covered. */
static gboolean
cover_cells (McSheet *self, McTableRow *row, const McSheetArea *area, GError **error)
{
  g_autofree char *letters = mc_table_column_letters (area->column);

  for (guint c = area->column; c <= MIN (area->last_column, MC_SHEET_MAX_COLUMNS - 1); c++)
    {
      McTableCell *cell;

      if (mc_table_row_get_number (row) == area->row && c == area->column)
        continue;
      cell = grow_row (self, row, c, error);
      if (!cell)
        return FALSE;
      if (cell->kind != MC_CELL_EMPTY || cell->merged)
        continue;
      cell->merged = TRUE;
      cell->text = g_strdup_printf ("%s%u", letters, area->row);
    }
  return TRUE;
}

static int
compare_areas (gconstpointer a, gconstpointer b)
{
  const McSheetArea *one = a, *other = b;

  return one->row < other->row ? -1 : one->row > other->row;
}

void
mc_sheet_set_flow (McSheet *self, GArray *areas, McSheetRowFunc func, gpointer user_data)
{
  g_array_sort (areas, compare_areas);
  self->areas = areas;
  self->covering = g_array_new (FALSE, FALSE, sizeof (McSheetArea));
  self->func = func;
  self->user_data = user_data;
}

/* What the row lies in, now that its turn has come: rows and areas both go downwards. */
static gboolean
cover_row (McSheet *self, McTableRow *row, GError **error)
{
  guint number = mc_table_row_get_number (row);

  for (; self->next_area < self->areas->len; self->next_area++)
    {
      McSheetArea area = g_array_index (self->areas, McSheetArea, self->next_area);

      if (area.row > number)
        break;
      g_array_append_val (self->covering, area);
    }
  for (guint i = self->covering->len; i-- > 0;)
    {
      const McSheetArea *area = &g_array_index (self->covering, McSheetArea, i);

      if (area->last_row < number)
        g_array_remove_index_fast (self->covering, i);
      else if (!cover_cells (self, row, area, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
mc_sheet_end_flow (McSheet *self, GError **error)
{
  McTableRow *row = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;

  if (!row)
    return TRUE;
  if (!cover_row (self, row, error))
    return FALSE;
  self->n_cells = 0;
  return mc_table_row_is_empty (row) || self->func (row, self->user_data, error);
}

/* A row below those that there are. */
static McTableRow *
add_row (McSheet *self, guint number, GError **error)
{
  McTableRow *row;

  if (self->most_rows > 0 && self->rows->len >= self->most_rows)
    {
      self->partial = TRUE;
      g_set_error_literal (error, MC_ERROR, MC_ERROR_FAILED, "");
      return NULL;
    }
  if (self->func && self->rows->len > 0)
    {
      row = g_ptr_array_index (self->rows, 0);
      if (!mc_sheet_end_flow (self, error))
        return NULL;
      mc_table_row_begin (row, number);
      return row;
    }
  row = mc_table_row_new (number);
  g_ptr_array_add (self->rows, row);
  return row;
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
    last = add_row (self, row, error);
  return last ? grow_row (self, last, column, error) : NULL;
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
mc_sheet_mark_merged (McSheet *self, McSheetArea area, GError **error)
{
  for (guint i = find_row (self, area.row); i < self->rows->len; i++)
    {
      McTableRow *row = g_ptr_array_index (self->rows, i);

      if (mc_table_row_get_number (row) > area.last_row)
        break;
      if (!cover_cells (self, row, &area, error))
        return FALSE;
    }
  return TRUE;
}
