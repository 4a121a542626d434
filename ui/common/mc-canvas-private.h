/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-canvas-tiles.h"
#include "mc-canvas.h"
#include "mc-painter.h"
#include "mc-scene-outline.h"
#include "mc-scrolling.h"

G_BEGIN_DECLS

/** McCanvasView: the scene point at the widget's corner; pixels of the widget per scene point. */
typedef struct
{
  double x, y;
  double scale;
} McCanvasView;

typedef enum
{
  MC_CANVAS_HAND_NONE,
  MC_CANVAS_HAND_PRESSED, /* a button is down, nothing decided */
  MC_CANVAS_HAND_TOOL,    /* an editor has it */
  MC_CANVAS_HAND_PAN,
  MC_CANVAS_HAND_BAND,
  MC_CANVAS_HAND_LEFT, /* to the drag source or to nobody */
} McCanvasHand;

typedef struct
{
  gpointer func;
  gpointer data;
  GDestroyNotify destroy;
} McCanvasHook;

struct _McCanvas
{
  GtkWidget parent_instance;

  /* What is shown */
  McScene *scene;
  McPaletteKind palette;
  McCanvasTiles *tiles;
  gboolean complete;
  gboolean fresh;  /* another scene: nothing of it has been shown yet */
  gint64 moved_at; /* when the view was last changed */
  guint warm_source;
  guint warmed; /* nodes that have been laid out */
  AdwStyleManager *style;
  McCanvasHook overlay;

  /* Where one looks (mc-canvas-view.c) */
  McCanvasView view;
  McCanvasView from, to; /* while moving */
  AdwAnimation *moving;
  gboolean placed; /* has been shown */
  gboolean fitted;
  gboolean pinching;
  char *pending_key; /* to be gone to once there is room */
  double max_fit_zoom;
  double device_scale;
  double dpi;
  McScrolling scrolling;
  gboolean configuring;

  /* On the way from one scene to the next (mc-canvas-glide.c) */
  GHashTable *glide; /* by key, how far from its place a node still is, in scene points */
  AdwAnimation *gliding;
  double glide_left; /* 1 at the beginning, 0 at the end */

  /* What is chosen (mc-canvas-selection.c) */
  GtkSelectionMode selection_mode;
  GHashTable *selection; /* keys */
  GHashTable *found;     /* keys; NULL: no search */
  char *focus_key;
  char *drop_key;
  char *hover_key;

  /* Hands (mc-canvas-pointer.c, mc-canvas-drop.c, mc-canvas-hover.c) */
  McCanvasDrag drag_mode;
  McCanvasHand hand;
  GtkGesture *click, *drag, *swipe, *pinch;
  GtkDragSource *source;
  McPoint press;    /* in the widget */
  McPoint press_at; /* in the scene */
  McCanvasView press_view;
  char *press_key;
  gboolean was_selected; /* a click, once let go, leaves it alone selected */
  McRect band;           /* in scene points */
  GHashTable *band_before;
  double pinch_zoom;
  gboolean space_down, space_used;
  McCanvasHook hover, cursor;
  GtkWidget *card;
  guint hover_source;
  McPoint pointer; /* in the widget; below 0 when away */
  McPoint edge;    /* which way to pan, while something is held at the edge: pixels per frame */
  guint edge_tick;

  /* Keyboard (mc-canvas-keys.c) */
  GString *typed;
  gint64 typed_at;
  GPtrArray *folded; /* names, by position in the scene */

  /* For screen readers (mc-canvas-access.c) */
  McSceneOutline *outline;
  GHashTable *accessibles; /* McSceneAccessible by key */
};

/* mc-canvas-view.c */
void mc_canvas_view_init (McCanvas *self);
void mc_canvas_view_dispose (McCanvas *self);
void mc_canvas_view_place (McCanvas *self); /* the first showing, another size, another scene */
void mc_canvas_view_set (McCanvas *self, McCanvasView view);
void mc_canvas_view_move_to (McCanvas *self, McCanvasView view, guint milliseconds);
void mc_canvas_view_stop (McCanvas *self);
double mc_canvas_view_get_unit (McCanvas *self); /* pixels of the widget per scene point at 100 % */
void mc_canvas_view_update_screen (McCanvas *self);
void
mc_canvas_view_keep (McCanvas *self, const char *key, McPoint where); /* a node stays at this place of the widget */

