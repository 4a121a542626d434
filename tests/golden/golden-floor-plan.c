/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The starting plan of the sample centre: the hall with people, on a morning on which everything happens, and upstairs.
 */
#include "mc-golden.h"
#include "plan-fixture.h"

static McScene *
make_floor (gint64 floor, gboolean live)
{
  g_autoptr (PlanFixture) plan = plan_fixture_load ();
  g_autoptr (GPtrArray) counters = live ? plan_fixture_counters () : NULL;
  McFloorPlanFacts facts = plan_fixture_facts (plan, floor);
  McFloorPlanOptions options = MC_FLOOR_PLAN_OPTIONS;

  facts.counters = counters;
  return mc_floor_plan_scene_new (&facts, &options, "Sơ đồ quầy", NULL);
}

static McScene *
make_hall (void)
{
  return make_floor (1, TRUE);
}

static McScene *
make_upstairs (void)
{
  return make_floor (2, FALSE);
}

int
main (int argc, char *argv[])
{
  mc_golden_init (&argc, &argv);
  mc_golden_add_scene ("floor-plan-hall", make_hall, 0.8);
  mc_golden_add_scene ("floor-plan-upstairs", make_upstairs, 0.5);
  return g_test_run ();
}
