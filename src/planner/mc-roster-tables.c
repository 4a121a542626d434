/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-tables-private.h"

static gint
compare_needs (gconstpointer a, gconstpointer b)
{
  const McRosterNeed *x = *(const McRosterNeed *const *)a, *y = *(const McRosterNeed *const *)b;

  if (x->session != y->session)
    return x->session < y->session ? -1 : 1;
  return (x->duty > y->duty) - (x->duty < y->duty);
}

static gint
compare_skills (gconstpointer a, gconstpointer b)
{
  const McRosterSkill *x = *(const McRosterSkill *const *)a, *y = *(const McRosterSkill *const *)b;

  if (x->person != y->person)
    return x->person < y->person ? -1 : 1;
  if (x->duty != y->duty)
    return x->duty < y->duty ? -1 : 1;
  if (x->cost != y->cost)
    return x->cost < y->cost ? -1 : 1;
  return (x > y) - (x < y);
}

static gint
compare_wishes (gconstpointer a, gconstpointer b)
{
  const McRosterWish *x = *(const McRosterWish *const *)a, *y = *(const McRosterWish *const *)b;

  if (x->person != y->person)
    return x->person < y->person ? -1 : 1;
  if (x->session != y->session)
    return x->session < y->session ? -1 : 1;
  return (x > y) - (x < y);
}

/* Pointers to all @rows in the order of @compare, whose first members, at @offset, say where each group starts. */
static gpointer
sort_rows (const GArray *rows, gsize size, GCompareFunc compare, gsize offset, guint n_groups, guint **start)
{
  gpointer *sorted = g_new (gpointer, rows->len + 1);
  guint group = 0;

  for (guint i = 0; i < rows->len; i++)
    sorted[i] = rows->data + i * size;
  qsort (sorted, rows->len, sizeof (gpointer), compare);
  *start = g_new (guint, n_groups + 1);
  for (guint i = 0; i < rows->len; i++)
    for (guint owner = *(const guint *)((const char *)sorted[i] + offset); group <= owner; group++)
      (*start)[group] = i;
  for (; group <= n_groups; group++)
    (*start)[group] = rows->len;
  return sorted;
}

static gint *
new_grid (gsize n, gint value)
{
  gint *grid = g_new (gint, n + 1);

  for (gsize i = 0; i < n; i++)
    grid[i] = value;
  return grid;
}

static void
index_days (McRosterTables *self, const McRosterProblem *problem)
{
  self->day_starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint s = 0; s < problem->sessions->len; s++)
    {
      McRosterSession *session = mc_roster_session (problem, s);
      McDay monday = mc_roster_session (problem, 0)->day - mc_day_weekday (mc_roster_session (problem, 0)->day) + 1;

      if (s == 0 || session->day != mc_roster_session (problem, s - 1)->day)
        g_array_append_val (self->day_starts, s);
      session->day_index = self->day_starts->len - 1;
      session->week_index = (guint)((session->day - monday) / 7);
      self->n_weeks = session->week_index + 1;
    }
  g_array_append_val (self->day_starts, problem->sessions->len);
}

static void
index_cells (McRosterTables *self, const McRosterProblem *problem)
{
  guint n_sessions = problem->sessions->len;
  gsize n = (gsize)problem->people->len * n_sessions;

  self->away = new_grid (n, MC_ROSTER_NONE);
  self->pin = new_grid (n, MC_ROSTER_NONE);
  for (guint i = problem->aways->len; i-- > 0;)
    {
      const McRosterAway *away = &g_array_index (problem->aways, McRosterAway, i);

      for (guint s = away->from; s <= away->to; s++)
        self->away[(gsize)away->person * n_sessions + s] = (gint)i;
    }
  for (guint i = 0; i < problem->pins->len; i++)
    {
      const McRosterPin *pin = &g_array_index (problem->pins, McRosterPin, i);

      self->pin[(gsize)pin->person * n_sessions + pin->session] = (gint)i;
    }
}

static void
index_rules (McRosterTables *self, const McRosterProblem *problem)
{
  for (guint i = 0; i < MC_ROSTER_N_RULE_KINDS; i++)
    self->rule[i] = MC_ROSTER_NONE;
  self->n_stages = 1;
  for (guint i = problem->rules->len; i-- > 0;)
    {
      const McRosterRule *rule = mc_roster_rule (problem, i);

      if (!rule->on)
        continue;
      self->rule[rule->kind] = (gint)i;
      if (!rule->hard)
        self->n_stages = MAX (self->n_stages, rule->stage + 1);
    }
}

