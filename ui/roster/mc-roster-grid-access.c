/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-grid-accessible.h"
#include "mc-roster-grid-private.h"

/* The grid as a screen reader walks it: the line of the days, then a row for each row, with its name and its cells. A
 * heading is a row with a name alone. Accessibles are made when they are asked for, and are thrown away with the rows
 * that they stood for: 44,000 cells cost nothing as long as nobody listens. */

static GtkAccessibleInterface *parent_iface;

static gint64
make_key (int row, int slot)
{
  return ((gint64)(row + 1) << 20) | (gint64)(slot + 2);
}

static gboolean
is_heading (McRosterGrid *self, int row)
{
  return row >= 0 && row < (int)self->n_rows && !mc_roster_grid_selection_is_cell (self, (guint)row);
}

static GtkAccessibleRole
find_role (McRosterGrid *self, int row, int slot)
{
  if (slot == MC_ROSTER_SLOT_ROW)
    return GTK_ACCESSIBLE_ROLE_ROW;
  if (slot == MC_ROSTER_SLOT_NAME)
    return GTK_ACCESSIBLE_ROLE_ROW_HEADER;
  return row == MC_ROSTER_ROW_HEAD ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_GRID_CELL;
}

static char *
dup_row_name (McRosterGrid *self, int row)
{
  McRosterGridRow head = mc_roster_grid_source_get_row (self->source, (guint)row);
  GString *name = g_string_new (head.name);

  if (head.heading)
    return g_string_free (name, FALSE);
  if (head.code && *head.code)
    g_string_append_printf (name, ", %s", head.code);
  for (guint i = 0; i < MC_ROSTER_GRID_N_FACTS; i++)
    {
      const char *title = mc_roster_grid_source_get_fact_title (self->source, i);

      if (title && head.facts[i] && *head.facts[i])
        g_string_append_printf (name, ", %s %s", title, head.facts[i]);
    }
  return g_string_free (name, FALSE);
}

static char *
dup_label (McRosterGrid *self, int row, int slot)
{
  if (row == MC_ROSTER_ROW_HEAD)
    {
      g_autofree char *when = slot >= 0 ? mc_roster_grid_source_dup_when (self->source, (guint)slot) : NULL;
      const char *note =
          slot >= 0 ? mc_roster_grid_source_get_day (self->source, (guint)slot / self->n_parts).note : NULL;

      return when && note ? g_strdup_printf ("%s, %s", when, note) : g_strdup (when ? when : "");
    }
  if (slot < 0)
    return dup_row_name (self, row);
  return mc_roster_grid_source_dup_name (self->source, (guint)row, (guint)slot);
}

static void
update_selected (McRosterGrid *self, McRosterGridAccessible *accessible)
{
  int row = mc_roster_grid_accessible_get_row (accessible), slot = mc_roster_grid_accessible_get_slot (accessible);

  if (row >= 0 && slot >= 0)
    mc_roster_grid_accessible_set_selected (accessible, mc_roster_grid_is_selected (self, (guint)row, (guint)slot));
}

static void
update (McRosterGrid *self, McRosterGridAccessible *accessible)
{
  int row = mc_roster_grid_accessible_get_row (accessible), slot = mc_roster_grid_accessible_get_slot (accessible);
  g_autofree char *label = dup_label (self, row, slot);

  mc_drawn_accessible_set_label (MC_DRAWN_ACCESSIBLE (accessible), label);
  update_selected (self, accessible);
}

static GtkAccessible *
ref_accessible (McRosterGrid *self, int row, int slot)
{
  gint64 key = make_key (row, slot);
  McRosterGridAccessible *accessible = g_hash_table_lookup (self->accessibles, &key);

  if (!accessible)
    {
      accessible = mc_roster_grid_accessible_new (self, row, slot, find_role (self, row, slot));
      g_hash_table_insert (self->accessibles, g_memdup2 (&key, sizeof key), accessible);
      update (self, accessible);
    }
  return GTK_ACCESSIBLE (g_object_ref (accessible));
}

