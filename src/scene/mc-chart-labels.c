/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mc-chart-private.h"

double
mc_chart_labels_width (const McChartLabel *labels, guint n, double most)
{
  double width = 0;

  for (guint i = 0; i < n; i++)
    width = MAX (width, mc_chart_text_width (labels[i].text));
  return MIN (width, most);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const McChartLabel *x = a, *y = b;

  return x->wanted < y->wanted ? -1 : x->wanted > y->wanted;
}

/* Down from the top, then up from the bottom: nothing touches, nothing leaves the plot. */
static void
spread (McChartLabel *labels, guint n, double top, double bottom)
{
  const double half = MC_CHART_LINE / 2;

  qsort (labels, n, sizeof *labels, compare);
  for (guint i = 0; i < n; i++)
    labels[i].y = MAX (labels[i].wanted, i == 0 ? top + half : labels[i - 1].y + MC_CHART_LINE);
  for (guint i = n; i-- > 0;)
    labels[i].y = MIN (labels[i].y, i == n - 1 ? bottom - half : labels[i + 1].y - MC_CHART_LINE);
}

void
mc_chart_labels_draw (McChartPen *pen, McChartLabel *labels, guint n, double x, double width)
{
  double top = pen->plot.y, bottom = pen->plot.y + pen->plot.height;
  guint room = (guint)floor (pen->plot.height / MC_CHART_LINE);

  n = MIN (n, room);
  for (guint i = 0; i < n; i++)
    labels[i].wanted = labels[i].y;
  spread (labels, n, top, bottom);
  for (guint i = 0; i < n; i++)
    {
      const McStroke leader = { .width = 0.6, .tone = labels[i].tone };

      mc_chart_pen_line (pen, x - 8, labels[i].wanted, x - 2, labels[i].y, &leader);
      mc_chart_pen_text (pen, &(McRect){ x, labels[i].y - MC_CHART_LINE / 2, width, MC_CHART_LINE }, labels[i].text,
                         MC_ALIGN_START, labels[i].tone);
    }
}
