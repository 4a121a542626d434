/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-editor-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mc-commit.h"
#include "mc-page.h"
#include "mc-report.h"

#define GRID 0.1

G_DEFINE_FINAL_TYPE (McPlanEditor, mc_plan_editor, ADW_TYPE_BIN)

static const struct
{
  const char *trigger, *action;
} keys[] = {
  { "Delete", "plan.delete" },
  { "<Control>c", "plan.copy" },
  { "<Control>x", "plan.cut" },
  { "<Control>v", "plan.paste" },
  { "<Control>d", "plan.duplicate" },
  { "<Control><Shift>d", "plan.ask-row" },
  { "<Control>a", "plan.select-all" },
  { "<Control>r", "plan.turn::90" },
  { "<Control><Shift>r", "plan.turn::15" },
  { "<Control>m", "plan.mirror::upright" },
  { "<Alt>Return", "plan.properties" },
  { "<Control>bracketright", "plan.arrange::front" },
  { "<Control>bracketleft", "plan.arrange::back" },
};

GPtrArray *
mc_plan_editor_get_selection (McPlanEditor *self)
{
  g_auto (GStrv) selected = mc_canvas_dup_selection (self->canvas);
  McLiveList *objects = mc_plan_feed_get_objects (self->feed);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; objects && selected && selected[i]; i++)
    {
      McPlanObject *object =
          g_str_has_prefix (selected[i], "object/")
              ? mc_live_list_get_by_id (objects, g_ascii_strtoll (selected[i] + strlen ("object/"), NULL, 10))
              : NULL;

      if (object)
        g_ptr_array_add (chosen, g_object_ref (object));
    }
  return chosen;
}

GPtrArray *
mc_plan_editor_clone (GPtrArray *objects)
{
  GPtrArray *clones = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < objects->len; i++)
    g_ptr_array_add (clones, mc_entity_clone (g_ptr_array_index (objects, i)));
  return clones;
}

static McPlanObject *
find_latest (McPlanEditor *self, McPlanObject *object)
{
  for (guint i = 0; self->busy > 0 && self->after && i < self->after->len; i++)
    if (mc_entity_same_row (g_ptr_array_index (self->after, i), MC_ENTITY (object)))
      return g_ptr_array_index (self->after, i);
  return object;
}

GPtrArray *
mc_plan_editor_clone_latest (McPlanEditor *self, GPtrArray *objects)
{
  GPtrArray *clones = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < objects->len; i++)
    g_ptr_array_add (clones, mc_entity_clone (find_latest (self, g_ptr_array_index (objects, i))));
  return clones;
}

char *
mc_plan_editor_count_label (const char *format, guint n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%u", count, 1);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
fill (McPlanEditor *self)
{
  mc_plan_editor_update_verbs (self);
  mc_plan_editor_fill (self);
  mc_plan_editor_fill_layers (self);
  mc_plan_editor_fill_backgrounds (self);
}

/* Hands are off, and all is written: what they did is in the drawing. */
static void
settle (McPlanEditor *self)
{
  if (self->busy > 0 || !self->page)
    return;
  if (self->gesture == MC_PLAN_GESTURE_NONE && self->nudge_source == 0 && !self->laying && self->lay_source == 0)
    mc_plan_editor_drop_gesture (self);
  fill (self);
}

/* --- Writing --- */

typedef struct
{
  McPlanEditor *editor;
  McSession *session;
  McChange *change;
  GPtrArray *created;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->editor);
  g_object_unref (job->session);
  g_object_unref (job->change);
  g_clear_pointer (&job->created, g_ptr_array_unref);
  g_free (job);
}

static DexFuture *
commit_fiber (gpointer data)
{
  Job *job = data;
  McPlanEditor *self = job->editor;
  g_autoptr (GObject) result =
      dex_await_object (mc_commit (GTK_WIDGET (self->canvas), job->session, job->change), NULL);

  self->busy--;
  if (!result)
    mc_plan_editor_drop_gesture (self);
  else if (job->created)
    {
      g_autoptr (GStrvBuilder) made = g_strv_builder_new ();

      for (guint i = 0; i < job->created->len; i++)
        g_strv_builder_take (
            made, g_strdup_printf ("object/%" G_GINT64_FORMAT, mc_entity_get_id (g_ptr_array_index (job->created, i))));
      g_strfreev (self->selected);
      self->selected = g_strv_builder_end (made);
      mc_canvas_set_selection (self->canvas, (const char *const *)self->selected);
    }
  settle (self);
  return dex_future_new_for_boolean (result != NULL);
}

