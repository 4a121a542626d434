/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of chart, and the skew of the first morning on each scale. */
#include "chart-fixture.h"
#include "mc-chart-scene.h"
#include "mc-golden.h"
#include "mc-scene-check.h"

static McScene *
make (McChartKind kind, McChartScale scale)
{
  g_autoptr (McChart) chart = chart_fixture_new (kind);
  const McChartOptions options = { .scale = scale };

  return mc_chart_scene_new (chart, &options);
}

#define MAKE(name, kind, scale)                                                                                        \
  static McScene *make_##name (void) { return make (kind, scale); }

MAKE (lines, MC_CHART_LINES, MC_CHART_LINEAR)
MAKE (stacked, MC_CHART_STACKED, MC_CHART_LINEAR)
MAKE (multiples, MC_CHART_MULTIPLES, MC_CHART_LINEAR)
MAKE (heat, MC_CHART_HEAT, MC_CHART_LINEAR)
MAKE (ranked, MC_CHART_RANKED, MC_CHART_LINEAR)
MAKE (paired, MC_CHART_PAIRED, MC_CHART_LINEAR)
MAKE (paired_log, MC_CHART_PAIRED, MC_CHART_LOG)
MAKE (paired_share, MC_CHART_PAIRED, MC_CHART_SHARE)
MAKE (control, MC_CHART_CONTROL, MC_CHART_LINEAR)
MAKE (funnel, MC_CHART_FUNNEL, MC_CHART_LINEAR)
MAKE (histogram, MC_CHART_HISTOGRAM, MC_CHART_LINEAR)

static McScene *
make_years (void)
{
  g_autoptr (McChart) chart = chart_fixture_days (MC_CHART_LINES, 3650, 1);

  return mc_chart_scene_new (chart, NULL);
}

static void
test_fits (void)
{
  for (McChartKind kind = MC_CHART_LINES; kind < MC_N_CHART_KINDS; kind++)
    for (McChartScale scale = MC_CHART_LINEAR; scale < MC_N_CHART_SCALES; scale++)
      {
        g_autoptr (McScene) scene = make (kind, scale);

        mc_scene_check (scene);
      }
}

int
main (int argc, char *argv[])
{
  mc_golden_init (&argc, &argv);
  mc_golden_add_scene ("chart-lines", make_lines, 1);
  mc_golden_add_scene ("chart-stacked", make_stacked, 1);
  mc_golden_add_scene ("chart-multiples", make_multiples, 1);
  mc_golden_add_scene ("chart-heat", make_heat, 1);
  mc_golden_add_scene ("chart-ranked", make_ranked, 1);
  mc_golden_add_scene ("chart-paired", make_paired, 1);
  mc_golden_add_scene ("chart-paired-log", make_paired_log, 1);
  mc_golden_add_scene ("chart-paired-share", make_paired_share, 1);
  mc_golden_add_scene ("chart-control", make_control, 1);
  mc_golden_add_scene ("chart-funnel", make_funnel, 1);
  mc_golden_add_scene ("chart-histogram", make_histogram, 1);
  mc_golden_add_scene ("chart-years", make_years, 1);
  g_test_add_func ("/golden/chart-fits", test_fits);
  return g_test_run ();
}
