/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-repair.h"

#include "mc-roster-evaluator.h"
#include "mc-roster-planner.h"

#define N_ANSWERS 3

/* One repair being worked out. */
typedef struct
{
  McRosterRepair *repair;
  const McRosterSolution *published;
  const McRosterOptions *options;
  McRosterProblem *question; /* the problem with all pinned that must not change, and the stages of a repair */
  guint8 *touched;           /* of each session: whether its day is concerned */
  guint8 *absent;            /* person × session */
} Mending;

static void
free_answer (gpointer data)
{
  McRosterAnswer *answer = data;

  mc_roster_solution_unref (answer->roster);
  g_array_unref (answer->moves);
  g_array_unref (answer->prices);
  g_free (answer);
}

void
mc_roster_repair_free (McRosterRepair *self)
{
  mc_roster_problem_unref (self->problem);
  mc_roster_solution_unref (self->nothing);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

static gsize
at (const Mending *self, guint person, guint session)
{
  return (gsize)person * self->published->n_sessions + session;
}

/* Who is away when, and the days on which that leaves a seat empty. */
static void
mark (Mending *self, const McRosterProblem *problem, const GArray *absences, guint now)
{
  self->touched = g_malloc0 (problem->sessions->len + 1);
  self->absent = g_malloc0 ((gsize)problem->people->len * problem->sessions->len + 1);
  for (guint i = 0; i < absences->len; i++)
    {
      const McRosterAway *away = &g_array_index (absences, McRosterAway, i);

      for (guint s = MAX (away->from, now); s <= away->to && s < problem->sessions->len; s++)
        {
          guint n, first = mc_roster_problem_day_sessions (problem, mc_roster_session (problem, s)->day_index, &n);

          self->absent[at (self, away->person, s)] = TRUE;
          if (mc_roster_solution_get (self->published, away->person, s) == MC_ROSTER_FREE)
            continue;
          for (guint t = MAX (first, now); t < first + n; t++)
            self->touched[t] = TRUE;
        }
    }
}

/* The problem with the absences, for what follows on the repair. A pin falls where its person is away. */
static McRosterProblem *
problem_without (const Mending *self, const McRosterProblem *problem, const GArray *absences)
{
  McRosterProblem *copy = mc_roster_problem_copy (problem);

  g_array_set_size (copy->pins, 0);
  for (guint i = 0; i < problem->pins->len; i++)
    {
      const McRosterPin *pin = &g_array_index (problem->pins, McRosterPin, i);

      if (!self->absent[at (self, pin->person, pin->session)])
        mc_roster_problem_add_pin (copy, pin->person, pin->session, pin->duty);
    }
  for (guint i = 0; i < absences->len; i++)
    mc_roster_problem_add_away (copy, &g_array_index (absences, McRosterAway, i));
  mc_roster_problem_keep (copy, self->published->cells);
  mc_roster_problem_seal (copy, NULL);
  return copy;
}

static McRosterSolution *
roster_without (const Mending *self)
{
  McRosterSolution *roster = mc_roster_solution_copy (self->published);

  for (guint p = 0; p < roster->n_people; p++)
    for (guint s = 0; s < roster->n_sessions; s++)
      if (self->absent[at (self, p, s)])
        mc_roster_solution_set (roster, p, s, MC_ROSTER_FREE);
  mc_roster_evaluate (self->repair->problem, roster);
  return roster;
}

static void
add_stability (McRosterProblem *problem, const char *key, gint64 weight, gboolean people_first)
{
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_STABILITY, key, FALSE);

  rule.stage = 1;
  rule.weight = weight;
  rule.people_first = people_first;
  mc_roster_problem_add_rule (problem, &rule);
}

/* Between the first stage and the second come the changes: one more cell weighs as much as all the people there are. */
static void
ask (Mending *self)
{
  const McRosterProblem *problem = self->repair->problem;
  McRosterProblem *question = mc_roster_problem_copy (problem);

  for (guint i = 0; i < question->rules->len; i++)
    {
      McRosterRule *rule = mc_roster_rule (question, i);

      rule->on = rule->on && rule->kind != MC_ROSTER_RULE_STABILITY;
      if (rule->stage > 0)
        rule->stage++;
    }
  add_stability (question, "cells", problem->people->len, FALSE);
  add_stability (question, "people", 1, TRUE);
  g_array_set_size (question->pins, 0);
  for (guint p = 0; p < problem->people->len; p++)
    for (guint s = 0; s < problem->sessions->len; s++)
      {
        const McRosterPin *pin = mc_roster_problem_pin (problem, p, s);

        if (self->absent[at (self, p, s)])
          mc_roster_problem_add_pin (question, p, s, MC_ROSTER_FREE);
        else if (!self->touched[s])
          mc_roster_problem_add_pin (question, p, s, mc_roster_solution_get (self->published, p, s));
        else if (pin)
          mc_roster_problem_add_pin (question, p, s, pin->duty);
      }
  self->question = question;
}

