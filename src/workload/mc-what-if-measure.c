/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-what-if-measure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-error.h"
#include "mc-number.h"

#define SATURDAY 5 /* 0 is Monday */

static double
of_people (const McWhatIfResult *result)
{
  return result->people;
}

static double
of_counters (const McWhatIfResult *result)
{
  return result->counters;
}

static double
of_wait (const McWhatIfResult *result)
{
  return mc_queue_day_mean_wait (&result->week);
}

static double
of_in_time (const McWhatIfResult *result)
{
  return result->week.arrived > 0 ? 100 * result->week.in_time / result->week.arrived : NAN;
}

static double
of_left (const McWhatIfResult *result)
{
  return result->week.left;
}

static double
of_busy (const McWhatIfResult *result)
{
  return result->week.staffed > 0 ? 100 * result->week.busy / result->week.staffed : NAN;
}

static double
of_closed_by_one (const McWhatIfResult *result)
{
  return result->closed_by_one;
}

static double
of_closed (const McWhatIfResult *result)
{
  return result->closed_sessions;
}

static double
of_fairness (const McWhatIfResult *result)
{
  return 100 * result->fairness;
}

static double
of_overdue (const McWhatIfResult *result)
{
  return 100 * result->overdue;
}

/* @good: 1: more is better; -1: less is; 0: neither */
static const struct
{
  const char *label;
  const char *words;
  int decimals;
  int good;
  double (*value) (const McWhatIfResult *result);
} measures[MC_N_WHAT_IF_MEASURES] = {
  [MC_WHAT_IF_PEOPLE] = { N_ ("Officers"), N_ ("Those whom the agencies have at the centre, with those more or less."),
                          0, 0, of_people },
  [MC_WHAT_IF_COUNTERS] = { N_ ("Counters"), N_ ("Those at which somebody sits."), 0, 0, of_counters },
  [MC_WHAT_IF_WAIT] = { N_ ("Mean wait, minutes"),
                        N_ ("Of all who come in a week, each queue followed through the half-hours of its sessions."),
                        1, -1, of_wait },
  [MC_WHAT_IF_IN_TIME] = { N_ ("Served in time, %"), N_ ("Who waits no longer than the minutes that are promised."), 1,
                           1, of_in_time },
  [MC_WHAT_IF_LEFT] = { N_ ("Not served when it closes, a week"),
                        N_ ("Who still waits or is being served when a session ends."), 1, -1, of_left },
  [MC_WHAT_IF_BUSY] = { N_ ("Utilisation of counters, %"), N_ ("Of the hours in which somebody sits at them."), 1, 0,
                        of_busy },
  [MC_WHAT_IF_CLOSED_BY_ONE] = { N_ ("Queues that one absence closes"),
                                 N_ ("Those that have one officer and nobody to take over."), 0, -1, of_closed_by_one },
  [MC_WHAT_IF_CLOSED] = { N_ ("Half-days closed, a month"),
                          N_ ("Half-days of a queue whose officers are all away, at the share of absence assumed."), 1,
                          -1, of_closed },
  [MC_WHAT_IF_FAIRNESS] = { N_ ("Fairness of load among officers, %"),
                            N_ ("100 %: all have the same to do; by R. Jain's index."), 1, 1, of_fairness },
  [MC_WHAT_IF_OVERDUE] = { N_ ("Dossiers settled late, %"),
                           N_ ("As the past relates it to the load of officers; where it shows no relation, as today."),
                           1, -1, of_overdue },
};

const char *
mc_what_if_measure_label (McWhatIfMeasure measure)
{
  return _ (measures[measure].label);
}

const char *
mc_what_if_measure_words (McWhatIfMeasure measure)
{
  return _ (measures[measure].words);
}

double
mc_what_if_measure_value (McWhatIfMeasure measure, const McWhatIfResult *result)
{
  return measures[measure].value (result);
}

char *
mc_what_if_measure_format (McWhatIfMeasure measure, const McWhatIfResult *result)
{
  return mc_number_format (mc_what_if_measure_value (measure, result), measures[measure].decimals);
}

/* As it is read: rounded, so that no two that look alike are told apart. */
static double
read_value (McWhatIfMeasure measure, const McWhatIfResult *result)
{
  double unit = pow (10, measures[measure].decimals);

  return round (mc_what_if_measure_value (measure, result) * unit) / unit;
}