void
mc_plan_editor_commit (McPlanEditor *self, McChange *change, GPtrArray *created)
{
  McSession *session = mc_plan_feed_get_session (self->feed);
  Job *job;

  if (!session || mc_change_is_empty (change))
    return;
  job = g_new0 (Job, 1);
  job->editor = g_object_ref (self);
  job->session = g_object_ref (session);
  job->change = g_object_ref (change);
  job->created = created ? g_ptr_array_ref (created) : NULL;
  self->busy++;
  dex_future_disown (dex_scheduler_spawn (NULL, 0, commit_fiber, job, job_free));
}

/* What was edited before and is still on its way goes on being shown beside @after. */
static GPtrArray *
add_latest (McPlanEditor *self, GPtrArray *after)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < after->len; i++)
    g_ptr_array_add (shown, g_object_ref (g_ptr_array_index (after, i)));
  for (guint i = 0; self->busy > 0 && self->after && i < self->after->len; i++)
    {
      McEntity *other = g_ptr_array_index (self->after, i);
      gboolean again = FALSE;

      for (guint k = 0; k < after->len; k++)
        again |= mc_entity_same_row (g_ptr_array_index (after, k), other);
      if (!again)
        g_ptr_array_add (shown, g_object_ref (other));
    }
  return shown;
}

void
mc_plan_editor_commit_edit (McPlanEditor *self, const char *label, GPtrArray *before, GPtrArray *after)
{
  g_autoptr (McChange) change = mc_change_new (label);
  g_autoptr (GPtrArray) shown = NULL;

  mc_plan_editor_write_nudge (self);
  shown = add_latest (self, after);
  for (guint i = 0; i < before->len; i++)
    if (!mc_entity_equal (g_ptr_array_index (before, i), g_ptr_array_index (after, i)))
      mc_change_update (change, g_ptr_array_index (before, i), g_ptr_array_index (after, i));
  mc_plan_editor_drop_gesture (self);
  if (mc_change_is_empty (change))
    return;
  self->after = g_steal_pointer (&shown);
  mc_plan_editor_commit (self, change, NULL);
}

void
mc_plan_editor_insert (McPlanEditor *self, const char *label, GPtrArray *objects)
{
  g_autoptr (McChange) change = mc_change_new (label);

  for (guint i = 0; i < objects->len; i++)
    {
      if (MC_PLAN_OBJECT (g_ptr_array_index (objects, i))->layer_id == 0)
        {
          mc_report_toast (GTK_WIDGET (self->canvas), _ ("All layers are locked."));
          return;
        }
      mc_change_insert (change, g_ptr_array_index (objects, i));
    }
  mc_plan_editor_commit (self, change, objects);
}

/* --- State --- */

static void
update_hint (McPlanEditor *self)
{
  static const char *const hints[] = {
    N_ ("Drag to move, pull the squares for the size and the circle to turn. Arrows move what is chosen, Page Up and "
        "Page Down walk, Enter leads to its properties."),
    N_ ("Each click sets a point, Shift keeps it straight. Enter ends, Backspace takes a point back, Escape leaves."),
    N_ ("Click where it stands, or press Enter. Escape leaves."),
    N_ ("Click from point to point. Escape leaves."),
    N_ ("Drag the background, pull its circle to turn it. Arrows move it, comma and full stop turn it. Escape leaves."),
    N_ ("Set two points of the background whose distance you know: click, or arrows and Space. Escape leaves."),
  };
  const char *hint = g_dgettext (NULL, hints[self->tool]);
  g_autofree char *text = NULL;

  if (self->tool == MC_PLAN_TOOL_DRAW || self->tool == MC_PLAN_TOOL_PLACE)
    text = g_strdup_printf ("%s. %s", g_dgettext (NULL, mc_plan_kind_values[self->kind].label), hint);
  gtk_label_set_label (self->hint, text ? text : hint);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hint), text ? text : hint);
}

