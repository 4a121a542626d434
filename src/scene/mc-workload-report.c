/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-report.h"

#include <glib/gi18n-lib.h>

#include "mc-chart-scene.h"
#include "mc-text.h"

/* The page of a month. Widths are those of A4 within its margins, so that it comes out at about 100 %. */

#define WIDTH 510.0
#define GAP 18.0
#define FIRST_HEIGHT 136.0
#define SMALL_HEIGHT 150.0
#define SIZE 9.0
#define COLUMNS 4
#define TILE_HEIGHT 44.0

static const McWorkloadFigure figures[] = { MC_FIGURE_RECEIVED,          MC_FIGURE_RESOLVED,
                                            MC_FIGURE_ON_TIME_SHARE,     MC_FIGURE_OVERDUE,
                                            MC_FIGURE_ARRIVED,           MC_FIGURE_WAIT,
                                            MC_FIGURE_ABOVE_LEVEL_SHARE, MC_FIGURE_SATISFIED_SHARE };

guint
mc_workload_report_list (McDay from, McDay to, McWorkloadChartSpec *specs, guint n_specs)
{
  static const struct
  {
    McWorkloadChartKind kind;
    McWorkloadFigure figure;
    McWorkloadBy by;
  } charts[MC_WORKLOAD_REPORT_CHARTS] = {
    { MC_WORKLOAD_CHART_TIME, MC_FIGURE_RECEIVED, MC_WORKLOAD_BY_NONE },
    { MC_WORKLOAD_CHART_RANKED, MC_FIGURE_RECEIVED, MC_WORKLOAD_BY_AGENCY },
    { MC_WORKLOAD_CHART_ON_TIME, MC_FIGURE_ON_TIME_SHARE, MC_WORKLOAD_BY_NONE },
    { MC_WORKLOAD_CHART_HOURS, MC_FIGURE_ARRIVED, MC_WORKLOAD_BY_NONE },
    { MC_WORKLOAD_CHART_WAITING, MC_FIGURE_WAIT, MC_WORKLOAD_BY_NONE },
    { MC_WORKLOAD_CHART_FUNNEL, MC_FIGURE_RECEIVED, MC_WORKLOAD_BY_NONE },
    { MC_WORKLOAD_CHART_FUNNEL, MC_FIGURE_ARRIVED, MC_WORKLOAD_BY_NONE },
  };
  guint n = MIN (n_specs, MC_WORKLOAD_REPORT_CHARTS);

  for (guint i = 0; i < n; i++)
    specs[i] = (McWorkloadChartSpec){ .kind = charts[i].kind,
                                      .figure = charts[i].figure,
                                      .by = charts[i].by,
                                      .from = from,
                                      .to = to,
                                      .bucket = to - from > 92 ? MC_WORKLOAD_MONTH : MC_WORKLOAD_DAY,
                                      .compare = MC_COMPARE_PREVIOUS,
                                      .level = 15,
                                      .split = MC_DAY_NONE,
                                      .known_to = MC_DAY_NONE };
  return n;
}

static void
add_text (
    McSceneNode *node, double x, double y, double width, double size, gboolean bold, McTone tone, const char *text)
{
  const McTextStyle style = { .size = size, .bold = bold, .valign = MC_ALIGN_CENTER, .tone = tone };

  mc_scene_node_add_text (node, &(McRect){ x, y, width, size * 1.5 }, text, &style);
}

static void
add_figure (McScene *scene, McWorkloadFigure figure, const McWorkloadRow *sum, const McWorkloadRow *before, McRect box)
{
  const McStroke line = { .width = 0.8, .tone = MC_TONE_LINE_SOFT };
  double value = mc_workload_figure_value (figure, sum);
  const char *unit = mc_workload_figure_unit (figure);
  g_autofree char *key = g_strdup_printf ("figure/%s", mc_workload_figure_name (figure));
  g_autofree char *number = mc_workload_figure_format (figure, value);
  g_autofree char *change =
      before ? mc_workload_figure_format_change (figure, value, mc_workload_figure_value (figure, before))
             : g_strdup ("");
  g_autofree char *about = g_strjoin (unit && *change ? " · " : "", unit ? unit : "", change, NULL);
  McSceneNode *node = mc_scene_node_new (MC_SCENE_IMAGE, key, &box);

  mc_scene_node_set_names (node, mc_workload_figure_label (figure), number, about);
  mc_scene_node_add_rect (node, &box, 3, MC_TONE_NONE, &line);
  add_text (node, box.x + 6, box.y + 2, box.width - 12, 8, FALSE, MC_TONE_INK_SOFT, mc_workload_figure_label (figure));
  add_text (node, box.x + 6, box.y + 13, box.width - 12, 12, TRUE, MC_TONE_INK, number);
  if (*about)
    add_text (node, box.x + 6, box.y + 30, box.width - 12, 8, FALSE, MC_TONE_INK_SOFT, about);
  mc_scene_add (scene, node);
}

static double
add_figures (McScene *scene, const McWorkloadRow *sum, const McWorkloadRow *before, double y)
{
  double width = (WIDTH - (COLUMNS - 1) * 6) / COLUMNS;

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    add_figure (scene, figures[i], sum, before,
                (McRect){ i % COLUMNS * (width + 6), y + i / COLUMNS * (TILE_HEIGHT + 6), width, TILE_HEIGHT });
  return y + (double)((G_N_ELEMENTS (figures) + COLUMNS - 1) / COLUMNS) * (TILE_HEIGHT + 6) + 8;
}

static double
add_chart (McScene *scene, GPtrArray *charts, guint i, double x, double y, double width, double height)
{
  const McChartOptions options = { .bare = TRUE };
  g_autofree char *prefix = g_strdup_printf ("chart/%u/", i);

  if (i >= charts->len)
    return 0;
  return mc_chart_draw (scene, g_ptr_array_index (charts, i), &options, prefix, &(McRect){ x, y, width, height });
}

McScene *
mc_workload_report_scene_new (
    const McWorkloadRow *sum, const McWorkloadRow *before, GPtrArray *charts, McDay from, McDay to)
{
  McScene *scene = mc_scene_new ();
  McSceneNode *head = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);
  g_autofree char *period = mc_workload_period_text (from, to);
  /* Translators: a time, "11/2026" */
  g_autofree char *title = g_strdup_printf (_ ("Workload of the centre, %s"), period);
  double y, half = (WIDTH - GAP) / 2;

  if (before)
    add_text (head, 0, 0, WIDTH, SIZE, FALSE, MC_TONE_INK_SOFT, _ ("Changes are those since the time before."));
  mc_scene_add (scene, head);
  y = add_figures (scene, sum, before, before ? 18 : 0);
  y += add_chart (scene, charts, 0, 0, y, WIDTH, FIRST_HEIGHT) + GAP;
  for (guint i = 1; i < charts->len; i += 2)
    {
      double left = add_chart (scene, charts, i, 0, y, half, SMALL_HEIGHT);
      double right = add_chart (scene, charts, i + 1, half + GAP, y, half, SMALL_HEIGHT);

      y += MAX (left, right) + GAP;
    }
  mc_scene_set_title (scene, title, NULL);
  mc_scene_seal (scene, 6);
  return scene;
}
