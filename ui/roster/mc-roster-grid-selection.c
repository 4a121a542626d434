/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-grid-private.h"

/* What is chosen: ranges of cells, and the cursor at the end of the last one. Headings have no cells; on a foot there
 * is a cursor and no selection. */

gboolean
mc_roster_grid_selection_is_cell (McRosterGrid *self, guint row)
{
  return row < self->n_rows && !mc_roster_grid_source_get_row (self->source, row).heading;
}

static gboolean
can_have_cursor (McRosterGrid *self, guint row)
{
  return mc_roster_grid_selection_is_cell (self, row) || (row >= self->n_rows && row < self->n_rows + self->n_feet);
}

static void
changed (McRosterGrid *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  mc_roster_grid_access_selection_changed (self);
  mc_roster_grid_edit_update_actions (self);
  mc_roster_grid_emit_selection_changed (self);
}

static void
set_cursor (McRosterGrid *self, guint row, guint slot)
{
  gboolean had = self->has_cursor;
  guint old_row = self->cursor_row, old_slot = self->cursor_slot;
  McRosterGridRow head = mc_roster_grid_source_get_row (self->source, row);

  self->has_cursor = TRUE;
  self->cursor_row = row;
  self->cursor_slot = slot;
  g_set_str (&self->cursor_key, head.key);
  if (had && old_row == row && old_slot == slot)
    return;
  mc_roster_grid_access_cursor_moved (self, had, old_row, old_slot);
  mc_roster_grid_emit_cursor_moved (self);
}

gboolean
mc_roster_grid_get_cursor (McRosterGrid *self, guint *row, guint *slot)
{
  g_return_val_if_fail (MC_IS_ROSTER_GRID (self), FALSE);
  if (!self->has_cursor)
    return FALSE;
  if (row)
    *row = self->cursor_row;
  if (slot)
    *slot = self->cursor_slot;
  return TRUE;
}

void
mc_roster_grid_select (McRosterGrid *self, guint row, guint slot, guint to_row, guint to_slot, gboolean add)
{
  Range range = { row, slot, to_row, to_slot };

  g_return_if_fail (MC_IS_ROSTER_GRID (self));
  if (!self->source || slot >= self->n_days * self->n_parts || to_slot >= self->n_days * self->n_parts ||
      !can_have_cursor (self, to_row))
    return;
  if (!add)
    g_array_set_size (self->ranges, 0);
  if (row < self->n_rows && to_row < self->n_rows)
    g_array_append_val (self->ranges, range);
  set_cursor (self, to_row, to_slot);
  changed (self);
}

/* To the cell, or the next in the same direction that can have the cursor. */
void
mc_roster_grid_selection_move (McRosterGrid *self, guint row, guint slot, gboolean extend)
{
  gboolean up = self->has_cursor && row < self->cursor_row;
  guint most = self->n_rows + (extend ? 0 : self->n_feet), at = row;
  Range *last = self->ranges->len > 0 ? &g_array_index (self->ranges, Range, self->ranges->len - 1) : NULL;

  while (at < most && !can_have_cursor (self, at))
    at += up ? -1u : 1;
  if (at >= most)
    {
      /* Beyond the first or the last: stay within, on the way back. */
      at = MIN (row, most - 1);
      while (at < most && !can_have_cursor (self, at))
        at += up ? 1 : -1u;
    }
  if (at >= most)
    return;
  if (extend && last)
    mc_roster_grid_select (self, last->row, last->slot, at, slot, FALSE);
  else
    mc_roster_grid_select (self, at, slot, at, slot, FALSE);
  mc_roster_grid_layout_reveal (self, at, slot);
}

void
mc_roster_grid_go_to (McRosterGrid *self, guint row, guint slot)
{
  g_return_if_fail (MC_IS_ROSTER_GRID (self));
  mc_roster_grid_select (self, row, slot, row, slot, FALSE);
  mc_roster_grid_layout_reveal (self, row, slot);
}

void
mc_roster_grid_selection_all (McRosterGrid *self)
{
  guint first = 0, last = self->n_rows;

  while (first < self->n_rows && !mc_roster_grid_selection_is_cell (self, first))
    first++;
  while (last > first && !mc_roster_grid_selection_is_cell (self, last - 1))
    last--;
  if (last > first && self->n_days > 0)
    mc_roster_grid_select (self, first, 0, last - 1, self->n_days * self->n_parts - 1, FALSE);
}

