/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-evaluator.h"
#include "mc-roster-planner.h"
#include "roster-fixture.h"

/* Each family of rules alone: kept, broken, and on the boundary. A roster is written as one text a person, a letter a
 * session: A is the first duty, a point is free. */

static McRosterSolution *
read_roster (const McRosterProblem *problem, const char *const *rows)
{
  McRosterSolution *roster = mc_roster_solution_new (problem);

  for (guint p = 0; p < problem->people->len; p++)
    for (guint s = 0; s < problem->sessions->len; s++)
      mc_roster_solution_set (roster, p, s, rows[p][s] == '.' ? MC_ROSTER_FREE : rows[p][s] - 'A');
  return roster;
}

/* By how much the problem's last rule is broken. */
static gint64
amount (const McRosterProblem *problem, const char *first, const char *second)
{
  const char *const rows[] = { first, second };
  g_autoptr (McRosterSolution) roster = read_roster (problem, rows);

  return mc_roster_evaluate_rule (problem, roster, problem->rules->len - 1);
}

#define assert_amount(problem, first, second, n) g_assert_cmpint (amount ((problem), (first), (second)), ==, (n))

static McRosterProblem *
with_rule (McRosterProblem *problem, const McRosterRule *rule)
{
  mc_roster_problem_add_rule (problem, rule);
  return roster_fixture_seal (problem);
}

static void
test_cover (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (2, 1, 2, 1);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_COVER, "cover", FALSE);
  static const char *const crowd[] = { "AA", "A." }, *const gap[] = { "A.", ".." };
  g_autoptr (McRosterSolution) crowded = NULL, lacking = NULL;

  g_array_index (problem->needs, McRosterNeed, 1).under = 5;
  g_array_index (problem->needs, McRosterNeed, 1).over = 2;
  g_array_index (problem->needs, McRosterNeed, 1).most = 2;
  rule.weight = 3;
  with_rule (problem, &rule);
  assert_amount (problem, "AA", "..", 0);
  assert_amount (problem, "A.", "..", 1);
  assert_amount (problem, "AA", ".A", 1);
  lacking = read_roster (problem, gap);
  mc_roster_evaluate (problem, lacking);
  g_assert_cmpint (mc_roster_solution_cost (lacking, 0), ==, 15);
  g_assert_cmpuint (lacking->gaps->len, ==, 1);
  g_assert_cmpuint (lacking->hard_broken, ==, 0);
  /* Never more than the most, though the rule is soft. */
  crowded = read_roster (problem, crowd);
  mc_roster_evaluate (problem, crowded);
  g_assert_cmpuint (crowded->hard_broken, ==, 1);
}

static void
test_cells (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (3, 1, 2, 2);
  McRosterAway away = { .person = 0, .from = 1, .to = 1, .reason = (char *)"leave" };
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_LEAVE, "leave", TRUE);

  mc_roster_problem_add_away (problem, &away);
  with_rule (problem, &rule);
  assert_amount (problem, "A.A", "BBB", 0);
  assert_amount (problem, "AAA", "...", 1);

  rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_STANDING, "standing", FALSE);
  with_rule (problem, &rule);
  assert_amount (problem, "AAA", "BB.", 0);
  assert_amount (problem, "AAB", "A..", 2);

  /* From the second session on only. */
  for (guint i = 0; i < problem->skills->len; i++)
    g_array_index (problem->skills, McRosterSkill, i).from = 1;
  rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_COMPETENCE, "competence", TRUE);
  with_rule (problem, &rule);
  assert_amount (problem, ".AA", ".BB", 0);
  assert_amount (problem, "AAA", ".BB", 1);
}

static void
test_pattern (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (3, 1, 2, 2);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_PATTERN, "pattern", TRUE);
  static const guint first[] = { 0 };

  rule.weekdays = 1 << 1; /* Tuesday: free */
  rule.people = mc_roster_scope_new (first, 1);
  with_rule (problem, &rule);
  assert_amount (problem, "A.B", "BBB", 0);
  assert_amount (problem, "AAA", "BBB", 1);
  rule.duties = mc_roster_scope_new (first, 1); /* Tuesday: A or free */
  with_rule (problem, &rule);
  assert_amount (problem, "AAA", "BBB", 0);
  assert_amount (problem, "BBB", "BBB", 1);
  mc_roster_rule_clear (&(McRosterRule){ .people = rule.people, .duties = rule.duties });
}