char *
mc_what_if_measure_format_change (McWhatIfMeasure measure, const McWhatIfResult *today, const McWhatIfResult *result)
{
  double change = read_value (measure, result) - read_value (measure, today);
  g_autofree char *number = mc_number_format (fabs (change), measures[measure].decimals);

  if (!isfinite (change))
    return g_strdup ("");
  if (fabs (change) < 1e-9)
    return g_strdup ("=");
  return g_strconcat (change > 0 ? "+" : "−", number, NULL);
}

int
mc_what_if_measure_judge (McWhatIfMeasure measure, const McWhatIfResult *today, const McWhatIfResult *result)
{
  double change = read_value (measure, result) - read_value (measure, today);

  if (!isfinite (change) || fabs (change) < 1e-9)
    return 0;
  return change > 0 ? measures[measure].good : -measures[measure].good;
}

GPtrArray *
mc_what_if_run_all (
    const McWhatIfCentre *centre, GPtrArray *scenarios, GPtrArray *failures, GCancellable *cancel, GError **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_what_if_result_free);
  g_autoptr (McScenario) today = mc_scenario_new (_ ("Today"));

  for (guint i = 0; i <= scenarios->len; i++)
    {
      const McScenario *scenario = i == 0 ? today : scenarios->pdata[i - 1];
      g_autoptr (GError) failure = NULL;
      McWhatIfResult *result = mc_what_if_run (centre, scenario, cancel, &failure);

      if (result)
        g_ptr_array_add (results, result);
      else if (i > 0 && failures && !g_cancellable_is_cancelled (cancel))
        g_ptr_array_add (failures, g_strdup_printf ("%s: %s", scenario->name, failure->message));
      else
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
  return g_steal_pointer (&results);
}

double
mc_what_if_wait_apart (const McWhatIfResult *today, const McWhatIfQueue *queue)
{
  g_auto (GStrv) codes = g_strsplit (queue->codes, " + ", -1);
  McQueueDay week = { 0 };

  for (guint i = 0; i < today->queues->len; i++)
    {
      const McWhatIfQueue *one = today->queues->pdata[i];

      if (g_strv_contains ((const char *const *)codes, one->codes))
        mc_queue_day_add (&week, &one->week, 1);
    }
  return mc_queue_day_mean_wait (&week);
}

char **
mc_what_if_explain (const McWhatIfResult *today, const McWhatIfResult *result)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  for (guint q = 0; q < result->queues->len; q++)
    {
      const McWhatIfQueue *queue = result->queues->pdata[q];
      g_autofree char *before = mc_number_format (mc_what_if_wait_apart (today, queue), 1);
      g_autofree char *after = mc_number_format (mc_queue_day_mean_wait (&queue->week), 1);

      if (queue->agencies > 1)
        g_strv_builder_take (sentences, g_strdup_printf (_ ("%s: %s together, counters: %d; mean wait %s minutes, "
                                                            "today each by itself %s."),
                                                         result->name, queue->codes, queue->counters, after, before));
    }
  return g_strv_builder_end (sentences);
}

static void
add_days (GStrvBuilder *sentences, const McWhatIfCentre *centre)
{
  g_autofree char *first = mc_day_format (centre->days.from);
  g_autofree char *last = mc_day_format (centre->days.until - 1);

  /* Translators: days, and how many of them */
  g_strv_builder_take (sentences, g_strdup_printf (_ ("Measured from %s to %s, on %d days with visitors."), first, last,
                                                   centre->visited));
}

/* Of the scenario; "" is that of today. */
static char *
word_assumption (const McScenario *scenario)
{
  g_autofree char *within = mc_number_format (scenario->within, 0);
  g_autofree char *absence = mc_number_format (100 * scenario->absence, 1);

  if (!*scenario->name)
    return g_strdup_printf (_ ("Assumed: an officer is away on %s %% of the days; waiting of %s minutes is in time."),
                            absence, within);
  return g_strdup_printf (_ ("%s assumes otherwise: away on %s %% of the days, %s minutes in time."), scenario->name,
                          absence, within);
}

