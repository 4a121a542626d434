/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-period.h"
#include "mc-queue-day.h"
#include "mc-scenario.h"

G_BEGIN_DECLS

/** MC_WHAT_IF_SLOTS: half-hours of a day. */
#define MC_WHAT_IF_SLOTS 48

/**
 * McWhatIfAgency:
 * An agency as it was measured.
 *
 * @arrivals: by weekday (0 is Monday) and half-hour: how many came on average
 * @service: mean minutes at the counter
 * @officers: how many it has at the centre
 * @settled: dossiers with a result in the period
 * @overdue: those of them that were late
 */
typedef struct
{
  char *code;
  double arrivals[7][MC_WHAT_IF_SLOTS];
  double service;
  int officers;
  double settled;
  double overdue;
} McWhatIfAgency;

/**
 * McWhatIfCentre:
 * The centre as it is today; what is changed is in the scenario. Reference counted; once it is made, any thread may
 * read it.
 *
 * @days: of which it was made
 * @visited: how many of them had visitors
 * @agencies: (element-type McWhatIfAgency)
 * @opens, @closes: minutes since midnight of both sessions
 * @overdue_slope: how much more of all settled dossiers is late if an officer has all the dossiers more, as a share for
 *   a doubling; NAN: the past shows no relation
 */
typedef struct
{
  gatomicrefcount refs;
  McPeriod days;
  int visited;
  GPtrArray *agencies;
  int opens[2];
  int closes[2];
  double overdue_slope;
} McWhatIfCentre;

#define MC_TYPE_WHAT_IF_CENTRE (mc_what_if_centre_get_type ())
GType mc_what_if_centre_get_type (void);

McWhatIfCentre *mc_what_if_centre_new (void);
McWhatIfCentre *mc_what_if_centre_ref (McWhatIfCentre *self);
void mc_what_if_centre_unref (McWhatIfCentre *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McWhatIfCentre, mc_what_if_centre_unref)

/** mc_what_if_centre_add: (transfer none): a new agency without anything. */
McWhatIfAgency *mc_what_if_centre_add (McWhatIfCentre *self, const char *code);

/** McWhatIfMonth: what one agency had in a month, for mc_what_if_find_slope(). */
typedef struct
{
  gint64 agency;
  double received;
  double settled;
  double overdue;
} McWhatIfMonth;

/**
 * mc_what_if_find_slope:
 * @months: (element-type McWhatIfMonth)
 *
 * The overdue of an agency in months with more dossiers than its own mean against those with fewer, by weighted least
 * squares within agencies; the officers are taken to have been the same. NAN unless it is twice its standard error or
 * more: then the past shows no relation, and none is assumed.
 */
double mc_what_if_find_slope (const GArray *months);

/**
 * McWhatIfQueue:
 * One line of people: an agency, or several that share.
 *
 * @codes: "NV" or "NV + XD"
 * @week: what is to be expected of a week
 */
typedef struct
{
  char *codes;
  int agencies;
  int officers;
  int counters;
  McQueueDay week;
} McWhatIfQueue;

/**
 * McWhatIfResult:
 * @queues: (element-type McWhatIfQueue)
 * @week: all together
 * @people: officers
 * @counters: those that are staffed
 * @closed_by_one: queues that stand still if one officer is away
 * @closed_sessions: in a month, so many half-days of a queue without anybody, at the scenario's share of absence
 * @fairness: of the load of the officers, from 0 to 1, all having the same (R. Jain's index)
 * @overdue: share of settled dossiers that would be late; as today where the past shows no relation; NAN if not known
 * @overdue_reckoned: whether it follows from the load, rather than being that of today
 */
typedef struct
{
  char *name;
  GPtrArray *queues;
  McQueueDay week;
  int people;
  int counters;
  int closed_by_one;
  double closed_sessions;
  double fairness;
  double overdue;
  gboolean overdue_reckoned;
} McWhatIfResult;

/**
 * mc_what_if_run:
 * @cancel: (nullable)
 * @error: MC_ERROR_INVALID: an unknown code, nobody left, fewer counters than queues; MC_ERROR_CANCELLED
 *
 * Follows each queue through the sessions of a week (mc_queue_day_run()). Counters that are fewer than officers go
 * where they save the most waiting, one by one.
 */
McWhatIfResult *
mc_what_if_run (const McWhatIfCentre *centre, const McScenario *scenario, GCancellable *cancel, GError **error);
void mc_what_if_result_free (McWhatIfResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McWhatIfResult, mc_what_if_result_free)

G_END_DECLS
