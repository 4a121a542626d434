/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-what-if.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-error.h"
#include "mc-grouping.h"

#define SLOT 30
#define WEEKDAYS 7
#define SATURDAY 5
#define SESSIONS 2
#define WEEKS_A_MONTH (365.2425 / 12 / 7)
#define SURE 2.0 /* standard errors */
#define LEAST_MONTHS 12

static void
agency_free (gpointer data)
{
  g_free (((McWhatIfAgency *)data)->code);
  g_free (data);
}

static void
queue_free (gpointer data)
{
  g_free (((McWhatIfQueue *)data)->codes);
  g_free (data);
}

G_DEFINE_BOXED_TYPE (McWhatIfCentre, mc_what_if_centre, mc_what_if_centre_ref, mc_what_if_centre_unref)

McWhatIfCentre *
mc_what_if_centre_new (void)
{
  McWhatIfCentre *self = g_new0 (McWhatIfCentre, 1);

  g_atomic_ref_count_init (&self->refs);
  self->days = MC_PERIOD_ALWAYS;
  self->agencies = g_ptr_array_new_with_free_func (agency_free);
  self->overdue_slope = NAN;
  return self;
}

McWhatIfCentre *
mc_what_if_centre_ref (McWhatIfCentre *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
mc_what_if_centre_unref (McWhatIfCentre *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->agencies);
  g_free (self);
}

McWhatIfAgency *
mc_what_if_centre_add (McWhatIfCentre *self, const char *code)
{
  McWhatIfAgency *agency = g_new0 (McWhatIfAgency, 1);

  agency->code = g_strdup (code);
  g_ptr_array_add (self->agencies, agency);
  return agency;
}

void
mc_what_if_result_free (McWhatIfResult *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->queues);
  g_free (self);
}

/* Overdue --------------------------------------------------------------- */

static double
mean_received (const GArray *months, gint64 agency)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < months->len; i++)
    {
      const McWhatIfMonth *month = &g_array_index (months, McWhatIfMonth, i);

      if (month->agency == agency && month->settled > 0)
        {
          sum += month->received;
          n++;
        }
    }
  return n > 0 ? sum / n : 0;
}

static double
share_of_agency (const GArray *months, gint64 agency)
{
  double settled = 0, overdue = 0;

  for (guint i = 0; i < months->len; i++)
    {
      const McWhatIfMonth *month = &g_array_index (months, McWhatIfMonth, i);

      settled += month->agency == agency ? month->settled : 0;
      overdue += month->agency == agency ? month->overdue : 0;
    }
  return settled > 0 ? overdue / settled : 0;
}

double
mc_what_if_find_slope (const GArray *months)
{
  double xx = 0, xy = 0, yy = 0, weight = 0, slope, residual;
  guint n = 0;

  for (guint i = 0; i < months->len; i++)
    {
      const McWhatIfMonth *month = &g_array_index (months, McWhatIfMonth, i);
      double mean = mean_received (months, month->agency), x, y;

      if (month->settled <= 0 || mean <= 0)
        continue;
      x = month->received / mean - 1;
      y = month->overdue / month->settled - share_of_agency (months, month->agency);
      xx += month->settled * x * x;
      xy += month->settled * x * y;
      yy += month->settled * y * y;
      weight += month->settled;
      n++;
    }
  if (n < LEAST_MONTHS || xx <= 0)
    return NAN;
  slope = xy / xx;
  residual = MAX (yy - slope * xy, 0) / weight;
  /* Months, not dossiers, are what the relation was seen in. */
  return fabs (slope) >= SURE * sqrt (residual / (n - 2) / (xx / weight)) ? slope : NAN;
}

/* The week -------------------------------------------------------------- */

typedef struct
{
  const McWhatIfCentre *centre;
  const McScenario *scenario;
  int *officers; /* of each agency, in the scenario */
  int opens[SESSIONS];
  int closes[SESSIONS];
  double arrivals[MC_GROUPING_MOST][WEEKDAYS][MC_WHAT_IF_SLOTS]; /* in the hours of the scenario */
} Plan;

static gboolean
is_open (const Plan *plan, int weekday, int session)
{
  if (weekday < SATURDAY)
    return TRUE;
  if (weekday > SATURDAY || session > 0 || !plan->scenario->saturday)
    return FALSE;
  for (guint a = 0; a < plan->centre->agencies->len; a++)
    for (int slot = 0; slot < MC_WHAT_IF_SLOTS; slot++)
      if (((const McWhatIfAgency *)plan->centre->agencies->pdata[a])->arrivals[weekday][slot] > 0)
        return TRUE;
  return FALSE;
}

