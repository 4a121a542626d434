/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-editor-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-field-text.h"
#include "mc-plan-property.h"
#include "mc-report.h"

/* What lies under the plan of the floor: seen or not, locked, how pale, where and how large. */

#define FADE_PAUSE 300 /* milliseconds: one pull of the slider is one change */

static const struct
{
  const char *title;
  goffset member;
  double low, high;
} numbers[] = {
  { N_ ("Across (m)"), G_STRUCT_OFFSET (McPlanBackground, x), -100000, 100000 },
  { N_ ("Down (m)"), G_STRUCT_OFFSET (McPlanBackground, y), -100000, 100000 },
  { N_ ("Turned by (°)"), G_STRUCT_OFFSET (McPlanBackground, rotation), -3600, 3600 },
  { N_ ("Metres per unit"), G_STRUCT_OFFSET (McPlanBackground, scale), 1e-9, 1000 },
};

#define N_NUMBERS G_N_ELEMENTS (numbers)

typedef struct
{
  McPlanEditor *editor;
  gint64 background;
  GtkWidget *eye, *lock, *fade, *lay, *scale;
  GtkWidget *entries[N_NUMBERS];
  guint fade_source;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_handle_id (&row->fade_source, g_source_remove);
  g_free (row);
}

static McPlanBackground *
find (const Row *row)
{
  McLiveList *list = mc_plan_feed_get_backgrounds (row->editor->feed);

  return list ? mc_live_list_get_by_id (list, row->background) : NULL;
}

/* --- Writing --- */

static void
toggled_cb (Row *row, GtkWidget *button)
{
  McPlanBackground *background = find (row);
  McPlanBackground *after;

  if (row->editor->filling || !background)
    return;
  after = mc_entity_clone (background);
  after->visible = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (row->eye));
  after->locked = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (row->lock));
  if (after->locked && row->editor->background == row->background)
    mc_plan_editor_lay (row->editor, 0, MC_PLAN_TOOL_SELECT);
  mc_plan_editor_commit_background (
      row->editor, button == row->eye ? _ ("Show or hide a background") : _ ("Lock or unlock a background"), after);
}

static gboolean
fade_cb (gpointer data)
{
  Row *row = data;
  McPlanBackground *background = find (row);
  McPlanBackground *after;

  row->fade_source = 0;
  if (!background)
    return G_SOURCE_REMOVE;
  after = mc_entity_clone (background);
  after->opacity = round (gtk_range_get_value (GTK_RANGE (row->fade))) / 100;
  mc_plan_editor_commit_background (row->editor, _ ("Fade the background"), after);
  return G_SOURCE_REMOVE;
}

static void
faded_cb (Row *row)
{
  if (row->editor->filling)
    return;
  g_clear_handle_id (&row->fade_source, g_source_remove);
  row->fade_source = g_timeout_add (FADE_PAUSE, fade_cb, row);
}

static double *
member_of (McPlanBackground *background, guint number)
{
  return &G_STRUCT_MEMBER (double, background, numbers[number].member);
}

/* By the number as it stands, not as it is shown: what is rounded for the eye stays exact. */
static void
apply_cb (Row *row)
{
  McPlanBackground *background = find (row);
  g_autoptr (McPlanBackground) after = background ? mc_entity_clone (background) : NULL;

  if (row->editor->filling || !after)
    return;
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (row->entries[i]));
      g_autofree char *shown = mc_field_text_format_number (*member_of (background, i));
      double value = mc_plan_read_number (text);

      if (g_str_equal (shown, text))
        continue;
      if (!(value >= numbers[i].low && value <= numbers[i].high))
        {
          g_autofree char *told =
              g_strdup_printf (_ ("“%s” is no value of “%s”."), text, g_dgettext (NULL, numbers[i].title));

          mc_report_toast (GTK_WIDGET (row->editor->canvas), told);
          gtk_editable_set_text (GTK_EDITABLE (row->entries[i]), shown);
          return;
        }
      *member_of (after, i) = value;
    }
  after->rotation = mc_plan_turn (after->rotation);
  mc_plan_editor_commit_background (row->editor, _ ("Place the background"), g_steal_pointer (&after));
}

