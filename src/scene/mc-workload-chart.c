/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-workload-chart-private.h"

const McEnumValue mc_workload_chart_values[] = {
  { "time", N_ ("Over time") },
  { "stacked", N_ ("Parts over time") },
  { "panels", N_ ("Each one over time") },
  { "hours", N_ ("Hours of the week") },
  { "ranking", N_ ("Ranking") },
  { "on-time", N_ ("On time and chance") },
  { "funnel", N_ ("From step to step") },
  { "waiting", N_ ("Distribution of waiting") },
  { "load", N_ ("Load and staff") },
  { NULL, NULL },
};

const McEnumValue mc_workload_compare_values[] = {
  { "none", N_ ("No comparison") },
  { "previous", N_ ("With the time before") },
  { "year", N_ ("With a year before") },
  { NULL, NULL },
};

void
mc_workload_chart_spec_settle (McWorkloadChartSpec *spec)
{
  gboolean sums = spec->kind == MC_WORKLOAD_CHART_STACKED || spec->kind == MC_WORKLOAD_CHART_LOAD;
  gboolean parts = sums || spec->kind == MC_WORKLOAD_CHART_PANELS || spec->kind == MC_WORKLOAD_CHART_RANKED;

  if (spec->bucket == MC_WORKLOAD_HALF_HOUR || spec->bucket == MC_WORKLOAD_WHOLE)
    spec->bucket = MC_WORKLOAD_DAY;
  if (sums && !mc_workload_figure_is_sum (spec->figure))
    spec->figure = mc_workload_figure_is_of_tickets (spec->figure) ? MC_FIGURE_ARRIVED : MC_FIGURE_RECEIVED;
  /* A pile that became smaller cannot stand on another one. */
  if (sums && spec->figure == MC_FIGURE_BACKLOG)
    spec->figure = MC_FIGURE_RECEIVED;
  if (parts && (spec->by == MC_WORKLOAD_BY_NONE || spec->by == MC_WORKLOAD_BY_WEEKDAY_SLOT))
    spec->by = MC_WORKLOAD_BY_COUNTER;
  if (spec->kind == MC_WORKLOAD_CHART_HOURS && spec->figure < MC_FIGURE_ARRIVED)
    spec->figure = MC_FIGURE_ARRIVED;
  /* A roster knows no half-hours, and of parts only counters. */
  if (spec->kind == MC_WORKLOAD_CHART_HOURS && mc_workload_figure_is_of_staff (spec->figure))
    spec->figure = MC_FIGURE_SERVING_HOURS;
  if (mc_workload_figure_is_of_staff (spec->figure))
    spec->by = MC_WORKLOAD_BY_COUNTER;
}

void
mc_workload_chart_get_query (const McWorkloadChartSpec *spec, McWorkloadQuery *query)
{
  *query = (McWorkloadQuery){ .from = spec->from,
                              .to = spec->to,
                              .bucket = MC_WORKLOAD_WHOLE,
                              .staffed = mc_workload_figure_is_of_staff (spec->figure) };
  switch (spec->kind)
    {
    case MC_WORKLOAD_CHART_TIME:
    case MC_WORKLOAD_CHART_ON_TIME:
      query->bucket = spec->bucket;
      break;
    case MC_WORKLOAD_CHART_STACKED:
    case MC_WORKLOAD_CHART_PANELS:
      query->bucket = spec->bucket;
      query->by = spec->by;
      break;
    case MC_WORKLOAD_CHART_HOURS:
      query->by = MC_WORKLOAD_BY_WEEKDAY_SLOT;
      break;
    case MC_WORKLOAD_CHART_RANKED:
    case MC_WORKLOAD_CHART_LOAD:
      query->by = spec->by;
      break;
    case MC_WORKLOAD_CHART_FUNNEL:
    case MC_WORKLOAD_CHART_WAITING:
    case MC_N_WORKLOAD_CHARTS:
      break;
    }
}

