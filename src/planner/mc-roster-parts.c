/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-planner.h"

static guint
find (guint *parents, guint i)
{
  while (parents[i] != i)
    i = parents[i] = parents[parents[i]];
  return i;
}

static void
join (guint *parents, guint a, guint b)
{
  a = find (parents, a);
  b = find (parents, b);
  /* The lower one leads, so that parts are counted in the order of people. */
  parents[MAX (a, b)] = MIN (a, b);
}

/* People who may do the same duty fill each other's seats. */
static void
join_by_duty (const McRosterProblem *problem, guint *parents)
{
  g_autofree gint *first = g_new (gint, problem->duties->len + 1);
  const McRosterRule *competence = mc_roster_problem_rule (problem, MC_ROSTER_RULE_COMPETENCE);

  for (guint d = 0; d < problem->duties->len; d++)
    first[d] = MC_ROSTER_NONE;
  for (guint i = 0; i < problem->skills->len + problem->pins->len; i++)
    {
      const McRosterSkill *skill = &g_array_index (problem->skills, McRosterSkill, i);
      const McRosterPin *pin = &g_array_index (problem->pins, McRosterPin, i - problem->skills->len);
      gboolean is_pin = i >= problem->skills->len;
      guint person = is_pin ? pin->person : skill->person;
      gint duty = is_pin ? pin->duty : (gint)skill->duty;

      if (duty == MC_ROSTER_FREE)
        continue;
      if (first[duty] == MC_ROSTER_NONE)
        first[duty] = (gint)person;
      join (parents, (guint)first[duty], person);
    }
  for (guint p = 1; competence && !competence->hard && p < problem->people->len; p++)
    join (parents, 0, p);
}

/* Fairness joins nobody: it adds up person by person, and what one is spared falls to others of the same seats. */
static void
join_scope (const McRosterProblem *problem, const McRosterRule *rule, guint *parents)
{
  gint first = MC_ROSTER_NONE;

  for (guint p = 0; p < problem->people->len; p++)
    if (mc_roster_scope_has (rule->people, p))
      {
        if (first == MC_ROSTER_NONE)
          first = (gint)p;
        join (parents, (guint)first, p);
      }
}

/* A trainee looks at whoever does a duty of the same kind. */
static void
join_kinds (const McRosterProblem *problem, guint *parents)
{
  for (guint kind = MC_ROSTER_DUTY_COUNTER; kind <= MC_ROSTER_DUTY_SHIFT; kind <<= 1)
    {
      gint first = MC_ROSTER_NONE;

      for (guint i = 0; i < problem->skills->len; i++)
        {
          const McRosterSkill *skill = &g_array_index (problem->skills, McRosterSkill, i);

          if (mc_roster_duty (problem, skill->duty)->kind != kind)
            continue;
          if (first == MC_ROSTER_NONE)
            first = (gint)skill->person;
          join (parents, (guint)first, skill->person);
        }
    }
}

guint *
mc_roster_parts (const McRosterProblem *problem, guint *n_parts)
{
  guint n = problem->people->len;
  guint *parents = g_new (guint, n + 1);
  g_autofree guint *numbers = g_new (guint, n + 1);

  for (guint p = 0; p < n; p++)
    parents[p] = p;
  join_by_duty (problem, parents);
  for (guint i = 0; i < problem->rules->len; i++)
    {
      const McRosterRule *rule = mc_roster_rule (problem, i);

      if (rule->on && (rule->kind == MC_ROSTER_RULE_GROUP || rule->kind == MC_ROSTER_RULE_TOGETHER))
        join_scope (problem, rule, parents);
      else if (rule->on && rule->kind == MC_ROSTER_RULE_TRAINEE && rule->beside)
        join_kinds (problem, parents);
    }
  *n_parts = 0;
  for (guint p = 0; p < n; p++)
    numbers[p] = find (parents, p) == p ? (*n_parts)++ : numbers[find (parents, p)];
  for (guint p = 0; p < n; p++)
    parents[p] = numbers[p];
  return parents;
}