static gboolean
is_there (McRosterGrid *self, int row, int slot)
{
  return self->source && row < (int)(self->n_rows + self->n_feet) && slot < (int)(self->n_days * self->n_parts);
}

GtkAccessible *
mc_roster_grid_access_get_parent (McRosterGrid *self, int row, int slot)
{
  if (slot == MC_ROSTER_SLOT_ROW || !is_there (self, row, slot))
    return GTK_ACCESSIBLE (g_object_ref (self));
  return ref_accessible (self, row, MC_ROSTER_SLOT_ROW);
}

GtkAccessible *
mc_roster_grid_access_get_first (McRosterGrid *self, int row, int slot)
{
  if (slot != MC_ROSTER_SLOT_ROW || !is_there (self, row, slot))
    return NULL;
  if (row == MC_ROSTER_ROW_HEAD)
    return self->n_days > 0 ? ref_accessible (self, row, 0) : NULL;
  return ref_accessible (self, row, MC_ROSTER_SLOT_NAME);
}

/* After the last row come the widgets that stand on the grid. */
GtkAccessible *
mc_roster_grid_access_get_next (McRosterGrid *self, int row, int slot)
{
  if (slot != MC_ROSTER_SLOT_ROW)
    return is_there (self, row, slot + 1) && !is_heading (self, row) ? ref_accessible (self, row, slot + 1) : NULL;
  if (is_there (self, row + 1, slot))
    return ref_accessible (self, row + 1, slot);
  return row < (int)(self->n_rows + self->n_feet) ? parent_iface->get_first_accessible_child (GTK_ACCESSIBLE (self))
                                                  : NULL;
}

static graphene_rect_t
get_place (McRosterGrid *self, int row, int slot)
{
  graphene_rect_t cell = GRAPHENE_RECT_INIT (0, 0, 0, 0), head = mc_roster_grid_layout_get_pane (self, PANE_CORNER);

  if (row == MC_ROSTER_ROW_HEAD)
    {
      cell = head;
      if (slot >= 0 && self->n_rows + self->n_feet > 0)
        mc_roster_grid_get_bounds (self, 0, (guint)slot, &cell);
      cell.origin.y = 0;
      cell.size.height = head.size.height;
    }
  else
    mc_roster_grid_get_bounds (self, (guint)row, slot >= 0 ? (guint)slot : 0, &cell);
  if (slot < 0)
    {
      cell.origin.x = 0;
      cell.size.width = slot == MC_ROSTER_SLOT_NAME ? head.size.width : (float)gtk_widget_get_width (GTK_WIDGET (self));
    }
  return cell;
}

gboolean
mc_roster_grid_access_get_box (McRosterGrid *self, int row, int slot, graphene_rect_t *box)
{
  if (!is_there (self, row, slot))
    return FALSE;
  *box = get_place (self, row, slot);
  if (slot != MC_ROSTER_SLOT_ROW)
    {
      graphene_rect_t above = get_place (self, row, MC_ROSTER_SLOT_ROW);

      box->origin.x -= above.origin.x;
      box->origin.y -= above.origin.y;
    }
  return TRUE;
}

gboolean
mc_roster_grid_access_has_focus (McRosterGrid *self, int row, int slot)
{
  return self->has_cursor && slot >= 0 && row == (int)self->cursor_row && slot == (int)self->cursor_slot &&
         gtk_widget_has_focus (GTK_WIDGET (self));
}

static GtkAccessible *
get_first_accessible_child (GtkAccessible *accessible)
{
  McRosterGrid *self = MC_ROSTER_GRID (accessible);

  return is_there (self, MC_ROSTER_ROW_HEAD, MC_ROSTER_SLOT_ROW)
             ? ref_accessible (self, MC_ROSTER_ROW_HEAD, MC_ROSTER_SLOT_ROW)
             : parent_iface->get_first_accessible_child (accessible);
}