static gboolean
has_saturday (const McWhatIfCentre *centre)
{
  for (guint a = 0; a < centre->agencies->len; a++)
    for (int slot = 0; slot < MC_WHAT_IF_SLOTS; slot++)
      if (((const McWhatIfAgency *)centre->agencies->pdata[a])->arrivals[SATURDAY][slot] > 0)
        return TRUE;
  return FALSE;
}

static void
add_assumptions (GStrvBuilder *sentences, const McWhatIfCentre *centre, GPtrArray *scenarios)
{
  g_autoptr (McScenario) usual = mc_scenario_new ("");

  g_strv_builder_take (sentences, word_assumption (usual));
  for (guint i = 0; i < scenarios->len; i++)
    {
      const McScenario *scenario = scenarios->pdata[i];
      g_autofree char *minutes = mc_number_format (scenario->authorisation, 0);

      if (fabs (scenario->within - usual->within) > 1e-9 || fabs (scenario->absence - usual->absence) > 1e-9)
        g_strv_builder_take (sentences, word_assumption (scenario));
      if (!scenario->saturday && !has_saturday (centre))
        g_strv_builder_take (sentences,
                             g_strdup_printf (_ ("%s: on no Saturday that was measured did anybody come, so it changes "
                                                 "nothing."),
                                              scenario->name));
      if (scenario->best)
        g_strv_builder_take (
            sentences, g_strdup_printf (_ ("%s: of all groupings of at most %d agencies at a counter the one with the "
                                           "fewest minutes of waiting, each agency whose fields others must learn "
                                           "weighing %s minutes a week."),
                                        scenario->name, scenario->most_members, minutes));
    }
}

char **
mc_what_if_notes (const McWhatIfCentre *centre, const McWhatIfResult *today, GPtrArray *scenarios)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  add_days (sentences, centre);
  g_strv_builder_add (sentences, _ ("Waiting: each queue followed through the half-hours of a week, people coming at "
                                    "random as they came on average in the days measured. Officers away are in the "
                                    "closed half-days alone."));
  g_strv_builder_add (
      sentences, today->overdue_reckoned
                     ? _ ("Late dossiers: from how the share moved with the dossiers per officer from month to month.")
                     : _ ("Late dossiers: the past shows no relation to the load of officers, so it stays as it is."));
  add_assumptions (sentences, centre, scenarios);
  return g_strv_builder_end (sentences);
}

/* Agencies that share ---------------------------------------------------- */

typedef struct
{
  const char *code;
  double week; /* who comes in it */
} Visited;

static int
compare_visited (gconstpointer a, gconstpointer b)
{
  double one = ((const Visited *)a)->week, other = ((const Visited *)b)->week;

  return (one > other) - (one < other);
}

static GArray *
find_quiet (const McWhatIfCentre *centre)
{
  GArray *quiet = g_array_new (FALSE, FALSE, sizeof (Visited));
  double all = 0;

  for (guint a = 0; a < centre->agencies->len; a++)
    {
      const McWhatIfAgency *agency = centre->agencies->pdata[a];
      Visited visited = { .code = agency->code };

      for (int weekday = 0; weekday < 7; weekday++)
        for (int slot = 0; slot < MC_WHAT_IF_SLOTS; slot++)
          visited.week += agency->arrivals[weekday][slot];
      all += visited.week;
      g_array_append_val (quiet, visited);
    }
  g_array_sort (quiet, compare_visited);
  for (guint i = quiet->len; i > 0; i--)
    if (g_array_index (quiet, Visited, i - 1).week >= all / centre->agencies->len / 2)
      g_array_remove_index (quiet, i - 1);
  return quiet;
}

gboolean
mc_what_if_share_quiet (const McWhatIfCentre *centre, McScenario *scenario)
{
  g_autoptr (GArray) quiet = find_quiet (centre);
  guint most = (guint)MAX (scenario->most_members, 2);

  g_ptr_array_set_size (scenario->shared, 0);
  for (guint first = 0; first + 1 < quiet->len; first += most)
    {
      g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

      for (guint i = first; i < MIN (first + most, quiet->len); i++)
        g_strv_builder_add (codes, g_array_index (quiet, Visited, i).code);
      g_ptr_array_add (scenario->shared, g_strv_builder_end (codes));
    }
  return scenario->shared->len > 0;
}
