/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "roster-fixture.h"

#include "mc-roster-evaluator.h"

#define N_COUNTERS 18
#define N_AGENCIES 17
#define N_ALONE 7 /* agencies that send one officer */

/* One month being made up. */
typedef struct
{
  McRosterProblem *problem;
  GRand *rand;
  guint desk;
  guint leader;
  guint guard;
  guint second[N_AGENCIES]; /* the second officer of an agency */
} Month;

McRosterProblem *
roster_fixture_seal (McRosterProblem *problem)
{
  g_autoptr (GError) error = NULL;

  mc_roster_problem_seal (problem, &error);
  g_assert_no_error (error);
  return problem;
}

static guint
add_duty (McRosterProblem *problem, const char *key, const char *name, McRosterDutyKind kind)
{
  McRosterDuty duty = { .id = problem->duties->len + 1,
                        .key = (char *)key,
                        .name = (char *)name,
                        .kind = kind,
                        .start = MC_ROSTER_NONE,
                        .finish = MC_ROSTER_NONE,
                        .minutes = MC_ROSTER_NONE };

  return mc_roster_problem_add_duty (problem, &duty);
}

static guint
add_person (McRosterProblem *problem, gint unit, gint pool)
{
  g_autofree char *key = g_strdup_printf ("P%u", problem->people->len);
  McRosterPerson person = {
    .id = problem->people->len + 1, .key = key, .name = key, .unit = unit, .pool = pool, .last_duty = MC_ROSTER_FREE
  };

  return mc_roster_problem_add_person (problem, &person);
}

static void
add_skill (McRosterProblem *problem, guint person, guint duty, McRosterSkillClass class, gint64 cost)
{
  McRosterSkill skill = { person, duty, class, cost, 0, problem->sessions->len - 1 };

  mc_roster_problem_add_skill (problem, &skill);
}

static void
add_need (McRosterProblem *problem, guint session, guint duty, guint wanted)
{
  McRosterNeed need = { session, duty, (guint16)wanted, (guint16)wanted, 1, 1 };

  mc_roster_problem_add_need (problem, &need);
}

static guint
add_rule (McRosterProblem *problem, McRosterRuleKind kind, const char *key, gboolean hard, guint stage, gint64 weight)
{
  McRosterRule rule = MC_ROSTER_RULE_INIT (kind, key, hard);

  rule.stage = stage;
  rule.weight = weight;
  return mc_roster_problem_add_rule (problem, &rule);
}

static guint
add_pool (McRosterProblem *problem, const char *key)
{
  McRosterUnit pool = { 0, (char *)key, (char *)key };

  return mc_roster_problem_add_pool (problem, &pool);
}

/* A month of 2026 by the seed, Monday to Friday in two halves, Saturday's morning. */
static void
add_sessions (McRosterProblem *problem, guint seed)
{
  McDay first = mc_day_new (2026, 1 + (int)(seed % 12), 1), end = mc_day_add_months (first, 1);

  for (McDay day = first; day < end; day++)
    {
      int weekday = mc_day_weekday (day);

      if (weekday == 7)
        continue;
      mc_roster_problem_add_session (problem, day, 0, weekday == 6 ? MC_ROSTER_SESSION_SATURDAY : 0, 420, 660);
      if (weekday < 6)
        mc_roster_problem_add_session (problem, day, 1, 0, 780, 1020);
    }
}

static void
add_duties (Month *month)
{
  for (guint c = 0; c < N_COUNTERS; c++)
    {
      g_autofree char *key = g_strdup_printf ("Q%u", c + 1);
      g_autofree char *name = g_strdup_printf ("counter %u", c + 1);

      add_duty (month->problem, key, name, MC_ROSTER_DUTY_COUNTER);
    }
  month->desk = add_duty (month->problem, "HD", "the guidance desk", MC_ROSTER_DUTY_GUIDANCE);
  month->leader = add_duty (month->problem, "LD", "leader on duty", MC_ROSTER_DUTY_LEADER);
  month->guard = add_duty (month->problem, "BV", "guard", MC_ROSTER_DUTY_GUARD);
  mc_roster_duty (month->problem, month->leader)->whole_day = TRUE;
  for (guint s = 0; s < month->problem->sessions->len; s++)
    {
      gboolean is_saturday = mc_roster_session (month->problem, s)->flags & MC_ROSTER_SESSION_SATURDAY;

      for (guint c = 0; c < N_COUNTERS; c++)
        add_need (month->problem, s, c, c >= N_ALONE && c < N_ALONE + 4 && !is_saturday ? 2 : 1);
      add_need (month->problem, s, month->desk, 1);
      add_need (month->problem, s, month->leader, 1);
      add_need (month->problem, s, month->guard, 1);
    }
}

