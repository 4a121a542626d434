/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-grid-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* The verbs: each makes an McGridEdit of the chosen cells and asks for it. */

#define ZOOM_STEP 1.25

static gboolean
on_cell (McRosterGrid *self)
{
  return self->source && self->has_cursor && self->ranges->len > 0;
}

void
mc_roster_grid_edit_update_actions (McRosterGrid *self)
{
  static const char *const writing[] = { "grid.edit",  "grid.free",       "grid.pin",      "grid.cut",
                                         "grid.paste", "grid.fill-right", "grid.fill-down" };
  GtkWidget *widget = GTK_WIDGET (self);

  for (gsize i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (widget, writing[i], self->editable && on_cell (self));
  if (self->recording)
    gtk_widget_action_set_enabled (widget, "grid.pin", FALSE);
  gtk_widget_action_set_enabled (widget, "grid.copy", on_cell (self));
}

/* --- Typing --- */

static void
unparent_cb (gpointer data)
{
  g_autoptr (GtkWidget) entry = data;

  gtk_widget_unparent (entry);
}

/* Not while it closes: it still has work to do then. */
static void
entry_closed_cb (McRosterGrid *self)
{
  GtkWidget *entry = g_steal_pointer (&self->entry);

  if (entry)
    g_idle_add_once (unparent_cb, g_object_ref (entry));
}

void
mc_roster_grid_edit_close (McRosterGrid *self)
{
  if (self->entry)
    gtk_popover_popdown (GTK_POPOVER (self->entry));
}

static void
go_below (McRosterGrid *self)
{
  guint row = self->cursor_row + 1, n = mc_roster_grid_source_get_n_rows (self->source);

  while (row < n && !mc_roster_grid_selection_is_cell (self, row))
    row++;
  if (row < n)
    mc_roster_grid_go_to (self, row, self->cursor_slot);
}

static void
chosen_cb (McRosterGrid *self, int duty)
{
  g_autoptr (McGridEdit) edit = mc_grid_edit_new (duty == MC_ROSTER_GRID_FREE ? MC_GRID_VERB_FREE : MC_GRID_VERB_FILL);
  g_autoptr (GArray) cells = mc_roster_grid_get_selected (self);
  gboolean single = mc_roster_grid_selection_is_single (self);

  for (guint i = 0; i < cells->len; i++)
    {
      McGridEditCell *cell = &g_array_index (cells, McGridEditCell, i);

      mc_grid_edit_add (edit, cell->row, cell->slot, duty);
    }
  mc_roster_grid_edit_close (self);
  mc_roster_grid_emit_edit (self, edit);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  /* As in a table of figures: the next session is typed next; or the next person's, where a day is written down. */
  if (single && self->recording)
    go_below (self);
  else if (single && self->cursor_slot + 1 < self->n_days * self->n_parts)
    mc_roster_grid_go_to (self, self->cursor_row, self->cursor_slot + 1);
}

gboolean
mc_roster_grid_edit_take (McRosterGrid *self, const char *text)
{
  g_autoptr (GPtrArray) codes =
      on_cell (self) ? mc_roster_grid_source_complete (self->source, self->cursor_row, self->cursor_slot, text) : NULL;
  McRosterCode *only = codes && codes->len == 1 ? g_ptr_array_index (codes, 0) : NULL;
  int duty;

  if (!only || g_ascii_strcasecmp (only->code, text) != 0 ||
      !mc_roster_grid_source_parse (self->source, only->code, &duty, NULL))
    return FALSE;
  chosen_cb (self, duty);
  return TRUE;
}

void
mc_roster_grid_edit_open (McRosterGrid *self, const char *text)
{
  McRosterGridLook look;
  graphene_rect_t box;

  if (!on_cell (self) || self->entry)
    return;
  look = mc_roster_grid_source_get_look (self->source, self->cursor_row, self->cursor_slot);
  mc_roster_grid_layout_reveal (self, self->cursor_row, self->cursor_slot);
  if (!mc_roster_grid_get_bounds (self, self->cursor_row, self->cursor_slot, &box))
    return;
  self->entry = mc_roster_code_entry_new (self->source, self->cursor_row, self->cursor_slot);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (
      GTK_POPOVER (self->entry),
      &(GdkRectangle){ (int)box.origin.x, (int)box.origin.y, (int)ceil (box.size.width), (int)ceil (box.size.height) });
  g_signal_connect_swapped (self->entry, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->entry, "closed", G_CALLBACK (entry_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->entry));
  mc_roster_code_entry_begin (MC_ROSTER_CODE_ENTRY (self->entry),
                              text        ? text
                              : look.code ? look.code
                                          : look.text,
                              text == NULL);
}

/* --- Acts on what is chosen --- */

void
mc_roster_grid_edit_free (McRosterGrid *self, McGridVerb verb)
{
  g_autoptr (McGridEdit) edit = mc_grid_edit_new (verb);
  g_autoptr (GArray) cells = mc_roster_grid_get_selected (self);

  g_array_append_vals (edit->cells, cells->data, cells->len);
  mc_roster_grid_emit_edit (self, edit);
}

/* All are let go where all are pinned. */
static void
pin (McRosterGrid *self)
{
  g_autoptr (GArray) cells = mc_roster_grid_get_selected (self);
  gboolean all = TRUE;

  for (guint i = 0; i < cells->len && all; i++)
    {
      McGridEditCell *cell = &g_array_index (cells, McGridEditCell, i);

      all = mc_roster_grid_source_get_look (self->source, cell->row, cell->slot).marks & MC_ROSTER_MARK_PINNED;
    }
  mc_roster_grid_edit_free (self, all ? MC_GRID_VERB_UNPIN : MC_GRID_VERB_PIN);
}

static gboolean
get_duty (McRosterGrid *self, guint row, guint slot, int *duty)
{
  McRosterGridLook look = mc_roster_grid_source_get_look (self->source, row, slot);

  return mc_roster_grid_source_parse (self->source, look.code ? look.code : look.text, duty, NULL);
}

static guint
first_cell (McRosterGrid *self, const Range *box)
{
  guint row = box->row;

  while (row < box->to_row && !mc_roster_grid_selection_is_cell (self, row))
    row++;
  return row;
}

/* The first day of the range on the others, session by session; one session alone goes on as it is. Down: the first
 * person's cells for the others. */
static void
spread (McRosterGrid *self, gboolean down)
{
  g_autoptr (McGridEdit) edit = mc_grid_edit_new (down ? MC_GRID_VERB_FILL_DOWN : MC_GRID_VERB_FILL_RIGHT);
  Range box = mc_roster_grid_selection_get_box (self);
  guint width = box.to_slot - box.slot + 1, pattern = width > self->n_parts ? self->n_parts : 1;
  guint first = first_cell (self, &box);

  if (down ? box.to_row == first : width < 2)
    {
      mc_roster_grid_emit_message (self, down ? _ ("Select the cell to copy and those below it first.")
                                              : _ ("Select the cell to copy and those right of it first."));
      return;
    }
  for (guint row = first; row <= box.to_row; row++)
    for (guint slot = box.slot; slot <= box.to_slot && mc_roster_grid_selection_is_cell (self, row); slot++)
      {
        guint from_row = down ? first : row, from_slot = down ? slot : box.slot + (slot - box.slot) % pattern;
        int duty;

        if ((from_row != row || from_slot != slot) && get_duty (self, from_row, from_slot, &duty))
          mc_grid_edit_add (edit, row, slot, duty);
      }
  mc_roster_grid_emit_edit (self, edit);
}

/* --- The menu --- */

static void
append (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (McRosterGrid *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) cell = g_menu_new (), board = g_menu_new (), filling = g_menu_new ();

  append (cell, self->recording ? _ ("_Enter…") : _ ("_Assign…"), "grid.edit");
  append (cell, self->recording ? _ ("_Clear") : _ ("_Free"), "grid.free");
  if (!self->recording)
    append (cell, _ ("_Pin or Unpin"), "grid.pin");
  append (board, _ ("Cu_t"), "grid.cut");
  append (board, _ ("_Copy"), "grid.copy");
  append (board, _ ("Pa_ste"), "grid.paste");
  append (filling, _ ("Fill _Right"), "grid.fill-right");
  append (filling, _ ("Fill _Down"), "grid.fill-down");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (cell));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (board));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (filling));
  if (self->extra_menu)
    g_menu_append_section (menu, NULL, self->extra_menu);
  return G_MENU_MODEL (menu);
}

