/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-evaluator.h"
#include "mc-roster-matching.h"

/* Whether a person could take a whole-day duty in all sessions of a day that need it, and has nothing else there. */
static gboolean
may_all_day (
    const McRosterProblem *problem, const McRosterSolution *roster, guint person, guint first, guint n, guint duty)
{
  for (guint s = first; s < first + n; s++)
    {
      const McRosterNeed *need = mc_roster_problem_need (problem, s, duty);

      if (need && (mc_roster_solution_get (roster, person, s) != MC_ROSTER_FREE ||
                   mc_roster_solution_count (roster, s, duty) >= need->most ||
                   !mc_roster_problem_may (problem, person, s, duty)))
        return FALSE;
    }
  return TRUE;
}

/* What makes a person's turn come later: the marked sessions weigh most. */
static gint
load_of (const McRosterProblem *problem, guint session)
{
  return mc_roster_session (problem, session)->flags ? 1000 : 1;
}

static void
fill_day (const McRosterProblem *problem, McRosterSolution *roster, guint first, guint n, guint duty, gint *loads)
{
  guint wanted = 0, filled = 0;

  for (guint s = first; s < first + n; s++)
    {
      const McRosterNeed *need = mc_roster_problem_need (problem, s, duty);

      if (need)
        {
          wanted = MAX (wanted, need->wanted);
          filled = MAX (filled, mc_roster_solution_count (roster, s, duty));
        }
    }
  for (; filled < wanted; filled++)
    {
      gint best = MC_ROSTER_NONE;

      for (guint p = 0; p < problem->people->len; p++)
        if ((best < 0 || loads[p] < loads[best]) && may_all_day (problem, roster, p, first, n, duty))
          best = (gint)p;
      if (best < 0)
        return;
      for (guint s = first; s < first + n; s++)
        if (mc_roster_problem_need (problem, s, duty))
          {
            mc_roster_solution_set (roster, (guint)best, s, (gint)duty);
            loads[best] += load_of (problem, s);
          }
    }
}

static void
bring_in (const McRosterProblem *problem, gint *loads)
{
  for (guint i = 0; i < problem->carried->len; i++)
    {
      const McRosterCarried *row = &g_array_index (problem->carried, McRosterCarried, i);

      if (g_array_index (problem->ledgers, McRosterLedger, row->ledger).session_flags)
        loads[row->person] += 1000 * row->load;
    }
}

McRosterSolution *
mc_roster_start (const McRosterProblem *problem)
{
  McRosterSolution *roster = mc_roster_solution_new (problem);
  g_autofree gint *loads = g_new0 (gint, problem->people->len + 1);

  bring_in (problem, loads);
  for (guint day = 0; day < mc_roster_problem_n_days (problem); day++)
    {
      guint n, first = mc_roster_problem_day_sessions (problem, day, &n);

      for (guint d = 0; d < problem->duties->len; d++)
        if (mc_roster_duty (problem, d)->whole_day)
          fill_day (problem, roster, first, n, d, loads);
      for (guint s = first; s < first + n; s++)
        {
          g_autoptr (McRosterMatching) matching = mc_roster_matching_new (problem, s, roster, loads);

          for (guint p = 0; p < problem->people->len; p++)
            {
              gboolean is_new = mc_roster_solution_get (roster, p, s) != matching->duty[p];

              /* A whole-day duty that nobody can do all day stays empty. */
              if (is_new && mc_roster_duty (problem, matching->duty[p])->whole_day && n > 1)
                continue;
              mc_roster_solution_set (roster, p, s, matching->duty[p]);
              if (matching->duty[p] != MC_ROSTER_FREE && is_new)
                loads[p] += load_of (problem, s);
            }
        }
    }
  mc_roster_evaluate (problem, roster);
  roster->engine = "matching";
  return roster;
}
