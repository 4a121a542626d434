/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-evaluator.h"
#include "mc-roster-explain.h"
#include "mc-roster-planner.h"
#include "mc-roster-words.h"
#include "roster-fixture.h"

/* Two counters, three people, one day in two halves; the third person knows counter B only. */
static McRosterProblem *
three_people (void)
{
  McRosterProblem *problem = roster_fixture_plain (1, 2, 2, 2);
  McRosterPerson third = { .key = (char *)"P2", .name = (char *)"Bình", .unit = -1, .pool = -1, .last_duty = -1 };
  McRosterSkill skill = { .person = 2, .duty = 1, .class = MC_ROSTER_SKILL_CROSS, .cost = 2, .to = 1 };
  McRosterRule cover = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_COVER, "cover", FALSE);
  McRosterRule standing = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_STANDING, "standing", FALSE);

  mc_roster_problem_add_person (problem, &third);
  mc_roster_problem_add_skill (problem, &skill);
  for (guint i = 0; i < problem->needs->len; i++)
    g_array_index (problem->needs, McRosterNeed, i).under = 10;
  mc_roster_problem_add_rule (problem, &cover);
  standing.stage = 1;
  mc_roster_problem_add_rule (problem, &standing);
  return problem;
}

static void
test_candidates (void)
{
  g_autoptr (McRosterProblem) problem = three_people ();
  McRosterAway away = { .person = 2, .from = 1, .to = 1, .reason = (char *)"leave" };
  g_autoptr (McRosterSolution) roster = NULL;
  g_autoptr (GPtrArray) morning = NULL, afternoon = NULL, first = NULL;
  const McRosterCandidate *candidate;

  mc_roster_problem_add_away (problem, &away);
  roster_fixture_seal (problem);
  roster = mc_roster_plan (problem, NULL, NULL);
  g_assert_cmpint (roster->status, ==, MC_ROSTER_STATUS_OPTIMAL);

  /* Who can take B from P1: Bình at a price of 2; P0 would leave A empty. */
  morning = mc_roster_candidates (problem, roster, 0, 1, 1);
  g_assert_cmpuint (morning->len, ==, 2);
  candidate = g_ptr_array_index (morning, 0);
  g_assert_cmpuint (candidate->person, ==, 2);
  g_assert_cmpint (candidate->obstacle, ==, MC_ROSTER_OBSTACLE_NONE);
  g_assert_cmpint (g_array_index (candidate->prices, gint64, 0), ==, 0);
  g_assert_cmpint (g_array_index (candidate->prices, gint64, 1), ==, 2);
  g_assert_cmpstr (candidate->text, ==, "Bình is free: Everyone at their standing counter +2.");
  candidate = g_ptr_array_index (morning, 1);
  g_assert_cmpint (candidate->obstacle, ==, MC_ROSTER_OBSTACLE_BUSY);
  g_assert_cmpint (g_array_index (candidate->prices, gint64, 0), ==, 10);
  g_assert_cmpstr (candidate->text, ==,
                   "P0 would leave A: Every seat is filled +10, Everyone at their standing counter +1.");

  /* In the afternoon he is away; nobody but those two can do A at all. */
  afternoon = mc_roster_candidates (problem, roster, 1, 1, 1);
  candidate = g_ptr_array_index (afternoon, 1);
  g_assert_cmpstr (candidate->text, ==, "Bình is away (leave).");
  first = mc_roster_candidates (problem, roster, 0, 0, 0);
  candidate = g_ptr_array_index (first, 1);
  g_assert_cmpstr (candidate->text, ==, "Bình is not competent for it.");
}

