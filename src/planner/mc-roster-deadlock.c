/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-explain.h"

#include <glib/gi18n-lib.h>

#include "mc-number.h"
#include "mc-roster-evaluator.h"
#include "mc-roster-planner.h"
#include "mc-roster-words.h"

static void
free_relaxation (gpointer data)
{
  McRosterRelaxation *relaxation = data;

  g_free (relaxation->text);
  g_free (relaxation);
}

void
mc_roster_deadlock_free (McRosterDeadlock *self)
{
  g_array_unref (self->rules);
  g_ptr_array_unref (self->relaxations);
  g_free (self->text);
  g_free (self);
}

/* The hard rules of @kept alone; of the others competence and leave are looked at, but may be broken. */
static McRosterProblem *
with_rules (const McRosterProblem *problem, const guint8 *kept, gboolean with_pins)
{
  McRosterProblem *copy = mc_roster_problem_copy (problem);

  if (!with_pins)
    g_array_set_size (copy->pins, 0);
  for (guint i = 0; i < copy->rules->len; i++)
    {
      McRosterRule *rule = mc_roster_rule (copy, i);
      gboolean is_structure = rule->kind == MC_ROSTER_RULE_COMPETENCE || rule->kind == MC_ROSTER_RULE_LEAVE;

      if (kept[i])
        continue;
      rule->on = rule->on && rule->hard && is_structure;
      rule->hard = FALSE;
      rule->stage = 0;
      rule->weight = 1;
    }
  mc_roster_problem_seal (copy, NULL);
  return copy;
}

static gboolean
can_keep (const McRosterProblem *problem, const guint8 *kept, gboolean with_pins, const McRosterOptions *options)
{
  g_autoptr (McRosterProblem) part = with_rules (problem, kept, with_pins);
  g_autoptr (McRosterSolution) roster = mc_roster_plan (part, NULL, options);

  return roster->hard_broken == 0;
}

/* How little a rule must be broken by, if the others are kept. */
static gint64
least_amount (const McRosterProblem *problem,
              const guint8 *hard,
              guint relaxed,
              gboolean with_pins,
              const McRosterOptions *options)
{
  g_autofree guint8 *kept = g_memdup2 (hard, problem->rules->len);
  g_autoptr (McRosterProblem) part = NULL;
  g_autoptr (McRosterSolution) roster = NULL;
  McRosterRule *rule;

  kept[relaxed] = FALSE;
  part = with_rules (problem, kept, with_pins);
  rule = mc_roster_rule (part, relaxed);
  rule->on = TRUE;
  for (guint i = 0; rule->kind == MC_ROSTER_RULE_COVER && i < part->needs->len; i++)
    {
      McRosterNeed *need = &g_array_index (part->needs, McRosterNeed, i);

      need->under = 1;
      need->over = 0;
    }
  for (guint i = 0; i < part->wishes->len; i++)
    g_array_index (part->wishes, McRosterWish, i).weight = 1;
  mc_roster_problem_seal (part, NULL);
  roster = mc_roster_plan (part, NULL, options);
  return roster->hard_broken ? -1 : mc_roster_evaluate_rule (part, roster, relaxed);
}

static gint
compare_relaxations (gconstpointer a, gconstpointer b)
{
  const McRosterRelaxation *x = *(const McRosterRelaxation *const *)a, *y = *(const McRosterRelaxation *const *)b;

  if ((x->amount < 0) != (y->amount < 0))
    return x->amount < 0 ? 1 : -1;
  if (x->amount != y->amount)
    return x->amount < y->amount ? -1 : 1;
  return (x->rule > y->rule) - (x->rule < y->rule);
}

static void
add_relaxation (McRosterDeadlock *self, const McRosterProblem *problem, guint rule, gint64 amount)
{
  McRosterRelaxation *relaxation = g_new0 (McRosterRelaxation, 1);
  g_autofree char *words = mc_roster_words_rule (problem, rule);
  g_autofree char *number = mc_number_format_int (amount);

  relaxation->rule = rule;
  relaxation->amount = amount;
  relaxation->text = amount >= 0
                         ? g_strdup_printf (_ ("All others can be kept if “%s” is broken by %s."), words, number)
                         : g_strdup_printf (_ ("Breaking “%s” alone is not enough."), words);
  g_ptr_array_add (self->relaxations, relaxation);
}

static void
tell (McRosterDeadlock *self, const McRosterProblem *problem)
{
  GString *text = g_string_new (_ ("These cannot all be kept:"));

  for (guint i = 0; i < self->rules->len; i++)
    {
      g_autofree char *words = mc_roster_words_rule (problem, g_array_index (self->rules, guint, i));

      g_string_append_printf (text, "%s “%s”", i ? "," : "", words);
    }
  if (self->with_pins)
    g_string_append (text, _ (", with the cells that are pinned"));
  g_string_append_c (text, '.');
  self->text = g_string_free (text, FALSE);
}

McRosterDeadlock *
mc_roster_find_deadlock (const McRosterProblem *problem, const McRosterOptions *options)
{
  g_autofree guint8 *hard = g_malloc0 (problem->rules->len + 1);
  g_autofree guint8 *kept = NULL;
  McRosterDeadlock *self;

  for (guint i = 0; i < problem->rules->len; i++)
    hard[i] = mc_roster_rule (problem, i)->on && mc_roster_rule (problem, i)->hard;
  if (can_keep (problem, hard, TRUE, options))
    return NULL;
  self = g_new0 (McRosterDeadlock, 1);
  self->rules = g_array_new (FALSE, FALSE, sizeof (guint));
  self->relaxations = g_ptr_array_new_with_free_func (free_relaxation);
  self->with_pins = problem->pins->len && can_keep (problem, hard, FALSE, options);
  kept = g_memdup2 (hard, problem->rules->len + 1);
  for (guint i = 0; i < problem->rules->len; i++)
    {
      if (!kept[i])
        continue;
      kept[i] = FALSE;
      /* Still impossible without it: it is none of the set. */
      if (can_keep (problem, kept, self->with_pins, options))
        kept[i] = TRUE;
    }
  for (guint i = 0; i < problem->rules->len; i++)
    if (kept[i])
      {
        g_array_append_val (self->rules, i);
        add_relaxation (self, problem, i, least_amount (problem, hard, i, self->with_pins, options));
      }
  g_ptr_array_sort (self->relaxations, compare_relaxations);
  tell (self, problem);
  return self;
}
