/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-finding.h"
#include "mc-rule-book.h"
#include "mc-staff-facts.h"

G_BEGIN_DECLS

/**
 * mc_staff_rules_check:
 * @facts: the rows and the day to judge
 * @book: the law and the house rules; a topic without a rule on the day is not checked
 *
 * Checks the tours, people, agencies and posts of the as-of day: years in the field, rank, rating, term, expiry,
 * standby, quota, conditions that forbid secondment, leaders, ceilings, agencies that ended, counters. Pure: the same
 * facts and book always give the same findings, in the order of mc_finding_compare().
 *
 * Returns: (transfer full) (element-type McFinding)
 */
GPtrArray *mc_staff_rules_check (const McStaffFacts *facts, McRuleBook *book);

G_END_DECLS
