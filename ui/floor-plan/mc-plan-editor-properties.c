/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-editor-private.h"

#include <glib/gi18n.h>

#include "mc-error.h"
#include "mc-plan-kinds.h"
#include "mc-plan-property.h"
#include "mc-report.h"

/* What can be changed of all that is chosen: a row for each property that all of it has; what differs is marked. Each
 * edit is written when its field is left, as one change. */

typedef struct
{
  McPlanEditor *editor;
  const McPlanProperty *property; /* NULL: the layer */
  GtkWidget *control;
  char *shown; /* NULL: not the same of all */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->shown);
  g_free (row);
}

static const char *
title_of (const Row *row)
{
  return row->property ? g_dgettext (NULL, row->property->title) : _ ("Layer");
}

static gboolean
is_dirty (const Row *row)
{
  return GTK_IS_ENTRY (row->control) &&
         !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row->control)), row->shown ? row->shown : "");
}

/* --- Writing --- */

static gboolean
set_layer (GPtrArray *objects, const char *id)
{
  for (guint i = 0; i < objects->len; i++)
    MC_PLAN_OBJECT (g_ptr_array_index (objects, i))->layer_id = g_ascii_strtoll (id, NULL, 10);
  return TRUE;
}

static gboolean
set_all (const Row *row, GPtrArray *objects, const char *text, GError **error)
{
  if (!row->property)
    return set_layer (objects, text);
  for (guint i = 0; i < objects->len; i++)
    if (!mc_plan_property_set (row->property, g_ptr_array_index (objects, i), text, error))
      return FALSE;
  return TRUE;
}

static void
apply (Row *row, const char *text)
{
  McPlanEditor *self = row->editor;
  g_autofree char *label = g_strdup_printf (_ ("Change: %s"), title_of (row));
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  if (self->filling || !self->described || self->described->len == 0)
    return;
  after = mc_plan_editor_clone_latest (self, self->described);
  if (!set_all (row, after, text, &error))
    {
      gtk_widget_add_css_class (row->control, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row->control), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      mc_report_toast (GTK_WIDGET (self->canvas), error->message);
      return;
    }
  g_set_str (&row->shown, text);
  mc_plan_editor_commit_edit (self, label, self->described, after);
}

static void
apply_entry (Row *row)
{
  if (is_dirty (row))
    apply (row, gtk_editable_get_text (GTK_EDITABLE (row->control)));
}

static void
choice_cb (Row *row)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (row->control));
  g_auto (GStrv) values = NULL;

  if (row->editor->filling)
    return;
  values = g_strdupv (g_object_get_data (G_OBJECT (row->control), "values"));
  /* The first line of what is not the same of all says only that. */
  if (at < g_strv_length (values) && *values[at])
    apply (row, values[at]);
}

static void
switch_cb (Row *row)
{
  GtkCheckButton *button = GTK_CHECK_BUTTON (row->control);

  if (row->editor->filling)
    return;
  gtk_check_button_set_inconsistent (button, FALSE);
  apply (row, gtk_check_button_get_active (button) ? "true" : "false");
}

/* --- The rows --- */

static void
put_back (Row *row)
{
  gtk_editable_set_text (GTK_EDITABLE (row->control), row->shown ? row->shown : "");
  gtk_widget_remove_css_class (row->control, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (row->control), GTK_ACCESSIBLE_STATE_INVALID);
}

static gboolean
entry_key_cb (Row *row, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  put_back (row);
  gtk_widget_grab_focus (GTK_WIDGET (row->editor->canvas));
  return GDK_EVENT_STOP;
}

static GtkWidget *
new_entry (Row *row)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  if (row->property->type == MC_PLAN_PROPERTY_NUMBER)
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (apply_entry), row);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (apply_entry), row);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), row);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_add_controller (entry, keys);
  return entry;
}

static GtkWidget *
new_control (Row *row)
{
  GtkWidget *control;

  if (row->property && (row->property->type == MC_PLAN_PROPERTY_TEXT || row->property->type == MC_PLAN_PROPERTY_NUMBER))
    return new_entry (row);
  if (row->property && row->property->type == MC_PLAN_PROPERTY_SWITCH)
    {
      control = gtk_check_button_new ();
      g_signal_connect_swapped (control, "toggled", G_CALLBACK (switch_cb), row);
      return control;
    }
  control = gtk_drop_down_new_from_strings (NULL);
  g_signal_connect_swapped (control, "notify::selected", G_CALLBACK (choice_cb), row);
  return control;
}

