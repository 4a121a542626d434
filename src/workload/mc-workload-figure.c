/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-number.h"

#define MINUTES_A_DAY 1440.0

/* Where the last step of waiting ends, for want of more: nobody is known to have waited longer than its own twice. */
#define LAST_STEP_END 240

/* Definitions after the reports of queue systems (peers: Qmatic's business intelligence guide): waiting is from the
 * ticket to the call; what is not complete is counted apart; a period has its first day and not its last. */

typedef enum
{
  SUM,
  SHARE,
  MEAN, /* or the longest: cannot be added */
} Kind;

typedef struct
{
  const char *name, *label, *unit, *words, *formula;
  Kind kind;
  int decimals;
} Row;

#define DOSSIERS N_ ("dossiers")
#define VISITORS N_ ("visitors")
#define MINUTES N_ ("minutes")

static const Row rows[MC_N_FIGURES] = {
  [MC_FIGURE_RECEIVED] = { "received", N_ ("Received"), DOSSIERS, N_ ("Dossiers that were taken in."), N_ ("received"),
                           SUM, 0 },
  [MC_FIGURE_RESOLVED] = { "resolved", N_ ("Resolved"), DOSSIERS,
                           N_ ("Dossiers whose result is there, early, on time or late."),
                           N_ ("early + on time + overdue"), SUM, 0 },
  [MC_FIGURE_BACKLOG] = { "backlog", N_ ("Growth of what is in process"), DOSSIERS,
                          N_ ("By how much the pile of dossiers in process grew; below 0 it became smaller."),
                          N_ ("received − resolved − returned"), SUM, 0 },
  [MC_FIGURE_EARLY] = { "early", N_ ("Early"), DOSSIERS, N_ ("Resolved before the day that was promised."),
                        N_ ("early"), SUM, 0 },
  [MC_FIGURE_ON_TIME] = { "on-time", N_ ("On time"), DOSSIERS, N_ ("Resolved on the day that was promised."),
                          N_ ("on time"), SUM, 0 },
  [MC_FIGURE_OVERDUE] = { "overdue", N_ ("Overdue"), DOSSIERS, N_ ("Resolved after the day that was promised."),
                          N_ ("overdue"), SUM, 0 },
  [MC_FIGURE_EARLY_SHARE] = { "early-share", N_ ("Share early"), NULL,
                              N_ ("Of the resolved dossiers, those ready before the day that was promised."),
                              N_ ("early ÷ resolved"), SHARE, 1 },
  [MC_FIGURE_OVERDUE_SHARE] = { "overdue-share", N_ ("Share overdue"), NULL,
                                N_ ("Of the resolved dossiers, those later than promised."), N_ ("overdue ÷ resolved"),
                                SHARE, 1 },
  [MC_FIGURE_ON_TIME_SHARE] = { "on-time-share", N_ ("Share on time"), NULL,
                                N_ ("Of the resolved dossiers, those not later than promised."),
                                N_ ("(early + on time) ÷ resolved"), SHARE, 1 },
  [MC_FIGURE_OPEN_LATE] = { "open-late", N_ ("Still open and overdue"), DOSSIERS,
                            N_ ("Not resolved when the file was made, though promised for before."),
                            N_ ("open and overdue"), SUM, 0 },
  [MC_FIGURE_RETURNED] = { "returned", N_ ("Returned"), DOSSIERS,
                           N_ ("Given back to be completed, refused or withdrawn."), N_ ("returned"), SUM, 0 },
  [MC_FIGURE_DIGITAL_SHARE] = { "digital-share", N_ ("Share online"), NULL,
                                N_ ("Of the received dossiers, those that came online or were digitised."),
                                N_ ("digital ÷ received"), SHARE, 1 },
  [MC_FIGURE_PROCESS_DAYS] = { "process-days", N_ ("Mean time of processing"), N_ ("days of 24 hours"),
                               N_ ("From taking a dossier in to its result, over all resolved ones."),
                               N_ ("time of processing ÷ resolved"), MEAN, 1 },
  [MC_FIGURE_ARRIVED] = { "arrived", N_ ("Arrivals"), VISITORS, N_ ("Tickets that were taken at the machine."),
                          N_ ("tickets"), SUM, 0 },
  [MC_FIGURE_SERVED] = { "served", N_ ("Served"), VISITORS, N_ ("Tickets that were called and served."), N_ ("served"),
                         SUM, 0 },
  [MC_FIGURE_SERVED_SHARE] = { "served-share", N_ ("Share served"), NULL,
                               N_ ("Of those who took a ticket, who was served."), N_ ("served ÷ tickets"), SHARE, 1 },
  [MC_FIGURE_NO_SHOW] = { "no-show", N_ ("No-shows"), VISITORS,
                          N_ ("Tickets that were called, the last time too, and nobody came."), N_ ("no-shows"), SUM,
                          0 },
  [MC_FIGURE_NO_SHOW_SHARE] = { "no-show-share", N_ ("Share of no-shows"), NULL,
                                N_ ("Of those who took a ticket, who did not come when called."),
                                N_ ("no-shows ÷ tickets"), SHARE, 1 },
  [MC_FIGURE_WAIT] = { "wait", N_ ("Mean waiting"), MINUTES, N_ ("From taking the ticket to the last call."),
                       N_ ("waiting of all called ÷ called"), MEAN, 1 },
  [MC_FIGURE_WAIT_MEDIAN] = { "wait-median", N_ ("Median waiting"), MINUTES,
                              N_ ("Half of those who were called waited no longer."),
                              N_ ("the middle of the distribution, between the ends of its step in proportion"), MEAN,
                              1 },
  [MC_FIGURE_WAIT_NINETY] = { "wait-ninety", N_ ("Nine in ten wait at most"), MINUTES,
                              N_ ("Nine of ten of those who were called waited no longer."),
                              N_ ("nine tenths of the distribution, between the ends of its step in proportion"), MEAN,
                              1 },
  [MC_FIGURE_ABOVE_LEVEL] = { "above-level", N_ ("Waited too long"), VISITORS,
                              N_ ("Who was called after having waited longer than promised."), N_ ("waited too long"),
                              SUM, 0 },
  [MC_FIGURE_WAIT_MAX] = { "wait-max", N_ ("Longest waiting"), MINUTES, N_ ("The longest time from ticket to call."),
                           N_ ("the greatest waiting"), MEAN, 0 },
  [MC_FIGURE_ABOVE_LEVEL_SHARE] = { "above-level-share", N_ ("Share above the service level"), NULL,
                                    N_ ("Of those who were called, who had waited longer than promised."),
                                    N_ ("waited too long ÷ called"), SHARE, 1 },
  [MC_FIGURE_SERVICE] = { "service", N_ ("Mean time at the counter"), MINUTES,
                          N_ ("From the call to the end, of complete tickets alone."),
                          N_ ("time at the counter ÷ (served − incomplete)"), MEAN, 1 },
  [MC_FIGURE_SERVICE_MAX] = { "service-max", N_ ("Longest time at the counter"), MINUTES,
                              N_ ("The longest time from a call to its end."), N_ ("the greatest time at the counter"),
                              MEAN, 0 },
  [MC_FIGURE_SERVING_HOURS] = { "serving-hours", N_ ("Hours of serving"), N_ ("hours"),
                                N_ ("Time for which people were served, of all counters together."),
                                N_ ("time at the counter, in hours"), MEAN, 1 },
  [MC_FIGURE_STAFFED_HOURS] = { "staffed-hours", N_ ("Hours staffed"), N_ ("hours"),
                                N_ ("Time of reception for which people were rostered at counters and not away, on "
                                    "those "
                                    "days of a counter of which the roster and the tickets are known."),
                                N_ ("people at the counter × hours of reception"), MEAN, 1 },
  [MC_FIGURE_IDLE_HOURS] = { "idle-hours", N_ ("Idle hours"), N_ ("hours"),
                             N_ ("Time for which the counters were staffed and nobody was served; below 0 where people "
                                 "were served beyond the hours of reception. Work without a visitor is not counted."),
                             N_ ("hours staffed − time at the counter on those days"), MEAN, 1 },
  [MC_FIGURE_UTILISATION] = { "utilisation", N_ ("Utilisation"), NULL,
                              N_ ("Of the time for which the counters were staffed, that in which people were served."),
                              N_ ("time at the counter on those days ÷ hours staffed"), SHARE, 1 },
  [MC_FIGURE_UNSERVED] = { "unserved", N_ ("Not served"), VISITORS,
                           N_ ("Still waiting when the counters closed; carried over."), N_ ("unserved"), SUM, 0 },
  [MC_FIGURE_UNSERVED_SHARE] = { "unserved-share", N_ ("Share not served"), NULL,
                                 N_ ("Of those who took a ticket, who still waited when the counters closed."),
                                 N_ ("unserved ÷ tickets"), SHARE, 1 },
  [MC_FIGURE_INCOMPLETE] = { "incomplete", N_ ("Incomplete tickets"), VISITORS,
                             N_ ("Called and never ended: their times are not counted."), N_ ("incomplete"), SUM, 0 },
  [MC_FIGURE_INCOMPLETE_SHARE] = { "incomplete-share", N_ ("Share incomplete"), NULL,
                                   N_ ("Of the served, whose times are missing or cannot be; the more there are, the "
                                       "less times are worth."),
                                   N_ ("incomplete ÷ served"), SHARE, 1 },
  [MC_FIGURE_RATED] = { "rated", N_ ("Ratings"), N_ ("ratings"), N_ ("Ratings given at the counters."),
                        N_ ("all ratings"), SUM, 0 },
  [MC_FIGURE_SATISFIED_SHARE] = { "satisfied-share", N_ ("Share satisfied"), NULL,
                                  N_ ("Of the ratings, those satisfied or very satisfied."),
                                  N_ ("(very satisfied + satisfied) ÷ ratings"), SHARE, 1 },
  [MC_FIGURE_BURST_SHARE] = { "burst-share", N_ ("Share in quick succession"), NULL,
                              N_ ("Of the ratings, those within seconds of another on the same device: buttons were "
                                  "played with."),
                              N_ ("in quick succession ÷ ratings"), SHARE, 1 },
};