static void
test_cell (void)
{
  g_autoptr (McRosterProblem) problem = three_people ();
  g_autoptr (McRosterSolution) roster = NULL;
  g_autofree char *seated = NULL, *free_cell = NULL, *pinned = NULL, *rule = NULL;

  mc_roster_problem_add_pin (problem, 1, 1, 1);
  roster_fixture_seal (problem);
  roster = mc_roster_plan (problem, NULL, NULL);
  seated = mc_roster_explain_cell (problem, roster, 1, 0);
  g_assert_cmpstr (
      seated, ==,
      "P1 is at B on the morning of 07/12/2026: it is their standing place. Others: Bình is free: Everyone "
      "at their standing counter +2. P0 would leave A: Every seat is filled +10, Everyone at their standing "
      "counter +1.");
  free_cell = mc_roster_explain_cell (problem, roster, 2, 0);
  g_assert_cmpstr (free_cell, ==,
                   "Bình is free on the morning of 07/12/2026: the seats that they could take have their people.");
  pinned = mc_roster_explain_cell (problem, roster, 1, 1);
  g_assert_true (
      g_str_has_prefix (pinned, "P1 is at B on the afternoon of 07/12/2026 because the cell is pinned. Others: "));
  rule = mc_roster_explain_rule (problem, roster, 0);
  g_assert_cmpstr (rule, ==, "Every seat is filled: kept everywhere.");
}

static void
test_wishes (void)
{
  g_autoptr (McRosterProblem) problem = three_people ();
  McRosterWish wishes[] = {
    { .person = 1, .session = 0, .duty = MC_ROSTER_NONE, .on = FALSE, .weight = 1 },
    { .person = 2, .session = 0, .duty = 1, .on = TRUE, .weight = 1 },
    { .person = 0, .session = 1, .duty = 0, .on = TRUE, .weight = 1 },
  };
  g_autoptr (McRosterSolution) roster = NULL;
  g_autofree char *off = NULL, *on = NULL, *granted = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    mc_roster_problem_add_wish (problem, &wishes[i]);
  roster_fixture_seal (problem);
  roster = mc_roster_plan (problem, NULL, NULL); /* wishes are not looked at: no rule says so */
  off = mc_roster_explain_wish (problem, roster, 0);
  g_assert_cmpstr (off, ==,
                   "P1 is at B on the morning of 07/12/2026, but wished not to be. Others: Bình is free: Everyone at "
                   "their standing counter +2. P0 would leave A: Every seat is filled +10, Everyone at their standing "
                   "counter +1.");
  on = mc_roster_explain_wish (problem, roster, 1);
  g_assert_cmpstr (on, ==,
                   "Bình wished to work on the morning of 07/12/2026. B: Bình is free: Everyone at their standing "
                   "counter +2.");
  granted = mc_roster_explain_wish (problem, roster, 2);
  g_assert_cmpstr (granted, ==, "P0 has what they wished for on the afternoon of 07/12/2026.");
}

static void
test_broken_rule (void)
{
  g_autoptr (McRosterProblem) problem = three_people ();
  McRosterAway away = { .person = 0, .from = 0, .to = 1, .reason = (char *)"leave" };
  McRosterAway other = { .person = 1, .from = 0, .to = 0, .reason = (char *)"leave" };
  g_autoptr (McRosterSolution) roster = NULL;
  g_autofree char *rule = NULL;

  mc_roster_problem_add_away (problem, &away);
  mc_roster_problem_add_away (problem, &other);
  roster_fixture_seal (problem);
  roster = mc_roster_plan (problem, NULL, NULL);
  rule = mc_roster_explain_rule (problem, roster, 0);
  g_assert_cmpstr (rule, ==,
                   "Every seat is filled: broken in 1 place.\nA, the morning of 07/12/2026: Every seat is filled");
}

