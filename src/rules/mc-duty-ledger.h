/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-duty-credit.h"
#include "mc-leave-days.h"

G_BEGIN_DECLS

/** McDutyEntry: one credit, borrowed, and how much of it is left, in days. */
typedef struct
{
  McDutyCredit *credit;
  double left;
} McDutyEntry;

/**
 * McDutyLedger:
 * Compensatory leave of one person in days. Each day of compensatory leave spends the oldest credit that was earned by
 * then and has not lapsed.
 *
 * @entries: (element-type McDutyEntry): by day
 * @earned: up to the day
 * @spent: by leave that is agreed or taken, also later than the day
 * @lapsed: earned, never spent, and lapsed by the day
 * @left: what can still be taken on the day
 * @overdrawn: leave that no credit stood for
 */
typedef struct
{
  GArray *entries;
  double earned;
  double spent;
  double lapsed;
  double left;
  double overdrawn;
} McDutyLedger;

/**
 * mc_duty_ledger_new:
 * @credits: of McDutyCredit
 * @person: whose
 * @items: (element-type McLeaveItem): the absences of this person
 */
McDutyLedger *
mc_duty_ledger_new (GListModel *credits, gint64 person, const GArray *items, McWorkCalendar *calendar, McDay as_of);
void mc_duty_ledger_free (McDutyLedger *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McDutyLedger, mc_duty_ledger_free)

G_END_DECLS