void
mc_roster_grid_edit_open_menu (McRosterGrid *self, double x, double y)
{
  g_autoptr (GMenuModel) model = NULL;

  if (!self->has_cursor)
    return;
  if (self->menu)
    gtk_widget_unparent (g_steal_pointer (&self->menu));
  model = make_menu (self);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterGrid *self = MC_ROSTER_GRID (widget);
  graphene_rect_t box;

  if (!self->has_cursor)
    return;
  mc_roster_grid_layout_reveal (self, self->cursor_row, self->cursor_slot);
  if (mc_roster_grid_get_bounds (self, self->cursor_row, self->cursor_slot, &box))
    mc_roster_grid_edit_open_menu (self, box.origin.x + box.size.width / 2, box.origin.y + box.size.height);
}

/* --- Actions --- */

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_roster_grid_edit_open (MC_ROSTER_GRID (widget), NULL);
}

static void
free_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_roster_grid_edit_free (MC_ROSTER_GRID (widget), MC_GRID_VERB_FREE);
}

static void
pin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pin (MC_ROSTER_GRID (widget));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_roster_grid_copy (MC_ROSTER_GRID (widget));
}

static void
cut_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_roster_grid_copy (MC_ROSTER_GRID (widget));
  mc_roster_grid_edit_free (MC_ROSTER_GRID (widget), MC_GRID_VERB_CUT);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_roster_grid_paste (MC_ROSTER_GRID (widget));
}