static void
add_row (McPlanEditor *self, const McPlanProperty *property)
{
  Row *row = g_new0 (Row, 1);
  int at = (int)self->rows->len;
  GtkWidget *label;

  row->editor = self;
  row->property = property;
  label = gtk_label_new (title_of (row));
  row->control = new_control (row);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (row->control, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row->control), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_grid_attach (self->properties, label, 0, at, 1, 1);
  gtk_grid_attach (self->properties, row->control, 1, at, 1, 1);
  g_ptr_array_add (self->rows, row);
}

/* The properties that @chosen has in common, the layer in front. */
static GPtrArray *
list_properties (GPtrArray *chosen)
{
  GPtrArray *common = g_ptr_array_new ();
  gsize n;
  const McPlanProperty *all = mc_plan_properties (&n);

  for (gsize i = 0; i < n; i++)
    if (mc_plan_property_applies (&all[i], chosen))
      g_ptr_array_add (common, (gpointer)&all[i]);
  if (chosen->len > 0)
    g_ptr_array_add (common, NULL);
  return common;
}

static gboolean
is_same (GPtrArray *rows, GPtrArray *properties)
{
  if (rows->len != properties->len)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (((const Row *)g_ptr_array_index (rows, i))->property != g_ptr_array_index (properties, i))
      return FALSE;
  return TRUE;
}

static void
build_rows (McPlanEditor *self, GPtrArray *properties)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->properties))))
    gtk_grid_remove (self->properties, child);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < properties->len; i++)
    add_row (self, g_ptr_array_index (properties, i));
}

/* --- Filling --- */

static void
fill_choice (Row *row, const char *const *values, const char *const *labels)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (labels);
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();
  guint at = 0;

  g_strv_builder_addv (known, (const char **)values);
  if (!row->shown)
    gtk_string_list_splice (lines, 0, 0, (const char *const[]){ _ ("(different)"), NULL });
  for (guint i = 0; row->shown && values[i]; i++)
    if (g_str_equal (values[i], row->shown))
      at = i;
  if (!row->shown)
    {
      g_autoptr (GStrvBuilder) longer = g_strv_builder_new ();

      g_strv_builder_add (longer, "");
      g_strv_builder_addv (longer, (const char **)values);
      g_object_set_data_full (G_OBJECT (row->control), "values", g_strv_builder_end (longer),
                              (GDestroyNotify)g_strfreev);
    }
  else
    g_object_set_data_full (G_OBJECT (row->control), "values", g_strv_builder_end (known), (GDestroyNotify)g_strfreev);
  gtk_drop_down_set_model (GTK_DROP_DOWN (row->control), G_LIST_MODEL (lines));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (row->control), at);
}

static void
fill_layers (Row *row, GPtrArray *chosen)
{
  g_autoptr (GPtrArray) layers = mc_plan_editor_dup_layers (row->editor);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) values = NULL, labels = NULL;
  gint64 common = MC_PLAN_OBJECT (g_ptr_array_index (chosen, 0))->layer_id;

  for (guint i = 0; i < layers->len; i++)
    {
      McPlanLayer *layer = g_ptr_array_index (layers, i);

      g_strv_builder_take (ids, g_strdup_printf ("%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (layer))));
      g_strv_builder_add (names, layer->name);
    }
  for (guint i = 1; i < chosen->len; i++)
    if (MC_PLAN_OBJECT (g_ptr_array_index (chosen, i))->layer_id != common)
      common = 0;
  g_free (row->shown);
  row->shown = common ? g_strdup_printf ("%" G_GINT64_FORMAT, common) : NULL;
  values = g_strv_builder_end (ids);
  labels = g_strv_builder_end (names);
  fill_choice (row, (const char *const *)values, (const char *const *)labels);
}

static void
fill_values (Row *row)
{
  const McEnumValue *choices = row->property->choices;
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) values = NULL, labels = NULL;

  for (; choices->text; choices++)
    {
      g_strv_builder_add (texts, choices->text);
      g_strv_builder_add (names, g_dgettext (NULL, choices->label));
    }
  values = g_strv_builder_end (texts);
  labels = g_strv_builder_end (names);
  fill_choice (row, (const char *const *)values, (const char *const *)labels);
}

