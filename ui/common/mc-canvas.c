/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-canvas-private.h"

#define OVERLAP 6.0 /* points by which a node may be painted beyond its bounds: rings and broad strokes */
#define LEAST_WIDTH 120

/* What a frame may spend on painting, in microseconds: nobody sees the first one late, and a moving one on time. */
#define BUDGET_FIRST 60000
#define BUDGET_STILL 12000
#define BUDGET_MOVING 5000
#define SETTLED 100000 /* microseconds after the last motion */

enum
{
  PROP_SCENE = 1,
  PROP_ZOOM,
  PROP_FITTED,
  PROP_MAX_FIT_ZOOM,
  PROP_SELECTION,
  PROP_SELECTION_MODE,
  PROP_FOCUS_KEY,
  PROP_DRAG_MODE,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (McCanvasDrag,
                    mc_canvas_drag,
                    G_DEFINE_ENUM_VALUE (MC_CANVAS_DRAG_PAN, "pan"),
                    G_DEFINE_ENUM_VALUE (MC_CANVAS_DRAG_SELECT, "select"))

G_DEFINE_FINAL_TYPE_WITH_CODE (McCanvas,
                               mc_canvas,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, mc_canvas_access_iface_init))

static McPaletteKind
find_palette (McCanvas *self)
{
  if (adw_style_manager_get_high_contrast (self->style))
    return MC_PALETTE_HIGH_CONTRAST;
  return adw_style_manager_get_dark (self->style) ? MC_PALETTE_DARK : MC_PALETTE_LIGHT;
}

static void
style_changed_cb (McCanvas *self)
{
  McPaletteKind palette = find_palette (self);

  if (palette == self->palette)
    return;
  self->palette = palette;
  mc_canvas_tiles_clear (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
paint (cairo_t *cr, const McRect *area, double pixels, gpointer data)
{
  McCanvas *self = data;
  double zoom = pixels / self->device_scale / mc_canvas_view_get_unit (self);
  McColor paper = mc_palette_get_fill (self->palette, MC_TONE_PAPER);
  McRect wide = { area->x - OVERLAP, area->y - OVERLAP, area->width + 2 * OVERLAP, area->height + 2 * OVERLAP };
  g_autoptr (GPtrArray) nodes = NULL;

  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_paint (cr);
  nodes = mc_scene_query (self->scene, &wide);
  for (guint i = 0; i < nodes->len; i++)
    {
      McSceneNode *node = g_ptr_array_index (nodes, i);

      if (mc_scene_node_get_min_zoom (node) <= zoom)
        mc_painter_paint_node (cr, node, self->palette, mc_canvas_selection_get_flags (self, node), zoom);
    }
}

static gboolean
next_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static void
snapshot_scene (McCanvas *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean moves = g_get_monotonic_time () - self->moved_at < SETTLED;
  McCanvasFrame frame = { self->view.x,
                          self->view.y,
                          self->view.scale * self->device_scale,
                          self->device_scale,
                          gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget),
                          FALSE,
                          moves ? BUDGET_MOVING : BUDGET_STILL };

  frame.zooming = self->pinching || (self->moving && adw_animation_get_state (self->moving) == ADW_ANIMATION_PLAYING &&
                                     self->from.scale != self->to.scale);
  if (self->fresh)
    frame.budget = BUDGET_FIRST;
  self->fresh = FALSE;
  self->complete = mc_canvas_tiles_snapshot (self->tiles, snapshot, &frame);
  if (!self->complete)
    gtk_widget_add_tick_callback (widget, next_frame_cb, NULL, NULL);
}

static void
snapshot_overlay (McCanvas *self, GtkSnapshot *snapshot)
{
  McRect visible = mc_canvas_get_visible (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (GTK_WIDGET (self)),
                                               (float)gtk_widget_get_height (GTK_WIDGET (self)));
  McCanvasOverlayFunc func = self->overlay.func;
  cairo_t *cr;

  if (!func)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, self->view.scale, self->view.scale);
  cairo_translate (cr, -self->view.x, -self->view.y);
  func (self, cr, &visible, mc_canvas_get_zoom (self), self->overlay.data);
  cairo_destroy (cr);
}