static int
first_slot (const Plan *plan, int session)
{
  return plan->opens[session] / SLOT;
}

/* The one after the last. */
static int
end_slot (const Plan *plan, int session)
{
  return (plan->closes[session] + SLOT - 1) / SLOT;
}

/* Who comes before opening waits at the door, who comes after closing comes the next day that is open. */
static void
place (Plan *plan, guint agency, int weekday, int slot, double people)
{
  for (int session = 0; session < SESSIONS; session++)
    if (is_open (plan, weekday, session) && slot < end_slot (plan, session))
      {
        plan->arrivals[agency][weekday][MAX (slot, first_slot (plan, session))] += people;
        return;
      }
  do
    weekday = (weekday + 1) % WEEKDAYS;
  while (!is_open (plan, weekday, 0));
  plan->arrivals[agency][weekday][first_slot (plan, 0)] += people;
}

static void
place_all (Plan *plan, guint index)
{
  const McWhatIfAgency *agency = plan->centre->agencies->pdata[index];

  for (int weekday = 0; weekday < WEEKDAYS; weekday++)
    for (int slot = 0; slot < MC_WHAT_IF_SLOTS; slot++)
      {
        double people = agency->arrivals[weekday][slot];

        if (people <= 0)
          continue;
        if (weekday != SATURDAY || plan->scenario->saturday)
          place (plan, index, weekday, slot, people);
        else
          for (int day = 0; day < SATURDAY; day++)
            place (plan, index, day, slot, people / SATURDAY);
      }
}

/* The queue of some agencies with so many counters through the sessions of a week. */
static void
run_week (const Plan *plan, guint32 members, guint counters, McQueueDay *week)
{
  double served = 0, minutes = 0, service;

  *week = (McQueueDay){ 0 };
  for (guint a = 0; a < plan->centre->agencies->len; a++)
    for (int weekday = 0; (members & (1u << a)) && weekday < WEEKDAYS; weekday++)
      for (int slot = 0; slot < MC_WHAT_IF_SLOTS; slot++)
        {
          served += plan->arrivals[a][weekday][slot];
          minutes +=
              plan->arrivals[a][weekday][slot] * ((const McWhatIfAgency *)plan->centre->agencies->pdata[a])->service;
        }
  service = served > 0 && minutes > 0 ? minutes / served : 1;
  for (int weekday = 0; weekday < WEEKDAYS; weekday++)
    for (int session = 0; session < SESSIONS; session++)
      {
        McQueueSlot slots[MC_WHAT_IF_SLOTS] = { 0 };
        int from = first_slot (plan, session), n = end_slot (plan, session) - from;
        McQueueDay day;

        if (!is_open (plan, weekday, session))
          continue;
        for (int s = 0; s < n; s++)
          {
            slots[s].agents = (int)counters;
            for (guint a = 0; a < plan->centre->agencies->len; a++)
              if (members & (1u << a))
                slots[s].arrivals += plan->arrivals[a][weekday][from + s];
          }
        mc_queue_day_run (slots, (guint)n, SLOT, service, plan->scenario->within, &day, NULL);
        mc_queue_day_add (week, &day, 1);
      }
}

static int
count_officers (const Plan *plan, guint32 members)
{
  int officers = 0;

  for (guint a = 0; a < plan->centre->agencies->len; a++)
    officers += members & (1u << a) ? plan->officers[a] : 0;
  return officers;
}

/* Groups ---------------------------------------------------------------- */

/* A queue that is left over when a session ends counts as if it waited on to the next: an hour each. */
#define LEFT_MINUTES 60

static double
cost_of_week (const McQueueDay *week)
{
  return week->waited + LEFT_MINUTES * week->left;
}

/* So many counters that one more would change nothing: twice the load of the fullest half-hour, and two. */
static double
count_enough (const Plan *plan, guint32 members)
{
  double fullest = 0;

  for (int weekday = 0; weekday < WEEKDAYS; weekday++)
    for (int slot = 0; slot < MC_WHAT_IF_SLOTS; slot++)
      {
        double minutes = 0;

        for (guint a = 0; a < plan->centre->agencies->len; a++)
          if (members & (1u << a))
            minutes +=
                plan->arrivals[a][weekday][slot] * ((const McWhatIfAgency *)plan->centre->agencies->pdata[a])->service;
        fullest = MAX (fullest, minutes / SLOT);
      }
  return 2 * fullest + 2;
}