/* Agency a has counter a; the last counter is a second one of the last agency. */
static void
add_officers (Month *month)
{
  McRosterProblem *problem = month->problem;
  guint pool = add_pool (problem, "officers");

  for (guint a = 0; a < N_AGENCIES; a++)
    {
      g_autofree char *key = g_strdup_printf ("A%u", a);
      McRosterUnit unit = { a + 1, key, key };
      guint at = mc_roster_problem_add_unit (problem, &unit), officer = add_person (problem, (gint)at, (gint)pool);

      add_skill (problem, officer, a, MC_ROSTER_SKILL_STANDING, 0);
      if (a == N_AGENCIES - 1)
        add_skill (problem, officer, N_COUNTERS - 1, MC_ROSTER_SKILL_OWN, 1);
      if (a < N_ALONE)
        continue;
      month->second[a] = add_person (problem, (gint)at, (gint)pool);
      add_skill (problem, month->second[a], a, a == N_AGENCIES - 1 ? MC_ROSTER_SKILL_OWN : MC_ROSTER_SKILL_STANDING,
                 a == N_AGENCIES - 1);
      if (a == N_AGENCIES - 1)
        add_skill (problem, month->second[a], N_COUNTERS - 1, MC_ROSTER_SKILL_STANDING, 0);
      if (g_rand_boolean (month->rand))
        add_skill (problem, month->second[a], (guint)g_rand_int_range (month->rand, 0, N_ALONE), MC_ROSTER_SKILL_CROSS,
                   3);
    }
}

static void
add_others (Month *month)
{
  McRosterProblem *problem = month->problem;
  guint leaders = add_pool (problem, "leaders"), staff = add_pool (problem, "staff"), desk = add_pool (problem, "desk"),
        guards = add_pool (problem, "guards");

  for (guint i = 0; i < 3; i++)
    add_skill (problem, add_person (problem, MC_ROSTER_NONE, (gint)leaders), month->leader, MC_ROSTER_SKILL_STANDING,
               0);
  for (guint i = 0; i < 5; i++)
    {
      guint person = add_person (problem, MC_ROSTER_NONE, (gint)staff);
      guint first = (guint)g_rand_int_range (month->rand, 0, N_COUNTERS);

      for (guint j = 0; j < 4; j++)
        add_skill (problem, person, (first + 5 * j) % N_COUNTERS, MC_ROSTER_SKILL_CROSS, 2);
    }
  for (guint i = 0; i < 3; i++)
    add_skill (problem, add_person (problem, MC_ROSTER_NONE, (gint)desk), month->desk, MC_ROSTER_SKILL_STANDING, 0);
  for (guint i = 0; i < 2; i++)
    add_skill (problem, add_person (problem, MC_ROSTER_NONE, (gint)guards), month->guard, MC_ROSTER_SKILL_STANDING, 0);
}

/* One cell in twenty, in blocks of one to three days. */
static void
add_leave (McRosterProblem *problem, GRand *rand)
{
  for (guint p = 0; p < problem->people->len; p++)
    for (guint s = 0; s < problem->sessions->len; s++)
      {
        McDay until;
        McRosterAway away = {
          .id = problem->aways->len + 1, .person = p, .from = s, .reason = (char *)"leave", .can_cancel = TRUE
        };

        if (mc_roster_session (problem, s)->part != 0 || g_rand_double (rand) > 0.025)
          continue;
        until = mc_roster_session (problem, s)->day + g_rand_int_range (rand, 1, 4);
        while (s + 1 < problem->sessions->len && mc_roster_session (problem, s + 1)->day < until)
          s++;
        away.to = s;
        mc_roster_problem_add_away (problem, &away);
      }
}