static void
test_whole_day (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (2, 2, 2, 1);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_WHOLE_DAY, "whole-day", TRUE);

  mc_roster_duty (problem, 0)->whole_day = TRUE;
  with_rule (problem, &rule);
  assert_amount (problem, "AA..", "..AA", 0);
  assert_amount (problem, "A...", "..AA", 1);
  assert_amount (problem, "A.AA", ".A..", 1); /* one takes over from the other: no worse than nobody */
  assert_amount (problem, "AA.A", "..A.", 1);
  assert_amount (problem, "A..A", "..A.", 2);
}

static void
test_succession (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (3, 1, 2, 2);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_SUCCESSION, "succession", TRUE);

  mc_roster_problem_add_succession (problem, 1, 0, TRUE);
  mc_roster_person (problem, 1)->last_duty = 1;
  mc_roster_person (problem, 1)->run = 1;
  with_rule (problem, &rule);
  assert_amount (problem, "ABB", "BBB", 0);
  assert_amount (problem, "B.A", "...", 0);
  assert_amount (problem, "BAB", "...", 1);
  assert_amount (problem, "...", "A..", 1); /* after the eve */
  assert_amount (problem, "A..", ".A.", 0);
}

static void
test_rest (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (2, 1, 2, 2);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_REST, "rest", TRUE);

  mc_roster_duty (problem, 1)->start = 780;
  mc_roster_duty (problem, 1)->finish = 1320;
  rule.least = 540; /* from 22:00 to 07:00 there are just these */
  with_rule (problem, &rule);
  assert_amount (problem, "BA", "BB", 0);
  rule.least = 541;
  with_rule (problem, &rule);
  assert_amount (problem, "BA", "BB", 1);
  assert_amount (problem, "B.", ".A", 0);
}

static void
test_count (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (3, 2, 2, 2);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_COUNT, "count", TRUE);
  static const guint only_b[] = { 1 };

  rule.least = 2;
  rule.most = 3;
  with_rule (problem, &rule);
  assert_amount (problem, "AA....", "BBB...", 0);
  assert_amount (problem, "A.....", "BBBB..", 2);
  rule.unit = MC_ROSTER_COUNT_DAYS;
  with_rule (problem, &rule);
  assert_amount (problem, "AAAA..", "B.B.B.", 0);
  assert_amount (problem, "AA....", "BBBBBB", 1);
  rule.unit = MC_ROSTER_COUNT_MINUTES; /* 240 a session */
  rule.least = 480;
  rule.most = 721;
  with_rule (problem, &rule);
  assert_amount (problem, "AA....", "BBB...", 0);
  assert_amount (problem, "A.A...", "BBBB..", 239);
  rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_COUNT, "count", TRUE);
  rule.most = 1;
  rule.span = MC_ROSTER_SPAN_DAY;
  rule.duties = mc_roster_scope_new (only_b, 1);
  with_rule (problem, &rule);
  assert_amount (problem, "B.BAAA", "AAAAAA", 0);
  assert_amount (problem, "BBBBAA", "AAAAAA", 2);
  g_array_unref (rule.duties);
}

static void
test_run (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (6, 1, 2, 1);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_RUN, "run", TRUE);

  mc_roster_person (problem, 1)->last_duty = 0;
  mc_roster_person (problem, 1)->run = 2;
  rule.least = 2;
  rule.most = 3;
  with_rule (problem, &rule);
  assert_amount (problem, "AAA.AA", "......", 0);
  assert_amount (problem, "A.AA.A", "......", 0); /* both ends may be short: nothing is known of the eve */
  assert_amount (problem, "..A...", "......", 1);
  assert_amount (problem, "AAAAA.", "......", 2);
  assert_amount (problem, "......", "A.AA..", 0); /* three with the eve's two */
  assert_amount (problem, "......", "AAA...", 2);
  mc_roster_person (problem, 0)->off_run = 1;
  with_rule (problem, &rule);
  assert_amount (problem, "A.AA..", "......", 1); /* now it is known to begin there */
}

