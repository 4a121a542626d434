/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-drawing-actions.h"

#include "mc-drawing-copy.h"
#include "mc-drawing-dialog.h"

struct _McDrawingActions
{
  GObject parent_instance;

  GtkWidget *page;           /* weak */
  McCanvas *canvas;          /* weak */
  GSimpleActionGroup *group; /* not owned: its actions own this */
  char *name;
  McDrawingPaperFunc func;
  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (McDrawingActions, mc_drawing_actions, G_TYPE_OBJECT)

static void
mc_drawing_actions_dispose (GObject *object)
{
  McDrawingActions *self = MC_DRAWING_ACTIONS (object);
  GDestroyNotify destroy = g_steal_pointer (&self->destroy);

  g_clear_weak_pointer (&self->page);
  g_clear_weak_pointer (&self->canvas);
  if (destroy)
    destroy (self->data);
  G_OBJECT_CLASS (mc_drawing_actions_parent_class)->dispose (object);
}

static void
mc_drawing_actions_finalize (GObject *object)
{
  g_free (MC_DRAWING_ACTIONS (object)->name);
  G_OBJECT_CLASS (mc_drawing_actions_parent_class)->finalize (object);
}

static void
mc_drawing_actions_class_init (McDrawingActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_drawing_actions_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_drawing_actions_finalize;
}

static void
mc_drawing_actions_init (McDrawingActions *self)
{
}

static McPaper *
make_paper (McDrawingActions *self)
{
  McScene *scene = mc_canvas_get_scene (self->canvas);

  return self->func ? self->func (self->page, scene, self->data) : mc_paper_new (scene);
}

/* The keys are the whole window's, and so reach the page behind a dialog too. */
static gboolean
is_behind_dialog (McDrawingActions *self)
{
  GtkRoot *root = gtk_widget_get_root (self->page);

  if (ADW_IS_APPLICATION_WINDOW (root))
    return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) != NULL;
  return ADW_IS_WINDOW (root) && adw_window_get_visible_dialog (ADW_WINDOW (root)) != NULL;
}

static gboolean
is_ready (McDrawingActions *self)
{
  return self->page && self->canvas && mc_canvas_get_scene (self->canvas);
}

static void
sheet_cb (McDrawingActions *self, GVariant *parameter, GSimpleAction *action)
{
  gboolean prints = g_str_equal (g_action_get_name (G_ACTION (action)), "print");
  g_autoptr (McPaper) paper = is_ready (self) && !is_behind_dialog (self) ? make_paper (self) : NULL;

  if (paper)
    mc_drawing_dialog_present (self->page, paper, self->name, prints ? MC_DRAWING_PRINT : MC_DRAWING_EXPORT);
}

static void
copy_cb (McDrawingActions *self, GVariant *parameter, GSimpleAction *action)
{
  if (is_ready (self) && !is_behind_dialog (self))
    mc_drawing_copy (self->page, mc_canvas_get_scene (self->canvas));
}

static void
zoom_cb (McDrawingActions *self, GVariant *parameter, GSimpleAction *action)
{
  const char *name = g_action_get_name (G_ACTION (action));

  if (!is_ready (self) || is_behind_dialog (self))
    return;
  if (parameter)
    mc_canvas_zoom_to (self->canvas, g_ascii_strtod (g_variant_get_string (parameter, NULL), NULL), NULL);
  else if (g_str_equal (name, "fit"))
    mc_canvas_fit (self->canvas);
  else
    mc_canvas_zoom_step (self->canvas, g_str_equal (name, "zoom-in") ? 1 : -1, NULL);
}

static const struct
{
  const char *name;
  void (*activate) (McDrawingActions *self, GVariant *parameter, GSimpleAction *action);
  const char *type;
} actions[] = {
  { "export", sheet_cb, NULL },  { "print", sheet_cb, NULL }, { "copy", copy_cb, NULL }, { "zoom-in", zoom_cb, NULL },
  { "zoom-out", zoom_cb, NULL }, { "zoom", zoom_cb, "s" },    { "fit", zoom_cb, NULL },
};

static const struct
{
  const char *trigger;
  const char *action;
} shortcuts[] = {
  { "<Control>e", "drawing.export" },
  { "<Control>p", "drawing.print" },
  { "<Control><Shift>c", "drawing.copy" },
  { "<Control>plus|<Control>equal|<Control>KP_Add", "drawing.zoom-in" },
  { "<Control>minus|<Control>KP_Subtract", "drawing.zoom-out" },
  { "<Control>0|<Control>KP_0", "drawing.zoom::1.0" },
  { "<Control>9|<Control>KP_9", "drawing.fit" },
};

static void
update_enabled (McDrawingActions *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->group), actions[i].name)), is_ready (self));
}

static void
add_shortcuts (GtkWidget *page)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* Also while the keyboard is in the sidebar; GTK passes over pages that are not shown. */
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      GtkShortcut *shortcut;

      g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL);
      shortcut =
          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger), gtk_named_action_new (name));
      gtk_shortcut_set_arguments (shortcut, target);
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (page, controller);
}

static void
release (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

void
mc_drawing_actions_install (
    GtkWidget *page, McCanvas *canvas, const char *name, McDrawingPaperFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (McDrawingActions) self = g_object_new (MC_TYPE_DRAWING_ACTIONS, NULL);

  g_return_if_fail (GTK_IS_WIDGET (page) && MC_IS_CANVAS (canvas) && name);
  g_set_weak_pointer (&self->page, page);
  g_set_weak_pointer (&self->canvas, canvas);
  self->name = g_strdup (name);
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  self->group = group;
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      const GVariantType *type = actions[i].type ? G_VARIANT_TYPE (actions[i].type) : NULL;
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i].name, type);

      g_signal_connect_data (action, "activate", G_CALLBACK (actions[i].activate), g_object_ref (self), release,
                             G_CONNECT_SWAPPED);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  g_signal_connect_object (canvas, "notify::scene", G_CALLBACK (update_enabled), self, G_CONNECT_SWAPPED);
  update_enabled (self);
  gtk_widget_insert_action_group (page, "drawing", G_ACTION_GROUP (group));
  add_shortcuts (page);
}