static void
fill_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spread (MC_ROSTER_GRID (widget), g_str_equal (name, "grid.fill-down"));
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_roster_grid_selection_all (MC_ROSTER_GRID (widget));
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterGrid *self = MC_ROSTER_GRID (widget);
  int steps = g_variant_get_int32 (parameter);
  graphene_rect_t box;
  double x = gtk_widget_get_width (widget) / 2.0;

  if (steps == 0)
    {
      mc_roster_grid_set_width (self, MC_ROSTER_WIDTH_MONTH);
      return;
    }
  if (self->has_cursor && mc_roster_grid_get_bounds (self, self->cursor_row, self->cursor_slot, &box))
    x = CLAMP (box.origin.x, 0, gtk_widget_get_width (widget));
  mc_roster_grid_layout_zoom (self, self->day_width * pow (ZOOM_STEP, steps), x);
}

void
mc_roster_grid_edit_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "grid.edit", NULL, edit_action);
  gtk_widget_class_install_action (klass, "grid.free", NULL, free_action);
  gtk_widget_class_install_action (klass, "grid.pin", NULL, pin_action);
  gtk_widget_class_install_action (klass, "grid.copy", NULL, copy_action);
  gtk_widget_class_install_action (klass, "grid.cut", NULL, cut_action);
  gtk_widget_class_install_action (klass, "grid.paste", NULL, paste_action);
  gtk_widget_class_install_action (klass, "grid.fill-right", NULL, fill_action);
  gtk_widget_class_install_action (klass, "grid.fill-down", NULL, fill_action);
  gtk_widget_class_install_action (klass, "grid.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (klass, "grid.menu", NULL, menu_action);
  gtk_widget_class_install_action (klass, "grid.zoom", "i", zoom_action);
}

void
mc_roster_grid_edit_dispose (McRosterGrid *self)
{
  if (self->pasting)
    g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  if (self->entry)
    gtk_widget_unparent (g_steal_pointer (&self->entry));
  if (self->menu)
    gtk_widget_unparent (g_steal_pointer (&self->menu));
}