static double
cost_of_group (guint32 members, guint counters, gpointer data)
{
  const Plan *plan = data;
  McQueueDay week;

  if ((int)counters > count_officers (plan, members) || (counters > 1 && counters > count_enough (plan, members)))
    return INFINITY;
  run_week (plan, members, counters, &week);
  return cost_of_week (&week) + plan->scenario->authorisation * (__builtin_popcount (members) - 1);
}

static gint
find_agency (const Plan *plan, const char *code)
{
  for (guint a = 0; a < plan->centre->agencies->len; a++)
    if (g_ascii_strcasecmp (((const McWhatIfAgency *)plan->centre->agencies->pdata[a])->code, code) == 0)
      return (gint)a;
  return -1;
}

/* As the scenario says, the others each alone; a counter for each officer. */
static GArray *
take_shared (const Plan *plan, GError **error)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (McGroup));
  guint32 taken = 0;

  for (guint g = 0; g < plan->scenario->shared->len; g++)
    {
      char **codes = plan->scenario->shared->pdata[g];
      McGroup group = { 0 };

      for (guint c = 0; codes[c]; c++)
        {
          gint index = find_agency (plan, codes[c]);

          if (index < 0)
            {
              g_set_error (error, MC_ERROR, MC_ERROR_INVALID,
                           _ ("“%s” is the code of no agency that has visitors or "
                              "officers here."),
                           codes[c]);
              return NULL;
            }
          group.members |= 1u << index;
        }
      taken |= group.members;
      g_array_append_val (groups, group);
    }
  for (guint a = 0; a < plan->centre->agencies->len; a++)
    if (!(taken & (1u << a)))
      {
        McGroup group = { .members = 1u << a };

        g_array_append_val (groups, group);
      }
  for (guint g = 0; g < groups->len; g++)
    g_array_index (groups, McGroup, g).counters =
        (guint)count_officers (plan, g_array_index (groups, McGroup, g).members);
  return g_steal_pointer (&groups);
}

/* One counter for each queue, and then each where it saves the most. */
static gboolean
spread (const Plan *plan, GArray *groups, guint counters, GCancellable *cancel, GError **error)
{
  guint used = groups->len;

  if (counters < groups->len)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID,
                   _ ("%u counters are fewer than %u queues: say which agencies share, or let the best be found."),
                   counters, groups->len);
      return FALSE;
    }
  for (guint g = 0; g < groups->len; g++)
    g_array_index (groups, McGroup, g).counters = 1;
  for (; used < counters; used++)
    {
      McGroup *best = NULL;
      double gain = 0;

      if (g_cancellable_set_error_if_cancelled (cancel, error))
        return FALSE;
      for (guint g = 0; g < groups->len; g++)
        {
          McGroup *group = &g_array_index (groups, McGroup, g);
          double saved;

          if ((int)group->counters >= count_officers (plan, group->members) ||
              group->counters + 1 > count_enough (plan, group->members))
            continue;
          saved = cost_of_group (group->members, group->counters, (gpointer)plan) -
                  cost_of_group (group->members, group->counters + 1, (gpointer)plan);
          if (!best || saved > gain)
            {
              best = group;
              gain = saved;
            }
        }
      if (!best)
        break;
      best->counters++;
    }
  return TRUE;
}

static GArray *
find_groups (const Plan *plan, GCancellable *cancel, GError **error)
{
  guint officers = (guint)count_officers (plan, G_MAXUINT32);
  guint counters = plan->scenario->counters > 0 ? (guint)plan->scenario->counters : officers;
  g_autoptr (GArray) groups = NULL;

  if (plan->scenario->best)
    return mc_grouping_find (plan->centre->agencies->len, counters, (guint)plan->scenario->most_members, counters,
                             cost_of_group, (gpointer)plan, cancel, error);
  groups = take_shared (plan, error);
  if (!groups ||
      (plan->scenario->counters > 0 && counters < officers && !spread (plan, groups, counters, cancel, error)))
    return NULL;
  return g_steal_pointer (&groups);
}

/* The result ------------------------------------------------------------ */

static McWhatIfQueue *
make_queue (const Plan *plan, const McGroup *group)
{
  McWhatIfQueue *queue = g_new0 (McWhatIfQueue, 1);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint a = 0; a < plan->centre->agencies->len; a++)
    if (group->members & (1u << a))
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? " + " : "",
                              ((const McWhatIfAgency *)plan->centre->agencies->pdata[a])->code);
  queue->codes = g_string_free_and_steal (g_steal_pointer (&codes));
  queue->agencies = __builtin_popcount (group->members);
  queue->officers = count_officers (plan, group->members);
  queue->counters = (int)group->counters;
  run_week (plan, group->members, group->counters, &queue->week);
  return queue;
}

