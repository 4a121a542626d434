/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** McQueueSlot: how many are expected to come in a piece of time, and how many counters are staffed in it. */
typedef struct
{
  double arrivals;
  int agents;
} McQueueSlot;

/**
 * McQueueDay:
 * What is to be expected of a session, or of a sum of them; minutes and heads.
 *
 * @arrived: who comes
 * @served: who has been served when it ends
 * @left: who still waits or is being served then
 * @waited: minutes of waiting, of all together, up to the end
 * @in_time: how many wait no longer than they should
 * @busy: minutes for which counters serve
 * @staffed: minutes for which somebody sits at them
 */
typedef struct
{
  double arrived;
  double served;
  double left;
  double waited;
  double in_time;
  double busy;
  double staffed;
} McQueueDay;

/**
 * mc_queue_day_run:
 * @slots: one after the other, from an empty hall on
 * @minutes: length of each
 * @service: mean minutes at the counter, above 0
 * @within: minutes of waiting that are still in time
 * @waits: (nullable): @n values: minutes of waiting in each slot, of all together
 *
 * The states of an M(t)/M/n(t) queue followed through time (Kolmogorov's equations), not the lasting state of each
 * half-hour: so a rush passes, what it leaves behind waits in the next half-hour, and more may come for a while than
 * can be served. Under the same arrivals for long enough it comes to what Erlang C says.
 */
void mc_queue_day_run (
    const McQueueSlot *slots, guint n, double minutes, double service, double within, McQueueDay *day, double *waits);

/** mc_queue_day_add: @times as many of @other. */
void mc_queue_day_add (McQueueDay *self, const McQueueDay *other, double times);

/** mc_queue_day_mean_wait: minutes; 0 if nobody comes. */
double mc_queue_day_mean_wait (const McQueueDay *self);

G_END_DECLS
