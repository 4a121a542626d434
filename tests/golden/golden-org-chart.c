/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The organisation of the plan of 2022: 41 seats, three of them vacant. */
#include "mc-golden.h"
#include "mc-scene-check.h"
#include "org-fixture.h"

static McScene *
make_chart (McOrgDetail detail, McOrgDirection direction)
{
  g_autoptr (OrgFixture) fixture = org_fixture_new ();
  g_autoptr (McOrgChart) chart = NULL;
  McOrgLayoutOptions options = { .detail = detail, .direction = direction };

  org_fixture_add_plan (fixture);
  chart = org_fixture_chart (fixture, mc_day_new (2026, 2, 5));
  return mc_org_layout (chart, &options);
}

static McScene *
make_posts (void)
{
  return make_chart (MC_ORG_POST, MC_ORG_TOP_DOWN);
}

static McScene *
make_full_sideways (void)
{
  return make_chart (MC_ORG_FULL, MC_ORG_LEFT_TO_RIGHT);
}

/* At every level of detail and in both directions. */
static void
test_fits (void)
{
  for (McOrgDetail detail = MC_ORG_NAME; detail <= MC_ORG_FULL; detail++)
    for (McOrgDirection direction = MC_ORG_TOP_DOWN; direction <= MC_ORG_LEFT_TO_RIGHT; direction++)
      {
        g_autoptr (McScene) scene = make_chart (detail, direction);

        mc_scene_check (scene);
      }
}

int
main (int argc, char *argv[])
{
  mc_golden_init (&argc, &argv);
  mc_golden_add_scene ("org-chart", make_posts, 0.7);
  mc_golden_add_scene ("org-chart-sideways", make_full_sideways, 0.5);
  g_test_add_func ("/golden/org-chart-fits", test_fits);
  return g_test_run ();
}