gboolean
mc_workload_chart_get_compared (const McWorkloadChartSpec *spec, McWorkloadQuery *query)
{
  if (spec->compare == MC_COMPARE_NONE ||
      (spec->kind != MC_WORKLOAD_CHART_TIME && spec->kind != MC_WORKLOAD_CHART_RANKED))
    return FALSE;
  mc_workload_chart_get_query (spec, query);
  query->from = mc_workload_chart_earlier (spec, spec->from);
  query->to = mc_workload_chart_earlier (spec, spec->known_to > spec->from && spec->known_to < spec->to ? spec->known_to
                                                                                                        : spec->to);
  return TRUE;
}

char *
mc_workload_period_text (McDay from, McDay to)
{
  int year, month, day, year_to, month_to, day_to;
  g_autofree char *first = mc_day_format (from);
  g_autofree char *last = mc_day_format (to - 1);

  mc_day_split (from, &year, &month, &day);
  mc_day_split (to, &year_to, &month_to, &day_to);
  if (day == 1 && to == mc_day_add_months (from, 1))
    return g_strdup_printf ("%02d/%d", month, year);
  if (day == 1 && month == 1 && to == mc_day_add_months (from, 12))
    return g_strdup_printf ("%d", year);
  if (to == from + 1)
    return g_steal_pointer (&first);
  return g_strdup_printf ("%s – %s", first, last);
}

/* --- Rows --- */

const char *
mc_workload_key_name (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input, gint64 key)
{
  const char *name = input->names ? g_hash_table_lookup (input->names, &key) : NULL;

  return name ? name : _ ("Not known");
}

McWorkloadRow
mc_workload_sum (GArray *rows)
{
  McWorkloadRow sum = { .slot = -1 };

  for (guint i = 0; i < rows->len; i++)
    mc_workload_row_add (&sum, &g_array_index (rows, McWorkloadRow, i));
  return sum;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const McWorkloadKey *x = a, *y = b;

  if (isnan (x->value) || isnan (y->value))
    return isnan (x->value) - isnan (y->value);
  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;
  return x->key < y->key ? -1 : x->key > y->key;
}

GArray *
mc_workload_keys_new (GArray *rows, McWorkloadFigure figure)
{
  GArray *keys = g_array_new (FALSE, TRUE, sizeof (McWorkloadKey));
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &row->key));

      if (place == 0)
        {
          const McWorkloadKey key = { .key = row->key, .sum = { .slot = -1, .key = row->key } };

          g_array_append_val (keys, key);
          place = keys->len;
          g_hash_table_insert (places, (gpointer)&row->key, GUINT_TO_POINTER (place));
        }
      mc_workload_row_add (&g_array_index (keys, McWorkloadKey, place - 1).sum, row);
    }
  for (guint i = 0; i < keys->len; i++)
    {
      McWorkloadKey *key = &g_array_index (keys, McWorkloadKey, i);

      key->value = mc_workload_figure_value (figure, &key->sum);
    }
  g_array_sort (keys, compare_keys);
  return keys;
}

static void
set_measure (McChart *chart, McWorkloadFigure figure)
{
  mc_chart_set_measure (chart, mc_workload_figure_unit (figure), mc_workload_figure_decimals (figure),
                        mc_workload_figure_is_share (figure));
}

static char *
subtitle_of (const McWorkloadChartSpec *spec, const char *what)
{
  g_autofree char *period = mc_workload_period_text (spec->from, spec->to);

  return g_strdup_printf ("%s · %s", what, period);
}

static char *
target_of (const McWorkloadChartSpec *spec, gint64 key)
{
  const char *noun = mc_workload_by_values[spec->by].text;

  return key && (spec->by == MC_WORKLOAD_BY_COUNTER || spec->by == MC_WORKLOAD_BY_AGENCY ||
                 spec->by == MC_WORKLOAD_BY_PERSON || spec->by == MC_WORKLOAD_BY_PROCEDURE)
             ? g_strdup_printf ("%s/%" G_GINT64_FORMAT, noun, key)
             : NULL;
}

/* A category for each of @keys. */
static void
add_keys (McChart *chart, const McWorkloadChartSpec *spec, const McWorkloadChartInput *input, GArray *keys)
{
  mc_chart_set_heading (chart, mc_enum_label (mc_workload_by_values, spec->by));
  for (guint i = 0; i < keys->len; i++)
    {
      gint64 key = g_array_index (keys, McWorkloadKey, i).key;
      g_autofree char *target = target_of (spec, key);

      mc_chart_add_category (chart, mc_workload_key_name (spec, input, key), MC_DAY_NONE, target);
    }
}

