/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-plan-object.h"
#include "mc-scene.h"

G_BEGIN_DECLS

/* What an editor has to know of each kind of thing before somebody has drawn one. */

/**
 * mc_plan_object_new_of:
 * Returns: (transfer full): an unsaved thing of @kind about (@x, @y), of the usual size, without plan, floor and layer;
 *   a wall or line of 2 metres, an area of 4 by 3 (other)
 */
McPlanObject *mc_plan_object_new_of (McPlanKind kind, double x, double y);

/** mc_plan_kind_has_number: things with a plate: counters. */
gboolean mc_plan_kind_has_number (McPlanKind kind);

/** mc_plan_kind_picture: (transfer full): a drawing of the kind for a button, 24 points wide and high. */
McScene *mc_plan_kind_picture (McPlanKind kind);

/** mc_plan_format_length, _format_area: (transfer full): metres as people read them ("12,50 m", "35,2 m²"). */
char *mc_plan_format_length (double metres);
char *mc_plan_format_area (double square_metres);

G_END_DECLS