/* The cell that has the cursor speaks for the grid. */
static gboolean
get_platform_state (GtkAccessible *accessible, GtkAccessiblePlatformState state)
{
  if (state == GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED && MC_ROSTER_GRID (accessible)->has_cursor)
    return FALSE;
  return parent_iface->get_platform_state (accessible, state);
}

void
mc_roster_grid_access_iface_init (GtkAccessibleInterface *iface)
{
  parent_iface = mc_drawn_accessible_inherit (iface);
  iface->get_first_accessible_child = get_first_accessible_child;
  iface->get_platform_state = get_platform_state;
}

/* --- News --- */

static void
announce_gone (McRosterGridAccessible *accessible)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (accessible), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

/* Those that are known and still there tell how they are now; a row that became a heading, or is gone, leaves. */
void
mc_roster_grid_access_source_changed (McRosterGrid *self)
{
  g_autoptr (GPtrArray) known = g_hash_table_get_values_as_ptr_array (self->accessibles);

  for (guint i = 0; i < known->len; i++)
    {
      McRosterGridAccessible *accessible = g_ptr_array_index (known, i);
      int row = mc_roster_grid_accessible_get_row (accessible), slot = mc_roster_grid_accessible_get_slot (accessible);
      gint64 key = make_key (row, slot);

      if (is_there (self, row, slot) && (slot < 0 || !is_heading (self, row)))
        {
          update (self, accessible);
          continue;
        }
      announce_gone (accessible);
      g_hash_table_remove (self->accessibles, &key);
    }
}

void
mc_roster_grid_access_cells_changed (McRosterGrid *self, guint first, guint n_rows)
{
  GHashTableIter iter;
  McRosterGridAccessible *accessible;

  g_hash_table_iter_init (&iter, self->accessibles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&accessible))
    {
      int row = mc_roster_grid_accessible_get_row (accessible);

      if (row >= (int)first && row < (int)(first + n_rows))
        update (self, accessible);
    }
}

void
mc_roster_grid_access_selection_changed (McRosterGrid *self)
{
  GHashTableIter iter;
  McRosterGridAccessible *accessible;

  g_hash_table_iter_init (&iter, self->accessibles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&accessible))
    update_selected (self, accessible);
}

static void
tell_focus (McRosterGrid *self)
{
  g_autoptr (GtkAccessible) cell = NULL;

  if (!self->has_cursor || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return;
  cell = ref_accessible (self, (int)self->cursor_row, (int)self->cursor_slot);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, cell, -1);
  mc_drawn_accessible_focus_changed (MC_DRAWN_ACCESSIBLE (cell));
}

void
mc_roster_grid_access_cursor_moved (McRosterGrid *self, gboolean had, guint row, guint slot)
{
  gint64 key = make_key ((int)row, (int)slot);
  McRosterGridAccessible *left = had ? g_hash_table_lookup (self->accessibles, &key) : NULL;

  if (left)
    mc_drawn_accessible_focus_changed (MC_DRAWN_ACCESSIBLE (left));
  tell_focus (self);
}

static void
has_focus_cb (McRosterGrid *self)
{
  gint64 key = make_key ((int)self->cursor_row, (int)self->cursor_slot);
  McRosterGridAccessible *cell = self->has_cursor ? g_hash_table_lookup (self->accessibles, &key) : NULL;

  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    tell_focus (self);
  else if (cell)
    mc_drawn_accessible_focus_changed (MC_DRAWN_ACCESSIBLE (cell));
}

void
mc_roster_grid_access_init (McRosterGrid *self)
{
  self->accessibles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (has_focus_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
}

void
mc_roster_grid_access_dispose (McRosterGrid *self)
{
  g_clear_pointer (&self->accessibles, g_hash_table_unref);
}