/* --- Ranking --- */

static double
value_of (GArray *keys, gint64 key)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, McWorkloadKey, i).key == key)
      return g_array_index (keys, McWorkloadKey, i).value;
  return NAN;
}

static McChart *
new_ranked (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input)
{
  g_autoptr (GArray) keys = mc_workload_keys_new (input->rows, spec->figure);
  g_autoptr (GArray) before = input->compared ? mc_workload_keys_new (input->compared, spec->figure) : NULL;
  g_autofree char *subtitle = subtitle_of (spec, mc_workload_figure_label (spec->figure));
  g_autofree char *title = NULL;
  const McWorkloadRow sum = mc_workload_sum (input->rows);
  double whole = mc_workload_figure_value (spec->figure, &sum);
  const McWorkloadKey *most = keys->len ? &g_array_index (keys, McWorkloadKey, 0) : NULL;
  McChart *chart;

  if (most && mc_workload_figure_is_sum (spec->figure) && whole > 0)
    title = mc_finding_share (mc_workload_key_name (spec, input, most->key), most->value / whole);
  else if (most && !isnan (most->value))
    {
      g_autofree char *value = mc_workload_figure_format (spec->figure, most->value);

      /* Translators: a figure; an agency, counter or field; the value */
      title = g_strdup_printf (_ ("%s: highest at %s, %s"), mc_workload_figure_label (spec->figure),
                               mc_workload_key_name (spec, input, most->key), value);
    }
  chart = mc_chart_new (MC_CHART_RANKED, title ? title : mc_workload_figure_label (spec->figure), subtitle);
  set_measure (chart, spec->figure);
  add_keys (chart, spec, input, keys);
  mc_chart_add_series (chart, "now", mc_workload_figure_label (spec->figure), FALSE);
  if (before)
    mc_chart_add_series (chart, "then", mc_workload_compare_name (spec->compare), TRUE);
  for (guint i = 0; i < keys->len; i++)
    {
      const McWorkloadKey *key = &g_array_index (keys, McWorkloadKey, i);

      mc_chart_set_value (chart, 0, i, key->value);
      if (before)
        mc_chart_set_value (chart, 1, i, value_of (before, key->key));
    }
  return chart;
}

/* --- Load beside staff --- */

static char *
load_title (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input, GArray *keys)
{
  const McWorkloadKey *most = NULL, *least = NULL;
  double highest = 0, lowest = INFINITY;

  for (guint i = 0; i < keys->len; i++)
    {
      const McWorkloadKey *key = &g_array_index (keys, McWorkloadKey, i);
      int people = input->staff ? GPOINTER_TO_INT (g_hash_table_lookup (input->staff, &key->key)) : 0;
      double load = people > 0 ? key->value / people : NAN;

      if (load > highest)
        {
          highest = load;
          most = key;
        }
      if (load > 0 && load < lowest)
        {
          lowest = load;
          least = key;
        }
    }
  if (!most || !least || most == least)
    return g_strdup (_ ("Load and staff"));
  return mc_finding_load (mc_workload_key_name (spec, input, most->key), highest,
                          mc_workload_key_name (spec, input, least->key), lowest);
}

static McChart *
new_load (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input)
{
  g_autoptr (GArray) keys = mc_workload_keys_new (input->rows, spec->figure);
  g_autofree char *what =
      /* Translators: a figure */
      g_strdup_printf (_ ("%s, and people on duty at the end of the time"), mc_workload_figure_label (spec->figure));
  g_autofree char *subtitle = subtitle_of (spec, what);
  g_autofree char *title = load_title (spec, input, keys);
  McChart *chart = mc_chart_new (MC_CHART_PAIRED, title, subtitle);

  set_measure (chart, spec->figure);
  add_keys (chart, spec, input, keys);
  mc_chart_add_series (chart, "load", mc_workload_figure_label (spec->figure), FALSE);
  mc_chart_add_series (chart, "staff", C_ ("chart", "People"), FALSE);
  for (guint i = 0; i < keys->len; i++)
    {
      const McWorkloadKey *key = &g_array_index (keys, McWorkloadKey, i);

      mc_chart_set_value (chart, 0, i, key->value);
      if (input->staff)
        mc_chart_set_value (chart, 1, i, GPOINTER_TO_INT (g_hash_table_lookup (input->staff, &key->key)));
    }
  return chart;
}