static void
fill_row (Row *row, GPtrArray *chosen)
{
  char *common;

  if (!row->property)
    {
      fill_layers (row, chosen);
      return;
    }
  common = mc_plan_property_get_common (row->property, chosen);
  g_free (row->shown);
  row->shown = common;
  if (row->property->type == MC_PLAN_PROPERTY_CHOICE)
    fill_values (row);
  else if (row->property->type == MC_PLAN_PROPERTY_SWITCH)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (row->control), g_strcmp0 (common, "true") == 0);
      gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (row->control), !common);
    }
  else
    {
      gtk_entry_set_placeholder_text (GTK_ENTRY (row->control), !common                   ? _ ("(different)")
                                                                : row->property->optional ? _ ("automatic")
                                                                                          : NULL);
      put_back (row);
    }
}

/* What it is, and how long or large. */
static char *
describe (GPtrArray *chosen)
{
  McPlanObject *first = chosen->len > 0 ? g_ptr_array_index (chosen, 0) : NULL;
  const char *kind = first ? g_dgettext (NULL, mc_plan_kind_values[first->kind].label) : NULL;
  g_autofree McPoint *points = NULL;
  g_autofree char *measure = NULL;
  gboolean closed;
  gsize n;

  if (!first)
    return g_strdup (_ ("Nothing is chosen. Click a thing, or walk to it with Page Down."));
  for (guint i = 1; i < chosen->len; i++)
    if (MC_PLAN_OBJECT (g_ptr_array_index (chosen, i))->kind != first->kind)
      kind = NULL;
  if (chosen->len > 1)
    {
      g_autofree char *count =
          mc_plan_editor_count_label (ngettext ("%u thing", "%u things", chosen->len), chosen->len);

      return kind ? g_strdup_printf ("%s · %s", count, kind) : g_steal_pointer (&count);
    }
  if (!mc_plan_kind_has_points (first->kind))
    return g_strdup (kind);
  points = mc_plan_object_dup_points (first, &n, &closed);
  measure = first->kind == MC_PLAN_KIND_AREA ? mc_plan_format_area (mc_plan_points_area (points, n))
                                             : mc_plan_format_length (mc_plan_points_length (points, n, closed));
  return g_strdup_printf ("%s · %s", kind, measure);
}

static gboolean
is_described (McPlanEditor *self, GPtrArray *chosen)
{
  if (!self->described || self->described->len != chosen->len)
    return FALSE;
  for (guint i = 0; i < chosen->len; i++)
    if (g_ptr_array_index (self->described, i) != g_ptr_array_index (chosen, i))
      return FALSE;
  return TRUE;
}

void
mc_plan_editor_fill (McPlanEditor *self)
{
  g_autoptr (GPtrArray) chosen = mc_plan_editor_get_selection (self);
  g_autoptr (GPtrArray) properties = list_properties (chosen);
  gboolean same = is_described (self, chosen);
  g_autofree char *text = describe (chosen);

  /* What was typed is of the things that were chosen before. */
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (is_dirty (row) && !same)
        apply_entry (row);
    }
  /* What was chosen or switched meanwhile is not in the list yet, but shall not snap back either. */
  if (same && self->busy > 0)
    return;
  self->filling = TRUE;
  if (!same)
    {
      g_clear_pointer (&self->described, g_ptr_array_unref);
      self->described = g_ptr_array_ref (chosen);
    }
  gtk_label_set_label (self->chosen, text);
  if (!is_same (self->rows, properties))
    build_rows (self, properties);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (!same || !is_dirty (row))
        fill_row (row, chosen);
    }
  self->filling = FALSE;
}

gboolean
mc_plan_editor_focus_properties (McPlanEditor *self)
{
  Row *first = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;

  if (!first)
    return FALSE;
  adw_view_stack_set_visible_child_name (self->views, "properties");
  return gtk_widget_grab_focus (first->control);
}

void
mc_plan_editor_properties_init (McPlanEditor *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
}
