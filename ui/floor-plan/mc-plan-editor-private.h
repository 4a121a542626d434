/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-change.h"
#include "mc-plan-edit.h"
#include "mc-plan-editor.h"
#include "mc-plan-snap.h"
#include "mc-plan-walls.h"

G_BEGIN_DECLS

typedef enum
{
  MC_PLAN_TOOL_SELECT,
  MC_PLAN_TOOL_DRAW, /* by points */
  MC_PLAN_TOOL_PLACE,
  MC_PLAN_TOOL_MEASURE,
  MC_PLAN_TOOL_LAY,   /* moves and turns the background */
  MC_PLAN_TOOL_SCALE, /* two points of the background that are a known way apart */
} McPlanTool;

typedef enum
{
  MC_PLAN_GESTURE_NONE,
  MC_PLAN_GESTURE_MOVE,
  MC_PLAN_GESTURE_RESIZE,
  MC_PLAN_GESTURE_ROTATE,
  MC_PLAN_GESTURE_POINT,
} McPlanGesture;

struct _McPlanEditor
{
  AdwBin parent_instance;

  McCanvas *canvas;
  McPlanFeed *feed;
  GtkWidget *page; /* weak; set while it is in the tree */
  GSimpleActionGroup *actions;
  GtkEventController *shortcuts, *keys;
  McFloorPlanOptions options_before;
  McCanvasDrag drag_before;

  McPlanTool tool;
  McPlanKind kind; /* what is drawn or placed */
  double grid;     /* metres */

  /* What is being done; lengths in metres */
  McPlanGesture gesture;
  McPoint start;
  gboolean moved;
  McPlanHandle handle;
  guint point;
  GPtrArray *before, *after; /* McPlanObject, side by side; the latter is shown until the database has it */
  McPlanSnapper *snapper;
  GArray *guides;   /* McPlanGuide */
  GArray *points;   /* McPoint: drawn or measured so far */
  McPoint cross;    /* where the next one would be */
  gboolean by_keys; /* keys lead the cross, not the mouse, */
  McPoint pointer;  /* which rested here in the widget */
  McPoint nudge;    /* by arrows, not yet written */
  guint nudge_source;
  guint busy;   /* changes that are on their way */
  gint64 layer; /* where new things go; 0: where most of their kind are */

  /* The background that is laid or scaled; @laid is what hands made of it so far */
  gint64 background;
  McPlanBackground *laid;
  gboolean laying, turning;
  guint lay_source;
  char *backgrounds_state; /* what @background_list says */

  char **selected; /* chosen as soon as they are drawn */

  GtkGrid *things, *properties;
  GtkLabel *hint, *chosen;
  AdwViewStack *views;
  GtkListBox *layer_list, *background_list;
  GPtrArray *rows;      /* of @properties */
  GPtrArray *described; /* McPlanObject: what they are of */
  char *layers_state;   /* what @layer_list says */
  gboolean filling;
};

/* mc-plan-editor.c */
/** mc_plan_editor_get_selection: (transfer full) (element-type McPlanObject): of the floor, as the list has them. */
GPtrArray *mc_plan_editor_get_selection (McPlanEditor *self);
void mc_plan_editor_take_tool (McPlanEditor *self, McPlanTool tool, McPlanKind kind);
/** mc_plan_editor_commit: writes @change; afterwards @created (nullable) are chosen. What is made while another is on
 * its way waits for it, and stands on what that left. */
void mc_plan_editor_commit (McPlanEditor *self, McChange *change, GPtrArray *created);
/** mc_plan_editor_commit_edit: @before and @after side by side. */
void mc_plan_editor_commit_edit (McPlanEditor *self, const char *label, GPtrArray *before, GPtrArray *after);
void mc_plan_editor_insert (McPlanEditor *self, const char *label, GPtrArray *objects);
/** mc_plan_editor_clone: (transfer full): copies of all, for an edit. */
GPtrArray *mc_plan_editor_clone (GPtrArray *objects);
/** mc_plan_editor_clone_latest: (transfer full): the same, as hands have left them: what is still on its way counts. */
GPtrArray *mc_plan_editor_clone_latest (McPlanEditor *self, GPtrArray *objects);
/** mc_plan_editor_count_label: (transfer full): "Move 3 things" of the translated "Move %u things". */
char *mc_plan_editor_count_label (const char *format, guint n);