/* --- Hours of the week --- */

const char *
mc_workload_weekday_name (gint64 weekday)
{
  static const char *const names[] = { N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
                                       N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };

  return weekday >= 1 && weekday <= 7 ? _ (names[weekday - 1]) : _ ("Not known");
}

char *
mc_workload_slot_text (int slot)
{
  return g_strdup_printf ("%02d:%02d", slot / 2, slot % 2 * 30);
}

/* Sums become those of a day of that kind. */
static double
hour_value (const McWorkloadChartSpec *spec, const McWorkloadRow *row)
{
  double value = mc_workload_figure_value (spec->figure, row);

  return mc_workload_figure_is_sum (spec->figure) ? value / MAX (row->days, 1) : value;
}

static McChart *
new_hours (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input)
{
  int first = 47, last = 0, row_of[8] = { 0 };
  const McWorkloadRow *most = NULL;
  g_autofree char *title = NULL;
  g_autofree char *what = NULL;
  g_autofree char *subtitle = NULL;
  McChart *chart;

  for (guint i = 0; i < input->rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (input->rows, McWorkloadRow, i);

      if (row->slot < 0 || row->key < 1 || row->key > 7 || isnan (hour_value (spec, row)))
        continue;
      first = MIN (first, row->slot);
      last = MAX (last, row->slot);
      row_of[row->key] = 1;
      if (!most || hour_value (spec, row) > hour_value (spec, most))
        most = row;
    }
  if (most)
    {
      g_autofree char *slot = mc_workload_slot_text (most->slot);

      title = mc_finding_hours (mc_workload_weekday_name (most->key), slot, hour_value (spec, most), spec->figure);
    }
  what = mc_workload_figure_is_sum (spec->figure)
             ? g_strdup_printf (_ ("%s in a half-hour, mean of a day"), mc_workload_figure_label (spec->figure))
             : g_strdup (mc_workload_figure_label (spec->figure));
  subtitle = subtitle_of (spec, what);
  chart = mc_chart_new (MC_CHART_HEAT, title ? title : mc_workload_figure_label (spec->figure), subtitle);
  mc_chart_set_measure (chart, mc_workload_figure_unit (spec->figure),
                        mc_workload_figure_is_share (spec->figure) ? 0 : 1, mc_workload_figure_is_share (spec->figure));
  mc_chart_set_heading (chart, _ ("Half-hour"));
  for (int slot = first; slot <= last; slot++)
    {
      g_autofree char *label = mc_workload_slot_text (slot);

      mc_chart_add_category (chart, label, MC_DAY_NONE, NULL);
    }
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      g_autofree char *key = g_strdup_printf ("%d", weekday);

      if (row_of[weekday])
        row_of[weekday] = (int)mc_chart_add_series (chart, key, mc_workload_weekday_name (weekday), FALSE) + 1;
    }
  for (guint i = 0; most && i < input->rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (input->rows, McWorkloadRow, i);

      if (row->slot >= first && row->slot <= last && row->key >= 1 && row->key <= 7 && row_of[row->key])
        mc_chart_set_value (chart, (guint)row_of[row->key] - 1, (guint)(row->slot - first), hour_value (spec, row));
    }
  return chart;
}

/* --- Steps and waiting --- */