static void
mc_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  McCanvas *self = MC_CANVAS (widget);
  McColor paper = mc_palette_get_fill (self->palette, MC_TONE_PAPER);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), (float)gtk_widget_get_height (widget));
  GdkRGBA color = { (float)paper.red, (float)paper.green, (float)paper.blue, 1 };

  gtk_snapshot_push_clip (snapshot, &bounds);
  gtk_snapshot_append_color (snapshot, &color, &bounds);
  self->complete = TRUE;
  if (self->scene && self->placed && bounds.size.width > 0 && bounds.size.height > 0)
    {
      if (self->glide)
        mc_canvas_glide_snapshot (self, snapshot);
      else
        snapshot_scene (self, snapshot);
      snapshot_overlay (self, snapshot);
      mc_canvas_pointer_snapshot (self, snapshot);
    }
  gtk_snapshot_pop (snapshot);
}

static void
mc_canvas_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  McCanvas *self = MC_CANVAS (widget);
  McRect bounds = self->scene ? mc_scene_get_bounds (self->scene) : (McRect){ 0 };
  double points = orientation == GTK_ORIENTATION_HORIZONTAL ? bounds.width : bounds.height;

  *minimum = LEAST_WIDTH;
  *natural = MAX (LEAST_WIDTH, (int)(points * mc_canvas_view_get_unit (self)));
}

static void
mc_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  McCanvas *self = MC_CANVAS (widget);

  mc_canvas_view_update_screen (self);
  if (self->card)
    gtk_popover_present (GTK_POPOVER (self->card));
}

static void
mc_canvas_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mc_canvas_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (mc_canvas_view_update_screen), widget, G_CONNECT_SWAPPED);
}

static void
mc_canvas_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_settings (widget), mc_canvas_view_update_screen, widget);
  GTK_WIDGET_CLASS (mc_canvas_parent_class)->unroot (widget);
}

static void
mc_canvas_unmap (GtkWidget *widget)
{
  mc_canvas_hover_hide (MC_CANVAS (widget));
  mc_canvas_view_stop (MC_CANVAS (widget));
  mc_canvas_glide_end (MC_CANVAS (widget));
  mc_canvas_edge_stop (MC_CANVAS (widget));
  GTK_WIDGET_CLASS (mc_canvas_parent_class)->unmap (widget);
}

static void
set_selection_mode (McCanvas *self, GtkSelectionMode mode)
{
  g_auto (GStrv) kept = NULL;

  if (self->selection_mode == mode)
    return;
  self->selection_mode = mode;
  kept = mc_canvas_dup_selection (self);
  mc_canvas_set_selection (self, (const char *const *)kept);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION_MODE]);
}