/* The buttons of the tools show which one is taken. */
static void
show_tool (McPlanEditor *self)
{
  static const char *const names[] = { "select", NULL, NULL, "measure", "lay", "scale" };
  const char *name = names[self->tool] ? names[self->tool] : mc_plan_kind_values[self->kind].text;
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "tool");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (name));
}

void
mc_plan_editor_take_tool (McPlanEditor *self, McPlanTool tool, McPlanKind kind)
{
  McRect visible = mc_canvas_get_visible (self->canvas);

  mc_plan_editor_drop_gesture (self);
  self->tool = tool;
  self->kind = kind;
  if (tool != MC_PLAN_TOOL_LAY && tool != MC_PLAN_TOOL_SCALE)
    self->background = 0;
  g_array_set_size (self->points, 0);
  self->cross = (McPoint){ mc_plan_round ((visible.x + visible.width / 2) / MC_PLAN_SCALE),
                           mc_plan_round ((visible.y + visible.height / 2) / MC_PLAN_SCALE) };
  show_tool (self);
  update_hint (self);
  mc_plan_editor_fill_backgrounds (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
selection_cb (McPlanEditor *self)
{
  fill (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

/* The page, connected before, has put the new scene on the canvas. */
static void
feed_changed_cb (McPlanEditor *self)
{
  g_auto (GStrv) selected = g_steal_pointer (&self->selected);

  if (selected)
    mc_canvas_set_selection (self->canvas, (const char *const *)selected);
  selection_cb (self);
}

static const char *
cursor_cb (McCanvas *canvas, McSceneNode *node, const McPoint *at, gpointer data)
{
  McPlanEditor *self = data;

  if (self->tool == MC_PLAN_TOOL_LAY)
    return "grab";
  return self->tool != MC_PLAN_TOOL_SELECT ? "crosshair" : node ? "move" : NULL;
}

static gboolean
key_cb (McPlanEditor *self, guint key, guint code, GdkModifierType state)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self->canvas)))
    return GDK_EVENT_PROPAGATE;
  return mc_plan_editor_key (self, key, state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK));
}

/* --- In and out of the page --- */

static void
add_keys (McPlanEditor *self)
{
  self->shortcuts = gtk_shortcut_controller_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      GtkShortcut *shortcut;

      g_action_parse_detailed_name (keys[i].action, &name, &target, NULL);
      shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger), gtk_named_action_new (name));
      gtk_shortcut_set_arguments (shortcut, target);
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (self->shortcuts), shortcut);
    }
  gtk_widget_add_controller (self->page, self->shortcuts);
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->page, self->keys);
}

