/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "mc-palette.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} McRect;

typedef struct
{
  double x, y;
} McPoint;

typedef enum
{
  MC_SCENE_LEFT,
  MC_SCENE_RIGHT,
  MC_SCENE_UP,
  MC_SCENE_DOWN,
  MC_SCENE_FIRST,
  MC_SCENE_LAST,
  MC_SCENE_NEXT, /* reading order */
  MC_SCENE_PREVIOUS,
} McSceneDirection;

/** McSceneRole: what a screen reader calls the node. */
typedef enum
{
  MC_SCENE_GROUND, /* only seen: not picked, not focused, not announced */
  MC_SCENE_ITEM,   /* tree item or list item: a person's box */
  MC_SCENE_GROUP,  /* frame of a section, a room */
  MC_SCENE_BUTTON, /* collapse and expand */
  MC_SCENE_IMAGE,  /* a furnishing, a mark of a chart */
} McSceneRole;

typedef enum
{
  MC_ALIGN_START,
  MC_ALIGN_CENTER,
  MC_ALIGN_END,
} McAlign;

/**
 * McTextStyle: @size in points of the scene; @max_lines 0 means 1; text that does not fit ends in an ellipsis, and
 * where the box is too low for max_lines it gets fewer. Keep boxes at least 1.25 x size high for each line.
 */
typedef struct
{
  double size;
  gboolean bold, italic;
  McAlign align;  /* across */
  McAlign valign; /* within the box */
  guint max_lines;
  McTone tone;     /* its ink; none: MC_TONE_INK */
  double rotation; /* radians about the box's centre, clockwise */
  gboolean serif;  /* the face of official papers (Times New Roman; Decree 30/2020, Appendix I) */
} McTextStyle;

/** McStroke: @width in points (0 paints no line); @dash: 0 solid, otherwise dash and gap length. */
typedef struct
{
  double width;
  double dash;
  McTone tone;
} McStroke;

/** McSceneNode: a piece of a scene with its own small list of marks, painted in the order they were added. Marks are in
 * scene coordinates. Reference counted; immutable once its scene is sealed. */
typedef struct _McSceneNode McSceneNode;

/**
 * mc_scene_node_new:
 * @key: (nullable): what stays the same from one scene to the next ("seat/12"); unique in the scene
 * @bounds: (nullable): where it is picked and focused; %NULL: around all its marks
 *
 * Returns: (transfer full)
 */
McSceneNode *mc_scene_node_new (McSceneRole role, const char *key, const McRect *bounds);
McSceneNode *mc_scene_node_ref (McSceneNode *self);
void mc_scene_node_unref (McSceneNode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McSceneNode, mc_scene_node_unref)

/** mc_scene_node_set_names: @name is what it is ("Nguyễn Văn A"), @state how it is ("vacant"), @description the rest of
 * what the eye sees. Translated by the layout. */
void mc_scene_node_set_names (McSceneNode *self, const char *name, const char *state, const char *description);
/** mc_scene_node_set_parent: @key of the node above it, for the keyboard walk and for the tree of accessibles. */
void mc_scene_node_set_parent (McSceneNode *self, const char *key);
/** mc_scene_node_set_target: what Enter or a double click opens ("person/12"), for win.open-target. */
void mc_scene_node_set_target (McSceneNode *self, const char *target);
/** mc_scene_node_set_expanded: -1 cannot, 0 collapsed, 1 expanded. */
void mc_scene_node_set_expanded (McSceneNode *self, int expanded);
/** mc_scene_node_set_drag, _set_drop: what it is when dragged ("person/12"); what it takes: a prefix ("person/"). */
void mc_scene_node_set_drag (McSceneNode *self, const char *payload);
void mc_scene_node_set_drop (McSceneNode *self, const char *accepts);
/** mc_scene_node_set_screen_only: a help for who works at the screen, such as a grid: not on paper and not in files. */
void mc_scene_node_set_screen_only (McSceneNode *self, gboolean screen_only);

/** mc_scene_node_set_min_zoom: painted only when the view's zoom (1 = 100 %) is at least this; detail by zoom. */
void mc_scene_node_set_min_zoom (McSceneNode *self, double zoom);

McSceneRole mc_scene_node_get_role (McSceneNode *self);
const char *mc_scene_node_get_key (McSceneNode *self);
const char *mc_scene_node_get_name (McSceneNode *self);
const char *mc_scene_node_get_state (McSceneNode *self);
const char *mc_scene_node_get_description (McSceneNode *self);
const char *mc_scene_node_get_parent (McSceneNode *self);
const char *mc_scene_node_get_target (McSceneNode *self);
const char *mc_scene_node_get_drag (McSceneNode *self);
const char *mc_scene_node_get_drop (McSceneNode *self);
int mc_scene_node_get_expanded (McSceneNode *self);
double mc_scene_node_get_min_zoom (McSceneNode *self);
gboolean mc_scene_node_get_screen_only (McSceneNode *self);
McRect mc_scene_node_get_bounds (McSceneNode *self);
/** mc_scene_node_get_extents: the bounds and all that is painted, strokes included; what culling goes by. */
McRect mc_scene_node_get_extents (McSceneNode *self);
/** mc_scene_node_is_interactive: can be picked and focused: anything but ground. */
gboolean mc_scene_node_is_interactive (McSceneNode *self);

/* Marks. A fill tone of MC_TONE_NONE or a stroke NULL paints none. The tone's pattern is painted over its fill. */
void mc_scene_node_add_rect (McSceneNode *self, const McRect *rect, double radius, McTone fill, const McStroke *stroke);
void mc_scene_node_add_ellipse (McSceneNode *self, const McRect *rect, McTone fill, const McStroke *stroke);
/** mc_scene_node_add_arc: of the ellipse in @rect, angles in radians, clockwise from 3 o'clock (cairo's). */
void mc_scene_node_add_arc (McSceneNode *self, const McRect *rect, double from, double to, const McStroke *stroke);
void mc_scene_node_add_polyline (
    McSceneNode *self, const McPoint *points, gsize n, gboolean closed, McTone fill, const McStroke *stroke);
/**
 * mc_scene_node_add_text: laid out in @box with Pango, wrapped by words up to max_lines, then ellipsis. Its own line
 * breaks are kept where max_lines is more than one; empty lines are left out.
 */
void mc_scene_node_add_text (McSceneNode *self, const McRect *box, const char *text, const McTextStyle *style);
/** mc_scene_node_add_image: @surface is referenced; scaled to cover @rect; @round clips to the ellipse (photos). */
void mc_scene_node_add_image (McSceneNode *self, const McRect *rect, cairo_surface_t *surface, gboolean round);
/** mc_scene_node_add_path: an own path (walls with openings, door swings) as a copied cairo path. */
void mc_scene_node_add_path (McSceneNode *self, const cairo_path_t *path, McTone fill, const McStroke *stroke);

G_END_DECLS