/* mc-plan-editor-tools.c */
void mc_plan_editor_tools_connect (McPlanEditor *self);
void mc_plan_editor_drop_gesture (McPlanEditor *self);
/** mc_plan_editor_get_reach: metres from a grip that still pull it. */
double mc_plan_editor_get_reach (McPlanEditor *self);
void mc_plan_editor_finish_points (McPlanEditor *self);
void mc_plan_editor_add_point (McPlanEditor *self, McPoint at);
void mc_plan_editor_place (McPlanEditor *self, McPoint at);
void mc_plan_editor_nudge (McPlanEditor *self, double dx, double dy);
/** mc_plan_editor_write_nudge: what arrows moved is written now, not after the pause. */
void mc_plan_editor_write_nudge (McPlanEditor *self);
gboolean mc_plan_editor_key (McPlanEditor *self, guint key, GdkModifierType modifiers);
/** mc_plan_editor_carried: (transfer full): what moves when @objects do: doors and windows go with their walls. */
GPtrArray *mc_plan_editor_carried (McPlanEditor *self, GPtrArray *objects);
McPoint mc_plan_editor_rotate_grip (McPlanEditor *self, McPlanObject *object);

/* mc-plan-editor-overlay.c */
/** mc_plan_editor_show_points: draws those set so far and, while measuring, tells what they come to. */
void mc_plan_editor_show_points (McPlanEditor *self);
void mc_plan_editor_paint (McCanvas *canvas, cairo_t *cr, const McRect *visible, double zoom, gpointer data);

/* mc-plan-editor-verbs.c */
void mc_plan_editor_add_verbs (McPlanEditor *self);
void mc_plan_editor_update_verbs (McPlanEditor *self);

/* mc-plan-editor-properties.c */
void mc_plan_editor_fill (McPlanEditor *self);
/** mc_plan_editor_focus_properties: the keyboard to the first of them; %FALSE if there is none. */
gboolean mc_plan_editor_focus_properties (McPlanEditor *self);
void mc_plan_editor_properties_init (McPlanEditor *self);

/* mc-plan-editor-palette.c */
void mc_plan_editor_palette_init (McPlanEditor *self);

/* mc-plan-editor-layers.c */
void mc_plan_editor_fill_layers (McPlanEditor *self);
/** mc_plan_editor_layer_verb: "add-layer", "rename-layer", "raise-layer", "lower-layer", "remove-layer". */
void mc_plan_editor_layer_verb (McPlanEditor *self, const char *verb, gint64 layer);
/** mc_plan_editor_dup_layers: (transfer full) (element-type McPlanLayer): in painting order. */
GPtrArray *mc_plan_editor_dup_layers (McPlanEditor *self);

/* mc-plan-editor-backgrounds.c */
void mc_plan_editor_fill_backgrounds (McPlanEditor *self);

/* mc-plan-editor-laying.c: hands on a background */
/** mc_plan_editor_get_background: (transfer none) (nullable): the one that is laid, as the list has it. */
McPlanBackground *mc_plan_editor_get_background (McPlanEditor *self);
void mc_plan_editor_lay (McPlanEditor *self, gint64 background, McPlanTool tool);
gboolean mc_plan_editor_lay_press (McPlanEditor *self, McPoint at, double reach);
gboolean mc_plan_editor_lay_motion (McPlanEditor *self, McPoint at);
gboolean mc_plan_editor_lay_release (McPlanEditor *self);
gboolean mc_plan_editor_lay_nudge (McPlanEditor *self, double dx, double dy, double degrees);
/** mc_plan_editor_lay_corners: of the background as it is being laid; %FALSE until its file has been read. */
gboolean mc_plan_editor_lay_corners (McPlanEditor *self, McPoint corners[4], McPoint *grip);
/** mc_plan_editor_commit_background: (transfer full) @after, of the one that the list has. */
void mc_plan_editor_commit_background (McPlanEditor *self, const char *label, McPlanBackground *after);
/** mc_plan_editor_ask_distance: the two points are set: how far they are from each other. */
void mc_plan_editor_ask_distance (McPlanEditor *self);

/* mc-plan-background-add.c */
/** mc_plan_editor_add_background: @file (nullable): otherwise it is asked for. */
void mc_plan_editor_add_background (McPlanEditor *self, GFile *file);
/** mc_plan_editor_remove_background: the one that mc_plan_editor_lay() chose. */
void mc_plan_editor_remove_background (McPlanEditor *self);

/* mc-plan-things.c */
/** mc_plan_thing_new: (transfer full): a new one of @kind in its usual size on @layer; 0: where such things are. */
McPlanObject *mc_plan_thing_new (McPlanFeed *feed, McPlanKind kind, gint64 layer);

G_END_DECLS
