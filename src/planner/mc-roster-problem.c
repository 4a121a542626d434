/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-problem.h"

#include "mc-roster-tables-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (McRosterProblem, mc_roster_problem, mc_roster_problem_ref, mc_roster_problem_unref)

static void
clear_duty (gpointer data)
{
  McRosterDuty *duty = data;

  g_free (duty->key);
  g_free (duty->name);
}

static void
clear_unit (gpointer data)
{
  McRosterUnit *unit = data;

  g_free (unit->key);
  g_free (unit->name);
}

static void
clear_person (gpointer data)
{
  McRosterPerson *person = data;

  g_free (person->key);
  g_free (person->name);
}

static void
clear_away (gpointer data)
{
  g_free (((McRosterAway *)data)->reason);
}

static void
clear_ledger (gpointer data)
{
  McRosterLedger *ledger = data;

  g_free (ledger->key);
  g_free (ledger->name);
}

static void
clear_rule (gpointer data)
{
  mc_roster_rule_clear (data);
}

static GArray *
new_rows (gsize size, GDestroyNotify clear)
{
  GArray *rows = g_array_new (FALSE, TRUE, (guint)size);

  if (clear)
    g_array_set_clear_func (rows, clear);
  return rows;
}

McRosterProblem *
mc_roster_problem_new (void)
{
  McRosterProblem *self = g_new0 (McRosterProblem, 1);

  g_atomic_ref_count_init (&self->refs);
  self->sessions = new_rows (sizeof (McRosterSession), NULL);
  self->duties = new_rows (sizeof (McRosterDuty), clear_duty);
  self->successions = new_rows (sizeof (McRosterSuccession), NULL);
  self->needs = new_rows (sizeof (McRosterNeed), NULL);
  self->units = new_rows (sizeof (McRosterUnit), clear_unit);
  self->pools = new_rows (sizeof (McRosterUnit), clear_unit);
  self->people = new_rows (sizeof (McRosterPerson), clear_person);
  self->skills = new_rows (sizeof (McRosterSkill), NULL);
  self->aways = new_rows (sizeof (McRosterAway), clear_away);
  self->wishes = new_rows (sizeof (McRosterWish), NULL);
  self->pins = new_rows (sizeof (McRosterPin), NULL);
  self->ledgers = new_rows (sizeof (McRosterLedger), clear_ledger);
  self->carried = new_rows (sizeof (McRosterCarried), NULL);
  self->rules = new_rows (sizeof (McRosterRule), clear_rule);
  return self;
}

McRosterProblem *
mc_roster_problem_ref (McRosterProblem *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
mc_roster_problem_unref (McRosterProblem *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->tables, mc_roster_tables_free);
  g_array_unref (self->sessions);
  g_array_unref (self->duties);
  g_array_unref (self->successions);
  g_array_unref (self->needs);
  g_array_unref (self->units);
  g_array_unref (self->pools);
  g_array_unref (self->people);
  g_array_unref (self->skills);
  g_array_unref (self->aways);
  g_array_unref (self->wishes);
  g_array_unref (self->pins);
  g_array_unref (self->ledgers);
  g_array_unref (self->carried);
  g_array_unref (self->rules);
  g_free (self->previous);
  g_free (self);
}

guint
mc_roster_problem_add_session (McRosterProblem *self, McDay day, guint part, guint flags, int start, int finish)
{
  McRosterSession session = {
    .day = day, .part = (guint8)part, .flags = (guint8)flags, .start = (gint16)start, .finish = (gint16)finish
  };

  g_array_append_val (self->sessions, session);
  return self->sessions->len - 1;
}

guint
mc_roster_problem_add_duty (McRosterProblem *self, const McRosterDuty *duty)
{
  McRosterDuty row = *duty;

  row.key = g_strdup (duty->key);
  row.name = g_strdup (duty->name);
  g_array_append_val (self->duties, row);
  return self->duties->len - 1;
}

guint
mc_roster_problem_add_succession (McRosterProblem *self, guint first, guint second, gboolean next_day)
{
  McRosterSuccession row = { first, second, next_day };

  g_array_append_val (self->successions, row);
  return self->successions->len - 1;
}

guint
mc_roster_problem_add_need (McRosterProblem *self, const McRosterNeed *need)
{
  g_array_append_vals (self->needs, need, 1);
  return self->needs->len - 1;
}

static guint
add_unit_row (GArray *rows, const McRosterUnit *unit)
{
  McRosterUnit row = { unit->id, g_strdup (unit->key), g_strdup (unit->name) };

  g_array_append_val (rows, row);
  return rows->len - 1;
}