gint64
mc_workload_row_get_resolved (const McWorkloadRow *row)
{
  return row->early + row->on_time + row->overdue;
}

gint64
mc_workload_row_get_called (const McWorkloadRow *row)
{
  gint64 called = 0;

  for (guint i = 0; i < MC_WAIT_STEPS; i++)
    called += row->wait_histogram[i];
  return called;
}

gint64
mc_workload_row_get_rated (const McWorkloadRow *row)
{
  return row->very_satisfied + row->satisfied + row->neutral + row->dissatisfied + row->very_dissatisfied;
}

static double
ratio (gint64 part, gint64 whole, double unit)
{
  return whole > 0 ? (double)part / ((double)whole * unit) : NAN;
}

/* In minutes; within a step as if they came evenly. The longest is known, and nobody waited longer. */
static double
find_quantile (const McWorkloadRow *row, double quantile)
{
  double wanted = quantile * mc_workload_row_get_called (row), before = 0;

  if (wanted <= 0)
    return NAN;
  for (guint i = 0; i < MC_WAIT_STEPS; i++)
    {
      double from = mc_wait_step_minutes[i], n = row->wait_histogram[i];
      double until = i + 1 < MC_WAIT_STEPS ? mc_wait_step_minutes[i + 1] : LAST_STEP_END;

      if (row->wait_max / 60.0 > from)
        until = MIN (until, row->wait_max / 60.0);
      if (n > 0 && before + n >= wanted)
        return from + (until - from) * (wanted - before) / n;
      before += n;
    }
  return NAN;
}