static McChart *
new_funnel (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input)
{
  const McWorkloadRow sum = mc_workload_sum (input->rows);
  gboolean tickets = mc_workload_figure_is_of_tickets (spec->figure);
  const double values[] = { (double)(tickets ? sum.arrived : sum.received),
                            (double)(tickets ? mc_workload_row_get_called (&sum) : mc_workload_row_get_resolved (&sum)),
                            (double)(tickets ? sum.served : sum.early + sum.on_time),
                            (double)(tickets ? mc_workload_row_get_rated (&sum) : sum.early) };
  const char *const labels[] = { tickets ? _ ("Took a ticket") : _ ("Received"),
                                 tickets ? _ ("Called") : _ ("Resolved"),
                                 tickets ? _ ("Served") : _ ("Not later than promised"),
                                 tickets ? _ ("Gave a rating") : _ ("Early") };
  g_autofree char *subtitle = subtitle_of (spec, tickets ? _ ("Visitors") : _ ("Dossiers"));
  g_autofree char *share = NULL;
  g_autofree char *title = NULL;
  McChart *chart;

  if (values[0] > 0)
    {
      share = mc_workload_figure_format (MC_FIGURE_ON_TIME_SHARE, values[2] / values[0]);
      title = tickets ? g_strdup_printf (_ ("%s of those who came were served"), share)
                      /* Translators: percent */
                      : g_strdup_printf (_ ("As many as %s of what came in was done in time"), share);
    }
  chart = mc_chart_new (MC_CHART_FUNNEL, title ? title : _ ("From step to step"), subtitle);
  mc_chart_set_measure (chart, tickets ? _ ("visitors") : _ ("dossiers"), 0, FALSE);
  mc_chart_set_heading (chart, _ ("Step"));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    mc_chart_add_category (chart, labels[i], MC_DAY_NONE, NULL);
  mc_chart_add_series (chart, "all", tickets ? _ ("Visitors") : _ ("Dossiers"), FALSE);
  for (guint i = 0; input->rows->len && i < G_N_ELEMENTS (labels); i++)
    mc_chart_set_value (chart, 0, i, values[i]);
  return chart;
}

static McChart *
new_waiting (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input)
{
  const McWorkloadRow sum = mc_workload_sum (input->rows);
  g_autofree char *title = mc_finding_waiting (&sum, spec->level);
  g_autofree char *subtitle = subtitle_of (spec, _ ("Visitors by minutes of waiting"));
  McChart *chart = mc_chart_new (MC_CHART_HISTOGRAM, title, subtitle);

  mc_chart_set_measure (chart, _ ("visitors"), 0, FALSE);
  mc_chart_set_heading (chart, _ ("Minutes"));
  for (guint i = 0; i < MC_WAIT_STEPS; i++)
    {
      g_autofree char *label = i + 1 < MC_WAIT_STEPS
                                   ? g_strdup_printf ("%d–%d", mc_wait_step_minutes[i], mc_wait_step_minutes[i + 1])
                                   : g_strdup_printf ("≥ %d", mc_wait_step_minutes[i]);

      mc_chart_add_category (chart, label, MC_DAY_NONE, NULL);
    }
  mc_chart_add_series (chart, "wait", _ ("Visitors"), FALSE);
  for (guint i = 0; mc_workload_row_get_called (&sum) > 0 && i < MC_WAIT_STEPS; i++)
    mc_chart_set_value (chart, 0, i, (double)sum.wait_histogram[i]);
  for (guint i = 1; spec->level > 0 && i < MC_WAIT_STEPS; i++)
    if (mc_wait_step_minutes[i] == spec->level)
      {
        g_autofree char *label = g_strdup_printf (_ ("Service level: %d minutes"), spec->level);

        mc_chart_set_mark (chart, i, label);
      }
  return chart;
}

McChart *
mc_workload_chart_new (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input)
{
  switch (spec->kind)
    {
    case MC_WORKLOAD_CHART_TIME:
      return mc_workload_chart_time (spec, input);
    case MC_WORKLOAD_CHART_STACKED:
    case MC_WORKLOAD_CHART_PANELS:
      return mc_workload_chart_by_time (spec, input);
    case MC_WORKLOAD_CHART_HOURS:
      return new_hours (spec, input);
    case MC_WORKLOAD_CHART_RANKED:
      return new_ranked (spec, input);
    case MC_WORKLOAD_CHART_ON_TIME:
      return mc_workload_chart_on_time (spec, input);
    case MC_WORKLOAD_CHART_FUNNEL:
      return new_funnel (spec, input);
    case MC_WORKLOAD_CHART_WAITING:
      return new_waiting (spec, input);
    case MC_WORKLOAD_CHART_LOAD:
    case MC_N_WORKLOAD_CHARTS:
      break;
    }
  return new_load (spec, input);
}
