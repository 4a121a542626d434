/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-evaluator.h"
#include "roster-fixture.h"

static gboolean
chance (GRand *rand, double of)
{
  return g_rand_double (rand) < of;
}

static gint
bound (GRand *rand, gint most)
{
  return g_rand_int_range (rand, 0, most + 1);
}

/* Some bounds for a rule, such that least is not above most. */
static void
add_bounds (GRand *rand, McRosterRule *rule, gint most)
{
  gint low = bound (rand, most), high = low + bound (rand, 2);

  rule->least = chance (rand, 0.6) ? low : MC_ROSTER_NONE;
  rule->most = rule->least < 0 || chance (rand, 0.5) ? high : MC_ROSTER_NONE;
}

static void
fill_rule (McRosterProblem *problem, GRand *rand, McRosterRule *rule)
{
  static const guint both[] = { 0, 1 };
  guint some = (guint)g_rand_int_range (rand, 0, 2);

  switch (rule->kind)
    {
    case MC_ROSTER_RULE_REST:
      rule->least = g_rand_int_range (rand, 600, 1200);
      break;
    case MC_ROSTER_RULE_COUNT:
      rule->unit = (McRosterCountUnit)g_rand_int_range (rand, 0, 3);
      rule->span = (McRosterSpan)g_rand_int_range (rand, 0, 4);
      add_bounds (rand, rule, 3);
      if (rule->unit == MC_ROSTER_COUNT_MINUTES)
        {
          rule->least = rule->least > 0 ? rule->least * 200 : rule->least;
          rule->most = rule->most > 0 ? rule->most * 200 : rule->most;
        }
      if (chance (rand, 0.3))
        rule->duties = mc_roster_scope_new (&some, 1);
      break;
    case MC_ROSTER_RULE_RUN:
    case MC_ROSTER_RULE_OFF_RUN:
      add_bounds (rand, rule, 3);
      rule->most = rule->most == 0 ? 1 : rule->most;
      break;
    case MC_ROSTER_RULE_WEEKENDS:
      rule->most = bound (rand, 1);
      break;
    case MC_ROSTER_RULE_PATTERN:
      rule->weekdays = 1u << g_rand_int_range (rand, 3, 6);
      rule->duties = chance (rand, 0.5) ? mc_roster_scope_new (&some, 1) : NULL;
      break;
    case MC_ROSTER_RULE_GROUP:
      add_bounds (rand, rule, 1);
      rule->people = mc_roster_scope_new (both, 2);
      break;
    case MC_ROSTER_RULE_TOGETHER:
      rule->people = mc_roster_scope_new (both, 2);
      break;
    case MC_ROSTER_RULE_TRAINEE:
      rule->beside = chance (rand, 0.5);
      break;
    case MC_ROSTER_RULE_FAIRNESS:
      rule->ledger = 0;
      rule->hard = FALSE;
      break;
    case MC_ROSTER_RULE_STABILITY:
      rule->people_first = chance (rand, 0.5);
      break;
    default:
      break;
    }
  if (rule->kind != MC_ROSTER_RULE_GROUP && rule->kind != MC_ROSTER_RULE_TOGETHER && !rule->people &&
      chance (rand, 0.2))
    rule->people = mc_roster_scope_new (&some, 1);
}

static void
add_rules (McRosterProblem *problem, GRand *rand)
{
  for (guint kind = 0; kind < MC_ROSTER_N_RULE_KINDS; kind++)
    {
      McRosterRule rule =
          MC_ROSTER_RULE_INIT ((McRosterRuleKind)kind, mc_roster_rule_kind_get_nick ((McRosterRuleKind)kind), FALSE);

      if (kind != MC_ROSTER_RULE_COVER && chance (rand, 0.5))
        continue;
      rule.hard = chance (rand, kind == MC_ROSTER_RULE_COVER ? 0.2 : 0.4);
      rule.stage = (guint)g_rand_int_range (rand, 0, 3);
      rule.weight = g_rand_int_range (rand, 1, 4);
      fill_rule (problem, rand, &rule);
      mc_roster_problem_add_rule (problem, &rule);
      mc_roster_rule_clear (&(McRosterRule){ .people = rule.people, .duties = rule.duties });
    }
}

static void
add_people (McRosterProblem *problem, GRand *rand, guint n, guint n_duties)
{
  for (guint p = 0; p < n; p++)
    {
      g_autofree char *key = g_strdup_printf ("P%u", p);
      McRosterPerson person = {
        .key = key, .name = key, .unit = MC_ROSTER_NONE, .pool = 0, .last_duty = MC_ROSTER_FREE
      };

      person.trainee = p == 0 && chance (rand, 0.3);
      person.weekends = (guint16)bound (rand, 1);
      if (chance (rand, 0.4))
        {
          person.last_duty = g_rand_int_range (rand, 0, (gint)n_duties);
          person.run = (guint16)g_rand_int_range (rand, 1, 4);
        }
      else if (chance (rand, 0.5))
        person.off_run = (guint16)g_rand_int_range (rand, 1, 4);
      mc_roster_problem_add_person (problem, &person);
      for (guint d = 0; d < n_duties; d++)
        {
          McRosterSkill skill = { p, d, MC_ROSTER_SKILL_OWN, bound (rand, 2), 0, problem->sessions->len - 1 };

          if (chance (rand, 0.8))
            mc_roster_problem_add_skill (problem, &skill);
        }
      if (chance (rand, 0.3))
        mc_roster_problem_add_carried (problem, p, 0, g_rand_int_range (rand, -1, 3));
    }
}

