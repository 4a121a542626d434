/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-number.h"
#include "mc-workload-chart-private.h"

/* What a chart shows, in a sentence. */

#define SAME 0.01 /* a change of less than a hundredth is none */

static char *
percent (double share)
{
  g_autofree char *number = mc_number_format (share * 100, 1);

  return g_strdup_printf (C_ ("share", "%s %%"), number);
}

const char *
mc_workload_compare_name (McWorkloadCompare compare)
{
  return compare == MC_COMPARE_YEAR ? _ ("a year before") : _ ("the time before");
}

char *
mc_finding_compared (McWorkloadFigure figure, double now, double then, McWorkloadCompare compare)
{
  const char *label = mc_workload_figure_label (figure);
  g_autofree char *change = NULL;

  if (isnan (now) || isnan (then) || then == 0)
    return NULL;
  /* Shares differ by points, all else by percent. */
  if (mc_workload_figure_is_share (figure))
    {
      g_autofree char *points = mc_number_format (fabs (now - then) * 100, 1);

      /* Translators: percentage points */
      change = g_strdup_printf (_ ("%s points"), points);
      if (fabs (now - then) < 0.0005)
        return g_strdup_printf (_ ("%s: as %s"), label, mc_workload_compare_name (compare));
    }
  else
    {
      change = percent (fabs (now - then) / fabs (then));
      if (fabs (now - then) < SAME * fabs (then))
        return g_strdup_printf (_ ("%s: as %s"), label, mc_workload_compare_name (compare));
    }
  /* Translators: a figure; by how much it changed; the time that it is compared with */
  return now > then ? g_strdup_printf (_ ("%s: %s more than %s"), label, change, mc_workload_compare_name (compare))
                    : g_strdup_printf (_ ("%s: %s less than %s"), label, change, mc_workload_compare_name (compare));
}

char *
mc_finding_peak (McWorkloadFigure figure, McChart *chart)
{
  guint most = 0;
  g_autofree char *value = NULL;

  for (guint i = 0; i < mc_chart_get_n_categories (chart); i++)
    if (isnan (mc_chart_get_value (chart, 0, most)) ||
        mc_chart_get_value (chart, 0, i) > mc_chart_get_value (chart, 0, most))
      most = i;
  if (mc_chart_get_n_categories (chart) == 0 || isnan (mc_chart_get_value (chart, 0, most)))
    return g_strdup (mc_workload_figure_label (figure));
  value = mc_workload_figure_format (figure, mc_chart_get_value (chart, 0, most));
  /* Translators: a figure; a time; the value */
  return g_strdup_printf (_ ("%s: highest in %s with %s"), mc_workload_figure_label (figure),
                          mc_chart_get_label (chart, most), value);
}

char *
mc_finding_split (McWorkloadFigure figure, double before, double after, McDay day)
{
  g_autofree char *date = mc_day_format (day);
  g_autofree char *first = mc_workload_figure_format (figure, before);
  g_autofree char *second = mc_workload_figure_format (figure, after);

  if (isnan (before) || isnan (after))
    return NULL;
  /* Translators: a figure; its means before and since; a day */
  return g_strdup_printf (_ ("%s: on average %s before and %s since %s"), mc_workload_figure_label (figure), first,
                          second, date);
}

char *
mc_finding_share (const char *name, double share)
{
  g_autofree char *text = percent (share);

  /* Translators: an agency, counter or field; percent */
  return g_strdup_printf (_ ("%s has %s of all"), name, text);
}

char *
mc_finding_hours (const char *weekday, const char *slot, double value, McWorkloadFigure figure)
{
  g_autofree char *text = mc_workload_figure_format (figure, value);

  /* Translators: a figure; a weekday; a time; the value */
  return g_strdup_printf (_ ("%s: most on %s at %s, %s"), mc_workload_figure_label (figure), weekday, slot, text);
}

char *
mc_finding_control (McChart *chart)
{
  guint below = 0, above = 0;
  double centre, low, high;

  for (guint i = 0; i < mc_chart_get_n_categories (chart); i++)
    {
      double value = mc_chart_get_value (chart, 0, i);

      if (isnan (value) || !mc_chart_get_limits (chart, i, &centre, &low, &high))
        continue;
      below += value < low - 1e-9;
      above += value > high + 1e-9;
    }
  if (below > 0)
    return g_strdup_printf (ngettext ("On time: %u time is worse than chance explains",
                                      "On time: %u times are worse than chance explains", below),
                            below);
  if (above > 0)
    return g_strdup_printf (ngettext ("On time: %u time is better than chance explains",
                                      "On time: %u times are better than chance explains", above),
                            above);
  return g_strdup (_ ("On time: all differences can be chance"));
}

char *
mc_finding_waiting (const McWorkloadRow *sum, int level)
{
  gint64 called = mc_workload_row_get_called (sum), within = 0;
  g_autofree char *share = NULL;

  if (called == 0)
    return g_strdup (_ ("Waiting"));
  if (level <= 0)
    {
      g_autofree char *mean =
          mc_workload_figure_format (MC_FIGURE_WAIT, mc_workload_figure_value (MC_FIGURE_WAIT, sum));

      /* Translators: minutes */
      return g_strdup_printf (_ ("People wait %s minutes on average"), mean);
    }
  for (guint i = 0; i < MC_WAIT_STEPS && mc_wait_step_minutes[i] < level; i++)
    within += sum->wait_histogram[i];
  share = percent ((double)within / (double)called);
  return g_strdup_printf (ngettext ("%s wait less than %d minute", "%s wait less than %d minutes", (gulong)level),
                          share, level);
}

char *
mc_finding_load (const char *most, double load, const char *least, double other)
{
  g_autofree char *first = mc_number_format (load, load < 10 ? 1 : 0);
  g_autofree char *second = mc_number_format (other, other < 10 ? 1 : 0);

  /* Translators: an agency and its load for each person; another one and its load */
  return g_strdup_printf (_ ("%s carries %s for each person, %s %s"), most, first, least, second);
}
