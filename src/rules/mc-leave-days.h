/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence-reason.h"
#include "mc-absence.h"
#include "mc-work-calendar.h"

G_BEGIN_DECLS

/**
 * McLeaveItem:
 * An absence with its reason, as the rules about leave read it. MC_ABSENCE_KIND_NONE: without leave, or unknown.
 */
typedef struct
{
  McAbsence *absence;
  McAbsenceKind kind;
} McLeaveItem;

/**
 * mc_leave_items_new:
 * @absences: of McAbsence
 * @reasons: (nullable): of McAbsenceReason
 * @person: whose; 0: everybody's
 *
 * Returns: (transfer full) (element-type McLeaveItem): borrowed rows, by their first day
 */
GArray *mc_leave_items_new (GListModel *absences, GListModel *reasons, gint64 person);

/** mc_leave_first_state: how an absence of @kind begins: what cannot wait is reported, all else asked for. */
McAbsenceState mc_leave_first_state (McAbsenceKind kind);

/**
 * mc_leave_days:
 * @within: with both ends; days outside are not counted
 *
 * Returns: how many working days the absence takes: 0.5 for each session that would be worked; of an absence by hours
 *   its part of the session's office hours (the whole session where none were ever entered)
 */
double mc_leave_days (McAbsence *absence, McWorkCalendar *calendar, McPeriod within);

/** mc_leave_days_format: (transfer full): days with at most two decimals, as people of the language write them: "2,5".
 */
char *mc_leave_days_format (double days);

G_END_DECLS
