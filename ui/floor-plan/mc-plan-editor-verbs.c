/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-editor-private.h"

#include <glib/gi18n.h>

/* What is done with all that is chosen. */

/* The things that were copied, as JSON text: also for other floors and versions, as long as the program runs. */
static char *clipboard;

typedef void (*Edit) (GPtrArray *after, const char *how);

static void
edit (McPlanEditor *self, const char *label, gboolean carries, Edit func, const char *how)
{
  g_autoptr (GPtrArray) chosen = mc_plan_editor_get_selection (self);
  g_autoptr (GPtrArray) before = carries ? mc_plan_editor_carried (self, chosen) : g_ptr_array_ref (chosen);
  g_autoptr (GPtrArray) after = NULL;

  if (before->len == 0)
    return;
  after = mc_plan_editor_clone_latest (self, before);
  func (after, how);
  mc_plan_editor_commit_edit (self, label, before, after);
}

static McPoint
centre_of (GPtrArray *objects)
{
  McRect box = mc_plan_objects_bounds (objects);

  return (McPoint){ box.x + box.width / 2, box.y + box.height / 2 };
}

static void
turn (GPtrArray *after, const char *how)
{
  McPoint centre = centre_of (after);

  for (guint i = 0; i < after->len; i++)
    mc_plan_rotate (g_ptr_array_index (after, i), centre, g_ascii_strtod (how, NULL));
}

static void
mirror (GPtrArray *after, const char *how)
{
  McPoint centre = centre_of (after);

  for (guint i = 0; i < after->len; i++)
    mc_plan_mirror (g_ptr_array_index (after, i), centre, g_str_equal (how, "level"));
}

static void
align (GPtrArray *after, const char *how)
{
  mc_plan_align (after, (McPlanAlign)g_ascii_strtoll (how, NULL, 10));
}

static void
distribute (GPtrArray *after, const char *how)
{
  mc_plan_distribute (after, g_str_equal (how, "level"));
}

static void
arrange (GPtrArray *after, const char *how)
{
  for (guint i = 0; i < after->len; i++)
    MC_PLAN_OBJECT (g_ptr_array_index (after, i))->z = (int)g_ascii_strtoll (how, NULL, 10);
}

static void
turn_cb (McPlanEditor *self, GVariant *parameter)
{
  edit (self, _ ("Turn"), TRUE, turn, g_variant_get_string (parameter, NULL));
}

static void
mirror_cb (McPlanEditor *self, GVariant *parameter)
{
  edit (self, _ ("Mirror"), TRUE, mirror, g_variant_get_string (parameter, NULL));
}

static void
align_cb (McPlanEditor *self, GVariant *parameter)
{
  edit (self, _ ("Align"), FALSE, align, g_variant_get_string (parameter, NULL));
}

static void
distribute_cb (McPlanEditor *self, GVariant *parameter)
{
  edit (self, _ ("Distribute"), FALSE, distribute, g_variant_get_string (parameter, NULL));
}

static void
arrange_cb (McPlanEditor *self, GVariant *parameter)
{
  g_autoptr (GPtrArray) all = mc_plan_feed_dup_objects (self->feed);
  gboolean front = g_str_equal (g_variant_get_string (parameter, NULL), "front");
  int z = 0;
  g_autofree char *how = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      int other = MC_PLAN_OBJECT (g_ptr_array_index (all, i))->z;

      z = front ? MAX (z, other) : MIN (z, other);
    }
  how = g_strdup_printf ("%d", z + (front ? 1 : -1));
  edit (self, front ? _ ("Bring to the front") : _ ("Send to the back"), FALSE, arrange, how);
}

static void
delete_cb (McPlanEditor *self, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = mc_plan_editor_get_selection (self);
  g_autofree char *label =
      mc_plan_editor_count_label (ngettext ("Remove %u thing", "Remove %u things", chosen->len), chosen->len);
  g_autoptr (McChange) change = mc_change_new (label);

  if (chosen->len == 0)
    return;
  for (guint i = 0; i < chosen->len; i++)
    mc_change_delete (change, g_ptr_array_index (chosen, i));
  mc_plan_editor_commit (self, change, NULL);
}

static void
copy_cb (McPlanEditor *self, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = mc_plan_editor_get_selection (self);
  JsonArray *array = json_array_new ();
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), array);

  json_array_unref (array);
  if (chosen->len == 0)
    return;
  for (guint i = 0; i < chosen->len; i++)
    json_array_add_element (array, mc_entity_to_json (g_ptr_array_index (chosen, i), FALSE));
  g_free (clipboard);
  clipboard = json_to_string (node, FALSE);
  mc_plan_editor_update_verbs (self);
}

static void
cut_cb (McPlanEditor *self, GVariant *parameter)
{
  copy_cb (self, NULL);
  delete_cb (self, NULL);
}