McRosterTables *
mc_roster_tables_new (const McRosterProblem *problem)
{
  McRosterTables *self = g_new0 (McRosterTables, 1);
  guint n_duties = problem->duties->len;

  index_days (self, problem);
  self->need = new_grid ((gsize)problem->sessions->len * n_duties, MC_ROSTER_NONE);
  for (guint i = 0; i < problem->needs->len; i++)
    {
      const McRosterNeed *need = &g_array_index (problem->needs, McRosterNeed, i);

      self->need[(gsize)need->session * n_duties + need->duty] = (gint)i;
    }
  self->needs = sort_rows (problem->needs, sizeof (McRosterNeed), compare_needs, offsetof (McRosterNeed, session),
                           problem->sessions->len, &self->needs_start);
  self->skills = sort_rows (problem->skills, sizeof (McRosterSkill), compare_skills, offsetof (McRosterSkill, person),
                            problem->people->len, &self->skills_start);
  self->wishes = sort_rows (problem->wishes, sizeof (McRosterWish), compare_wishes, offsetof (McRosterWish, person),
                            problem->people->len, &self->wishes_start);
  index_cells (self, problem);
  self->carried = new_grid ((gsize)problem->people->len * problem->ledgers->len, 0);
  for (guint i = 0; i < problem->carried->len; i++)
    {
      const McRosterCarried *row = &g_array_index (problem->carried, McRosterCarried, i);

      self->carried[(gsize)row->person * problem->ledgers->len + row->ledger] += row->load;
    }
  if (problem->successions->len)
    self->forbidden = g_malloc0 ((gsize)n_duties * n_duties);
  for (guint i = 0; i < problem->successions->len; i++)
    {
      const McRosterSuccession *row = &g_array_index (problem->successions, McRosterSuccession, i);

      self->forbidden[(gsize)row->first * n_duties + row->second] |= row->next_day ? 2 : 1;
    }
  index_rules (self, problem);
  return self;
}

void
mc_roster_tables_free (McRosterTables *self)
{
  g_array_unref (self->day_starts);
  g_free (self->need);
  g_free (self->needs);
  g_free (self->needs_start);
  g_free (self->skills);
  g_free (self->skills_start);
  g_free (self->wishes);
  g_free (self->wishes_start);
  g_free (self->away);
  g_free (self->pin);
  g_free (self->carried);
  g_free (self->forbidden);
  g_free (self);
}

gboolean
mc_roster_problem_seal (McRosterProblem *self, GError **error)
{
  if (!mc_roster_problem_check (self, error))
    return FALSE;
  g_clear_pointer (&self->tables, mc_roster_tables_free);
  self->tables = mc_roster_tables_new (self);
  return TRUE;
}

guint
mc_roster_problem_n_days (const McRosterProblem *self)
{
  return self->tables->day_starts->len - 1;
}

guint
mc_roster_problem_n_weeks (const McRosterProblem *self)
{
  return self->tables->n_weeks;
}

guint
mc_roster_problem_day_sessions (const McRosterProblem *self, guint day_index, guint *n)
{
  guint first = g_array_index (self->tables->day_starts, guint, day_index);

  *n = g_array_index (self->tables->day_starts, guint, day_index + 1) - first;
  return first;
}

const McRosterNeed *
mc_roster_problem_need (const McRosterProblem *self, guint session, guint duty)
{
  gint at = self->tables->need[(gsize)session * self->duties->len + duty];

  return at >= 0 ? &g_array_index (self->needs, McRosterNeed, at) : NULL;
}

const McRosterNeed *const *
mc_roster_problem_needs (const McRosterProblem *self, guint session, guint *n)
{
  const guint *start = self->tables->needs_start + session;

  *n = start[1] - start[0];
  return self->tables->needs + start[0];
}

const McRosterSkill *
mc_roster_problem_skill (const McRosterProblem *self, guint person, guint session, guint duty)
{
  const McRosterTables *tables = self->tables;
  guint low = tables->skills_start[person], high = tables->skills_start[person + 1], end = high;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (tables->skills[middle]->duty < duty)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < end && tables->skills[low]->duty == duty; low++)
    if (tables->skills[low]->from <= session && session <= tables->skills[low]->to)
      return tables->skills[low];
  return NULL;
}

