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
  GArray *guides; /* McPlanGuide */
  GArray *points; /* McPoint: drawn or measured so far */
  McPoint cross;  /* where the next one would be */
  McPoint nudge;  /* by arrows, not yet written */
  guint nudge_source;
  gboolean busy;   /* a change is on its way */
  char **selected; /* chosen as soon as they are drawn */

  GtkFlowBox *things;
  GtkLabel *hint;
  AdwPreferencesGroup *properties;
  AdwEntryRow *label_row, *number_row, *x_row, *y_row, *width_row, *height_row, *rotation_row;
  AdwComboRow *use_row;
  gboolean filling;
};

/* mc-plan-editor.c */
/** mc_plan_editor_get_selection: (transfer full) (element-type McPlanObject): of the floor, as the list has them. */
GPtrArray *mc_plan_editor_get_selection (McPlanEditor *self);
void mc_plan_editor_take_tool (McPlanEditor *self, McPlanTool tool, McPlanKind kind);
/** mc_plan_editor_commit: (transfer full) @change; afterwards @created (nullable) are chosen. */
void mc_plan_editor_commit (McPlanEditor *self, McChange *change, GPtrArray *created);
/** mc_plan_editor_commit_edit: @before and @after side by side. */
void mc_plan_editor_commit_edit (McPlanEditor *self, const char *label, GPtrArray *before, GPtrArray *after);
void mc_plan_editor_insert (McPlanEditor *self, const char *label, GPtrArray *objects);
/** mc_plan_editor_clone: (transfer full): copies of all, for an edit. */
GPtrArray *mc_plan_editor_clone (GPtrArray *objects);
/** mc_plan_editor_count_label: (transfer full): "Move 3 things" of the translated "Move %u things". */
char *mc_plan_editor_count_label (const char *format, guint n);

/* mc-plan-editor-tools.c */
void mc_plan_editor_tools_connect (McPlanEditor *self);
void mc_plan_editor_drop_gesture (McPlanEditor *self);
void mc_plan_editor_finish_points (McPlanEditor *self);
void mc_plan_editor_add_point (McPlanEditor *self, McPoint at);
void mc_plan_editor_place (McPlanEditor *self, McPoint at);
void mc_plan_editor_nudge (McPlanEditor *self, double dx, double dy);
gboolean mc_plan_editor_key (McPlanEditor *self, guint key, GdkModifierType modifiers);
/** mc_plan_editor_carried: (transfer full): what moves when @objects do: doors and windows go with their walls. */
GPtrArray *mc_plan_editor_carried (McPlanEditor *self, GPtrArray *objects);
McPoint mc_plan_editor_rotate_grip (McPlanEditor *self, McPlanObject *object);

/* mc-plan-editor-overlay.c */
void mc_plan_editor_paint (McCanvas *canvas, cairo_t *cr, const McRect *visible, double zoom, gpointer data);

/* mc-plan-editor-verbs.c */
void mc_plan_editor_add_verbs (McPlanEditor *self);
void mc_plan_editor_update_verbs (McPlanEditor *self);

/* mc-plan-editor-properties.c */
void mc_plan_editor_fill (McPlanEditor *self);
void mc_plan_editor_properties_init (McPlanEditor *self);

/* mc-plan-things.c */
/** mc_plan_thing_new: (transfer full): a new one of @kind in its usual size, on the layer where such things are. */
McPlanObject *mc_plan_thing_new (McPlanFeed *feed, McPlanKind kind);

G_END_DECLS
