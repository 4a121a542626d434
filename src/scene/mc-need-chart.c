/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-need-chart.h"

#include <glib/gi18n-lib.h>

#include "mc-workload-chart.h"

#define SLOTS 48

static const McStaffingNeed *
find_most (const GArray *needs)
{
  const McStaffingNeed *most = NULL;

  for (guint i = 0; i < needs->len; i++)
    {
      const McStaffingNeed *need = &g_array_index (needs, McStaffingNeed, i);

      if (!most || need->result.agents > most->result.agents)
        most = need;
    }
  return most;
}

static char *
dup_title (const McStaffingNeed *most)
{
  g_autofree char *slot = NULL;

  if (!most || most->result.agents == 0)
    return g_strdup (_ ("Nobody is needed"));
  slot = mc_workload_slot_text (most->slot);
  return g_strdup_printf (
      /* Translators: a number of people; a weekday; a time of day */
      ngettext ("At most %d person is needed: %s, %s", "At most %d people are needed: %s, %s", most->result.agents),
      most->result.agents, mc_workload_weekday_name (most->weekday), slot);
}

static void
add_slots (McChart *chart, const GArray *needs, int *first, int *last)
{
  *first = SLOTS;
  *last = -1;
  for (guint i = 0; i < needs->len; i++)
    {
      const McStaffingNeed *need = &g_array_index (needs, McStaffingNeed, i);

      if (need->result.agents == 0)
        continue;
      *first = MIN (*first, need->slot);
      *last = MAX (*last, need->slot);
    }
  for (int slot = *first; slot <= *last; slot++)
    {
      g_autofree char *label = mc_workload_slot_text (slot);

      mc_chart_add_category (chart, label, MC_DAY_NONE, NULL);
    }
}

McChart *
mc_need_chart_new (const GArray *needs, const char *of, McPeriod measured)
{
  g_autofree char *title = dup_title (find_most (needs));
  g_autofree char *period = mc_workload_period_text (measured.from, measured.until);
  g_autofree char *subtitle =
      /* Translators: a field or counter; the days whose visitors were counted */
      g_strdup_printf (_ ("%s · by the visitors of %s"), of, period);
  McChart *chart = mc_chart_new (MC_CHART_HEAT, title, subtitle);
  int first, last;

  mc_chart_set_measure (chart, C_ ("chart", "People"), 0, FALSE);
  mc_chart_set_heading (chart, _ ("Half-hour"));
  mc_chart_set_source (chart, _ ("By Erlang C, each half-hour by itself as if it lasted."));
  add_slots (chart, needs, &first, &last);
  for (int weekday = 1; weekday <= 7 && first <= last; weekday++)
    {
      g_autofree char *key = g_strdup_printf ("%d", weekday);
      guint series;

      if (mc_staffing_most (needs, weekday, 0, SLOTS) == 0)
        continue;
      series = mc_chart_add_series (chart, key, mc_workload_weekday_name (weekday), FALSE);
      for (int slot = first; slot <= last; slot++)
        mc_chart_set_value (chart, series, (guint)(slot - first), mc_staffing_most (needs, weekday, slot, slot + 1));
    }
  return chart;
}
