/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-queue-day.h"

#include <math.h>

#define STEP 0.5 /* of the time in which something happens; the method is of second order */
#define SPREAD 8 /* standard deviations of arrivals that states are kept for */
#define MOST_STATES 4000
#define NEVER 1e-15 /* a state less likely than this is not followed */

typedef struct
{
  guint n;   /* states: 0 … n - 1 people in the hall */
  guint top; /* those from it on are empty now */
  double *now;
  double *middle;
  double *flow;
  double *in_time; /* chance to be called in time, by the number found */
} States;

static States
states_new (const McQueueSlot *slots, guint n)
{
  double arrivals = 0;
  int agents = 0;
  States self = { 0 };

  for (guint i = 0; i < n; i++)
    {
      arrivals += slots[i].arrivals;
      agents = MAX (agents, slots[i].agents);
    }
  self.n = (guint)MIN (agents + arrivals + SPREAD * sqrt (arrivals) + SPREAD, MOST_STATES);
  self.now = g_new0 (double, self.n);
  self.middle = g_new0 (double, self.n);
  self.flow = g_new0 (double, self.n);
  self.in_time = g_new0 (double, self.n);
  self.now[0] = 1;
  self.top = 1;
  return self;
}

static void
states_clear (States *self)
{
  g_free (self->now);
  g_free (self->middle);
  g_free (self->flow);
  g_free (self->in_time);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (States, states_clear)

/* How fast the probabilities change; nobody is turned away but from the last state, which is as good as never reached.
 */
static void
differentiate (const double *p, guint n, double lambda, double mu, int agents, double *flow)
{
  double up = 0;

  for (guint k = 0; k < n; k++)
    {
      double next = k + 1 < n ? lambda * p[k] : 0;
      double down = MIN ((int)k, agents) * mu * p[k];
      double from_above = k + 1 < n ? MIN ((int)k + 1, agents) * mu * p[k + 1] : 0;

      flow[k] = up + from_above - next - down;
      up = next;
    }
}

/* Who finds k in the hall waits for k − n + 1 to be done, each after a time of mean 1/(n μ): an Erlang distribution. */
static void
find_in_time (States *self, double mu, int agents, double within)
{
  double x = agents * mu * within, term = exp (-x), below = 0;

  for (guint k = 0; k < self->n; k++)
    {
      if ((int)k < agents)
        {
          self->in_time[k] = 1;
          continue;
        }
      below += term;
      term *= x / (k - agents + 1);
      self->in_time[k] = agents > 0 ? MAX (1 - below, 0) : 0;
    }
}

/* By the state in the middle of the step, as the method itself. */
static void
count (const States *self, guint n, double lambda, int agents, double step, McQueueDay *day)
{
  for (guint k = 0; k < n; k++)
    {
      double share = self->middle[k] * step;

      day->busy += share * MIN ((int)k, agents);
      day->waited += share * MAX ((int)k - agents, 0);
      day->in_time += share * lambda * self->in_time[k];
    }
}

/* By the midpoint method, which reaches two states further. */
static void
advance (States *self, double lambda, double mu, int agents, double step, McQueueDay *day)
{
  guint n = MIN (self->top + 2, self->n);

  differentiate (self->now, n, lambda, mu, agents, self->flow);
  for (guint k = 0; k < n; k++)
    self->middle[k] = self->now[k] + step / 2 * self->flow[k];
  count (self, n, lambda, agents, step, day);
  differentiate (self->middle, n, lambda, mu, agents, self->flow);
  for (guint k = 0; k < n; k++)
    self->now[k] += step * self->flow[k];
  self->top = n;
  while (self->top > 1 && self->now[self->top - 1] < NEVER)
    self->now[--self->top] = 0;
}

static void
run_slot (States *self, const McQueueSlot *slot, double minutes, double service, double within, McQueueDay *day)
{
  double lambda = slot->arrivals / minutes, mu = 1 / service;
  guint n_steps = (guint)ceil (minutes * (lambda + slot->agents * mu) / STEP) + 1;
  double step = minutes / n_steps;

  find_in_time (self, mu, slot->agents, within);
  for (guint s = 0; s < n_steps; s++)
    advance (self, lambda, mu, slot->agents, step, day);
  day->arrived += slot->arrivals;
  day->staffed += slot->agents * minutes;
}

void
mc_queue_day_run (
    const McQueueSlot *slots, guint n, double minutes, double service, double within, McQueueDay *day, double *waits)
{
  g_auto (States) states = states_new (slots, n);

  *day = (McQueueDay){ 0 };
  for (guint i = 0; i < n; i++)
    {
      double before = day->waited;

      run_slot (&states, &slots[i], minutes, service, within, day);
      if (waits)
        waits[i] = day->waited - before;
    }
  for (guint k = 0; k < states.n; k++)
    day->left += k * states.now[k];
  day->served = day->arrived - day->left;
}

void
mc_queue_day_add (McQueueDay *self, const McQueueDay *other, double times)
{
  self->arrived += times * other->arrived;
  self->served += times * other->served;
  self->left += times * other->left;
  self->waited += times * other->waited;
  self->in_time += times * other->in_time;
  self->busy += times * other->busy;
  self->staffed += times * other->staffed;
}

double
mc_queue_day_mean_wait (const McQueueDay *self)
{
  return self->arrived > 0 ? self->waited / self->arrived : 0;
}