static void
add_fairness (McRosterProblem *problem, const char *key, guint flags, guint kinds, gint64 weight)
{
  McRosterLedger ledger = { (char *)key, (char *)key, flags, kinds };
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_FAIRNESS, key, FALSE);

  rule.ledger = (gint)mc_roster_problem_add_ledger (problem, &ledger);
  rule.stage = 1;
  rule.weight = weight;
  mc_roster_problem_add_rule (problem, &rule);
}

static void
add_wishes (McRosterProblem *problem, GRand *rand)
{
  for (guint i = 0; i < 12; i++)
    {
      McRosterWish wish = { .id = i + 1,
                            .person = (guint)g_rand_int_range (rand, 0, (gint)problem->people->len),
                            .session = (guint)g_rand_int_range (rand, 0, (gint)problem->sessions->len),
                            .duty = MC_ROSTER_NONE,
                            .on = i % 4 == 0,
                            .weight = 2 };

      mc_roster_problem_add_wish (problem, &wish);
    }
}

/* The two of an agency are not both off at once; at most three Saturdays each; no more than ten sessions a week. */
static void
add_house_rules (Month *month)
{
  McRosterProblem *problem = month->problem;
  McRosterRule rule;

  for (guint a = N_ALONE; a < N_AGENCIES; a++)
    {
      g_autofree char *key = g_strdup_printf ("both-%u", a);
      guint pair[] = { month->second[a] - 1, month->second[a] };

      rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_GROUP, key, FALSE);
      rule.people = mc_roster_scope_new (pair, 2);
      rule.least = 1;
      rule.stage = 2;
      rule.weight = 4;
      mc_roster_problem_add_rule (problem, &rule);
      g_array_unref (rule.people);
    }
  rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_WEEKENDS, "saturdays", FALSE);
  rule.most = 3;
  rule.stage = 2;
  rule.weight = 3;
  mc_roster_problem_add_rule (problem, &rule);
  rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_COUNT, "week", FALSE);
  rule.most = 10;
  rule.span = MC_ROSTER_SPAN_WEEK;
  rule.stage = 2;
  rule.weight = 1;
  mc_roster_problem_add_rule (problem, &rule);
}

McRosterProblem *
roster_fixture_month (guint seed)
{
  Month month = { .problem = mc_roster_problem_new (), .rand = g_rand_new_with_seed (seed + 1) };
  McRosterProblem *problem = month.problem;

  add_sessions (problem, seed);
  add_duties (&month);
  add_officers (&month);
  add_others (&month);
  add_leave (problem, month.rand);
  mc_roster_person (problem, month.second[N_ALONE + 1])->trainee = TRUE;
  add_rule (problem, MC_ROSTER_RULE_COVER, "cover", FALSE, 0, 1);
  add_rule (problem, MC_ROSTER_RULE_COMPETENCE, "competence", TRUE, 0, 1);
  add_rule (problem, MC_ROSTER_RULE_LEAVE, "leave", TRUE, 0, 1);
  add_rule (problem, MC_ROSTER_RULE_WHOLE_DAY, "whole-day", TRUE, 0, 1);
  add_fairness (problem, "saturday", MC_ROSTER_SESSION_SATURDAY, 0, 1);
  add_fairness (problem, "guidance", 0, MC_ROSTER_DUTY_GUIDANCE, 1);
  add_fairness (problem, "duty", 0, MC_ROSTER_DUTY_LEADER, 1);
  add_fairness (problem, "guard", 0, MC_ROSTER_DUTY_GUARD, 1);
  for (guint p = 0; p < problem->people->len; p++)
    mc_roster_problem_add_carried (problem, p, 0, g_rand_int_range (month.rand, 0, 4));
  add_rule (problem, MC_ROSTER_RULE_STANDING, "standing", FALSE, 2, 1);
  add_rule (problem, MC_ROSTER_RULE_STEADY, "steady", FALSE, 2, 1);
  add_rule (problem, MC_ROSTER_RULE_WISH_ON, "wish-on", FALSE, 2, 1);
  add_rule (problem, MC_ROSTER_RULE_WISH_OFF, "wish-off", FALSE, 2, 1);
  add_rule (problem, MC_ROSTER_RULE_TRAINEE, "trainee", FALSE, 2, 5);
  add_wishes (problem, month.rand);
  add_house_rules (&month);
  g_rand_free (month.rand);
  return roster_fixture_seal (problem);
}

