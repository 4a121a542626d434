/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-floor-plan-scene.h"

G_BEGIN_DECLS

/** PlanFixture: the starting plan of the sample centre as the database would give it. */
typedef struct
{
  GPtrArray *floors;  /* McFloor; ids 1, 2 */
  GPtrArray *layers;  /* McPlanLayer */
  GPtrArray *objects; /* McPlanObject */
} PlanFixture;

/** plan_fixture_load: data/demo/floor-plan.json under MOTCUA_DATADIR. */
PlanFixture *plan_fixture_load (void);
void plan_fixture_free (PlanFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanFixture, plan_fixture_free)

/** plan_fixture_facts: the floor with this id, without counters. */
McFloorPlanFacts plan_fixture_facts (PlanFixture *self, gint64 floor);

/** plan_fixture_counters: (transfer full) (element-type McCounterState): a morning on which everything happens. */
GPtrArray *plan_fixture_counters (void);

G_END_DECLS
