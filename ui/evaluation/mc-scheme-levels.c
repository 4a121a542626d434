/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scheme-levels.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

struct _McSchemeLevels
{
  McSchemeDraft *draft;
  AdwPreferencesGroup *group;
  gboolean editable;
  gboolean filling;
  char *shown;     /* the JSON that the rows show */
  GPtrArray *rows; /* AdwEntryRow; "mc-code" and "mc-from" (GtkSpinButton) are theirs */
};

static void
write_row (JsonBuilder *builder, GtkWidget *row)
{
  GtkSpinButton *from = g_object_get_data (G_OBJECT (row), "mc-from");

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, g_object_get_data (G_OBJECT (row), "mc-code"));
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, gtk_editable_get_text (GTK_EDITABLE (row)));
  json_builder_set_member_name (builder, "from");
  json_builder_add_double_value (builder, gtk_spin_button_get_value (from));
  json_builder_end_object (builder);
}

static void
edited_cb (McSchemeLevels *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  if (self->filling)
    return;
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->rows->len; i++)
    write_row (builder, self->rows->pdata[i]);
  json_builder_end_array (builder);
  node = json_builder_get_root (builder);
  g_free (self->shown);
  self->shown = json_to_string (node, FALSE);
  mc_scheme_draft_begin (self->draft, "levels");
  g_set_str (&mc_scheme_draft_get_scheme (self->draft)->bands, self->shown);
  mc_scheme_draft_edited (self->draft);
}

static void
remove_cb (GtkWidget *button, McSchemeLevels *self)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (button), "mc-row");

  g_ptr_array_remove (self->rows, row);
  adw_preferences_group_remove (self->group, row);
  edited_cb (self);
}

static GtkWidget *
new_from (McSchemeLevels *self, double points, gboolean last)
{
  GtkWidget *from = gtk_spin_button_new_with_range (0, 1000, 5);
  const char *label = _ ("From how many points on");

  g_object_set (from, "digits", 1, "valign", GTK_ALIGN_CENTER, "width-chars", 5, "tooltip-text", label, "sensitive",
                self->editable && !last, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (from), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (from), points);
  g_signal_connect_swapped (from, "value-changed", G_CALLBACK (edited_cb), self);
  return from;
}

static void
add_row (McSchemeLevels *self, JsonObject *band, gboolean last)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Level"), "editable", self->editable, NULL);
  GtkWidget *from = new_from (self, json_object_get_double_member_with_default (band, "from", 0), last);
  GtkWidget *button;

  gtk_editable_set_text (GTK_EDITABLE (row), json_object_get_string_member_with_default (band, "name", ""));
  g_object_set_data_full (G_OBJECT (row), "mc-code",
                          g_strdup (json_object_get_string_member_with_default (band, "code", "")), g_free);
  g_object_set_data (G_OBJECT (row), "mc-from", from);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), gtk_label_new (_ ("from points")));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), from);
  if (self->editable && !last)
    {
      button = gtk_button_new_from_icon_name ("user-trash-symbolic");
      g_object_set (button, "valign", GTK_ALIGN_CENTER, "tooltip-text", _ ("Remove the level"), NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove the level"),
                                      -1);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "mc-row", row);
      g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
    }
  g_signal_connect_swapped (row, "changed", G_CALLBACK (edited_cb), self);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

void
mc_scheme_levels_show (McSchemeLevels *self)
{
  const char *text = mc_scheme_draft_get_scheme (self->draft)->bands;
  g_autoptr (JsonNode) node = text ? json_from_string (text, NULL) : NULL;
  JsonArray *bands = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = bands ? json_array_get_length (bands) : 0;

  if (g_strcmp0 (text, self->shown) == 0)
    return;
  g_set_str (&self->shown, text);
  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    add_row (self, json_array_get_object_element (bands, i), i + 1 == n);
  self->filling = FALSE;
}

static gboolean
has_code (JsonArray *bands, const char *code)
{
  for (guint i = 0; i < json_array_get_length (bands); i++)
    if (g_strcmp0 (json_object_get_string_member_with_default (json_array_get_object_element (bands, i), "code", ""),
                   code) == 0)
      return TRUE;
  return FALSE;
}

void
mc_scheme_levels_add (McSchemeLevels *self)
{
  McEvaluationScheme *scheme = mc_scheme_draft_get_scheme (self->draft);
  g_autoptr (JsonNode) node = json_from_string (scheme->bands, NULL), now = json_node_new (JSON_NODE_ARRAY);
  JsonArray *bands = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonArray *after = json_array_new ();
  JsonObject *level = json_object_new ();
  guint n = bands ? json_array_get_length (bands) : 0;
  double above =
      n > 1 ? json_object_get_double_member_with_default (json_array_get_object_element (bands, n - 2), "from", 0)
            : 100;
  char code[] = "a";

  while (bands && code[0] < 'z' && has_code (bands, code))
    code[0]++;
  json_object_set_string_member (level, "code", code);
  json_object_set_string_member (level, "name", _ ("New level"));
  json_object_set_double_member (level, "from", above / 2);
  for (guint i = 0; i < n; i++)
    {
      if (i + 1 == n)
        json_array_add_object_element (after, json_object_ref (level));
      json_array_add_object_element (after, json_object_ref (json_array_get_object_element (bands, i)));
    }
  json_object_unref (level);
  json_node_take_array (now, after);
  mc_scheme_draft_begin (self->draft, "level");
  g_free (scheme->bands);
  scheme->bands = json_to_string (now, FALSE);
  mc_scheme_draft_edited (self->draft);
}

McSchemeLevels *
mc_scheme_levels_new (McSchemeDraft *draft, AdwPreferencesGroup *group, gboolean editable)
{
  McSchemeLevels *self = g_new0 (McSchemeLevels, 1);

  self->draft = draft;
  self->group = group;
  self->editable = editable;
  self->rows = g_ptr_array_new ();
  return self;
}

void
mc_scheme_levels_free (McSchemeLevels *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self->shown);
  g_free (self);
}