/* Office by office: half as many counters as people, a standing officer for each, the others for two of them. */
static void
add_office (McRosterProblem *problem, GRand *rand, guint first_duty, guint n_counters, guint n_people)
{
  g_autofree char *key = g_strdup_printf ("pool %u", first_duty);
  guint pool = add_pool (problem, key);

  for (guint i = 0; i < n_people; i++)
    {
      guint person = add_person (problem, MC_ROSTER_NONE, (gint)pool);

      add_skill (problem, person, first_duty + i % n_counters, MC_ROSTER_SKILL_STANDING, 0);
      add_skill (problem, person, first_duty + (i + 1) % n_counters, MC_ROSTER_SKILL_OWN, 1);
      if (i == 0 && g_rand_int_range (rand, 0, 10) == 0 && first_duty)
        add_skill (problem, person, first_duty - 1, MC_ROSTER_SKILL_CROSS, 3);
    }
}

McRosterProblem *
roster_fixture_city (guint seed, guint units, guint people)
{
  McRosterProblem *problem = mc_roster_problem_new ();
  GRand *rand = g_rand_new_with_seed (seed + 1);
  guint placed = 0;

  add_sessions (problem, seed);
  for (guint u = 0; u < units; u++)
    {
      guint n_people = people * (u + 1) / units - placed, n_counters = MAX (n_people / 2, 2);
      guint first_duty = problem->duties->len;

      for (guint c = 0; c < n_counters; c++)
        {
          g_autofree char *key = g_strdup_printf ("U%uQ%u", u, c);

          add_duty (problem, key, key, MC_ROSTER_DUTY_COUNTER);
          for (guint s = 0; s < problem->sessions->len; s++)
            add_need (problem, s, first_duty + c, 1);
        }
      add_office (problem, rand, first_duty, n_counters, n_people);
      placed += n_people;
    }
  add_leave (problem, rand);
  add_rule (problem, MC_ROSTER_RULE_COVER, "cover", FALSE, 0, 1);
  add_rule (problem, MC_ROSTER_RULE_COMPETENCE, "competence", TRUE, 0, 1);
  add_rule (problem, MC_ROSTER_RULE_LEAVE, "leave", TRUE, 0, 1);
  add_fairness (problem, "saturday", MC_ROSTER_SESSION_SATURDAY, 0, 1);
  add_rule (problem, MC_ROSTER_RULE_STANDING, "standing", FALSE, 2, 1);
  g_rand_free (rand);
  return roster_fixture_seal (problem);
}

McRosterProblem *
roster_fixture_plain (guint n_days, guint n_parts, guint n_people, guint n_duties)
{
  McRosterProblem *problem = mc_roster_problem_new ();

  for (guint d = 0; d < n_days; d++)
    for (guint part = 0; part < n_parts; part++)
      mc_roster_problem_add_session (problem, mc_day_new (2026, 12, 7) + (McDay)d, part,
                                     d % 7 == 5   ? MC_ROSTER_SESSION_SATURDAY
                                     : d % 7 == 6 ? MC_ROSTER_SESSION_SUNDAY
                                                  : 0,
                                     part ? 780 : 420, part ? 1020 : 660);
  for (guint d = 0; d < n_duties; d++)
    {
      char key[] = { (char)('A' + d), 0 };

      add_duty (problem, key, key, MC_ROSTER_DUTY_COUNTER);
    }
  add_pool (problem, "all");
  for (guint p = 0; p < n_people; p++)
    {
      add_person (problem, MC_ROSTER_NONE, 0);
      for (guint d = 0; d < n_duties; d++)
        add_skill (problem, p, d, d == p ? MC_ROSTER_SKILL_STANDING : MC_ROSTER_SKILL_OWN, d != p);
    }
  for (guint s = 0; s < n_days * n_parts; s++)
    for (guint d = 0; d < n_duties; d++)
      add_need (problem, s, d, 1);
  return problem;
}