/* Days of the calendar without sessions part runs. */
static void
test_gap_in_days (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (4, 1, 2, 1);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_RUN, "run", TRUE);

  mc_roster_session (problem, 2)->day++;
  mc_roster_session (problem, 3)->day++;
  rule.most = 2;
  with_rule (problem, &rule);
  assert_amount (problem, "AAAA", "....", 0);
  rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_OFF_RUN, "off-run", TRUE);
  rule.most = 2;
  with_rule (problem, &rule);
  assert_amount (problem, "A..A", "AAAA", 1); /* with the day between them three */
}

static void
test_off_run (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (6, 1, 2, 1);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_OFF_RUN, "off-run", TRUE);

  rule.least = 2;
  with_rule (problem, &rule);
  assert_amount (problem, "A..AA.", "AAAAAA", 0);
  assert_amount (problem, "A.AAA.", "AAAAAA", 1);
  mc_roster_person (problem, 0)->off_run = 1;
  mc_roster_person (problem, 1)->last_duty = 0;
  mc_roster_person (problem, 1)->run = 1;
  with_rule (problem, &rule);
  assert_amount (problem, ".AAAAA", "AAAAAA", 0); /* two with the eve */
  assert_amount (problem, "AAAAAA", ".AAAAA", 1);
}

static void
test_weekends (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (14, 1, 2, 1);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_WEEKENDS, "weekends", TRUE);

  mc_roster_person (problem, 1)->weekends = 1;
  rule.most = 1;
  with_rule (problem, &rule);
  assert_amount (problem, "AAAAAAAAAAAA..", "AAAAA..AAAAA..", 0);
  assert_amount (problem, "AAAAA.AAAAAA..", "AAAAA..AAAAA..", 0);
  assert_amount (problem, "AAAAA.AAAAAAA.", "AAAAA..AAAAA..", 1);
  assert_amount (problem, "..............", "AAAAAA.AAAAA..", 1);
}

static void
test_steady (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (2, 2, 2, 2);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_STEADY, "steady", FALSE);

  with_rule (problem, &rule);
  assert_amount (problem, "AABB", "BBAA", 0);
  assert_amount (problem, "A.AA", ".B..", 0);
  assert_amount (problem, "ABAA", "....", 1);
}

static void
test_wishes (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (3, 1, 2, 2);
  McRosterWish wishes[] = {
    { .person = 0, .session = 0, .duty = MC_ROSTER_NONE, .on = FALSE, .weight = 3 },
    { .person = 0, .session = 1, .duty = 1, .on = FALSE, .weight = 4 },
    { .person = 1, .session = 0, .duty = MC_ROSTER_NONE, .on = TRUE, .weight = 5 },
    { .person = 1, .session = 1, .duty = 1, .on = TRUE, .weight = 6 },
  };
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_WISH_OFF, "wish-off", FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    mc_roster_problem_add_wish (problem, &wishes[i]);
  with_rule (problem, &rule);
  assert_amount (problem, ".A.", "...", 0);
  assert_amount (problem, "AB.", "...", 7);
  rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_WISH_ON, "wish-on", FALSE);
  with_rule (problem, &rule);
  assert_amount (problem, "...", "AB.", 0);
  assert_amount (problem, "...", ".A.", 11);
  rule.hard = TRUE; /* each counts one then */
  with_rule (problem, &rule);
  assert_amount (problem, "...", ".A.", 2);
}

static void
test_groups (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (3, 1, 2, 2);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_GROUP, "group", TRUE);
  static const guint both[] = { 0, 1 };

  rule.people = mc_roster_scope_new (both, 2);
  rule.least = 1; /* not both away */
  with_rule (problem, &rule);
  assert_amount (problem, "A.A", "BBB", 0);
  assert_amount (problem, "A..", "B..", 2);
  rule.least = MC_ROSTER_NONE;
  rule.most = 1; /* never together */
  with_rule (problem, &rule);
  assert_amount (problem, "A.A", ".B.", 0);
  assert_amount (problem, "AAA", ".BB", 2);
  rule.kind = MC_ROSTER_RULE_TOGETHER;
  with_rule (problem, &rule);
  assert_amount (problem, "A.A", "B.B", 0);
  assert_amount (problem, "AA.", "B..", 1);
  g_array_unref (rule.people);
}

