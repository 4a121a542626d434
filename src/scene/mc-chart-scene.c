/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-chart-scene.h"

#include <stdlib.h>

#include "mc-chart-private.h"

#define USUAL_WIDTH 640.0
#define USUAL_HEIGHT 360.0
#define LEAST_WIDTH 220.0
#define LEAST_HEIGHT 130.0
#define MARGIN 12.0

static void (*const layouts[MC_N_CHART_KINDS]) (McChartPen *) = {
  [MC_CHART_LINES] = mc_chart_draw_lines,         [MC_CHART_STACKED] = mc_chart_draw_columns,
  [MC_CHART_MULTIPLES] = mc_chart_draw_multiples, [MC_CHART_HEAT] = mc_chart_draw_heat,
  [MC_CHART_RANKED] = mc_chart_draw_bars,         [MC_CHART_PAIRED] = mc_chart_draw_bars,
  [MC_CHART_CONTROL] = mc_chart_draw_control,     [MC_CHART_FUNNEL] = mc_chart_draw_funnel,
  [MC_CHART_HISTOGRAM] = mc_chart_draw_columns,
};

double
mc_chart_draw (McScene *scene, McChart *chart, const McChartOptions *options, const char *prefix, const McRect *place)
{
  McChartPen pen = { .scene = scene, .chart = chart, .prefix = prefix, .box = *place };
  guint n = mc_chart_get_n_categories (chart);

  if (options)
    pen.options = *options;
  pen.first = MIN (pen.options.first, n);
  pen.n = pen.options.n ? MIN (pen.options.n, n - pen.first) : n - pen.first;
  mc_chart_pen_begin (&pen);
  layouts[mc_chart_get_kind (chart)](&pen);
  mc_chart_pen_end (&pen);
  return pen.box.height;
}

McScene *
mc_chart_scene_new (McChart *chart, const McChartOptions *options)
{
  McScene *scene = mc_scene_new ();
  double width = options && options->width > 0 ? options->width : USUAL_WIDTH;
  double height = options && options->height > 0 ? options->height : USUAL_HEIGHT;
  const McRect place = { MARGIN, MARGIN, MAX (width, LEAST_WIDTH) - 2 * MARGIN,
                         MAX (height, LEAST_HEIGHT) - 2 * MARGIN };
  McSceneNode *frame;
  McRect sheet;

  sheet = (McRect){ 0, 0, place.width + 2 * MARGIN, mc_chart_draw (scene, chart, options, "", &place) + 2 * MARGIN };
  /* The whole of it, so that no stroke at an edge makes it larger. */
  frame = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);
  mc_scene_node_add_rect (frame, &sheet, 0, MC_TONE_NONE, NULL);
  mc_scene_add (scene, frame);
  mc_scene_set_title (scene, mc_chart_get_title (chart), mc_chart_get_subtitle (chart));
  mc_scene_seal (scene, 0);
  return scene;
}

int
mc_chart_slot_at (McScene *scene, double x, double y)
{
  McSceneNode *node = mc_scene_pick (scene, x, y);
  const char *key = node ? mc_scene_node_get_key (node) : NULL;

  return key && g_str_has_prefix (key, "slot/") ? atoi (key + strlen ("slot/")) : -1;
}