guint
mc_roster_problem_add_unit (McRosterProblem *self, const McRosterUnit *unit)
{
  return add_unit_row (self->units, unit);
}

guint
mc_roster_problem_add_pool (McRosterProblem *self, const McRosterUnit *pool)
{
  return add_unit_row (self->pools, pool);
}

guint
mc_roster_problem_add_person (McRosterProblem *self, const McRosterPerson *person)
{
  McRosterPerson row = *person;

  row.key = g_strdup (person->key);
  row.name = g_strdup (person->name);
  g_array_append_val (self->people, row);
  return self->people->len - 1;
}

guint
mc_roster_problem_add_skill (McRosterProblem *self, const McRosterSkill *skill)
{
  g_array_append_vals (self->skills, skill, 1);
  return self->skills->len - 1;
}

guint
mc_roster_problem_add_away (McRosterProblem *self, const McRosterAway *away)
{
  McRosterAway row = *away;

  row.reason = g_strdup (away->reason);
  g_array_append_val (self->aways, row);
  return self->aways->len - 1;
}

guint
mc_roster_problem_add_wish (McRosterProblem *self, const McRosterWish *wish)
{
  g_array_append_vals (self->wishes, wish, 1);
  return self->wishes->len - 1;
}

guint
mc_roster_problem_add_pin (McRosterProblem *self, guint person, guint session, gint duty)
{
  McRosterPin row = { person, session, duty };

  g_array_append_val (self->pins, row);
  return self->pins->len - 1;
}

guint
mc_roster_problem_add_ledger (McRosterProblem *self, const McRosterLedger *ledger)
{
  McRosterLedger row = *ledger;

  row.key = g_strdup (ledger->key);
  row.name = g_strdup (ledger->name);
  g_array_append_val (self->ledgers, row);
  return self->ledgers->len - 1;
}

guint
mc_roster_problem_add_carried (McRosterProblem *self, guint person, guint ledger, gint load)
{
  McRosterCarried row = { person, ledger, load };

  g_array_append_val (self->carried, row);
  return self->carried->len - 1;
}

guint
mc_roster_problem_add_rule (McRosterProblem *self, const McRosterRule *rule)
{
  McRosterRule row;

  mc_roster_rule_copy_into (rule, &row);
  g_array_append_val (self->rules, row);
  return self->rules->len - 1;
}

void
mc_roster_problem_keep (McRosterProblem *self, const gint16 *cells)
{
  gsize n = (gsize)self->people->len * self->sessions->len;

  g_free (self->previous);
  self->previous = g_memdup2 (cells, n * sizeof (gint16));
}

static void
copy_plain (GArray *to, const GArray *from)
{
  if (from->len)
    g_array_append_vals (to, from->data, from->len);
}

McRosterProblem *
mc_roster_problem_copy (const McRosterProblem *self)
{
  McRosterProblem *copy = mc_roster_problem_new ();

  copy_plain (copy->sessions, self->sessions);
  copy_plain (copy->successions, self->successions);
  copy_plain (copy->needs, self->needs);
  copy_plain (copy->skills, self->skills);
  copy_plain (copy->wishes, self->wishes);
  copy_plain (copy->pins, self->pins);
  copy_plain (copy->carried, self->carried);
  for (guint i = 0; i < self->duties->len; i++)
    mc_roster_problem_add_duty (copy, mc_roster_duty (self, i));
  for (guint i = 0; i < self->units->len; i++)
    mc_roster_problem_add_unit (copy, &g_array_index (self->units, McRosterUnit, i));
  for (guint i = 0; i < self->pools->len; i++)
    mc_roster_problem_add_pool (copy, &g_array_index (self->pools, McRosterUnit, i));
  for (guint i = 0; i < self->people->len; i++)
    mc_roster_problem_add_person (copy, mc_roster_person (self, i));
  for (guint i = 0; i < self->aways->len; i++)
    mc_roster_problem_add_away (copy, &g_array_index (self->aways, McRosterAway, i));
  for (guint i = 0; i < self->ledgers->len; i++)
    mc_roster_problem_add_ledger (copy, &g_array_index (self->ledgers, McRosterLedger, i));
  for (guint i = 0; i < self->rules->len; i++)
    mc_roster_problem_add_rule (copy, mc_roster_rule (self, i));
  if (self->previous)
    mc_roster_problem_keep (copy, self->previous);
  return copy;
}