static void
mc_plan_editor_root (GtkWidget *widget)
{
  McPlanEditor *self = MC_PLAN_EDITOR (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, MC_TYPE_PAGE);
  McFloorPlanOptions options;

  GTK_WIDGET_CLASS (mc_plan_editor_parent_class)->root (widget);
  g_return_if_fail (page != NULL);
  g_set_weak_pointer (&self->page, page);
  self->options_before = options = mc_plan_feed_get_options (self->feed);
  options.editing = options.labels = options.equipment = TRUE;
  options.legend = FALSE;
  options.grid = self->grid;
  mc_plan_feed_set_options (self->feed, &options);
  g_object_get (self->canvas, "drag-mode", &self->drag_before, NULL);
  g_object_set (self->canvas, "drag-mode", MC_CANVAS_DRAG_SELECT, "selection-mode", GTK_SELECTION_MULTIPLE, NULL);
  mc_canvas_set_overlay_func (self->canvas, mc_plan_editor_paint, self, NULL);
  mc_canvas_set_cursor_func (self->canvas, cursor_cb, self, NULL);
  mc_plan_editor_tools_connect (self);
  g_signal_connect_object (self->canvas, "notify::selection", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "changed", G_CALLBACK (feed_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (page, "plan", G_ACTION_GROUP (self->actions));
  add_keys (self);
  show_tool (self);
  update_hint (self);
  selection_cb (self);
}

static void
leave (McPlanEditor *self)
{
  if (self->options_before.editing == mc_plan_feed_get_options (self->feed).editing)
    return;
  g_clear_handle_id (&self->nudge_source, g_source_remove);
  self->background = 0;
  mc_plan_editor_drop_gesture (self);
  g_signal_handlers_disconnect_by_data (self->canvas, self);
  g_signal_handlers_disconnect_by_data (self->feed, self);
  mc_canvas_set_overlay_func (self->canvas, NULL, NULL, NULL);
  mc_canvas_set_cursor_func (self->canvas, NULL, NULL, NULL);
  g_object_set (self->canvas, "drag-mode", self->drag_before, NULL);
  mc_plan_feed_set_options (self->feed, &self->options_before);
}

static void
mc_plan_editor_unroot (GtkWidget *widget)
{
  McPlanEditor *self = MC_PLAN_EDITOR (widget);

  leave (self);
  if (self->page)
    {
      gtk_widget_remove_controller (self->page, self->shortcuts);
      gtk_widget_remove_controller (self->page, self->keys);
      gtk_widget_insert_action_group (self->page, "plan", NULL);
    }
  g_clear_weak_pointer (&self->page);
  GTK_WIDGET_CLASS (mc_plan_editor_parent_class)->unroot (widget);
}

static void
mc_plan_editor_dispose (GObject *object)
{
  McPlanEditor *self = MC_PLAN_EDITOR (object);

  g_clear_handle_id (&self->nudge_source, g_source_remove);
  g_clear_handle_id (&self->lay_source, g_source_remove);
  g_clear_object (&self->laid);
  self->filling = TRUE; /* rows that go tell of changes */
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_PLAN_EDITOR);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->after, g_ptr_array_unref);
  g_clear_pointer (&self->snapper, mc_plan_snapper_free);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (mc_plan_editor_parent_class)->dispose (object);
}

static void
mc_plan_editor_finalize (GObject *object)
{
  McPlanEditor *self = MC_PLAN_EDITOR (object);

  g_array_unref (self->guides);
  g_array_unref (self->points);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->described, g_ptr_array_unref);
  g_strfreev (self->selected);
  g_free (self->layers_state);
  g_free (self->backgrounds_state);
  g_clear_object (&self->canvas);
  g_clear_object (&self->feed);
  G_OBJECT_CLASS (mc_plan_editor_parent_class)->finalize (object);
}

static void
mc_plan_editor_class_init (McPlanEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_plan_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_plan_editor_finalize;
  widget_class->root = mc_plan_editor_root;
  widget_class->unroot = mc_plan_editor_unroot;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/floor-plan/mc-plan-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, McPlanEditor, hint);
  gtk_widget_class_bind_template_child (widget_class, McPlanEditor, things);
  gtk_widget_class_bind_template_child (widget_class, McPlanEditor, views);
  gtk_widget_class_bind_template_child (widget_class, McPlanEditor, chosen);
  gtk_widget_class_bind_template_child (widget_class, McPlanEditor, properties);
  gtk_widget_class_bind_template_child (widget_class, McPlanEditor, layer_list);
  gtk_widget_class_bind_template_child (widget_class, McPlanEditor, background_list);
}

static void
mc_plan_editor_init (McPlanEditor *self)
{
  self->grid = GRID;
  self->guides = g_array_new (FALSE, FALSE, sizeof (McPlanGuide));
  self->points = g_array_new (FALSE, FALSE, sizeof (McPoint));
  gtk_widget_init_template (GTK_WIDGET (self));
  mc_plan_editor_add_verbs (self);
  mc_plan_editor_properties_init (self);
}

GtkWidget *
mc_plan_editor_new (McCanvas *canvas, McPlanFeed *feed)
{
  McPlanEditor *self = g_object_new (MC_TYPE_PLAN_EDITOR, NULL);

  self->canvas = g_object_ref (canvas);
  self->feed = g_object_ref (feed);
  mc_plan_editor_palette_init (self);
  return GTK_WIDGET (self);
}