const McRosterSkill *const *
mc_roster_problem_skills (const McRosterProblem *self, guint person, guint *n)
{
  const guint *start = self->tables->skills_start + person;

  *n = start[1] - start[0];
  return self->tables->skills + start[0];
}

const McRosterAway *
mc_roster_problem_away (const McRosterProblem *self, guint person, guint session)
{
  gint at = self->tables->away[(gsize)person * self->sessions->len + session];

  return at >= 0 ? &g_array_index (self->aways, McRosterAway, at) : NULL;
}

const McRosterPin *
mc_roster_problem_pin (const McRosterProblem *self, guint person, guint session)
{
  gint at = self->tables->pin[(gsize)person * self->sessions->len + session];

  return at >= 0 ? &g_array_index (self->pins, McRosterPin, at) : NULL;
}

gint
mc_roster_problem_carried (const McRosterProblem *self, guint person, guint ledger)
{
  return self->tables->carried[(gsize)person * self->ledgers->len + ledger];
}

gint
mc_roster_problem_previous (const McRosterProblem *self, guint person, guint session)
{
  return self->previous ? self->previous[(gsize)person * self->sessions->len + session] : MC_ROSTER_FREE;
}

gboolean
mc_roster_problem_counts (const McRosterProblem *self, guint ledger, guint session, guint duty)
{
  const McRosterLedger *row = &g_array_index (self->ledgers, McRosterLedger, ledger);

  return (row->session_flags == 0 || (row->session_flags & mc_roster_session (self, session)->flags)) &&
         (row->duty_kinds == 0 || (row->duty_kinds & mc_roster_duty (self, duty)->kind));
}

void
mc_roster_problem_times (const McRosterProblem *self, guint session, guint duty, gint *start, gint *finish)
{
  const McRosterDuty *row = mc_roster_duty (self, duty);

  *start = row->start >= 0 ? row->start : mc_roster_session (self, session)->start;
  *finish = row->finish >= 0 ? row->finish : mc_roster_session (self, session)->finish;
}

gint
mc_roster_problem_minutes (const McRosterProblem *self, guint session, guint duty)
{
  gint start, finish;

  if (mc_roster_duty (self, duty)->minutes >= 0)
    return mc_roster_duty (self, duty)->minutes;
  mc_roster_problem_times (self, session, duty, &start, &finish);
  return finish - start;
}

gboolean
mc_roster_problem_forbids (const McRosterProblem *self, guint session, guint first, guint later, guint second)
{
  const McRosterSession *a = mc_roster_session (self, session), *b = mc_roster_session (self, later);
  guint8 bits = self->tables->forbidden ? self->tables->forbidden[(gsize)first * self->duties->len + second] : 0;

  if (a->day == b->day)
    return (bits & 1) && later == session + 1;
  return (bits & 2) && b->day == a->day + 1;
}

gboolean
mc_roster_problem_forbids_first (const McRosterProblem *self, guint last_duty, guint duty)
{
  return self->tables->forbidden && (self->tables->forbidden[(gsize)last_duty * self->duties->len + duty] & 2);
}

gboolean
mc_roster_problem_may (const McRosterProblem *self, guint person, guint session, guint duty)
{
  const McRosterPin *pin = mc_roster_problem_pin (self, person, session);
  const McRosterRule *rule;

  if (pin)
    return pin->duty == (gint)duty;
  if (!mc_roster_problem_need (self, session, duty))
    return FALSE;
  rule = mc_roster_problem_rule (self, MC_ROSTER_RULE_COMPETENCE);
  if ((!rule || rule->hard) && !mc_roster_problem_skill (self, person, session, duty))
    return FALSE;
  rule = mc_roster_problem_rule (self, MC_ROSTER_RULE_LEAVE);
  return (rule && !rule->hard) || !mc_roster_problem_away (self, person, session);
}

const McRosterRule *
mc_roster_problem_rule (const McRosterProblem *self, McRosterRuleKind kind)
{
  gint at = self->tables->rule[kind];

  return at >= 0 ? mc_roster_rule (self, at) : NULL;
}

guint
mc_roster_problem_n_stages (const McRosterProblem *self)
{
  return self->tables->n_stages;
}