/* Copies of @originals, on the floor and version that is shown; on another version on the layer for such things. */
static void
insert_copies (McPlanEditor *self, const char *label, GPtrArray *originals, guint n, double dx, double dy)
{
  GListModel *list = G_LIST_MODEL (mc_plan_feed_get_objects (self->feed));
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) copies = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (taken, g_list_model_get_item (list, i));
  copies = mc_plan_duplicate_row (originals, n, dx, dy, taken);
  for (guint i = 0; i < copies->len; i++)
    {
      McPlanObject *copy = g_ptr_array_index (copies, i);
      g_autoptr (McPlanObject) model = mc_plan_thing_new (self->feed, copy->kind, self->layer);

      if (copy->floor_plan_id != model->floor_plan_id)
        copy->layer_id = model->layer_id;
      copy->floor_plan_id = model->floor_plan_id;
      copy->floor_id = model->floor_id;
    }
  mc_plan_editor_insert (self, label, copies);
}

static GPtrArray *
read_clipboard (void)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonNode) node = clipboard ? json_from_string (clipboard, NULL) : NULL;
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      g_autoptr (McPlanObject) object = mc_plan_object_new ();

      if (mc_entity_from_json (MC_ENTITY (object), json_array_get_element (array, i), NULL))
        g_ptr_array_add (objects, g_steal_pointer (&object));
    }
  return objects;
}

static void
paste_cb (McPlanEditor *self, GVariant *parameter)
{
  g_autoptr (GPtrArray) objects = read_clipboard ();
  g_autofree char *label =
      mc_plan_editor_count_label (ngettext ("Paste %u thing", "Paste %u things", objects->len), objects->len);

  if (objects->len > 0 && !self->busy)
    insert_copies (self, label, objects, 1, 0.5, 0.5);
}

static void
duplicate_cb (McPlanEditor *self, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = mc_plan_editor_get_selection (self);
  g_autofree char *label =
      mc_plan_editor_count_label (ngettext ("Duplicate %u thing", "Duplicate %u things", chosen->len), chosen->len);

  if (chosen->len > 0 && !self->busy)
    insert_copies (self, label, chosen, 1, 0.5, 0.5);
}

/* "(idd)": how many, and from one to the next in metres. */
static void
row_cb (McPlanEditor *self, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = mc_plan_editor_get_selection (self);
  g_autofree char *label = NULL;
  double dx, dy;
  gint32 n;

  g_variant_get (parameter, "(idd)", &n, &dx, &dy);
  if (chosen->len == 0 || self->busy || n < 1 || n > 500)
    return;
  label = mc_plan_editor_count_label (ngettext ("Row of %u more", "Row of %u more", (guint)n), (guint)n);
  insert_copies (self, label, chosen, (guint)n, dx, dy);
}

static void
row_answer_cb (AdwAlertDialog *dialog, const char *response, gpointer data)
{
  McPlanEditor *self = data;
  GtkWidget *group = adw_alert_dialog_get_extra_child (dialog);
  AdwSpinRow **rows = g_object_get_data (G_OBJECT (group), "rows");

  if (g_str_equal (response, "row") && self->page)
    row_cb (self, g_variant_new ("(idd)", (gint32)adw_spin_row_get_value (rows[0]), adw_spin_row_get_value (rows[1]),
                                 adw_spin_row_get_value (rows[2])));
}

static void
ask_row_cb (McPlanEditor *self, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = mc_plan_editor_get_selection (self);
  McRect box = mc_plan_objects_bounds (chosen);
  const char *const titles[] = { _ ("How many more"), _ ("Metres to the right"), _ ("Metres down") };
  const double values[] = { 1, box.width, 0 };
  AdwDialog *dialog;
  GtkWidget *group;
  AdwSpinRow **rows;

  if (chosen->len == 0)
    return;
  dialog = adw_alert_dialog_new (_ ("Duplicate in a Row"), _ ("Numbers go on from the last one."));
  group = adw_preferences_group_new ();
  rows = g_new0 (AdwSpinRow *, G_N_ELEMENTS (titles));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      rows[i] = ADW_SPIN_ROW (adw_spin_row_new_with_range (i ? -100 : 1, 100, i ? 0.05 : 1));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows[i]), titles[i]);
      adw_spin_row_set_digits (rows[i], i ? 2 : 0);
      adw_spin_row_set_value (rows[i], values[i]);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (rows[i]));
    }
  g_object_set_data_full (G_OBJECT (group), "rows", rows, g_free);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), group);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "row", _ ("_Duplicate"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "row", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "row");
  g_signal_connect_object (dialog, "response", G_CALLBACK (row_answer_cb), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
select_all_cb (McPlanEditor *self, GVariant *parameter)
{
  McScene *scene = mc_canvas_get_scene (self->canvas);
  GPtrArray *reading = scene ? mc_scene_get_reading (scene) : NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; reading && i < reading->len; i++)
    g_ptr_array_add (keys, (gpointer)mc_scene_node_get_key (g_ptr_array_index (reading, i)));
  g_ptr_array_add (keys, NULL);
  mc_canvas_set_selection (self->canvas, (const char *const *)keys->pdata);
}