static void
test_trainee (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (2, 1, 2, 2);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_TRAINEE, "trainee", TRUE);

  mc_roster_person (problem, 0)->trainee = TRUE;
  with_rule (problem, &rule);
  assert_amount (problem, "A.", "AB", 0);
  assert_amount (problem, "AA", "AB", 1);
  rule.beside = TRUE; /* at another counter will do */
  with_rule (problem, &rule);
  assert_amount (problem, "AA", "AB", 0);
  assert_amount (problem, "AA", "A.", 1);
}

static void
test_fairness (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (6, 1, 2, 1);
  McRosterLedger ledger = { (char *)"saturday", (char *)"Saturdays", MC_ROSTER_SESSION_SATURDAY, 0 };
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_FAIRNESS, "fairness", FALSE);

  rule.ledger = (gint)mc_roster_problem_add_ledger (problem, &ledger);
  mc_roster_problem_add_carried (problem, 0, 0, 5);
  mc_roster_problem_add_carried (problem, 1, 0, 3);
  with_rule (problem, &rule);
  assert_amount (problem, "AAAAA.", "......", 4); /* two more than the least, on weekdays for nothing */
  assert_amount (problem, ".....A", "......", 9);
  assert_amount (problem, "......", ".....A", 5);
  mc_roster_person (problem, 0)->pool = MC_ROSTER_NONE; /* who shares with nobody is left out */
  with_rule (problem, &rule);
  assert_amount (problem, ".....A", "......", 0);
}

static void
test_stability (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (2, 1, 2, 2);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_STABILITY, "stability", FALSE);
  static const gint16 before[] = { 0, MC_ROSTER_FREE, 1, 1 };

  with_rule (problem, &rule);
  assert_amount (problem, "BB", "AA", 0); /* there was none before */
  mc_roster_problem_keep (problem, before);
  with_rule (problem, &rule);
  assert_amount (problem, "A.", "BB", 0);
  assert_amount (problem, "AA", ".A", 3);
  rule.people_first = TRUE;
  with_rule (problem, &rule);
  assert_amount (problem, "AA", ".A", 5);
}

static void
test_wrong_data (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (2, 1, 2, 2);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_WEEKENDS, "weekends", TRUE);
  g_autoptr (GError) error = NULL;

  mc_roster_problem_add_pin (problem, 7, 0, 0);
  g_assert_false (mc_roster_problem_seal (problem, &error));
  g_assert_cmpstr (error->message, ==, "The data of the roster are wrong: pins, row 1");
  g_clear_error (&error);
  g_array_set_size (problem->pins, 0);
  mc_roster_problem_add_rule (problem, &rule); /* without the most */
  g_assert_false (mc_roster_problem_seal (problem, &error));
  g_assert_cmpstr (error->message, ==, "The data of the roster are wrong: rules, row 1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-rules/cover", test_cover);
  g_test_add_func ("/roster-rules/cells", test_cells);
  g_test_add_func ("/roster-rules/pattern", test_pattern);
  g_test_add_func ("/roster-rules/whole-day", test_whole_day);
  g_test_add_func ("/roster-rules/succession", test_succession);
  g_test_add_func ("/roster-rules/rest", test_rest);
  g_test_add_func ("/roster-rules/count", test_count);
  g_test_add_func ("/roster-rules/run", test_run);
  g_test_add_func ("/roster-rules/gap-in-days", test_gap_in_days);
  g_test_add_func ("/roster-rules/off-run", test_off_run);
  g_test_add_func ("/roster-rules/weekends", test_weekends);
  g_test_add_func ("/roster-rules/steady", test_steady);
  g_test_add_func ("/roster-rules/wishes", test_wishes);
  g_test_add_func ("/roster-rules/groups", test_groups);
  g_test_add_func ("/roster-rules/trainee", test_trainee);
  g_test_add_func ("/roster-rules/fairness", test_fairness);
  g_test_add_func ("/roster-rules/stability", test_stability);
  g_test_add_func ("/roster-rules/wrong-data", test_wrong_data);
  return g_test_run ();
}
