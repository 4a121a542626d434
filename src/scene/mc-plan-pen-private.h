/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-floor-plan-scene.h"
#include "mc-plan-overlay.h"
#include "mc-plan-geometry.h"

G_BEGIN_DECLS

/** McPlanPen: draws on a node in the metres of one thing: from its centre, before it is turned; its front is at +y. */
typedef struct
{
  McSceneNode *node;
  double x, y, rotation;
} McPlanPen;

#define MC_PLAN_THIN 0.5
#define MC_PLAN_LINE 0.8

McPlanPen mc_plan_pen (McSceneNode *node, McPlanObject *object);

/** mc_plan_pen_place: where a place of the thing is in the scene. */
McPoint mc_plan_pen_place (const McPlanPen *self, double x, double y);

void mc_plan_pen_rect (const McPlanPen *self,
                       double x,
                       double y,
                       double width,
                       double height,
                       double radius,
                       McTone fill,
                       McTone ink,
                       double line);
void mc_plan_pen_ellipse (
    const McPlanPen *self, double x, double y, double width, double height, McTone fill, McTone ink, double line);
void mc_plan_pen_line (
    const McPlanPen *self, double x1, double y1, double x2, double y2, McTone ink, double line, double dash);
/** mc_plan_pen_arc: of the circle about (@x, @y); degrees clockwise, 0 to the right. */
void mc_plan_pen_arc (
    const McPlanPen *self, double x, double y, double radius, double from, double to, McTone ink, double line);

/** mc_plan_rect: a rectangle of the plan in the scene. */
McRect mc_plan_rect (double x, double y, double width, double height);
McPoint *mc_plan_scene_points (McPlanObject *object, gsize *n_points, gboolean *closed);

/* mc-plan-symbol.c */

/** mc_plan_symbol_draw: a thing that has a box, but no counter. */
void mc_plan_symbol_draw (const McPlanPen *pen, McPlanObject *object);
/** mc_plan_symbol_draw_kind: a small one of the kind, for the legend, in the middle of @box (scene points). */
void mc_plan_symbol_draw_kind (McSceneNode *node, McPlanKind kind, const McRect *box);

/* mc-plan-counter.c */

/** mc_plan_counter_add: the desk with its plate, and the people at it as nodes of their own. @state: (nullable);
 * @scale: of the tints of figures */
void mc_plan_counter_add (McScene *scene,
                          McPlanObject *object,
                          const char *key,
                          McCounterState *state,
                          const McFloorPlanOptions *options,
                          const McPlanScale *scale);

/** MC_PLAN_LABEL, MC_PLAN_AREA_LABEL: letters beside a thing, and of an area where its props say nothing; points. */
#define MC_PLAN_LABEL 6.5
#define MC_PLAN_AREA_LABEL 9.0

/** mc_plan_label_place: the middle of the upper edge of what stands beside a thing, in metres. */
McPoint mc_plan_label_place (McPlanObject *object);

/* mc-plan-structure.c */

/** mc_plan_area_label_place: the middle of an area's name, in metres. @centre: of the area, in metres */
McPoint mc_plan_area_label_place (McPlanObject *area, McPoint centre);
/** mc_plan_area_draw, _wall_draw, _line_draw: what is drawn by points. */
void mc_plan_area_draw (McSceneNode *node, McPlanObject *area, gboolean label);
void mc_plan_wall_draw (McSceneNode *node, McPlanObject *wall, GPtrArray *objects);
void mc_plan_line_draw (McSceneNode *node, McPlanObject *line);

/* mc-plan-picture.c */
void mc_plan_picture_add (McScene *scene, const McPlanPicture *picture);

/* mc-plan-legend.c */

/** mc_plan_legend_add: beside @plan, the box of what is drawn. */
void mc_plan_legend_add (McScene *scene,
                         const McFloorPlanFacts *facts,
                         const McFloorPlanOptions *options,
                         const McRect *plan);
void mc_plan_scale_bar_add (McScene *scene, const McRect *plan);

G_END_DECLS
