/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-plan-geometry.h"

G_BEGIN_DECLS

/* Walls, and the doors and windows in them. A door or window is a thing of its own that stands in whatever wall it
 * lies on. Metres; arrays are of McPlanObject. Pure. */

/**
 * McWallSpot: a place on a wall.
 *
 * @wall: (nullable): the wall; %NULL if there was none near enough
 * @segment: the stretch between its points @segment and @segment + 1
 * @at: on its middle line
 * @angle: its direction there, degrees
 * @thickness: of the wall
 */
typedef struct
{
  McPlanObject *wall;
  guint segment;
  McPoint at;
  double angle;
  double thickness;
} McWallSpot;

/** mc_plan_nearest_wall: the place on a wall that is nearest to @point, not farther than @reach from its face. */
McWallSpot mc_plan_nearest_wall (GPtrArray *objects, McPoint point, double reach);

/**
 * mc_plan_put_into_wall:
 * @opening: a door or window that nobody else holds
 *
 * Moves and turns it into the wall at @spot and gives it the wall's thickness, no nearer to the ends of the stretch
 * than it is wide, as far as there is room. It keeps facing the side that it faced.
 */
void mc_plan_put_into_wall (McPlanObject *opening, const McWallSpot *spot);

/** mc_plan_openings_of: (transfer container): the doors and windows that stand in @wall; they go where it goes. */
GPtrArray *mc_plan_openings_of (McPlanObject *wall, GPtrArray *objects);

/**
 * mc_plan_follow_wall:
 * @opening: one of mc_plan_openings_of() @before, that nobody else holds
 * @before, @after: the wall as it was, and as it has been moved, turned or bent, with as many points
 *
 * Takes the door or window along: to the same share of the same stretch, facing the side that it faced.
 */
void mc_plan_follow_wall (McPlanObject *opening, McPlanObject *before, McPlanObject *after);

/**
 * mc_plan_wall_pieces:
 * @openings: (nullable): what mc_plan_openings_of() gave
 *
 * Returns: (transfer full) (element-type GArray): what of the middle line of @wall is left beside its openings: arrays
 *   of McPoint with at least two points. A wall whose ends meet and that is whole comes back as one array whose last
 *   point is the first.
 */
GPtrArray *mc_plan_wall_pieces (McPlanObject *wall, GPtrArray *openings);

G_END_DECLS
