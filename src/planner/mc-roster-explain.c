/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-explain.h"

#include <glib/gi18n-lib.h>

#include "mc-number.h"
#include "mc-roster-evaluator.h"
#include "mc-roster-words.h"

#define MANY_BREACHES 5

static void
free_candidate (gpointer data)
{
  McRosterCandidate *candidate = data;

  g_array_unref (candidate->prices);
  g_array_unref (candidate->by_rule);
  g_free (candidate->text);
  g_free (candidate);
}

static const char *
name_of (const McRosterProblem *problem, guint person)
{
  const McRosterPerson *row = mc_roster_person (problem, person);

  return row->name ? row->name : row->key;
}

/* “Saturdays +3, Everyone at their standing counter +1”; %NULL if nothing changes. */
static char *
words_of_prices (const McRosterProblem *problem, const McRosterCandidate *candidate)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < candidate->by_rule->len; i++)
    {
      gint64 price = g_array_index (candidate->by_rule, gint64, i);
      g_autofree char *rule = NULL, *number = NULL;

      if (price == 0)
        continue;
      rule = mc_roster_words_rule (problem, i);
      number = mc_number_format_int (ABS (price));
      g_string_append_printf (text, "%s%s %s%s", text->len ? ", " : "", rule, price < 0 ? "−" : "+", number);
    }
  if (text->len)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}

static char *
words_of_candidate (const McRosterProblem *problem, const McRosterCandidate *candidate, guint session)
{
  const char *name = name_of (problem, candidate->person);
  const McRosterAway *away = mc_roster_problem_away (problem, candidate->person, session);
  g_autofree char *prices = words_of_prices (problem, candidate);

  switch (candidate->obstacle)
    {
    case MC_ROSTER_OBSTACLE_SKILL:
      return g_strdup_printf (_ ("%s is not competent for it."), name);
    case MC_ROSTER_OBSTACLE_AWAY:
      return away && away->reason ? g_strdup_printf (_ ("%s is away (%s)."), name, away->reason)
                                  : g_strdup_printf (_ ("%s is away."), name);
    case MC_ROSTER_OBSTACLE_PINNED:
      return g_strdup_printf (_ ("%s is pinned."), name);
    case MC_ROSTER_OBSTACLE_BUSY:
      return prices ? g_strdup_printf (_ ("%s would leave %s: %s."), name,
                                       mc_roster_words_duty (problem, candidate->leaves), prices)
                    : g_strdup_printf (_ ("%s would leave %s; nothing gets worse."), name,
                                       mc_roster_words_duty (problem, candidate->leaves));
    case MC_ROSTER_OBSTACLE_NONE:
    default:
      return prices ? g_strdup_printf (_ ("%s is free: %s."), name, prices)
                    : g_strdup_printf (_ ("%s is free; nothing gets worse."), name);
    }
}

static McRosterObstacle
obstacle_of (const McRosterProblem *problem, const McRosterSolution *roster, guint person, guint session, guint duty)
{
  const McRosterPin *pin = mc_roster_problem_pin (problem, person, session);

  if (!mc_roster_problem_skill (problem, person, session, duty))
    return MC_ROSTER_OBSTACLE_SKILL;
  if (mc_roster_problem_away (problem, person, session))
    return MC_ROSTER_OBSTACLE_AWAY;
  if (pin && pin->duty != (gint)duty)
    return MC_ROSTER_OBSTACLE_PINNED;
  return mc_roster_solution_get (roster, person, session) == MC_ROSTER_FREE ? MC_ROSTER_OBSTACLE_NONE
                                                                            : MC_ROSTER_OBSTACLE_BUSY;
}

static void
subtract (GArray *prices, const GArray *after, const GArray *before)
{
  for (guint i = 0; i < after->len; i++)
    {
      gint64 price = g_array_index (after, gint64, i) - g_array_index (before, gint64, i);

      g_array_append_val (prices, price);
    }
}

/* What the roster comes to with the person there: the cells are set, counted, and set back. */
static void
price (const McRosterProblem *problem,
       const McRosterSolution *roster,
       McRosterSolution *trial,
       McRosterCandidate *candidate,
       guint session,
       guint duty,
       gint instead_of)
{
  if (instead_of != MC_ROSTER_NONE)
    mc_roster_solution_set (trial, (guint)instead_of, session, MC_ROSTER_FREE);
  mc_roster_solution_set (trial, candidate->person, session, (gint)duty);
  mc_roster_evaluate (problem, trial);
  subtract (candidate->prices, trial->costs, roster->costs);
  subtract (candidate->by_rule, trial->rule_costs, roster->rule_costs);
  candidate->hard = (gint64)trial->hard_broken - (gint64)roster->hard_broken;
  mc_roster_solution_set (trial, candidate->person, session, candidate->leaves);
  if (instead_of != MC_ROSTER_NONE)
    mc_roster_solution_set (trial, (guint)instead_of, session, (gint)duty);
}

