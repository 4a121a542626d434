/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The official papers: a letter, a notice over pages with its appendix, rosters, the sheet for the hall, the duty list;
 * leave, assignment, letters to home agencies and covers as their buttons make them.
 */
#include "mc-golden.h"
#include "papers-fixture.h"

int
main (int argc, char *argv[])
{
  mc_golden_init (&argc, &argv);
  mc_golden_set_language ("vi");
  mc_golden_add_paper ("official-letter", papers_letter, 1.2);
  mc_golden_add_paper ("official-notice", papers_notice, 0.8);
  mc_golden_add_paper ("official-month-a3", papers_month_a3, 1.2);
  mc_golden_add_paper ("official-month-a4", papers_month_a4, 1);
  mc_golden_add_paper ("official-week", papers_week, 1);
  mc_golden_add_paper ("official-attendance", papers_attendance, 0.9);
  mc_golden_add_paper ("official-day", papers_day, 1);
  mc_golden_add_paper ("official-duty", papers_duty, 1);
  mc_golden_add_paper ("official-leave", papers_leave, 1);
  mc_golden_add_paper ("official-assignment", papers_assignment, 1);
  mc_golden_add_paper ("official-standby", papers_standby, 1);
  mc_golden_add_paper ("official-replacement", papers_replacement, 1);
  mc_golden_add_paper ("official-term-ending", papers_term_ending, 1);
  mc_golden_add_paper ("official-attendance-letter", papers_attendance_letter, 0.8);
  mc_golden_add_paper ("official-duty-notice", papers_duty_notice, 0.8);
  mc_golden_add_paper ("official-evaluation", papers_evaluation, 0.8);
  mc_golden_add_paper ("official-evaluation-year", papers_evaluation_year, 0.8);
  return g_test_run ();
}
