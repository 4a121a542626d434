/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-leave-check.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_LEAVE_VIEW (mc_leave_view_get_type ())
G_DECLARE_FINAL_TYPE (McLeaveView, mc_leave_view, MC, LEAVE_VIEW, GObject)

/**
 * McLeaveView:
 * Leave of everybody, following the database: what the law gives, what is taken, what duty earned.
 *
 * Signal `changed` (): answers are others now.
 */
McLeaveView *mc_leave_view_new (McSession *session);

/** mc_leave_view_get_ready: whether all is read, the reasons of the person that is looked at among it. */
gboolean mc_leave_view_get_ready (McLeaveView *self);

/**
 * mc_leave_view_follow:
 * Looks at @person (0: nobody). The reasons of the absences of one person are read at a time, for each reading is
 * logged; questions about a person follow that person by themselves.
 */
void mc_leave_view_follow (McLeaveView *self, gint64 person);

/** mc_leave_view_get_calendar: (transfer none): good until the next `changed`. */
McWorkCalendar *mc_leave_view_get_calendar (McLeaveView *self);

/** mc_leave_view_reckon: annual leave of @person in the year of @day. Returns: FALSE if no rule is known. */
gboolean mc_leave_view_reckon (McLeaveView *self, gint64 person, McDay day, McLeaveBalance *balance);

/** mc_leave_view_new_ledger: (transfer full): compensatory leave of @person; good until the next `changed`. */
McDutyLedger *mc_leave_view_new_ledger (McLeaveView *self, gint64 person, McDay day);

/** mc_leave_view_check: (transfer full) (element-type McFinding): as mc_leave_check(). */
GPtrArray *mc_leave_view_check (McLeaveView *self, const McLeaveItem *item, McDay day);

/** mc_leave_view_needs_home_word: as mc_leave_needs_home_word(). */
gboolean mc_leave_view_needs_home_word (McLeaveView *self, const McLeaveItem *item);

/** mc_leave_view_get_kind: the reason of an absence of who is followed; MC_ABSENCE_KIND_NONE where it is unknown. */
McAbsenceKind mc_leave_view_get_kind (McLeaveView *self, gint64 absence);

/** mc_leave_view_get_account: (transfer none) (nullable): of a person and year. */
McLeaveAccount *mc_leave_view_get_account (McLeaveView *self, gint64 person, int year);

/** mc_leave_view_cite: (transfer full): the articles on annual leave. */
char *mc_leave_view_cite (McLeaveView *self, McDay day);

G_END_DECLS
