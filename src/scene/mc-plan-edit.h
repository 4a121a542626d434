/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-plan-geometry.h"

G_BEGIN_DECLS

/*
 * What a gesture does to things of the plan. All functions write to objects that nobody else holds: the clones that an
 * McChange takes as "after". Lengths are rounded to the millimetre. Arrays are of McPlanObject.
 */

#define MC_PLAN_MIN_SIZE 0.02

/** McPlanHandle: the grip that a person pulls; of a thing that is not turned, _TOP is the one above. */
typedef enum
{
  MC_PLAN_HANDLE_TOP_LEFT,
  MC_PLAN_HANDLE_TOP,
  MC_PLAN_HANDLE_TOP_RIGHT,
  MC_PLAN_HANDLE_RIGHT,
  MC_PLAN_HANDLE_BOTTOM_RIGHT,
  MC_PLAN_HANDLE_BOTTOM,
  MC_PLAN_HANDLE_BOTTOM_LEFT,
  MC_PLAN_HANDLE_LEFT,
  MC_PLAN_N_HANDLES,
} McPlanHandle;

typedef enum
{
  MC_PLAN_ALIGN_LEFT,
  MC_PLAN_ALIGN_CENTRE,
  MC_PLAN_ALIGN_RIGHT,
  MC_PLAN_ALIGN_TOP,
  MC_PLAN_ALIGN_MIDDLE,
  MC_PLAN_ALIGN_BOTTOM,
} McPlanAlign;

/** mc_plan_move: by (@dx, @dy). */
void mc_plan_move (McPlanObject *self, double dx, double dy);

/** mc_plan_rotate: clockwise by @degrees about @about. */
void mc_plan_rotate (McPlanObject *self, McPoint about, double degrees);

/** mc_plan_mirror: over the upright (or, if @level, the level) line through @about; hinges change sides. */
void mc_plan_mirror (McPlanObject *self, McPoint about, gboolean level);

/** mc_plan_handle_place: where the grip is. */
McPoint mc_plan_handle_place (McPlanObject *self, McPlanHandle handle);

/** mc_plan_resize: pulls the grip to @to; what is opposite stays. With @keep_ratio the sides keep their ratio. */
void mc_plan_resize (McPlanObject *self, McPlanHandle handle, McPoint to, gboolean keep_ratio);

/** mc_plan_set_points: of a wall, line or area, from where they lie on the plan. */
void mc_plan_set_points (McPlanObject *self, const McPoint *points, gsize n_points);

/** mc_plan_move_point, _insert_point, _remove_point: %FALSE, and nothing changed, if there is no such point, or too few
 * would be left. A point is inserted before the one at @index. */
gboolean mc_plan_move_point (McPlanObject *self, gsize index, McPoint to);
gboolean mc_plan_insert_point (McPlanObject *self, gsize index, McPoint point);
gboolean mc_plan_remove_point (McPlanObject *self, gsize index);

/** mc_plan_straighten: @to, or the point at its distance from @from whose direction is a multiple of @step degrees. */
McPoint mc_plan_straighten (McPoint from, McPoint to, double step);

/** mc_plan_align: all to the edge or middle of the box around them. */
void mc_plan_align (GPtrArray *objects, McPlanAlign align);

/** mc_plan_distribute: equal gaps between them; the outer two stay. Fewer than three stay as they are. */
void mc_plan_distribute (GPtrArray *objects, gboolean level);

/** mc_plan_next_number: (transfer full): the number that follows: "7" after "6", "A08" after "A07", "B-1" after "B". */
char *mc_plan_next_number (const char *number);

/**
 * mc_plan_duplicate_row:
 * @originals: what is copied, in order; not changed
 * @n_copies: how many times
 * @dx, @dy: from one to the next
 * @taken: (nullable): all things of the plan: numbers that they have are passed over
 *
 * Numbers go on from the last of @originals that has one.
 *
 * Returns: (transfer full): n_copies times as many new, unsaved ones
 */
GPtrArray *mc_plan_duplicate_row (GPtrArray *originals, guint n_copies, double dx, double dy, GPtrArray *taken);

/*
 * Backgrounds; @units is what the file holds in its own units, y down (mc_plan_picture_get_units()). The functions
 * write to one that nobody else holds.
 */

/** mc_plan_background_corners: the four corners of @units where they lie on the plan. */
void mc_plan_background_corners (McPlanBackground *self, const McRect *units, McPoint corners[4]);

/** mc_plan_background_fit: as large as it fits into @area (metres), in the middle of it; what is known to be to scale
 * (@metres_per_unit above 0) keeps its scale. */
void mc_plan_background_fit (McPlanBackground *self, const McRect *units, double metres_per_unit, const McRect *area);

/** mc_plan_background_move: by (@dx, @dy). */
void mc_plan_background_move (McPlanBackground *self, double dx, double dy);

/** mc_plan_background_rotate: clockwise by @degrees about the middle of @units. */
void mc_plan_background_rotate (McPlanBackground *self, const McRect *units, double degrees);

G_END_DECLS