void
mc_roster_grid_selection_collapse (McRosterGrid *self)
{
  if (self->has_cursor)
    mc_roster_grid_select (self, self->cursor_row, self->cursor_slot, self->cursor_row, self->cursor_slot, FALSE);
}

gboolean
mc_roster_grid_selection_is_single (McRosterGrid *self)
{
  Range *range = self->ranges->len == 1 ? &g_array_index (self->ranges, Range, 0) : NULL;

  return self->ranges->len == 0 || (range && range->row == range->to_row && range->slot == range->to_slot);
}

static Range
order (const Range *range)
{
  return (Range){ MIN (range->row, range->to_row), MIN (range->slot, range->to_slot), MAX (range->row, range->to_row),
                  MAX (range->slot, range->to_slot) };
}

Range
mc_roster_grid_selection_get_box (McRosterGrid *self)
{
  Range none = { self->cursor_row, self->cursor_slot, self->cursor_row, self->cursor_slot };

  return self->ranges->len > 0 ? order (&g_array_index (self->ranges, Range, self->ranges->len - 1)) : none;
}

gboolean
mc_roster_grid_is_selected (McRosterGrid *self, guint row, guint slot)
{
  g_return_val_if_fail (MC_IS_ROSTER_GRID (self), FALSE);
  for (guint i = 0; i < self->ranges->len; i++)
    {
      Range range = order (&g_array_index (self->ranges, Range, i));

      if (row >= range.row && row <= range.to_row && slot >= range.slot && slot <= range.to_slot)
        return TRUE;
    }
  return FALSE;
}

static void
add_cells (McRosterGrid *self, GArray *cells, const Range *range)
{
  for (guint row = range->row; row <= range->to_row; row++)
    for (guint slot = range->slot; slot <= range->to_slot && mc_roster_grid_selection_is_cell (self, row); slot++)
      g_array_append_val (cells, ((McGridEditCell){ row, slot, MC_ROSTER_GRID_FREE }));
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const McGridEditCell *x = a, *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return x->slot < y->slot ? -1 : x->slot > y->slot;
}

GArray *
mc_roster_grid_get_selected (McRosterGrid *self)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (McGridEditCell));
  guint kept = 0;

  g_return_val_if_fail (MC_IS_ROSTER_GRID (self), cells);
  for (guint i = 0; i < self->ranges->len; i++)
    {
      Range range = order (&g_array_index (self->ranges, Range, i));

      add_cells (self, cells, &range);
    }
  if (self->ranges->len < 2)
    return cells;
  g_array_sort (cells, compare_cells);
  /* Ranges may lie over each other. */
  for (guint i = 0; i < cells->len; i++)
    if (kept == 0 || compare_cells (&g_array_index (cells, McGridEditCell, i),
                                    &g_array_index (cells, McGridEditCell, kept - 1)) != 0)
      g_array_index (cells, McGridEditCell, kept++) = g_array_index (cells, McGridEditCell, i);
  g_array_set_size (cells, kept);
  return cells;
}

static gboolean
find_key (McRosterGrid *self, guint *row)
{
  for (guint i = 0; self->cursor_key && i < self->n_rows + self->n_feet; i++)
    if (g_strcmp0 (mc_roster_grid_source_get_row (self->source, i).key, self->cursor_key) == 0)
      {
        *row = i;
        return TRUE;
      }
  return FALSE;
}

/* The cursor stays with its person; the selection with it where the rows are still the same ones. */
void
mc_roster_grid_selection_source_changed (McRosterGrid *self)
{
  guint row = 0, n_slots = self->n_days * self->n_parts;
  gboolean found = self->source && n_slots > 0 && self->has_cursor && find_key (self, &row);

  if (found && row == self->cursor_row && self->cursor_slot < n_slots)
    {
      Range box = mc_roster_grid_selection_get_box (self);

      if (self->ranges->len == 1 && box.to_row < self->n_rows && box.to_slot < n_slots)
        return;
    }
  g_array_set_size (self->ranges, 0);
  self->has_cursor = FALSE;
  if (found)
    mc_roster_grid_select (self, row, MIN (self->cursor_slot, n_slots - 1), row, MIN (self->cursor_slot, n_slots - 1),
                           FALSE);
  else
    {
      g_clear_pointer (&self->cursor_key, g_free);
      changed (self);
    }
}

void
mc_roster_grid_selection_init (McRosterGrid *self)
{
  self->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
}

void
mc_roster_grid_selection_dispose (McRosterGrid *self)
{
  g_array_unref (self->ranges);
  g_free (self->cursor_key);
}
