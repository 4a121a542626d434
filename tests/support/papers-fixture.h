/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-duty-paper.h"
#include "mc-roster-paper.h"

G_BEGIN_DECLS

/* Papers of a centre whose people are invented. All (transfer full). */

/** papers_make_roster: December 2026 of @n_people, with Saturdays, a day of leave and a standby. */
McRosterSheet *papers_make_roster (guint n_people);
/** papers_make_week: seven days by counters, with names in the cells. */
McRosterSheet *papers_make_week (void);
/** papers_make_attendance: a month with totals of days worked, on leave and unexcused. */
McRosterSheet *papers_make_attendance (void);

McSheets *papers_month_a3 (void);
McSheets *papers_month_a4 (void);
McSheets *papers_week (void);
McSheets *papers_attendance (void);
McSheets *papers_day (void);
McSheets *papers_duty (void);
/** papers_letter: an official letter of one page with two addressees. */
McSheets *papers_letter (void);
/** papers_notice: a notice of several pages with a table that goes on over them, and an appendix across on A3. */
McSheets *papers_notice (void);
/** papers_evaluation: the notice of an evaluation to a home agency, of a month. _year: the proposals of a year. */
McSheets *papers_evaluation (void);
McSheets *papers_evaluation_year (void);

/* As mc_paper_draft_new() makes them of what is known. */
McSheets *papers_leave (void);
McSheets *papers_assignment (void);
McSheets *papers_standby (void);
McSheets *papers_replacement (void);
McSheets *papers_term_ending (void);
McSheets *papers_attendance_letter (void);
McSheets *papers_duty_notice (void);

G_END_DECLS
