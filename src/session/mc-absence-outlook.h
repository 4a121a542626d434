/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence.h"
#include "mc-roster-book.h"
#include "mc-roster-repair.h"

G_BEGIN_DECLS

#define MC_TYPE_ABSENCE_OUTLOOK (mc_absence_outlook_get_type ())
G_DECLARE_FINAL_TYPE (McAbsenceOutlook, mc_absence_outlook, MC, ABSENCE_OUTLOOK, GObject)

/** MC_ABSENCE_OUTLOOK_DAYS: how many days are looked at where no roster sets an end: what follows is like it. */
#define MC_ABSENCE_OUTLOOK_DAYS 14

/**
 * McAbsenceOutlook:
 * What becomes of the counters when somebody is away, and the best ways to go on: by the roster that is out on the
 * first of the days, or, where none is, by the standing assignments. It follows the database and reckons on a thread.
 *
 * Signal `changed` (): there is another answer, or none any more (mc_absence_outlook_get_busy()).
 */
McAbsenceOutlook *mc_absence_outlook_new (McSession *session);

/** mc_absence_outlook_ask: @person: 0: nobody; @days: with both ends. */
void mc_absence_outlook_ask (McAbsenceOutlook *self, gint64 person, McPeriod days, McHalf half);

/** mc_absence_outlook_ask_again: the same; what was answered is good no more. */
void mc_absence_outlook_ask_again (McAbsenceOutlook *self);

/** mc_absence_outlook_get_busy: whether an answer is still to come. */
gboolean mc_absence_outlook_get_busy (McAbsenceOutlook *self);

/** mc_absence_outlook_get_book: (transfer none) (nullable): of the roster that is out; %NULL where there is none. */
McRosterBook *mc_absence_outlook_get_book (McAbsenceOutlook *self);

/** mc_absence_outlook_get_repair: (transfer none) (nullable): %NULL while busy, and where nothing is to be done: the
 * person is not rostered then. Good until the next `changed`. */
McRosterRepair *mc_absence_outlook_get_repair (McAbsenceOutlook *self);

/** mc_absence_outlook_get_brief: (transfer none) (nullable): what the repair is about. */
McRosterBrief *mc_absence_outlook_get_brief (McAbsenceOutlook *self);

/** mc_absence_outlook_get_losses: (transfer none) (nullable) (element-type McRosterLoss): see
 * mc_roster_repair_losses(). */
GArray *mc_absence_outlook_get_losses (McAbsenceOutlook *self);

/** mc_absence_outlook_get_error: (transfer none) (nullable): what keeps it from an answer. */
const GError *mc_absence_outlook_get_error (McAbsenceOutlook *self);

/** mc_absence_outlook_get_days: the part of the days that was looked at. */
McPeriod mc_absence_outlook_get_days (McAbsenceOutlook *self);

/**
 * mc_absence_outlook_reckon:
 * @book: ready
 * @person: see mc_absence_outlook_ask()
 * @from: days before it do not change any more
 * @before: (out) (transfer full): the roster as it stands
 *
 * The same for who has a book already, at once.
 *
 * Returns: (transfer full) (nullable): %NULL where the person is in no session of these days
 */
McRosterRepair *mc_absence_outlook_reckon (
    McRosterBook *book, gint64 person, McPeriod days, McHalf half, McDay from, McRosterSolution **before);

G_END_DECLS
