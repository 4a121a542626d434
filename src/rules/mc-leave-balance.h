/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-leave-account.h"
#include "mc-leave-days.h"
#include "mc-person.h"
#include "mc-rule-book.h"

G_BEGIN_DECLS

/**
 * McLeaveFacts:
 * What is known of one person. Borrowed.
 *
 * @person: (nullable): who, for the day on which the service for the state began
 * @services: (nullable): of McService of this person, where that day is not written down
 * @items: (element-type McLeaveItem): the absences of this person, of every year
 * @account: (nullable): of the year
 * @calendar: the working calendar
 * @book: topics `leave.…`
 */
typedef struct
{
  McPerson *person;
  const GPtrArray *services;
  const GArray *items;
  const McLeaveAccount *account;
  McWorkCalendar *calendar;
  McRuleBook *book;
} McLeaveFacts;

/**
 * McLeaveBalance:
 * Annual leave of one year in working days, as of a day (Labour Code 2019, Articles 113 and 114; Decree 145/2020,
 * Article 66).
 *
 * @known_since: first day of the service that counts, or %MC_DAY_NONE where nothing is known of it
 * @service_years: full years of service
 * @law_days: of a full year
 * @seniority_days: one more for each full five years
 * @months: months of the year that count: 12, or fewer in the year of entry and with leave without pay; a month counts
 *   if at least half of its working days are worked or paid
 * @entitled: for these months, to one decimal
 * @carried: from earlier years
 * @travel: days under way that are added
 * @used: up to and with the day, here and elsewhere
 * @planned: agreed for later in the year
 * @asked: asked for and not answered yet; not taken off
 * @left: entitled + carried + travel - used - planned; below 0 if too much was given
 * @next_day: the day on which one more day for seniority is due, or %MC_DAY_NONE
 */
typedef struct
{
  int year;
  McDay known_since;
  int service_years;
  int law_days;
  int seniority_days;
  int months;
  double entitled;
  double carried;
  double travel;
  double used;
  double planned;
  double asked;
  double left;
  McDay next_day;
} McLeaveBalance;

/** mc_leave_balance_reckon: @as_of: a day of the year. Returns: FALSE if no rule on annual leave is in force then. */
gboolean mc_leave_balance_reckon (const McLeaveFacts *facts, McDay as_of, McLeaveBalance *balance);

/** mc_leave_balance_cite: (transfer full): the articles, for people. */
char *mc_leave_balance_cite (McRuleBook *book, McDay as_of);

G_END_DECLS