static double
dossiers_of (McWorkloadFigure figure, const McWorkloadRow *row)
{
  gint64 resolved = mc_workload_row_get_resolved (row);

  switch ((int)figure)
    {
    case MC_FIGURE_EARLY_SHARE:
      return ratio (row->early, resolved, 1);
    case MC_FIGURE_ON_TIME_SHARE:
      return ratio (row->early + row->on_time, resolved, 1);
    case MC_FIGURE_OVERDUE_SHARE:
      return ratio (row->overdue, resolved, 1);
    case MC_FIGURE_DIGITAL_SHARE:
      return ratio (row->digital, row->received, 1);
    case MC_FIGURE_PROCESS_DAYS:
      return ratio (row->process_minutes, resolved, MINUTES_A_DAY);
    default:
      g_return_val_if_reached (NAN);
    }
}

static double
staff_of (McWorkloadFigure figure, const McWorkloadRow *row)
{
  double staffed = row->staffed_minutes / 60.0, busy = row->busy_seconds / 3600.0;

  if (row->staffed_minutes <= 0)
    return NAN;
  return figure == MC_FIGURE_STAFFED_HOURS ? staffed : figure == MC_FIGURE_IDLE_HOURS ? staffed - busy : busy / staffed;
}

static double
times_of (McWorkloadFigure figure, const McWorkloadRow *row)
{
  gint64 called = mc_workload_row_get_called (row), complete = row->served - row->incomplete;

  switch ((int)figure)
    {
    case MC_FIGURE_WAIT:
      return ratio (row->wait_seconds, called, 60);
    case MC_FIGURE_WAIT_MEDIAN:
      return find_quantile (row, 0.5);
    case MC_FIGURE_WAIT_NINETY:
      return find_quantile (row, 0.9);
    case MC_FIGURE_WAIT_MAX:
      return called > 0 ? (double)row->wait_max / 60 : NAN;
    case MC_FIGURE_ABOVE_LEVEL_SHARE:
      return ratio (row->above_level, called, 1);
    case MC_FIGURE_SERVICE:
      return ratio (row->service_seconds, complete, 60);
    case MC_FIGURE_SERVICE_MAX:
      return complete > 0 ? (double)row->service_max / 60 : NAN;
    case MC_FIGURE_SERVING_HOURS:
      return row->service_seconds > 0 ? (double)row->service_seconds / 3600 : NAN;
    default:
      g_return_val_if_reached (NAN);
    }
}