/* mc-canvas-selection.c */
void mc_canvas_selection_init (McCanvas *self);
void mc_canvas_selection_dispose (McCanvas *self);
void mc_canvas_selection_scene_changed (McCanvas *self);
void mc_canvas_selection_select (McCanvas *self, const char *key, gboolean add, gboolean toggle);
void mc_canvas_selection_begin_band (McCanvas *self, gboolean add);
void mc_canvas_selection_update_band (McCanvas *self);
void mc_canvas_selection_end_band (McCanvas *self, gboolean cancel);
McPaintFlags mc_canvas_selection_get_flags (McCanvas *self, McSceneNode *node);
void mc_canvas_repaint_key (McCanvas *self, const char *key);
gboolean mc_canvas_set_drop_key (McCanvas *self, const char *key);

/* mc-canvas-glide.c */
void mc_canvas_glide_begin (McCanvas *self, McScene *before, McCanvasView view); /* both as they were */
void mc_canvas_glide_end (McCanvas *self);
void mc_canvas_glide_snapshot (McCanvas *self, GtkSnapshot *snapshot);

/* mc-canvas-warm.c */
void mc_canvas_warm_begin (McCanvas *self); /* another scene */
void mc_canvas_warm_stop (McCanvas *self);

/* mc-canvas-edge.c */
void mc_canvas_edge_update (McCanvas *self, double x, double y); /* something is held there, in the widget */
void mc_canvas_edge_stop (McCanvas *self);

/* mc-canvas-pointer.c, mc-canvas-drop.c, mc-canvas-hover.c, mc-canvas-keys.c */
void mc_canvas_pointer_init (McCanvas *self);
void mc_canvas_pointer_drag (McCanvas *self, double dx, double dy); /* what a drag does that has come so far */
void mc_canvas_pointer_snapshot (McCanvas *self, GtkSnapshot *snapshot);
void mc_canvas_drop_init (McCanvas *self);
void mc_canvas_hover_init (McCanvas *self);
void mc_canvas_hover_dispose (McCanvas *self);
void mc_canvas_hover_hide (McCanvas *self);
void mc_canvas_hover_show (McCanvas *self, const char *key);
void mc_canvas_hover_update (McCanvas *self); /* what is under the pointer may be another node now */
void mc_canvas_keys_init (McCanvas *self);
void mc_canvas_keys_dispose (McCanvas *self);
void mc_canvas_hook_set (McCanvasHook *hook, gpointer func, gpointer data, GDestroyNotify destroy);

void mc_canvas_signals_install (void);

/* Signals, emitted: whether somebody took it */
gboolean mc_canvas_emit_activate (McCanvas *self, const char *key);
gboolean mc_canvas_emit_toggle (McCanvas *self, const char *key);
gboolean mc_canvas_emit_context (McCanvas *self, const char *key, double x, double y);
gboolean mc_canvas_emit_drop (McCanvas *self, const char *key, const char *payload);
gboolean mc_canvas_emit_press (McCanvas *self, McPoint at, int n_press, guint button, GdkModifierType modifiers);
gboolean mc_canvas_emit_motion (McCanvas *self, McPoint at, GdkModifierType modifiers);
void mc_canvas_emit_release (McCanvas *self, McPoint at, GdkModifierType modifiers);
void mc_canvas_emit_cancel (McCanvas *self);
void mc_canvas_emit_view_changed (McCanvas *self);
void mc_canvas_notify_zoom (McCanvas *self);
void mc_canvas_notify_fitted (McCanvas *self);
void mc_canvas_notify_selection (McCanvas *self);
void mc_canvas_notify_focus (McCanvas *self);

/* mc-canvas-access.c */
void mc_canvas_access_init (McCanvas *self);
void mc_canvas_access_dispose (McCanvas *self);
void mc_canvas_access_iface_init (GtkAccessibleInterface *iface);
void mc_canvas_access_scene_changed (McCanvas *self);
void mc_canvas_access_focus_changed (McCanvas *self, const char *before);
void mc_canvas_access_selection_changed (McCanvas *self);

G_END_DECLS