static void
lay_cb (Row *row, GtkWidget *button)
{
  McPlanTool tool = button == row->scale ? MC_PLAN_TOOL_SCALE : MC_PLAN_TOOL_LAY;
  gboolean leaves = row->editor->background == row->background && row->editor->tool == tool;

  mc_plan_editor_lay (row->editor, leaves ? 0 : row->background, leaves ? MC_PLAN_TOOL_SELECT : tool);
}

static void
remove_cb (Row *row)
{
  McPlanBackground *background = find (row);

  if (background && background->locked)
    mc_report_toast (GTK_WIDGET (row->editor->canvas), _ ("This background is locked."));
  if (!background || background->locked)
    return;
  row->editor->background = row->background;
  mc_plan_editor_remove_background (row->editor);
}

/* --- The rows --- */

static GtkWidget *
new_icon (Row *row, GtkWidget *button, const char *icon, const char *what)
{
  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  return button;
}

static GtkWidget *
new_head (Row *row, const char *name)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *label = gtk_label_new (name), *remove;
  g_autofree char *shows = g_strdup_printf (_ ("Show %s"), name);
  g_autofree char *locks = g_strdup_printf (_ ("Lock %s"), name);
  g_autofree char *removes = g_strdup_printf (_ ("Remove %s"), name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_set_hexpand (label, TRUE);
  row->eye = new_icon (row, gtk_toggle_button_new (), "view-reveal-symbolic", shows);
  row->lock = new_icon (row, gtk_toggle_button_new (), "changes-prevent-symbolic", locks);
  remove = new_icon (row, gtk_button_new (), "user-trash-symbolic", removes);
  g_signal_connect_swapped (row->eye, "toggled", G_CALLBACK (toggled_cb), row);
  g_signal_connect_swapped (row->lock, "toggled", G_CALLBACK (toggled_cb), row);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), row);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), row->eye);
  gtk_box_append (GTK_BOX (head), row->lock);
  gtk_box_append (GTK_BOX (head), remove);
  return head;
}

static GtkWidget *
new_fade (Row *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (_ ("Opacity"));

  row->fade = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 5, 100, 5);
  gtk_widget_set_hexpand (row->fade, TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row->fade), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_swapped (row->fade, "value-changed", G_CALLBACK (faded_cb), row);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), row->fade);
  return box;
}

static GtkWidget *
new_verbs (Row *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  row->lay = gtk_button_new_with_label (_ ("Move and Turn"));
  row->scale = gtk_button_new_with_label (_ ("Two-Point Scale"));
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  g_signal_connect_swapped (row->lay, "clicked", G_CALLBACK (lay_cb), row);
  g_signal_connect_swapped (row->scale, "clicked", G_CALLBACK (lay_cb), row);
  gtk_box_append (GTK_BOX (box), row->lay);
  gtk_box_append (GTK_BOX (box), row->scale);
  return box;
}

static GtkWidget *
new_numbers (Row *row)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      GtkWidget *label = gtk_label_new (g_dgettext (NULL, numbers[i].title)), *entry = gtk_entry_new ();
      GtkEventController *focus = gtk_event_controller_focus_new ();

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
      gtk_widget_set_hexpand (entry, TRUE);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
      g_signal_connect_swapped (entry, "activate", G_CALLBACK (apply_cb), row);
      g_signal_connect_swapped (focus, "leave", G_CALLBACK (apply_cb), row);
      gtk_widget_add_controller (entry, focus);
      gtk_grid_attach (GTK_GRID (grid), label, 0, (int)i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), entry, 1, (int)i, 1, 1);
      row->entries[i] = entry;
    }
  return grid;
}

