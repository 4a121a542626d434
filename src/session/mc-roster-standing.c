/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-standing.h"

#include "mc-roster-evaluator.h"

/* The counter that is the person's own in a session. */
static gint
find_own (const McRosterProblem *problem, guint person, guint session)
{
  guint n;
  const McRosterSkill *const *skills = mc_roster_problem_skills (problem, person, &n);

  for (guint i = 0; i < n; i++)
    if (skills[i]->class == MC_ROSTER_SKILL_STANDING && skills[i]->from <= session && session <= skills[i]->to &&
        mc_roster_duty (problem, skills[i]->duty)->kind == MC_ROSTER_DUTY_COUNTER)
      return (gint)skills[i]->duty;
  return MC_ROSTER_FREE;
}

static void
seat_everybody (const McRosterProblem *problem, McRosterSolution *current, guint session, guint *seated)
{
  for (guint person = 0; person < problem->people->len; person++)
    {
      gint own = find_own (problem, person, session);
      const McRosterNeed *need = own >= 0 ? mc_roster_problem_need (problem, session, (guint)own) : NULL;

      if (!need || seated[own] >= need->wanted || mc_roster_problem_away (problem, person, session))
        continue;
      mc_roster_solution_set (current, person, session, own);
      seated[own]++;
    }
}

/* What is filled is needed, and nothing else. */
static void
keep_filled (McRosterProblem *problem, const McRosterProblem *whole, guint session, const guint *seated)
{
  guint n;
  const McRosterNeed *const *needs = mc_roster_problem_needs (whole, session, &n);

  for (guint i = 0; i < n; i++)
    {
      McRosterNeed need = *needs[i];

      if (seated[need.duty] == 0)
        continue;
      need.wanted = need.most = (guint16)seated[need.duty];
      g_array_append_val (problem->needs, need);
    }
}

McRosterProblem *
mc_roster_standing_new (McRosterBrief *brief, McRosterSolution **current)
{
  McRosterProblem *whole = mc_roster_brief_get_problem (brief);
  McRosterProblem *problem = mc_roster_problem_copy (whole);
  g_autoptr (McRosterSolution) seats = mc_roster_solution_new (whole);
  g_autofree guint *seated = g_new (guint, MAX (1, whole->duties->len));

  g_array_set_size (problem->needs, 0);
  for (guint session = 0; session < whole->sessions->len; session++)
    {
      memset (seated, 0, whole->duties->len * sizeof *seated);
      seat_everybody (whole, seats, session, seated);
      keep_filled (problem, whole, session, seated);
    }
  mc_roster_problem_keep (problem, seats->cells);
  mc_roster_problem_seal (problem, NULL);
  mc_roster_evaluate (problem, seats);
  *current = g_steal_pointer (&seats);
  return problem;
}