static double
ratio_of (McWorkloadFigure figure, const McWorkloadRow *row)
{
  switch (figure)
    {
    case MC_FIGURE_SERVED_SHARE:
      return ratio (row->served, row->arrived, 1);
    case MC_FIGURE_NO_SHOW_SHARE:
      return ratio (row->no_show, row->arrived, 1);
    case MC_FIGURE_UNSERVED_SHARE:
      return ratio (row->unserved, row->arrived, 1);
    case MC_FIGURE_INCOMPLETE_SHARE:
      return ratio (row->incomplete, row->served, 1);
    case MC_FIGURE_SATISFIED_SHARE:
      return ratio (row->very_satisfied + row->satisfied, mc_workload_row_get_rated (row), 1);
    case MC_FIGURE_BURST_SHARE:
      return ratio (row->burst, mc_workload_row_get_rated (row), 1);
    case MC_FIGURE_STAFFED_HOURS:
    case MC_FIGURE_IDLE_HOURS:
    case MC_FIGURE_UTILISATION:
      return staff_of (figure, row);
    default:
      return figure < MC_FIGURE_ARRIVED ? dossiers_of (figure, row) : times_of (figure, row);
    }
}

static gint64
sum_of (McWorkloadFigure figure, const McWorkloadRow *row)
{
  switch (figure)
    {
    case MC_FIGURE_RECEIVED:
      return row->received;
    case MC_FIGURE_RESOLVED:
      return mc_workload_row_get_resolved (row);
    case MC_FIGURE_BACKLOG:
      return row->received - mc_workload_row_get_resolved (row) - row->returned;
    case MC_FIGURE_EARLY:
      return row->early;
    case MC_FIGURE_ON_TIME:
      return row->on_time;
    case MC_FIGURE_OVERDUE:
      return row->overdue;
    case MC_FIGURE_OPEN_LATE:
      return row->open_late;
    case MC_FIGURE_RETURNED:
      return row->returned;
    case MC_FIGURE_ARRIVED:
      return row->arrived;
    case MC_FIGURE_SERVED:
      return row->served;
    case MC_FIGURE_NO_SHOW:
      return row->no_show;
    case MC_FIGURE_ABOVE_LEVEL:
      return row->above_level;
    case MC_FIGURE_UNSERVED:
      return row->unserved;
    case MC_FIGURE_INCOMPLETE:
      return row->incomplete;
    case MC_FIGURE_RATED:
      return mc_workload_row_get_rated (row);
    default:
      g_return_val_if_reached (0);
    }
}

double
mc_workload_figure_value (McWorkloadFigure figure, const McWorkloadRow *row)
{
  g_return_val_if_fail (figure < MC_N_FIGURES, NAN);
  return rows[figure].kind == SUM ? (double)sum_of (figure, row) : ratio_of (figure, row);
}