static void
mc_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McCanvas *self = MC_CANVAS (object);

  switch (id)
    {
    case PROP_SCENE:
      g_value_set_object (value, self->scene);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, mc_canvas_get_zoom (self));
      break;
    case PROP_FITTED:
      g_value_set_boolean (value, self->fitted);
      break;
    case PROP_MAX_FIT_ZOOM:
      g_value_set_double (value, self->max_fit_zoom);
      break;
    case PROP_SELECTION:
      g_value_take_boxed (value, mc_canvas_dup_selection (self));
      break;
    case PROP_SELECTION_MODE:
      g_value_set_enum (value, self->selection_mode);
      break;
    case PROP_FOCUS_KEY:
      g_value_set_string (value, self->focus_key);
      break;
    case PROP_DRAG_MODE:
      g_value_set_enum (value, self->drag_mode);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      mc_scrolling_get_property (&self->scrolling, (McScrollingProp)(id - PROP_HADJUSTMENT), value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McCanvas *self = MC_CANVAS (object);

  switch (id)
    {
    case PROP_SCENE:
      mc_canvas_set_scene (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      mc_canvas_zoom_to (self, g_value_get_double (value), NULL);
      break;
    case PROP_MAX_FIT_ZOOM:
      self->max_fit_zoom = g_value_get_double (value);
      mc_canvas_view_place (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SELECTION:
      mc_canvas_set_selection (self, g_value_get_boxed (value));
      break;
    case PROP_SELECTION_MODE:
      set_selection_mode (self, g_value_get_enum (value));
      break;
    case PROP_FOCUS_KEY:
      mc_canvas_set_focus_key (self, g_value_get_string (value));
      break;
    case PROP_DRAG_MODE:
      self->drag_mode = g_value_get_enum (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      mc_scrolling_set_property (&self->scrolling, (McScrollingProp)(id - PROP_HADJUSTMENT), value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_canvas_dispose (GObject *object)
{
  McCanvas *self = MC_CANVAS (object);

  mc_canvas_warm_stop (self);
  mc_canvas_hover_dispose (self);
  mc_canvas_glide_end (self);
  g_clear_object (&self->gliding);
  mc_canvas_view_dispose (self);
  mc_canvas_keys_dispose (self);
  mc_canvas_access_dispose (self);
  mc_canvas_hook_set (&self->overlay, NULL, NULL, NULL);
  g_clear_object (&self->style);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mc_canvas_parent_class)->dispose (object);
}

static void
mc_canvas_finalize (GObject *object)
{
  McCanvas *self = MC_CANVAS (object);

  mc_canvas_selection_dispose (self);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->tiles, mc_canvas_tiles_free);
  G_OBJECT_CLASS (mc_canvas_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SCENE] = g_param_spec_object ("scene", NULL, NULL, MC_TYPE_SCENE, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 1, flags);
  properties[PROP_FITTED] =
      g_param_spec_boolean ("fitted", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MAX_FIT_ZOOM] = g_param_spec_double ("max-fit-zoom", NULL, NULL, 0.05, 8, 1.5, flags);
  properties[PROP_SELECTION] = g_param_spec_boxed ("selection", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_SELECTION_MODE] =
      g_param_spec_enum ("selection-mode", NULL, NULL, GTK_TYPE_SELECTION_MODE, GTK_SELECTION_MULTIPLE, flags);
  properties[PROP_FOCUS_KEY] = g_param_spec_string ("focus-key", NULL, NULL, NULL, flags);
  properties[PROP_DRAG_MODE] =
      g_param_spec_enum ("drag-mode", NULL, NULL, MC_TYPE_CANVAS_DRAG, MC_CANVAS_DRAG_PAN, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  mc_scrolling_install (object_class, PROP_HADJUSTMENT);
}

static void
mc_canvas_class_init (McCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_canvas_get_property;
  object_class->set_property = mc_canvas_set_property;
  object_class->dispose = mc_canvas_dispose;
  object_class->finalize = mc_canvas_finalize;
  widget_class->snapshot = mc_canvas_snapshot;
  widget_class->measure = mc_canvas_measure;
  widget_class->size_allocate = mc_canvas_size_allocate;
  widget_class->root = mc_canvas_root;
  widget_class->unroot = mc_canvas_unroot;
  widget_class->unmap = mc_canvas_unmap;
  install_properties (object_class);
  mc_canvas_signals_install ();
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TREE);
}

static void
mc_canvas_init (McCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  self->style = g_object_ref (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  self->palette = find_palette (self);
  self->tiles = mc_canvas_tiles_new (paint, self);
  g_signal_connect_object (self->style, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->style, "notify::high-contrast", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  mc_canvas_view_init (self);
  mc_canvas_selection_init (self);
  mc_canvas_access_init (self);
  mc_canvas_pointer_init (self);
  mc_canvas_drop_init (self);
  mc_canvas_hover_init (self);
  mc_canvas_keys_init (self);
}

void
mc_canvas_notify_zoom (McCanvas *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

void
mc_canvas_notify_fitted (McCanvas *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FITTED]);
}

void
mc_canvas_notify_selection (McCanvas *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}

void
mc_canvas_notify_focus (McCanvas *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS_KEY]);
}

GtkWidget *
mc_canvas_new (void)
{
  return g_object_new (MC_TYPE_CANVAS, NULL);
}

McScene *
mc_canvas_get_scene (McCanvas *self)
{
  g_return_val_if_fail (MC_IS_CANVAS (self), NULL);
  return self->scene;
}

/* The node by which the eye holds on when all else is drawn anew: the focused one, or the one in the middle. */
static McSceneNode *
find_anchor (McCanvas *self)
{
  McRect visible = mc_canvas_get_visible (self);
  McSceneNode *node = self->focus_key ? mc_scene_find (self->scene, self->focus_key) : NULL;
  McRect box;

  if (node)
    {
      box = mc_scene_node_get_bounds (node);
      if (box.x < visible.x + visible.width && box.x + box.width > visible.x && box.y < visible.y + visible.height &&
          box.y + box.height > visible.y)
        return node;
    }
  return mc_scene_pick (self->scene, visible.x + visible.width / 2, visible.y + visible.height / 2);
}

/* What was seen before stays where it was, or goes on from there. */
static void
take_place (McCanvas *self, McScene *before, const char *anchor, McPoint where)
{
  McCanvasView view = self->view;

  if (!anchor || !self->scene || !mc_scene_find (self->scene, anchor))
    {
      mc_canvas_glide_end (self);
      mc_canvas_view_place (self);
      return;
    }
  mc_canvas_view_keep (self, anchor, where);
  mc_canvas_glide_begin (self, before, view);
}

void
mc_canvas_set_scene (McCanvas *self, McScene *scene)
{
  g_autoptr (McScene) before = NULL;
  McSceneNode *anchor;
  g_autofree char *key = NULL;
  McPoint where = { 0 };
  McRect box;

  g_return_if_fail (MC_IS_CANVAS (self));
  if (scene == self->scene)
    return;
  anchor = self->scene && self->placed ? find_anchor (self) : NULL;
  if (anchor)
    {
      key = g_strdup (mc_scene_node_get_key (anchor));
      box = mc_scene_node_get_bounds (anchor);
      where = mc_canvas_from_scene (self, box.x, box.y);
    }
  mc_canvas_hover_hide (self);
  before = g_steal_pointer (&self->scene);
  self->scene = scene ? g_object_ref (scene) : NULL;
  g_clear_pointer (&self->folded, g_ptr_array_unref);
  mc_canvas_tiles_invalidate (self->tiles, NULL);
  self->fresh = TRUE;
  mc_canvas_access_scene_changed (self);
  mc_canvas_selection_scene_changed (self);
  take_place (self, before, key, where);
  mc_canvas_warm_begin (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENE]);
}

McSceneNode *
mc_canvas_pick (McCanvas *self, double x, double y)
{
  McPoint at;

  g_return_val_if_fail (MC_IS_CANVAS (self), NULL);
  at = mc_canvas_to_scene (self, x, y);
  return self->scene ? mc_scene_pick (self->scene, at.x, at.y) : NULL;
}

McPaletteKind
mc_canvas_get_palette (McCanvas *self)
{
  g_return_val_if_fail (MC_IS_CANVAS (self), MC_PALETTE_LIGHT);
  return self->palette;
}

void
mc_canvas_hook_set (McCanvasHook *hook, gpointer func, gpointer data, GDestroyNotify destroy)
{
  if (hook->destroy)
    hook->destroy (hook->data);
  *hook = (McCanvasHook){ func, data, destroy };
}

void
mc_canvas_set_overlay_func (McCanvas *self, McCanvasOverlayFunc func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (MC_IS_CANVAS (self));
  mc_canvas_hook_set (&self->overlay, func, data, destroy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