static guint
count_gaps (const Mending *self, const McRosterSolution *roster)
{
  guint gaps = 0;

  for (guint i = 0; i < roster->gaps->len; i++)
    {
      const McRosterGap *gap = &g_array_index (roster->gaps, McRosterGap, i);

      gaps += self->touched[gap->session] ? gap->seats : 0;
    }
  return gaps;
}

static McRosterAnswer *
answer_from (const Mending *self, McRosterSolution *roster)
{
  McRosterAnswer *answer = g_new0 (McRosterAnswer, 1);
  gint last = MC_ROSTER_NONE;

  answer->moves = g_array_new (FALSE, FALSE, sizeof (McRosterMove));
  answer->prices = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint p = 0; p < roster->n_people; p++)
    for (guint s = 0; s < roster->n_sessions; s++)
      {
        McRosterMove move = { p, s, mc_roster_solution_get (self->published, p, s),
                              mc_roster_solution_get (roster, p, s) };

        if (move.before == move.after || self->absent[at (self, p, s)])
          continue;
        g_array_append_val (answer->moves, move);
        answer->people += last != (gint)p;
        last = (gint)p;
      }
  mc_roster_evaluate (self->repair->problem, roster);
  roster->engine = "repair";
  for (guint stage = 0; stage < roster->costs->len; stage++)
    {
      gint64 price = mc_roster_solution_cost (roster, stage) - mc_roster_solution_cost (self->repair->nothing, stage);

      g_array_append_val (answer->prices, price);
    }
  answer->gaps = count_gaps (self, roster);
  answer->roster = roster;
  return answer;
}

/* The best answer in which @kept, if there is one, stays where they are. */
static McRosterAnswer *
answer (const Mending *self, gint kept)
{
  g_autoptr (McRosterProblem) question = mc_roster_problem_copy (self->question);

  for (guint s = 0; kept != MC_ROSTER_NONE && s < question->sessions->len; s++)
    if (self->touched[s] && !self->absent[at (self, (guint)kept, s)] &&
        !mc_roster_problem_pin (self->repair->problem, (guint)kept, s))
      mc_roster_problem_add_pin (question, (guint)kept, s, mc_roster_solution_get (self->published, (guint)kept, s));
  mc_roster_problem_seal (question, NULL);
  return answer_from (self, mc_roster_plan (question, self->repair->nothing, self->options));
}

static gboolean
is_told (const GPtrArray *answers, const McRosterAnswer *one)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const McRosterAnswer *other = g_ptr_array_index (answers, i);

      if (mc_roster_solution_changed_cells (one->roster, other->roster, NULL) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Seats first, then cells, people, and the costs stage by stage. */
static gint
compare_answers (gconstpointer a, gconstpointer b)
{
  const McRosterAnswer *x = *(const McRosterAnswer *const *)a, *y = *(const McRosterAnswer *const *)b;

  if (x->roster->hard_broken != y->roster->hard_broken)
    return x->roster->hard_broken < y->roster->hard_broken ? -1 : 1;
  if (g_array_index (x->prices, gint64, 0) != g_array_index (y->prices, gint64, 0))
    return g_array_index (x->prices, gint64, 0) < g_array_index (y->prices, gint64, 0) ? -1 : 1;
  if (x->moves->len != y->moves->len)
    return x->moves->len < y->moves->len ? -1 : 1;
  if (x->people != y->people)
    return x->people < y->people ? -1 : 1;
  return mc_roster_solution_compare (x->roster, y->roster);
}

/* The first answer, and for each person whom it moves the best one without them. */
static void
find_answers (Mending *self)
{
  GPtrArray *answers = self->repair->answers;
  McRosterAnswer *best = answer (self, MC_ROSTER_NONE);
  gint last = MC_ROSTER_NONE;

  g_ptr_array_add (answers, best);
  for (guint i = 0; i < best->moves->len && answers->len < 2 * N_ANSWERS; i++)
    {
      guint person = g_array_index (best->moves, McRosterMove, i).person;
      McRosterAnswer *other;

      if ((gint)person == last)
        continue;
      last = (gint)person;
      other = answer (self, (gint)person);
      if (is_told (answers, other))
        free_answer (other);
      else
        g_ptr_array_add (answers, other);
    }
  g_ptr_array_sort (answers, compare_answers);
  if (answers->len > N_ANSWERS)
    g_ptr_array_set_size (answers, N_ANSWERS);
}

McRosterRepair *
mc_roster_repair (const McRosterProblem *problem,
                  const McRosterSolution *published,
                  const GArray *absences,
                  guint now,
                  const McRosterOptions *options)
{
  Mending self = { .repair = g_new0 (McRosterRepair, 1), .published = published, .options = options };

  mark (&self, problem, absences, now);
  self.repair->answers = g_ptr_array_new_with_free_func (free_answer);
  self.repair->problem = problem_without (&self, problem, absences);
  self.repair->nothing = roster_without (&self);
  self.repair->gaps = count_gaps (&self, self.repair->nothing);
  ask (&self);
  find_answers (&self);
  mc_roster_problem_unref (self.question);
  g_free (self.touched);
  g_free (self.absent);
  return self.repair;
}