static gint
compare_candidates (gconstpointer a, gconstpointer b)
{
  const McRosterCandidate *x = *(const McRosterCandidate *const *)a, *y = *(const McRosterCandidate *const *)b;
  gboolean x_can = x->prices->len > 0, y_can = y->prices->len > 0;

  if (x_can != y_can)
    return x_can ? -1 : 1;
  if (x->hard != y->hard)
    return x->hard < y->hard ? -1 : 1;
  for (guint i = 0; i < MIN (x->prices->len, y->prices->len); i++)
    if (g_array_index (x->prices, gint64, i) != g_array_index (y->prices, gint64, i))
      return g_array_index (x->prices, gint64, i) < g_array_index (y->prices, gint64, i) ? -1 : 1;
  if (x->obstacle != y->obstacle)
    return x->obstacle < y->obstacle ? -1 : 1;
  return (x->person > y->person) - (x->person < y->person);
}

GPtrArray *
mc_roster_candidates (
    const McRosterProblem *problem, const McRosterSolution *roster, guint session, guint duty, gint instead_of)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (free_candidate);
  g_autoptr (McRosterSolution) trial = mc_roster_solution_copy (roster);

  for (guint p = 0; p < problem->people->len; p++)
    {
      McRosterCandidate *candidate;

      if ((gint)p == instead_of || mc_roster_solution_get (roster, p, session) == (gint)duty)
        continue;
      candidate = g_new0 (McRosterCandidate, 1);
      candidate->person = p;
      candidate->obstacle = obstacle_of (problem, roster, p, session, duty);
      candidate->leaves = mc_roster_solution_get (roster, p, session);
      candidate->prices = g_array_new (FALSE, FALSE, sizeof (gint64));
      candidate->by_rule = g_array_new (FALSE, FALSE, sizeof (gint64));
      if (candidate->obstacle <= MC_ROSTER_OBSTACLE_BUSY)
        price (problem, roster, trial, candidate, session, duty, instead_of);
      candidate->text = words_of_candidate (problem, candidate, session);
      g_ptr_array_add (candidates, candidate);
    }
  g_ptr_array_sort (candidates, compare_candidates);
  return candidates;
}

static char *
explain_free (const McRosterProblem *problem, guint person, guint session)
{
  const char *name = name_of (problem, person);
  g_autofree char *when = mc_roster_words_session (problem, session);
  const McRosterAway *away = mc_roster_problem_away (problem, person, session);
  guint n;
  const McRosterNeed *const *needs = mc_roster_problem_needs (problem, session, &n);
  gboolean could = FALSE;

  if (mc_roster_problem_pin (problem, person, session))
    return g_strdup_printf (_ ("%s is free on %s because the cell is pinned."), name, when);
  if (away)
    return g_strdup_printf (_ ("%s is away on %s."), name, when);
  for (guint i = 0; i < n; i++)
    could |= mc_roster_problem_may (problem, person, session, needs[i]->duty);
  return could ? g_strdup_printf (_ ("%s is free on %s: the seats that they could take have their people."), name, when)
               : g_strdup_printf (_ ("%s is free on %s: nothing is wanted that they are competent for."), name, when);
}

/* The nearest rivals for a seat. */
static void
append_rivals (GString *text,
               const McRosterProblem *problem,
               const McRosterSolution *roster,
               guint person,
               guint session,
               guint duty)
{
  g_autoptr (GPtrArray) others = mc_roster_candidates (problem, roster, session, duty, (gint)person);
  guint told = 0;

  for (guint i = 0; i < others->len && told < 3; i++)
    {
      const McRosterCandidate *other = g_ptr_array_index (others, i);

      if (other->prices->len == 0)
        break;
      g_string_append_printf (text, "%s%s", told ? " " : _ (" Others: "), other->text);
      told++;
    }
  if (told == 0)
    g_string_append (text, _ (" Nobody else can."));
}

char *
mc_roster_explain_cell (const McRosterProblem *problem, const McRosterSolution *roster, guint person, guint session)
{
  gint duty = mc_roster_solution_get (roster, person, session);
  const McRosterSkill *skill;
  const char *name = name_of (problem, person), *place = mc_roster_words_duty (problem, duty);
  g_autofree char *when = mc_roster_words_session (problem, session);
  GString *text;

  if (duty == MC_ROSTER_FREE)
    return explain_free (problem, person, session);
  text = g_string_new (NULL);
  skill = mc_roster_problem_skill (problem, person, session, (guint)duty);
  /* Translators: in these, person, duty, session */
  if (mc_roster_problem_pin (problem, person, session))
    g_string_printf (text, _ ("%s is at %s on %s because the cell is pinned."), name, place, when);
  else if (!skill)
    g_string_printf (text, _ ("%s is at %s on %s without being competent for it."), name, place, when);
  else if (skill->class == MC_ROSTER_SKILL_STANDING)
    g_string_printf (text, _ ("%s is at %s on %s: it is their standing place."), name, place, when);
  else if (skill->class == MC_ROSTER_SKILL_OWN)
    g_string_printf (text, _ ("%s is at %s on %s: it is one of their agency's."), name, place, when);
  else
    g_string_printf (text, _ ("%s is at %s on %s: they are authorised for it."), name, place, when);
  append_rivals (text, problem, roster, person, session, (guint)duty);
  return g_string_free (text, FALSE);
}

