/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * McErlangQueue:
 * People come one by one, at random and independently; each takes a random time at the counter. Those who find all
 * counters taken wait in one line, in their order. Erlang C (M/M/n) if nobody gives up; Erlang A (M/M/n+M, C. Palm) if
 * people lose patience after a random time.
 *
 * @arrivals: a hour
 * @service: mean time at the counter, in minutes
 * @patience: mean time until somebody gives up, in minutes; INFINITY: nobody does
 * @within: what counts as served in time: at most so many seconds of waiting
 */
typedef struct
{
  double arrivals;
  double service;
  double patience;
  double within;
} McErlangQueue;

/**
 * McErlangResult:
 * What the queue comes to with so many counters open.
 *
 * @agents: counters, each with somebody
 * @offered: the load in erlang: how many counters would be busy on average if there were enough
 * @occupancy: share of their time that people at counters serve, at most 1
 * @p_wait: share of arrivals that find all counters taken
 * @mean_wait: in seconds, over all arrivals, those who do not wait and those who give up among them; INFINITY if the
 *   line grows without end
 * @service_level: share of all arrivals that are served, after no more than the time of the queue
 * @abandon: share of all arrivals that give up
 * @stable: FALSE: more come than can be served and nobody gives up; there is no lasting state, and what is said is what
 *   it tends to
 */
typedef struct
{
  int agents;
  double offered;
  double occupancy;
  double p_wait;
  double mean_wait;
  double service_level;
  double abandon;
  gboolean stable;
} McErlangResult;

/** MC_ERLANG_MOST: the largest load, and the most counters, that are reckoned. */
#define MC_ERLANG_MOST 100000

/**
 * mc_erlang_b:
 * @agents: 0 or more
 * @offered: 0 or more
 *
 * Erlang's first formula: the share of arrivals that find all counters taken if nobody waits. By the recursion over the
 * counters, which neither overflows nor loses digits.
 */
double mc_erlang_b (int agents, double offered);

/** mc_erlang_c: Erlang's second formula: the share that must wait if nobody gives up; 1 if @agents <= @offered. */
double mc_erlang_c (int agents, double offered);

/** mc_erlang_offered: the load in erlang. */
double mc_erlang_offered (const McErlangQueue *queue);

/**
 * mc_erlang_check:
 * @error: MC_ERROR_INVALID, a sentence on what cannot be
 *
 * Whether there is an answer: the times above 0, the arrivals 0 or more, the load not beyond MC_ERLANG_MOST.
 */
gboolean mc_erlang_check (const McErlangQueue *queue, GError **error);

/**
 * mc_erlang_evaluate:
 * @queue: one that passes mc_erlang_check()
 * @agents: 1 to 2 × MC_ERLANG_MOST
 */
void mc_erlang_evaluate (const McErlangQueue *queue, int agents, McErlangResult *result);

/**
 * mc_erlang_find:
 * @queue: as for mc_erlang_check()
 * @share: the wanted service level, above 0 and below 1
 * @result: (out): of the fewest counters that reach it
 * @error: MC_ERROR_INVALID
 *
 * Without patience the search begins at the first whole number above the load, the fewest that are stable; with it at
 * one. Nobody arriving needs nobody: 0 counters.
 */
gboolean mc_erlang_find (const McErlangQueue *queue, double share, McErlangResult *result, GError **error);

G_END_DECLS
