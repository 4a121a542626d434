/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-erlang.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-error.h"

/* What lies this far below the peak, in powers of e, adds nothing that a double could show. */
#define REACH 46.0
#define HALVINGS 200
#define PANELS 300
#define BEND 20.0 /* times the mean patience */

double
mc_erlang_b (int agents, double offered)
{
  double blocked = 1;

  if (offered <= 0)
    return agents > 0 ? 0 : 1;
  for (int n = 1; n <= agents; n++)
    blocked = offered * blocked / (n + offered * blocked);
  return blocked;
}

static double
c_of_b (int agents, double offered, double blocked)
{
  if (agents <= offered)
    return 1;
  return agents * blocked / (agents - offered * (1 - blocked));
}

double
mc_erlang_c (int agents, double offered)
{
  return c_of_b (agents, offered, mc_erlang_b (agents, offered));
}

double
mc_erlang_offered (const McErlangQueue *queue)
{
  return queue->arrivals * queue->service / 60;
}

gboolean
mc_erlang_check (const McErlangQueue *queue, GError **error)
{
  const char *message = NULL;

  if (!(queue->arrivals >= 0) || isinf (queue->arrivals))
    message = _ ("The arrivals per hour are a number from 0 on.");
  else if (!(queue->service > 0) || isinf (queue->service))
    message = _ ("The mean time at the counter is a number of minutes above 0.");
  else if (!(queue->patience > 0))
    message = _ ("The mean patience is a number of minutes above 0.");
  else if (!(queue->within >= 0) || isinf (queue->within))
    message = _ ("The time to be served within is a number of seconds from 0 on.");
  else if (!(mc_erlang_offered (queue) <= MC_ERLANG_MOST))
    message = _ ("So many people with such times are beyond any centre: the load is above 100,000 counters.");
  if (message)
    g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, message);
  return message == NULL;
}

/* Whoever comes now would wait x minutes if he did not give up, with the density
 *
 *     n μ π(n) exp (λ (1 − exp (−θ x)) / θ − n μ x)
 *
 * (M/M/n+M; F. Baccelli and G. Hebuterne, On queues with impatient customers, 1981). The exponent is a hill without
 * a dent, so what matters of it is one stretch, and all sums over states become integrals over that stretch, reckoned
 * relative to the peak: no power of e overflows, however many come. */
typedef struct
{
  double lambda; /* arrivals a minute */
  double theta;  /* who gives up, a minute */
  double total;  /* all counters together serve, a minute */
  double peak;   /* the exponent there */
  double from;
  double until;
} Hill;

static double
height (const Hill *hill, double x)
{
  return -hill->lambda * expm1 (-hill->theta * x) / hill->theta - hill->total * x;
}

/* Where the hill has fallen by REACH between @near, which is high, and @far, which is low. */
static double
foot (const Hill *hill, double near, double far)
{
  for (int i = 0; i < HALVINGS; i++)
    {
      double middle = (near + far) / 2;

      if (height (hill, middle) > hill->peak - REACH)
        near = middle;
      else
        far = middle;
    }
  return far;
}

static Hill
find_hill (const McErlangQueue *queue, int agents)
{
  Hill hill = { .lambda = queue->arrivals / 60, .theta = 1 / queue->patience, .total = agents / queue->service };
  double top = hill.lambda > hill.total ? log (hill.lambda / hill.total) / hill.theta : 0;
  double beyond;

  hill.peak = height (&hill, top);
  /* Below the peak by REACH at the latest where what comes adds no more and what is served has taken it all away. */
  beyond = top + (hill.lambda / hill.theta + REACH + 1) / hill.total;
  hill.until = foot (&hill, top, beyond);
  hill.from = height (&hill, 0) < hill.peak - REACH ? foot (&hill, top, 0) : 0;
  return hill;
}

/* What is to be weighed by the density: how many, how many give up, how many of those up to some time are served. */
typedef enum
{
  WEIGHT_ONE,
  WEIGHT_GIVES_UP,
  WEIGHT_STAYS,
} Weight;

static double
weigh (const Hill *hill, Weight weight, double x)
{
  double density = exp (height (hill, x) - hill->peak);

  if (weight == WEIGHT_GIVES_UP)
    return -density * expm1 (-hill->theta * x);
  return weight == WEIGHT_STAYS ? density * exp (-hill->theta * x) : density;
}