const char *
mc_workload_figure_name (McWorkloadFigure figure)
{
  g_return_val_if_fail (figure < MC_N_FIGURES, NULL);
  return rows[figure].name;
}

gboolean
mc_workload_figure_parse (const char *name, McWorkloadFigure *figure)
{
  for (McWorkloadFigure i = MC_FIGURE_RECEIVED; i < MC_N_FIGURES; i++)
    if (g_str_equal (rows[i].name, name))
      {
        *figure = i;
        return TRUE;
      }
  return FALSE;
}

const char *
mc_workload_figure_label (McWorkloadFigure figure)
{
  g_return_val_if_fail (figure < MC_N_FIGURES, NULL);
  return _ (rows[figure].label);
}

const char *
mc_workload_figure_unit (McWorkloadFigure figure)
{
  g_return_val_if_fail (figure < MC_N_FIGURES, NULL);
  return rows[figure].unit ? _ (rows[figure].unit) : NULL;
}

const char *
mc_workload_figure_words (McWorkloadFigure figure)
{
  g_return_val_if_fail (figure < MC_N_FIGURES, NULL);
  return _ (rows[figure].words);
}

const char *
mc_workload_figure_formula (McWorkloadFigure figure)
{
  g_return_val_if_fail (figure < MC_N_FIGURES, NULL);
  return _ (rows[figure].formula);
}

int
mc_workload_figure_decimals (McWorkloadFigure figure)
{
  g_return_val_if_fail (figure < MC_N_FIGURES, 0);
  return rows[figure].decimals;
}

gboolean
mc_workload_figure_is_share (McWorkloadFigure figure)
{
  g_return_val_if_fail (figure < MC_N_FIGURES, FALSE);
  return rows[figure].kind == SHARE;
}

gboolean
mc_workload_figure_is_sum (McWorkloadFigure figure)
{
  g_return_val_if_fail (figure < MC_N_FIGURES, FALSE);
  return rows[figure].kind == SUM;
}

gboolean
mc_workload_figure_is_of_tickets (McWorkloadFigure figure)
{
  return figure >= MC_FIGURE_ARRIVED && figure <= MC_FIGURE_INCOMPLETE_SHARE;
}

gboolean
mc_workload_figure_is_timed (McWorkloadFigure figure)
{
  return figure >= MC_FIGURE_WAIT && figure <= MC_FIGURE_UTILISATION;
}

gboolean
mc_workload_figure_is_of_staff (McWorkloadFigure figure)
{
  return figure >= MC_FIGURE_STAFFED_HOURS && figure <= MC_FIGURE_UTILISATION;
}

char *
mc_workload_figure_format (McWorkloadFigure figure, double value)
{
  gboolean share = mc_workload_figure_is_share (figure) && !isnan (value);
  g_autofree char *number = mc_number_format (share ? value * 100 : value, mc_workload_figure_decimals (figure));

  return share ? g_strdup_printf (C_ ("share", "%s %%"), number) : g_steal_pointer (&number);
}

char *
mc_workload_figure_explain (McWorkloadFigure figure)
{
  const char *formula;

  g_return_val_if_fail (figure < MC_N_FIGURES, NULL);
  formula = rows[figure].formula;
  /* What is counted as it is needs no formula. */
  if (rows[figure].kind == SUM && !strstr (formula, " + ") && !strstr (formula, " − "))
    return g_strdup (mc_workload_figure_words (figure));
  return g_strdup_printf ("%s %s = %s", mc_workload_figure_words (figure), mc_workload_figure_label (figure),
                          mc_workload_figure_formula (figure));
}

char *
mc_workload_figure_format_change (McWorkloadFigure figure, double now, double before)
{
  gboolean share = mc_workload_figure_is_share (figure);
  double change = share ? (now - before) * 100 : (now - before) / fabs (before) * 100;
  g_autofree char *number = NULL;

  if (isnan (now) || isnan (before) || (!share && before == 0))
    return g_strdup ("");
  number = mc_number_format (fabs (change), 1);
  /* Translators: "+" or "−", and percentage points */
  return share ? g_strdup_printf (_ ("%s%s points"), change < 0 ? "−" : "+", number)
               : g_strdup_printf ("%s%s %%", change < 0 ? "−" : "+", number);
}
