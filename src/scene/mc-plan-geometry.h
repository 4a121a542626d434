/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-plan-background.h"
#include "mc-plan-object.h"
#include "mc-scene-node.h"

G_BEGIN_DECLS

/* The geometry of things on a floor plan: metres, y downwards, degrees clockwise. Pure. */

/** mc_plan_round: to the millimetre, which is as exact as a plan is kept. */
double mc_plan_round (double metres);

/** mc_plan_turn: from 0 up to, not including, 360. */
double mc_plan_turn (double degrees);

/** mc_plan_rotate_point: @point turned about @about. */
McPoint mc_plan_rotate_point (McPoint point, McPoint about, double degrees);

double mc_plan_distance (McPoint a, McPoint b);

/** mc_plan_angle: the direction from @a to @b in degrees: 0 to the right, 90 down. */
double mc_plan_angle (McPoint a, McPoint b);

/** mc_plan_points_parse: (transfer full) (nullable): the pairs of a JSON text; %NULL if it is none. */
McPoint *mc_plan_points_parse (const char *json, gsize *n_points);

/** mc_plan_points_format: (transfer full): as the member `points` keeps them, to the millimetre. */
char *mc_plan_points_format (const McPoint *points, gsize n_points);

/**
 * mc_plan_object_dup_points:
 * @n_points: (out)
 * @closed: (out) (optional): whether the last is joined to the first
 *
 * Returns: (transfer full): where it lies on the plan: the points of a wall, line or area, or the four corners of a box
 *   (front left first as seen from behind: back left, back right, front right, front left before turning). Never empty.
 */
McPoint *mc_plan_object_dup_points (McPlanObject *self, gsize *n_points, gboolean *closed);

/** mc_plan_object_get_bounds: the upright box around it, the thickness of walls and lines included. */
McRect mc_plan_object_get_bounds (McPlanObject *self);

/** mc_plan_object_contains: whether it is hit at @point, or missed by not more than @tolerance metres. Areas and rooms
 * of walls are hit inside and on the wall only, respectively. */
gboolean mc_plan_object_contains (McPlanObject *self, McPoint point, double tolerance);

/**
 * mc_plan_pick:
 * @objects: (element-type McPlanObject): in painting order
 *
 * Returns: (transfer none) (nullable): the topmost one at @point; small things before areas
 */
McPlanObject *mc_plan_pick (GPtrArray *objects, McPoint point, double tolerance);

/** mc_plan_objects_bounds: around all of @objects; an empty rectangle for none. */
McRect mc_plan_objects_bounds (GPtrArray *objects);

/** mc_plan_points_bounds: around @points. */
McRect mc_plan_points_bounds (const McPoint *points, gsize n_points);

/** mc_plan_points_length: metres along @points, back to the first if @closed. */
double mc_plan_points_length (const McPoint *points, gsize n_points, gboolean closed);

/** mc_plan_points_area: square metres within @points. */
double mc_plan_points_area (const McPoint *points, gsize n_points);

/** mc_plan_points_centre: where a name is best written: the centre of gravity if it lies inside, otherwise the middle
 * of the widest stretch through the middle. */
McPoint mc_plan_points_centre (const McPoint *points, gsize n_points);

/** mc_plan_points_contain: whether @point is inside the polygon. */
gboolean mc_plan_points_contain (const McPoint *points, gsize n_points, McPoint point);

/** mc_plan_segment_distance: from @point to the stretch @a … @b; @at: (out) (optional): the nearest point on it. */
double mc_plan_segment_distance (McPoint point, McPoint a, McPoint b, McPoint *at);

/** mc_plan_background_place: where (@x, @y), in pixels from the upper left corner (units of a DXF, y down), lies. */
McPoint mc_plan_background_place (McPlanBackground *self, double x, double y);

/**
 * mc_plan_background_calibrate:
 * @self: one that nobody else holds
 * @a, @b: two points of the plan that were pointed at
 * @metres: how far they are from each other in truth
 *
 * Scales the background so; what is at @a stays there.
 *
 * Returns: %FALSE, and nothing changed, if the points are the same or @metres is not above 0
 */
gboolean mc_plan_background_calibrate (McPlanBackground *self, McPoint a, McPoint b, double metres);

/** mc_plan_words_place: the upper left corner of words beside the point @at, @gap away from it: below and to the right,
 * or on the other side where they would leave @visible. */
McPoint mc_plan_words_place (McPoint at, double width, double height, double gap, const McRect *visible);

G_END_DECLS
