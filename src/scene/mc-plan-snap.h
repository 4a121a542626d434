/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-plan-geometry.h"

G_BEGIN_DECLS

/** McPlanGuideKind: what a thing was drawn to. */
typedef enum
{
  MC_PLAN_GUIDE_EDGE,
  MC_PLAN_GUIDE_CENTRE,
  MC_PLAN_GUIDE_WALL,
} McPlanGuideKind;

/** McPlanGuide: a line to show while a thing is held to it; metres. */
typedef struct
{
  McPoint from, to;
  McPlanGuideKind kind;
} McPlanGuide;

/**
 * McPlanSnapper:
 * Draws what is moved to what stands still: first to corners of walls, then to edges and centres of things, then to the
 * grid. It keeps what it found of the objects, so it is made once per gesture.
 */
typedef struct _McPlanSnapper McPlanSnapper;

/**
 * mc_plan_snapper_new:
 * @objects: (element-type McPlanObject): what is on the floor
 * @moving: (nullable) (element-type McPlanObject): what is moved, and so does not count: the same objects as in
 * @objects
 * @grid: metres; 0 for none
 * @things: whether to draw to other things at all
 */
McPlanSnapper *mc_plan_snapper_new (GPtrArray *objects, GPtrArray *moving, double grid, gboolean things);
void mc_plan_snapper_free (McPlanSnapper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McPlanSnapper, mc_plan_snapper_free)

/**
 * mc_plan_snapper_snap_box:
 * @box: where the moved things would lie
 * @reach: metres from which on it draws; give a few pixels
 * @guides: (nullable) (element-type McPlanGuide): takes the lines to show; emptied first
 *
 * Returns: by how much to move them further
 */
McPoint mc_plan_snapper_snap_box (McPlanSnapper *self, const McRect *box, double reach, GArray *guides);

/** mc_plan_snapper_snap_point: likewise for one point, as the end of a wall: where it should be. */
McPoint mc_plan_snapper_snap_point (McPlanSnapper *self, McPoint point, double reach, GArray *guides);

G_END_DECLS