static GtkWidget *
new_row (McPlanEditor *self, McPlanBackground *background)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *line;

  row->editor = self;
  row->background = mc_entity_get_id (MC_ENTITY (background));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 9);
  gtk_widget_set_margin_end (box, 6);
  gtk_box_append (GTK_BOX (box), new_head (row, background->file_name));
  gtk_box_append (GTK_BOX (box), new_fade (row));
  gtk_box_append (GTK_BOX (box), new_verbs (row));
  gtk_box_append (GTK_BOX (box), new_numbers (row));
  line = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_focusable (line, FALSE);
  g_object_set_data_full (G_OBJECT (line), "row", row, row_free);
  return line;
}

/* --- Filling --- */

static GPtrArray *
dup_backgrounds (McPlanEditor *self)
{
  GPtrArray *backgrounds = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *list = G_LIST_MODEL (mc_plan_feed_get_backgrounds (self->feed));
  McFloor *floor = mc_plan_feed_get_floor (self->feed);

  for (guint i = 0; list && floor && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (McPlanBackground) background = g_list_model_get_item (list, i);

      if (background->floor_id == mc_entity_get_id (MC_ENTITY (floor)))
        g_ptr_array_add (backgrounds, g_steal_pointer (&background));
    }
  return backgrounds;
}

static void
fill_row (Row *row, McPlanBackground *background)
{
  gboolean ours = row->editor->background == row->background;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row->eye), background->visible);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row->lock), background->locked);
  gtk_button_set_icon_name (GTK_BUTTON (row->eye),
                            background->visible ? "view-reveal-symbolic" : "view-conceal-symbolic");
  gtk_button_set_icon_name (GTK_BUTTON (row->lock),
                            background->locked ? "changes-prevent-symbolic" : "changes-allow-symbolic");
  if (row->fade_source == 0)
    gtk_range_set_value (GTK_RANGE (row->fade), background->opacity * 100);
  gtk_widget_set_sensitive (row->lay, !background->locked);
  gtk_widget_set_sensitive (row->scale, !background->locked);
  (ours && row->editor->tool == MC_PLAN_TOOL_LAY ? gtk_widget_add_css_class
                                                 : gtk_widget_remove_css_class) (row->lay, "suggested-action");
  (ours && row->editor->tool == MC_PLAN_TOOL_SCALE ? gtk_widget_add_css_class
                                                   : gtk_widget_remove_css_class) (row->scale, "suggested-action");
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      g_autofree char *text = mc_field_text_format_number (*member_of (background, i));

      gtk_widget_set_sensitive (row->entries[i], !background->locked);
      if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row->entries[i])))))
        gtk_editable_set_text (GTK_EDITABLE (row->entries[i]), text);
    }
}

void
mc_plan_editor_fill_backgrounds (McPlanEditor *self)
{
  g_autoptr (GPtrArray) backgrounds = dup_backgrounds (self);
  g_autoptr (GString) state = g_string_new (NULL);

  for (guint i = 0; i < backgrounds->len; i++)
    g_string_append_printf (state, "%" G_GINT64_FORMAT "\n", mc_entity_get_id (g_ptr_array_index (backgrounds, i)));
  if (self->busy > 0 && g_strcmp0 (self->backgrounds_state, state->str) == 0)
    return;
  self->filling = TRUE;
  if (g_strcmp0 (self->backgrounds_state, state->str) != 0)
    {
      gtk_list_box_remove_all (self->background_list);
      for (guint i = 0; i < backgrounds->len; i++)
        gtk_list_box_append (self->background_list, new_row (self, g_ptr_array_index (backgrounds, i)));
    }
  g_set_str (&self->backgrounds_state, state->str);
  for (guint i = 0; i < backgrounds->len; i++)
    fill_row (g_object_get_data (G_OBJECT (gtk_list_box_get_row_at_index (self->background_list, (int)i)), "row"),
              g_ptr_array_index (backgrounds, i));
  gtk_widget_set_visible (GTK_WIDGET (self->background_list), backgrounds->len > 0);
  self->filling = FALSE;
}
