/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-agency.h"
#include "mc-condition.h"
#include "mc-rule-book.h"
#include "mc-staff-rules.h"
#include "mc-session-time.h"
#include "mc-tour.h"

G_BEGIN_DECLS

/* A small centre for tests of the rules: rows are added with few words, and findings are asked for by code. */

/** fixture_day: of a text such as "01/07/2025"; must be one. */
McDay fixture_day (const char *text);

/** fixture_period: of two texts, the second the first day after; NULL: no bound. */
McPeriod fixture_period (const char *from, const char *until);

/** fixture_book: (transfer full): the rules of data/plan/rules.json. */
McRuleBook *fixture_book (void);

/** fixture_add_plan_rules: those of data/plan/plan-2022.json, which a centre has, too. */
void fixture_add_plan_rules (McRuleBook *book);

/** fixture_add_row: (transfer none): a new row of @noun with this id, held by @facts. */
gpointer fixture_add_row (McStaffFacts *facts, GType noun, gint64 id);

/** fixture_add_agency: that receives, with standby duty, its name, and a quota unless negative. */
McAgency *fixture_add_agency (McStaffFacts *facts, gint64 id, const char *name, int quota);

/** fixture_add_person: with the id also as its rank's. */
void fixture_add_person (McStaffFacts *facts, gint64 id, const char *name, gboolean specialist);

/** fixture_add_tour: seconded and primary, planned for the whole of the period. */
McTour *
fixture_add_tour (McStaffFacts *facts, gint64 id, gint64 person, gint64 agency, const char *from, const char *until);

/** fixture_add_standby: a standby of the agency, with person and tour of the same id, from 2020 without end. */
void fixture_add_standby (McStaffFacts *facts, gint64 id, gint64 agency);

void fixture_add_service (McStaffFacts *facts, gint64 id, gint64 person, const char *from, const char *until);
void fixture_add_condition (
    McStaffFacts *facts, gint64 id, gint64 person, McConditionKind kind, const char *from, const char *until);

/** fixture_office_hours: (transfer full): of McSessionTime: 07:00-11:00 and 13:00-17:00, Monday to Friday, since 2024.
 */
GListStore *fixture_office_hours (void);

/** fixture_find: (transfer full) (nullable): the finding with @code on @day; fails if there are two. */
McFinding *fixture_find (McStaffFacts *facts, McRuleBook *book, const char *day, const char *code);

/** fixture_assert_none: no finding whose code begins with @prefix on @day. */
void fixture_assert_none (McStaffFacts *facts, McRuleBook *book, const char *day, const char *prefix);

/** fixture_assert_found: one finding with @code and @severity on @day, whose message is @message (NULL: any). */
void fixture_assert_found (McStaffFacts *facts,
                           McRuleBook *book,
                           const char *day,
                           const char *code,
                           McFindingSeverity severity,
                           const char *message);

G_END_DECLS