static void
add_rest_of_rows (McRosterProblem *problem, GRand *rand)
{
  guint n_people = problem->people->len, n_sessions = problem->sessions->len;
  gint n_duties = (gint)problem->duties->len;

  for (guint s = 0; s < n_sessions; s++)
    for (guint d = 0; d < problem->duties->len; d++)
      {
        guint wanted = (guint)bound (rand, 2);
        McRosterNeed need = {
          s, d, (guint16)wanted, (guint16)(wanted + (guint)bound (rand, 1)), 1 + bound (rand, 3), bound (rand, 2)
        };

        if (chance (rand, 0.85))
          mc_roster_problem_add_need (problem, &need);
      }
  for (guint p = 0; p < n_people; p++)
    for (guint s = 0; s < n_sessions; s++)
      {
        McRosterWish wish = {
          0, p, s, g_rand_int_range (rand, -1, n_duties), g_rand_boolean (rand), 1 + bound (rand, 2)
        };
        McRosterAway away = { 0, p, s, s, (char *)"leave", TRUE };

        if (chance (rand, 0.2))
          mc_roster_problem_add_wish (problem, &wish);
        if (chance (rand, 0.15))
          mc_roster_problem_add_away (problem, &away);
        if (chance (rand, 0.08))
          mc_roster_problem_add_pin (problem, p, s, g_rand_int_range (rand, -1, n_duties));
      }
  for (guint i = 0; i < 2; i++)
    mc_roster_problem_add_succession (problem, (guint)g_rand_int_range (rand, 0, n_duties),
                                      (guint)g_rand_int_range (rand, 0, n_duties), g_rand_boolean (rand));
  if (chance (rand, 0.5))
    {
      g_autofree gint16 *cells = g_new (gint16, n_people * n_sessions);

      for (guint i = 0; i < n_people * n_sessions; i++)
        cells[i] = (gint16)g_rand_int_range (rand, -1, n_duties);
      mc_roster_problem_keep (problem, cells);
    }
}

McRosterProblem *
roster_fixture_small (guint seed)
{
  McRosterProblem *problem = mc_roster_problem_new ();
  GRand *rand = g_rand_new_with_seed (seed + 1);
  McRosterUnit pool = { 1, (char *)"all", (char *)"all" };
  McRosterLedger ledger = { (char *)"saturday", (char *)"Saturdays", MC_ROSTER_SESSION_SATURDAY, 0 };
  gboolean halves = g_rand_boolean (rand);
  McDay day = mc_day_new (2026, 12, 3); /* a Thursday */

  mc_roster_problem_add_pool (problem, &pool);
  mc_roster_problem_add_ledger (problem, &ledger);
  while (problem->sessions->len < 4)
    {
      guint flags = mc_day_weekday (day) == 6 ? MC_ROSTER_SESSION_SATURDAY : 0;

      if (chance (rand, 0.85))
        for (guint part = 0; part < (halves ? 2 : 1); part++)
          mc_roster_problem_add_session (problem, day, part, flags, part ? 780 : 420, part ? 1020 : 660);
      day++;
    }
  for (guint d = 0; d < 2; d++)
    {
      McRosterDuty duty = { .key = (char *)(d ? "B" : "A"),
                            .name = (char *)(d ? "B" : "A"),
                            .kind = MC_ROSTER_DUTY_COUNTER,
                            .start = d ? 900 : MC_ROSTER_NONE,
                            .finish = d ? 1380 : MC_ROSTER_NONE,
                            .minutes = MC_ROSTER_NONE,
                            .whole_day = chance (rand, 0.2) };

      mc_roster_problem_add_duty (problem, &duty);
    }
  add_people (problem, rand, 2, 2);
  add_rest_of_rows (problem, rand);
  add_rules (problem, rand);
  g_rand_free (rand);
  return roster_fixture_seal (problem);
}

static gboolean
is_crowded (const McRosterProblem *problem, const McRosterSolution *roster, guint session)
{
  for (guint d = 0; d < problem->duties->len; d++)
    {
      const McRosterNeed *need = mc_roster_problem_need (problem, session, d);
      guint pinned = 0;

      for (guint p = 0; p < problem->people->len; p++)
        {
          const McRosterPin *pin = mc_roster_problem_pin (problem, p, session);

          pinned += pin && pin->duty == (gint)d;
        }
      if (need && mc_roster_solution_count (roster, session, d) > MAX (need->most, pinned))
        return TRUE;
    }
  return FALSE;
}

static void
try_cell (const McRosterProblem *problem, McRosterSolution *roster, McRosterSolution **best, guint at)
{
  guint n = problem->people->len * problem->sessions->len;
  guint person = at / problem->sessions->len, session = at % problem->sessions->len;
  const McRosterPin *pin;

  if (at == n)
    {
      for (guint s = 0; s < problem->sessions->len; s++)
        if (is_crowded (problem, roster, s))
          return;
      mc_roster_evaluate (problem, roster);
      if (!*best || mc_roster_solution_compare (roster, *best) < 0)
        {
          g_clear_pointer (best, mc_roster_solution_unref);
          *best = mc_roster_solution_copy (roster);
        }
      return;
    }
  pin = mc_roster_problem_pin (problem, person, session);
  for (gint duty = MC_ROSTER_FREE; duty < (gint)problem->duties->len; duty++)
    if (pin ? pin->duty == duty
            : duty == MC_ROSTER_FREE || mc_roster_problem_may (problem, person, session, (guint)duty))
      {
        mc_roster_solution_set (roster, person, session, duty);
        try_cell (problem, roster, best, at + 1);
      }
}

McRosterSolution *
roster_fixture_exhaust (const McRosterProblem *problem)
{
  g_autoptr (McRosterSolution) roster = mc_roster_solution_new (problem);
  McRosterSolution *best = NULL;

  try_cell (problem, roster, &best, 0);
  return best;
}