/* By Gauss's rule of five points in each panel; relative to the peak. */
static double
integrate_part (const Hill *hill, Weight weight, double from, double until)
{
  static const double points[] = { 0, 0.5384693101056831, 0.906179845938664 };
  static const double weights[] = { 0.5688888888888889, 0.4786286704993665, 0.2369268850561891 };
  double half = (until - from) / PANELS / 2;
  double sum = 0;

  if (half <= 0)
    return 0;
  for (int i = 0; i < PANELS; i++)
    {
      double middle = from + (2 * i + 1) * half;

      sum += weights[0] * weigh (hill, weight, middle);
      for (int k = 1; k < 3; k++)
        sum += weights[k] *
               (weigh (hill, weight, middle - points[k] * half) + weigh (hill, weight, middle + points[k] * half));
    }
  return sum * half;
}

/* Where people are impatient and service is slow, the hill bends at once and then falls for long: in two parts. */
static double
integrate (const Hill *hill, Weight weight, double until)
{
  double last = MIN (until, hill->until), bend = MIN (MAX (hill->from, BEND / hill->theta), last);

  return integrate_part (hill, weight, hill->from, bend) + integrate_part (hill, weight, bend, last);
}

static void
evaluate_a (const McErlangQueue *queue, int agents, McErlangResult *result)
{
  Hill hill = find_hill (queue, agents);
  double blocked = mc_erlang_b (agents, result->offered);
  double all = integrate (&hill, WEIGHT_ONE, INFINITY);
  /* States in which somebody is free, against those in which all are taken. */
  double odds = exp (log1p (-blocked) - log (blocked) - log (hill.total * all) - hill.peak);
  double waits = 1 / (1 + odds);

  result->p_wait = waits;
  result->abandon = waits * integrate (&hill, WEIGHT_GIVES_UP, INFINITY) / all;
  result->mean_wait = result->abandon * queue->patience * 60;
  result->service_level = 1 - waits + waits * integrate (&hill, WEIGHT_STAYS, queue->within / 60) / all;
  result->occupancy = result->offered * (1 - result->abandon) / agents;
}

static void
evaluate_c (const McErlangQueue *queue, int agents, McErlangResult *result)
{
  double spare = agents - result->offered;

  result->stable = spare > 0;
  result->occupancy = MIN (result->offered / agents, 1);
  result->p_wait = mc_erlang_c (agents, result->offered);
  result->mean_wait = result->stable ? result->p_wait * queue->service * 60 / spare : INFINITY;
  result->service_level =
      result->stable ? 1 - result->p_wait * exp (-spare * queue->within / (queue->service * 60)) : 0;
}

/* What it is if nobody comes. */
static void
begin (const McErlangQueue *queue, int agents, McErlangResult *result)
{
  *result =
      (McErlangResult){ .agents = agents, .offered = mc_erlang_offered (queue), .service_level = 1, .stable = TRUE };
}

void
mc_erlang_evaluate (const McErlangQueue *queue, int agents, McErlangResult *result)
{
  begin (queue, agents, result);
  if (result->offered <= 0)
    return;
  if (isinf (queue->patience))
    evaluate_c (queue, agents, result);
  else
    evaluate_a (queue, agents, result);
}

gboolean
mc_erlang_find (const McErlangQueue *queue, double share, McErlangResult *result, GError **error)
{
  int too_few, enough;

  if (!mc_erlang_check (queue, error))
    return FALSE;
  if (!(share > 0 && share < 1))
    {
      g_set_error_literal (
          error, MC_ERROR, MC_ERROR_INVALID,
          _ ("The wanted share is above 0 % and below 100 %: no number of counters serves everybody in "
             "time for certain."));
      return FALSE;
    }
  begin (queue, 0, result);
  if (result->offered <= 0)
    return TRUE;
  too_few = isinf (queue->patience) ? (int)floor (result->offered) : 0;
  for (int step = 1;; step *= 2)
    {
      enough = too_few + step;
      mc_erlang_evaluate (queue, enough, result);
      if (result->service_level >= share || enough >= 2 * MC_ERLANG_MOST)
        break;
      too_few = enough;
    }
  while (enough - too_few > 1)
    {
      int middle = too_few + (enough - too_few) / 2;

      mc_erlang_evaluate (queue, middle, result);
      if (result->service_level >= share)
        enough = middle;
      else
        too_few = middle;
    }
  mc_erlang_evaluate (queue, enough, result);
  return TRUE;
}
