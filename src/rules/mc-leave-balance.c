/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-leave-balance.h"

#include <math.h>

#include "mc-check-private.h"
#include "mc-service.h"

/* Where the day of entry is not written down: so many months before the day as services last. */
static McDay
find_start (const McLeaveFacts *facts, McDay as_of)
{
  int months;

  if (facts->person && facts->person->joined_state_service != MC_DAY_NONE)
    return facts->person->joined_state_service;
  months = facts->services ? mc_check_experience (facts->services, as_of + 1) : 0;
  return months > 0 ? mc_day_add_months (as_of, -months) : MC_DAY_NONE;
}

static gboolean
is_unpaid (const McLeaveItem *item)
{
  return mc_absence_counts (item->absence) &&
         (item->kind == MC_ABSENCE_KIND_PERSONAL_UNPAID || !item->absence->excused);
}

/* Whether at least @percent of the month's working days are worked or paid. */
static gboolean
month_counts (const McLeaveFacts *facts, McPeriod month, McDay start, int percent)
{
  double all = mc_work_calendar_count (facts->calendar, month) / 2.0, paid = all;

  if (start != MC_DAY_NONE && start > month.from)
    paid = start < month.until ? mc_work_calendar_count (facts->calendar, (McPeriod){ start, month.until }) / 2.0 : 0;
  for (guint i = 0; i < facts->items->len; i++)
    {
      const McLeaveItem *item = &g_array_index (facts->items, McLeaveItem, i);

      if (is_unpaid (item))
        paid -= mc_leave_days (item->absence, facts->calendar, month);
    }
  return all > 0 && paid * 100 >= all * percent;
}

static int
count_months (const McLeaveFacts *facts, int year, McDay start, McDay as_of)
{
  const McRule *rule = mc_rule_book_find (facts->book, "leave.annual_part", as_of);
  int percent = rule ? mc_rule_get_int (rule, "month_percent", 50) : 50;
  int months = 0;

  for (int month = 1; month <= 12; month++)
    {
      McDay first = mc_day_new (year, month, 1);

      months += month_counts (facts, (McPeriod){ first, mc_day_add_months (first, 1) }, start, percent);
    }
  return months;
}

/* Past, planned and asked for, within the year. */
static void
add_absences (const McLeaveFacts *facts, McDay as_of, McLeaveBalance *balance)
{
  McPeriod past = { mc_day_new (balance->year, 1, 1), as_of + 1 };
  McPeriod later = { as_of + 1, mc_day_new (balance->year, 12, 31) + 1 };

  for (guint i = 0; i < facts->items->len; i++)
    {
      const McLeaveItem *item = &g_array_index (facts->items, McLeaveItem, i);

      if (item->kind != MC_ABSENCE_KIND_ANNUAL)
        continue;
      if (mc_absence_counts (item->absence))
        {
          balance->used += mc_leave_days (item->absence, facts->calendar, past);
          balance->planned += mc_leave_days (item->absence, facts->calendar, later);
        }
      else if (item->absence->state == MC_ABSENCE_REQUESTED)
        balance->asked += mc_leave_days (item->absence, facts->calendar, (McPeriod){ past.from, later.until });
    }
}

static void
add_account (const McLeaveFacts *facts, McDay as_of, McLeaveBalance *balance)
{
  const McRule *travel = mc_rule_book_find (facts->book, "leave.travel", as_of);

  if (!facts->account)
    return;
  balance->carried = isnan (facts->account->carried) ? 0 : facts->account->carried;
  balance->used += isnan (facts->account->used_elsewhere) ? 0 : facts->account->used_elsewhere;
  if (travel && facts->account->travel_days != MC_INT_NONE)
    balance->travel = MAX (facts->account->travel_days - mc_rule_get_int (travel, "more_than", 2), 0);
}

gboolean
mc_leave_balance_reckon (const McLeaveFacts *facts, McDay as_of, McLeaveBalance *balance)
{
  const McRule *rule = mc_rule_book_find (facts->book, "leave.annual", as_of);
  int every;

  *balance = (McLeaveBalance){ .known_since = MC_DAY_NONE, .next_day = MC_DAY_NONE };
  if (!rule)
    return FALSE;
  mc_day_split (as_of, &balance->year, NULL, NULL);
  every = mc_rule_get_int (rule, "extra_day_every_years", 5);
  balance->known_since = find_start (facts, as_of);
  balance->law_days = mc_rule_get_int (rule, "days", 12);
  if (balance->known_since != MC_DAY_NONE && balance->known_since <= as_of)
    balance->service_years = mc_day_months_between (balance->known_since, as_of) / 12;
  if (every > 0)
    balance->seniority_days = balance->service_years / every;
  if (every > 0 && balance->known_since != MC_DAY_NONE)
    balance->next_day = mc_day_add_months (balance->known_since, (balance->seniority_days + 1) * every * 12);
  balance->months = count_months (facts, balance->year, balance->known_since, as_of);
  balance->entitled = (balance->law_days + balance->seniority_days) * balance->months / 12.0;
  balance->entitled = floor (balance->entitled * 10 + 0.5) / 10;
  add_account (facts, as_of, balance);
  add_absences (facts, as_of, balance);
  balance->left = balance->entitled + balance->carried + balance->travel - balance->used - balance->planned;
  return TRUE;
}

char *
mc_leave_balance_cite (McRuleBook *book, McDay as_of)
{
  const McRule *annual = mc_rule_book_find (book, "leave.annual", as_of);
  const McRule *part = mc_rule_book_find (book, "leave.annual_part", as_of);

  if (!annual)
    return g_strdup ("");
  return part ? g_strjoin ("; ", mc_rule_get_citation (annual), mc_rule_get_citation (part), NULL)
              : g_strdup (mc_rule_get_citation (annual));
}