static void
tool_cb (McPlanEditor *self, GVariant *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);

  if (g_str_equal (name, "select"))
    mc_plan_editor_take_tool (self, MC_PLAN_TOOL_SELECT, self->kind);
  else if (g_str_equal (name, "measure"))
    mc_plan_editor_take_tool (self, MC_PLAN_TOOL_MEASURE, MC_PLAN_KIND_LINE);
  for (guint i = 0; mc_plan_kind_values[i].text; i++)
    if (g_str_equal (mc_plan_kind_values[i].text, name))
      mc_plan_editor_take_tool (self, mc_plan_kind_has_points (i) ? MC_PLAN_TOOL_DRAW : MC_PLAN_TOOL_PLACE, i);
}

static void
grid_cb (McPlanEditor *self, GVariant *parameter)
{
  McFloorPlanOptions options = mc_plan_feed_get_options (self->feed);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "grid");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), parameter);
  self->grid = options.grid = CLAMP (g_ascii_strtod (g_variant_get_string (parameter, NULL), NULL), 0, 10);
  mc_plan_feed_set_options (self->feed, &options);
}

static void
unlock_cb (McPlanEditor *self, GVariant *parameter)
{
  GListModel *layers = G_LIST_MODEL (mc_plan_feed_get_layers (self->feed));
  g_autoptr (McChange) change = mc_change_new (_ ("Unlock all layers"));

  for (guint i = 0; i < g_list_model_get_n_items (layers); i++)
    {
      g_autoptr (McPlanLayer) layer = g_list_model_get_item (layers, i);
      g_autoptr (McPlanLayer) after = mc_entity_clone (layer);

      after->locked = FALSE;
      if (layer->locked)
        mc_change_update (change, MC_ENTITY (layer), MC_ENTITY (after));
    }
  mc_plan_editor_commit (self, change, NULL);
}

static void
properties_cb (McPlanEditor *self, GVariant *parameter)
{
  mc_plan_editor_focus_properties (self);
}

static void
add_background_cb (McPlanEditor *self, GVariant *parameter)
{
  mc_plan_editor_add_background (self, NULL);
}

static const struct
{
  const char *name;
  void (*activate) (McPlanEditor *self, GVariant *parameter);
  const char *type;
  gboolean on_chosen; /* works on what is chosen */
  const char *state;
} verbs[] = {
  { "tool", tool_cb, "s", FALSE, "select" },
  { "grid", grid_cb, "s", FALSE, "0.1" },
  { "add-background", add_background_cb, NULL, FALSE },
  { "properties", properties_cb, NULL, TRUE },
  { "add-layer", NULL, NULL, FALSE },
  { "rename-layer", NULL, "x", FALSE },
  { "raise-layer", NULL, "x", FALSE },
  { "lower-layer", NULL, "x", FALSE },
  { "remove-layer", NULL, "x", FALSE },
  { "select-all", select_all_cb, NULL, FALSE },
  { "paste", paste_cb, NULL, FALSE },
  { "unlock", unlock_cb, NULL, FALSE },
  { "delete", delete_cb, NULL, TRUE },
  { "cut", cut_cb, NULL, TRUE },
  { "copy", copy_cb, NULL, TRUE },
  { "duplicate", duplicate_cb, NULL, TRUE },
  { "row", row_cb, "(idd)", TRUE },
  { "ask-row", ask_row_cb, NULL, TRUE },
  { "turn", turn_cb, "s", TRUE },
  { "mirror", mirror_cb, "s", TRUE },
  { "align", align_cb, "s", TRUE },
  { "distribute", distribute_cb, "s", TRUE },
  { "arrange", arrange_cb, "s", TRUE },
};

void
mc_plan_editor_update_verbs (McPlanEditor *self)
{
  gboolean chosen = mc_canvas_get_n_selected (self->canvas) > 0;

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), verbs[i].name);

      if (verbs[i].on_chosen || verbs[i].activate == paste_cb)
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), verbs[i].on_chosen ? chosen : clipboard != NULL);
    }
}

static void
activate_cb (McPlanEditor *self, GVariant *parameter, GSimpleAction *action)
{
  const char *name = g_action_get_name (G_ACTION (action));

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, name) && verbs[i].activate)
      verbs[i].activate (self, parameter);
    else if (g_str_equal (verbs[i].name, name))
      mc_plan_editor_layer_verb (self, name, parameter ? g_variant_get_int64 (parameter) : 0);
}

void
mc_plan_editor_add_verbs (McPlanEditor *self)
{
  self->actions = g_simple_action_group_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const GVariantType *type = verbs[i].type ? G_VARIANT_TYPE (verbs[i].type) : NULL;
      g_autoptr (GSimpleAction) action =
          verbs[i].state ? g_simple_action_new_stateful (verbs[i].name, type, g_variant_new_string (verbs[i].state))
                         : g_simple_action_new (verbs[i].name, type);

      g_signal_connect_object (action, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
}