/* Who sits where the person would like to, or MC_ROSTER_NONE. */
static gint
occupant (const McRosterSolution *roster, guint session, guint duty)
{
  for (guint p = 0; p < roster->n_people; p++)
    if (mc_roster_solution_get (roster, p, session) == (gint)duty)
      return (gint)p;
  return MC_ROSTER_NONE;
}

/* What it takes to put the person to the duty that they wish for, or to any. */
static void
append_ways (GString *text, const McRosterProblem *problem, const McRosterSolution *roster, const McRosterWish *wish)
{
  guint n;
  const McRosterNeed *const *needs = mc_roster_problem_needs (problem, wish->session, &n);

  for (guint i = 0; i < n; i++)
    {
      guint duty = needs[i]->duty;
      g_autoptr (GPtrArray) candidates = NULL;

      if ((wish->duty != MC_ROSTER_NONE && wish->duty != (gint)duty) ||
          mc_roster_solution_get (roster, wish->person, wish->session) == (gint)duty ||
          (wish->duty == MC_ROSTER_NONE && !mc_roster_problem_may (problem, wish->person, wish->session, duty)))
        continue;
      candidates = mc_roster_candidates (problem, roster, wish->session, duty, occupant (roster, wish->session, duty));
      for (guint j = 0; j < candidates->len; j++)
        {
          const McRosterCandidate *candidate = g_ptr_array_index (candidates, j);

          if (candidate->person == wish->person)
            g_string_append_printf (text, " %s: %s", mc_roster_words_duty (problem, (gint)duty), candidate->text);
        }
    }
}

char *
mc_roster_explain_wish (const McRosterProblem *problem, const McRosterSolution *roster, guint wish)
{
  const McRosterWish *row = &g_array_index (problem->wishes, McRosterWish, wish);
  gint cell = mc_roster_solution_get (roster, row->person, row->session);
  gboolean has = row->duty == MC_ROSTER_NONE ? cell != MC_ROSTER_FREE : cell == row->duty;
  const char *name = name_of (problem, row->person);
  g_autofree char *when = mc_roster_words_session (problem, row->session);
  GString *text;

  if (has == row->on)
    return g_strdup_printf (_ ("%s has what they wished for on %s."), name, when);
  text = g_string_new (NULL);
  if (row->on)
    {
      g_string_printf (text, _ ("%s wished to work on %s."), name, when);
      append_ways (text, problem, roster, row);
      return g_string_free (text, FALSE);
    }
  g_string_printf (text, _ ("%s is at %s on %s, but wished not to be."), name, mc_roster_words_duty (problem, cell),
                   when);
  append_rivals (text, problem, roster, row->person, row->session, (guint)cell);
  return g_string_free (text, FALSE);
}

char *
mc_roster_explain_rule (const McRosterProblem *problem, const McRosterSolution *roster, guint rule)
{
  g_autofree char *words = mc_roster_words_rule (problem, rule);
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < roster->breaches->len; i++)
    n += g_array_index (roster->breaches, McRosterBreach, i).rule == rule;
  if (mc_roster_rule (problem, rule)->kind == MC_ROSTER_RULE_FAIRNESS)
    {
      g_autofree char *sum = mc_number_format_int (mc_roster_evaluate_rule (problem, roster, rule));

      g_string_printf (text, _ ("%s: the squares of the loads come to %s."), words, sum);
    }
  else if (n == 0)
    g_string_printf (text, _ ("%s: kept everywhere."), words);
  else
    g_string_printf (text, g_dngettext (GETTEXT_PACKAGE, "%s: broken in %u place.", "%s: broken in %u places.", n),
                     words, n);
  for (guint i = 0, told = 0; i < roster->breaches->len && told < MANY_BREACHES; i++)
    {
      const McRosterBreach *breach = &g_array_index (roster->breaches, McRosterBreach, i);
      g_autofree char *where = NULL;

      if (breach->rule != rule)
        continue;
      where = mc_roster_words_breach (problem, breach);
      g_string_append_printf (text, "\n%s", where);
      told++;
    }
  if (n > MANY_BREACHES)
    g_string_append (text, "\n…");
  return g_string_free (text, FALSE);
}