/* The share of an agency grows with the dossiers that one officer of its queue has to take. */
static void
reckon_overdue (const Plan *plan, const GArray *groups, McWhatIfResult *result)
{
  double settled = 0, overdue = 0;

  result->overdue_reckoned = !isnan (plan->centre->overdue_slope);
  for (guint g = 0; g < groups->len; g++)
    {
      guint32 members = g_array_index (groups, McGroup, g).members;
      double before = 0, after = count_officers (plan, members), more;

      for (guint a = 0; a < plan->centre->agencies->len; a++)
        before += members & (1u << a) ? ((const McWhatIfAgency *)plan->centre->agencies->pdata[a])->officers : 0;
      more = result->overdue_reckoned && after > 0 ? plan->centre->overdue_slope * (before / after - 1) : 0;
      for (guint a = 0; a < plan->centre->agencies->len; a++)
        {
          const McWhatIfAgency *agency = plan->centre->agencies->pdata[a];

          if (!(members & (1u << a)) || agency->settled <= 0)
            continue;
          settled += agency->settled;
          overdue += CLAMP (agency->overdue + more * agency->settled, 0, agency->settled);
        }
    }
  result->overdue = settled > 0 ? overdue / settled : NAN;
}

static void
sum_up (const Plan *plan, McWhatIfResult *result)
{
  double load = 0, squares = 0;
  int sessions = 0;

  for (int weekday = 0; weekday < WEEKDAYS; weekday++)
    for (int session = 0; session < SESSIONS; session++)
      sessions += is_open (plan, weekday, session);
  for (guint q = 0; q < result->queues->len; q++)
    {
      const McWhatIfQueue *queue = result->queues->pdata[q];
      double each = queue->week.busy / queue->officers;

      mc_queue_day_add (&result->week, &queue->week, 1);
      result->people += queue->officers;
      result->counters += queue->counters;
      result->closed_by_one += queue->officers == 1;
      result->closed_sessions += pow (plan->scenario->absence, queue->officers) * sessions * WEEKS_A_MONTH;
      load += queue->week.busy;
      squares += queue->officers * each * each;
    }
  result->fairness = squares > 0 ? load * load / (result->people * squares) : 1;
}

static gboolean
count_people (Plan *plan, GError **error)
{
  for (guint a = 0; a < plan->centre->agencies->len; a++)
    {
      const McWhatIfAgency *agency = plan->centre->agencies->pdata[a];

      plan->officers[a] = agency->officers + mc_scenario_get_change (plan->scenario, agency->code);
      if (plan->officers[a] < 1)
        {
          g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("Nobody of %s would be left."), agency->code);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check (const McWhatIfCentre *centre, GError **error)
{
  if (centre->agencies->len >= 1 && centre->agencies->len <= MC_GROUPING_MOST)
    return TRUE;
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("There must be agencies with visitors, %d at most."),
               MC_GROUPING_MOST);
  return FALSE;
}

McWhatIfResult *
mc_what_if_run (const McWhatIfCentre *centre, const McScenario *scenario, GCancellable *cancel, GError **error)
{
  g_autofree Plan *plan = g_new0 (Plan, 1);
  g_autofree int *officers = g_new0 (int, MAX (centre->agencies->len, 1));
  g_autoptr (GArray) groups = NULL;
  McWhatIfResult *result;

  plan->centre = centre;
  plan->scenario = scenario;
  plan->officers = officers;
  if (!check (centre, error) || !count_people (plan, error))
    return NULL;
  for (int session = 0; session < SESSIONS; session++)
    {
      plan->opens[session] = CLAMP (centre->opens[session] + scenario->shift, 0, 23 * 60);
      plan->closes[session] = CLAMP (centre->closes[session] + scenario->shift, plan->opens[session] + SLOT, 24 * 60);
    }
  for (guint a = 0; a < centre->agencies->len; a++)
    place_all (plan, a);
  groups = find_groups (plan, cancel, error);
  if (!groups)
    return NULL;
  result = g_new0 (McWhatIfResult, 1);
  result->name = g_strdup (scenario->name);
  result->queues = g_ptr_array_new_with_free_func (queue_free);
  for (guint g = 0; g < groups->len; g++)
    g_ptr_array_add (result->queues, make_queue (plan, &g_array_index (groups, McGroup, g)));
  sum_up (plan, result);
  reckon_overdue (plan, groups, result);
  return result;
}
