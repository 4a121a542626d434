/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-scene.h"

G_BEGIN_DECLS

/** McCanvasDrag: what a drag that begins on the ground does; with Shift it is the other one. */
typedef enum
{
  MC_CANVAS_DRAG_PAN,
  MC_CANVAS_DRAG_SELECT, /* a rubber band */
} McCanvasDrag;

#define MC_TYPE_CANVAS_DRAG (mc_canvas_drag_get_type ())
GType mc_canvas_drag_get_type (void);

#define MC_TYPE_CANVAS (mc_canvas_get_type ())
G_DECLARE_FINAL_TYPE (McCanvas, mc_canvas, MC, CANVAS, GtkWidget)

/**
 * McCanvas:
 * The widget of all drawn pages: shows an McScene, to be put in a GtkScrolledWindow. At a zoom of 1 (100 %) a point of
 * the scene is as large as a point of the desktop's text (96 dpi times the person's text size).
 *
 * Properties:
 * - `scene` (McScene): replaced by another one when the data changes. What is selected, has the focus and where one
 *   looks stay, by the keys of the nodes.
 * - `zoom` (double), `fitted` (boolean, read-only: all is shown, and stays so when the window changes)
 * - `max-fit-zoom` (double, 1.5): fitting never enlarges beyond it
 * - `selection` (strv of keys), `selection-mode` (GtkSelectionMode), `focus-key` (string)
 * - `drag-mode` (McCanvasDrag)
 * - `accessible-role`: `tree` (its items are tree items) or `list`; tree by default
 *
 * Signals; a handler that answers TRUE has taken it, and nothing else happens:
 * - `activate (key)`: Enter, a double click, a click on a button that cannot expand
 * - `toggle (key)`: Space, or a click on the button of a node that can expand
 * - `context (key, x, y)`: right click, Menu or Shift+F10; key is NULL on the ground; in widget coordinates
 * - `drop (key, payload)`: something was let go on a node that accepts it
 * - `tool-press (x, y, n_press, button, modifiers)`, `tool-motion (x, y, modifiers)`, `tool-release (x, y, modifiers)`,
 *   in scene points, before all else: for editors. Who takes the press gets the motions and the release of that button.
 *   Motions without a button are offered too.
 * - `tool-cancel ()`: a press that was taken will have no release
 * - `view-changed ()`: other zoom or place
 *
 * Keys: arrows walk (mc_scene_step()), Home and End, Ctrl+arrows pan, + and - and Ctrl+0 (100 %) and Ctrl+9 (fit),
 * letters find by name without accents, Enter, Space, Ctrl+Space (adds to the selection), Ctrl+A, Menu, Escape, F2
 * (hover card).
 */
GtkWidget *mc_canvas_new (void);

McScene *mc_canvas_get_scene (McCanvas *self);
void mc_canvas_set_scene (McCanvas *self, McScene *scene);

/* Zoom and place */

double mc_canvas_get_zoom (McCanvas *self);
/** mc_canvas_zoom_to: @at (nullable): the place in the widget that stays where it is; the middle by default. */
void mc_canvas_zoom_to (McCanvas *self, double zoom, const McPoint *at);
/** mc_canvas_zoom_step: @steps to larger (positive) or smaller round zooms. */
void mc_canvas_zoom_step (McCanvas *self, int steps, const McPoint *at);
void mc_canvas_fit (McCanvas *self);
gboolean mc_canvas_get_fitted (McCanvas *self);
/** mc_canvas_reveal: brings the node into view, by as little as needed; from afar also closer, so that it can be read.
 */
void mc_canvas_reveal (McCanvas *self, const char *key);

McPoint mc_canvas_to_scene (McCanvas *self, double x, double y);
McPoint mc_canvas_from_scene (McCanvas *self, double x, double y);
/** mc_canvas_get_visible: what is in view, in scene points. */
McRect mc_canvas_get_visible (McCanvas *self);
/** mc_canvas_pick: (nullable) (transfer none): the node at a place of the widget. */
McSceneNode *mc_canvas_pick (McCanvas *self, double x, double y);

/* Selection and focus */

/** mc_canvas_dup_selection: (transfer full): keys, in painting order. */
char **mc_canvas_dup_selection (McCanvas *self);
void mc_canvas_set_selection (McCanvas *self, const char *const *keys);
gboolean mc_canvas_is_selected (McCanvas *self, const char *key);
guint mc_canvas_get_n_selected (McCanvas *self);
const char *mc_canvas_get_focus_key (McCanvas *self);
void mc_canvas_set_focus_key (McCanvas *self, const char *key);
/** mc_canvas_go_to: focuses, selects and reveals: where a search leads. FALSE if there is no such node. */
gboolean mc_canvas_go_to (McCanvas *self, const char *key);

/** mc_canvas_set_found: (nullable): all other nodes are dimmed; NULL dims none. */
void mc_canvas_set_found (McCanvas *self, const char *const *keys);

/* What pages add */

/** McCanvasHoverFunc: (transfer full) (nullable): what the card of a node says. */
typedef GtkWidget *(*McCanvasHoverFunc) (McCanvas *self, McSceneNode *node, gpointer data);
void mc_canvas_set_hover_func (McCanvas *self, McCanvasHoverFunc func, gpointer data, GDestroyNotify destroy);

/** McCanvasOverlayFunc: @cr is in scene coordinates, @zoom is the view's; called for every frame. */
typedef void (*McCanvasOverlayFunc) (McCanvas *self, cairo_t *cr, const McRect *visible, double zoom, gpointer data);
void mc_canvas_set_overlay_func (McCanvas *self, McCanvasOverlayFunc func, gpointer data, GDestroyNotify destroy);

/** McCanvasCursorFunc: (transfer none) (nullable): the cursor's CSS name at a scene point; @node may be NULL. */
typedef const char *(*McCanvasCursorFunc) (McCanvas *self, McSceneNode *node, const McPoint *at, gpointer data);
void mc_canvas_set_cursor_func (McCanvas *self, McCanvasCursorFunc func, gpointer data, GDestroyNotify destroy);

/** mc_canvas_get_palette: the one on screen now. */
McPaletteKind mc_canvas_get_palette (McCanvas *self);

/** mc_canvas_is_complete: nothing is left to be painted in the view, and nothing moves. For tests and pictures. */
gboolean mc_canvas_is_complete (McCanvas *self);

G_END_DECLS