/* The two must not work together, and each must work both sessions; that one trains nobody is beside the point. */
static void
test_deadlock (void)
{
  g_autoptr (McRosterProblem) problem = three_people ();
  g_autoptr (McRosterDeadlock) deadlock = NULL, none = NULL;
  static const guint both[] = { 0, 1 };
  McRosterRule apart = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_GROUP, "apart", TRUE);
  McRosterRule work = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_COUNT, "work", TRUE);
  McRosterRule trainee = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_TRAINEE, "trainee", TRUE);

  mc_roster_problem_add_rule (problem, &trainee);
  apart.people = mc_roster_scope_new (both, 2);
  apart.most = 1;
  apart.text = (char *)"A and B are never both there";
  mc_roster_problem_add_rule (problem, &apart);
  roster_fixture_seal (problem);
  none = mc_roster_find_deadlock (problem, NULL);
  g_assert_null (none);

  work.people = mc_roster_scope_new (both, 2);
  work.least = 2;
  work.text = (char *)"Everyone works twice";
  mc_roster_problem_add_rule (problem, &work);
  roster_fixture_seal (problem);
  deadlock = mc_roster_find_deadlock (problem, NULL);
  g_assert_nonnull (deadlock);
  g_assert_cmpstr (deadlock->text, ==,
                   "These cannot all be kept: “A and B are never both there”, “Everyone works twice”.");
  g_assert_false (deadlock->with_pins);
  g_assert_cmpuint (deadlock->relaxations->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const McRosterRelaxation *relaxation = g_ptr_array_index (deadlock->relaxations, i);

      g_assert_cmpint (relaxation->amount, ==, 2);
    }
  g_assert_cmpstr (((McRosterRelaxation *)g_ptr_array_index (deadlock->relaxations, 0))->text, ==,
                   "All others can be kept if “A and B are never both there” is broken by 2.");
  g_array_unref (apart.people);
  g_array_unref (work.people);
}

static void
test_conflict (void)
{
  g_autoptr (McRosterProblem) problem = three_people ();
  McRosterAway away = { .person = 0, .from = 0, .to = 1, .reason = (char *)"leave", .can_cancel = TRUE };
  McRosterAway other = { .person = 1, .from = 0, .to = 0, .reason = (char *)"absent" };
  g_autoptr (McRosterMatching) matching = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GArray) cures = NULL;
  g_autofree char *text = NULL, *cure = NULL;

  mc_roster_problem_add_away (problem, &away);
  mc_roster_problem_add_away (problem, &other);
  roster_fixture_seal (problem);
  matching = mc_roster_matching_new (problem, 0, NULL, NULL);
  g_assert_cmpuint (matching->lacking, ==, 1);
  g_assert_cmpint (matching->duty[2], ==, 1);
  conflicts = mc_roster_matching_conflicts (matching);
  g_assert_cmpuint (conflicts->len, ==, 1);
  text = mc_roster_words_conflict (problem, 0, g_ptr_array_index (conflicts, 0));
  g_assert_cmpstr (text, ==, "There is nobody for A on the morning of 07/12/2026; away: P0 (leave), P1 (absent).");
  cures = mc_roster_matching_cures (matching, g_ptr_array_index (conflicts, 0));
  g_assert_cmpuint (cures->len, ==, 1); /* P1 cannot be called, Bình is busy */
  cure = mc_roster_words_cure (problem, &g_array_index (cures, McRosterCure, 0));
  g_assert_cmpstr (cure, ==, "Ask P0 to come for A");
}

/* Two seats of which either could be had, but not both: Hall's set has both, and the one who sits there. */
static void
test_hall_set (void)
{
  g_autoptr (McRosterProblem) problem = three_people ();
  McRosterAway away = { .person = 1, .from = 0, .to = 1, .reason = (char *)"leave" };
  McRosterAway third = { .person = 2, .from = 0, .to = 1 };
  g_autoptr (McRosterMatching) matching = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autofree char *text = NULL;

  mc_roster_problem_add_away (problem, &away);
  mc_roster_problem_add_away (problem, &third);
  roster_fixture_seal (problem);
  matching = mc_roster_matching_new (problem, 1, NULL, NULL);
  conflicts = mc_roster_matching_conflicts (matching);
  g_assert_cmpuint (conflicts->len, ==, 1);
  text = mc_roster_words_conflict (problem, 1, g_ptr_array_index (conflicts, 0));
  g_assert_cmpstr (text, ==, "2 seats (A, B) on the afternoon of 07/12/2026 have only P0; away: P1 (leave), Bình.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-explain/candidates", test_candidates);
  g_test_add_func ("/roster-explain/cell", test_cell);
  g_test_add_func ("/roster-explain/wishes", test_wishes);
  g_test_add_func ("/roster-explain/broken-rule", test_broken_rule);
  g_test_add_func ("/roster-explain/deadlock", test_deadlock);
  g_test_add_func ("/roster-explain/conflict", test_conflict);
  g_test_add_func ("/roster-explain/hall-set", test_hall_set);
  return g_test_run ();
}
