/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-matching.h"

#include <string.h>

/* One who may do a duty; sorted, the best first. */
typedef struct
{
  guint person;
  guint duty;
  gint64 cost;
  gint load;
} Able;

static gint
compare_able (gconstpointer a, gconstpointer b)
{
  const Able *x = a, *y = b;

  if (x->duty != y->duty)
    return x->duty < y->duty ? -1 : 1;
  if (x->cost != y->cost)
    return x->cost < y->cost ? -1 : 1;
  if (x->load != y->load)
    return x->load < y->load ? -1 : 1;
  return (x->person > y->person) - (x->person < y->person);
}

static gint
cell_of (const McRosterProblem *problem, const McRosterSolution *draft, guint person, guint session)
{
  const McRosterPin *pin = mc_roster_problem_pin (problem, person, session);

  if (pin)
    return pin->duty;
  return draft ? mc_roster_solution_get (draft, person, session) : MC_ROSTER_FREE;
}

static void
add_able (const McRosterMatching *self, GArray *all, guint person, guint duty, gint64 cost, const gint *loads)
{
  Able able = { person, duty, cost, loads ? loads[person] : 0 };

  if (mc_roster_problem_may (self->problem, person, self->session, duty))
    g_array_append_val (all, able);
}

/* Fills `start` and `able` with the people who are free to be put somewhere. */
static void
list_able (McRosterMatching *self, const gint *loads)
{
  const McRosterProblem *problem = self->problem;
  const McRosterRule *competence = mc_roster_problem_rule (problem, MC_ROSTER_RULE_COMPETENCE);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Able));
  guint duty = 0;

  for (guint p = 0; p < problem->people->len; p++)
    {
      guint n, n_needs;
      const McRosterSkill *const *skills = mc_roster_problem_skills (problem, p, &n);
      const McRosterNeed *const *needs = mc_roster_problem_needs (problem, self->session, &n_needs);

      if (self->fixed[p] != MC_ROSTER_FREE || mc_roster_problem_pin (problem, p, self->session))
        continue;
      for (guint i = 0; i < n; i++)
        if ((i == 0 || skills[i]->duty != skills[i - 1]->duty))
          {
            const McRosterSkill *skill = mc_roster_problem_skill (problem, p, self->session, skills[i]->duty);

            if (skill)
              add_able (self, all, p, skill->duty, skill->cost, loads);
          }
      for (guint i = 0; competence && !competence->hard && i < n_needs; i++)
        if (!mc_roster_problem_skill (problem, p, self->session, needs[i]->duty))
          add_able (self, all, p, needs[i]->duty, G_MAXINT64, loads);
    }
  g_array_sort (all, compare_able);
  self->start = g_new (guint, problem->duties->len + 1);
  self->able = g_new (guint, all->len + 1);
  for (guint i = 0; i < all->len; i++)
    {
      const Able *able = &g_array_index (all, Able, i);

      self->able[i] = able->person;
      for (; duty <= able->duty; duty++)
        self->start[duty] = i;
    }
  for (; duty <= problem->duties->len; duty++)
    self->start[duty] = all->len;
}

/* One more person for @duty, by moving others if it must be: an augmenting path. */
static gboolean
augment (McRosterMatching *self, guint duty, guint8 *seen)
{
  for (guint i = self->start[duty]; i < self->start[duty + 1]; i++)
    if (self->duty[self->able[i]] == MC_ROSTER_FREE)
      {
        self->duty[self->able[i]] = (gint16)duty;
        return TRUE;
      }
  for (guint i = self->start[duty]; i < self->start[duty + 1]; i++)
    {
      guint person = self->able[i];

      if (seen[person] || self->duty[person] == (gint)duty)
        continue;
      seen[person] = TRUE;
      if (augment (self, (guint)self->duty[person], seen))
        {
          self->duty[person] = (gint16)duty;
          return TRUE;
        }
    }
  return FALSE;
}

/* Everyone at their first choice as far as seats go, so that few need to be moved. */
static void
seat_first_choices (McRosterMatching *self, const McRosterNeed *const *needs, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = self->start[needs[i]->duty];
         j < self->start[needs[i]->duty + 1] && self->filled[needs[i]->duty] < needs[i]->wanted; j++)
      {
        guint person = self->able[j];
        const McRosterSkill *skill = mc_roster_problem_skill (self->problem, person, self->session, needs[i]->duty);

        if (self->duty[person] != MC_ROSTER_FREE || !skill || skill->cost)
          continue;
        self->duty[person] = (gint16)needs[i]->duty;
        self->filled[needs[i]->duty]++;
      }
}

McRosterMatching *
mc_roster_matching_new (const McRosterProblem *problem, guint session, const McRosterSolution *draft, const gint *loads)
{
  McRosterMatching *self = g_new0 (McRosterMatching, 1);
  guint n, n_people = problem->people->len;
  const McRosterNeed *const *needs = mc_roster_problem_needs (problem, session, &n);
  g_autofree guint8 *seen = g_malloc (n_people + 1);

  self->problem = problem;
  self->session = session;
  self->fixed = g_new (gint16, n_people + 1);
  self->duty = g_new (gint16, n_people + 1);
  self->filled = g_new0 (guint16, problem->duties->len + 1);
  for (guint p = 0; p < n_people; p++)
    {
      self->fixed[p] = self->duty[p] = (gint16)cell_of (problem, draft, p, session);
      if (self->fixed[p] != MC_ROSTER_FREE)
        self->filled[self->fixed[p]]++;
    }
  list_able (self, loads);
  seat_first_choices (self, needs, n);
  for (guint i = 0; i < n; i++)
    while (self->filled[needs[i]->duty] < needs[i]->wanted)
      {
        memset (seen, 0, n_people);
        if (!augment (self, needs[i]->duty, seen))
          {
            self->lacking += needs[i]->wanted - self->filled[needs[i]->duty];
            break;
          }
        self->filled[needs[i]->duty]++;
      }
  return self;
}

void
mc_roster_matching_free (McRosterMatching *self)
{
  g_free (self->fixed);
  g_free (self->duty);
  g_free (self->filled);
  g_free (self->start);
  g_free (self->able);
  g_free (self);
}

void
mc_roster_conflict_free (McRosterConflict *self)
{
  g_array_unref (self->duties);
  g_array_unref (self->people);
  g_array_unref (self->away);
  g_array_unref (self->pinned);
  g_free (self);
}

/* Duties and people that an alternating path from @duty comes to. */
static void
reach (const McRosterMatching *self, guint duty, guint8 *duties, guint8 *people)
{
  duties[duty] = TRUE;
  for (guint i = self->start[duty]; i < self->start[duty + 1]; i++)
    {
      guint person = self->able[i];

      if (people[person])
        continue;
      people[person] = TRUE;
      if (!duties[self->duty[person]])
        reach (self, (guint)self->duty[person], duties, people);
    }
}

static gboolean
could (const McRosterMatching *self, guint person, const GArray *duties)
{
  for (guint i = 0; i < duties->len; i++)
    if (mc_roster_problem_skill (self->problem, person, self->session, g_array_index (duties, guint, i)))
      return TRUE;
  return FALSE;
}

/* Who could sit there but for being away or pinned. */
static void
list_missing (const McRosterMatching *self, McRosterConflict *conflict)
{
  for (guint p = 0; p < self->problem->people->len; p++)
    {
      const McRosterAway *away = mc_roster_problem_away (self->problem, p, self->session);

      if (!could (self, p, conflict->duties))
        continue;
      if (away)
        {
          guint at = (guint)(away - (const McRosterAway *)self->problem->aways->data);

          g_array_append_val (conflict->away, at);
        }
      else if (mc_roster_problem_pin (self->problem, p, self->session) &&
               (self->fixed[p] == MC_ROSTER_FREE || !mc_roster_scope_has (conflict->duties, (guint)self->fixed[p])))
        g_array_append_val (conflict->pinned, p);
    }
}

static McRosterConflict *
conflict_at (const McRosterMatching *self, guint duty, guint8 *told)
{
  McRosterConflict *conflict = g_new0 (McRosterConflict, 1);
  g_autofree guint8 *duties = g_malloc0 (self->problem->duties->len + 1);
  g_autofree guint8 *people = g_malloc0 (self->problem->people->len + 1);

  conflict->duties = g_array_new (FALSE, FALSE, sizeof (guint));
  conflict->people = g_array_new (FALSE, FALSE, sizeof (guint));
  conflict->away = g_array_new (FALSE, FALSE, sizeof (guint));
  conflict->pinned = g_array_new (FALSE, FALSE, sizeof (guint));
  reach (self, duty, duties, people);
  for (guint d = 0; d < self->problem->duties->len; d++)
    {
      const McRosterNeed *need = mc_roster_problem_need (self->problem, self->session, d);

      if (!duties[d] || !need || told[d])
        continue;
      told[d] = TRUE;
      g_array_append_val (conflict->duties, d);
      conflict->seats += need->wanted;
      conflict->lacking += need->wanted - MIN (self->filled[d], need->wanted);
    }
  for (guint p = 0; p < self->problem->people->len; p++)
    if (people[p] || (self->fixed[p] != MC_ROSTER_FREE && duties[self->fixed[p]]))
      g_array_append_val (conflict->people, p);
  list_missing (self, conflict);
  return conflict;
}

GPtrArray *
mc_roster_matching_conflicts (const McRosterMatching *self)
{
  GPtrArray *conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_roster_conflict_free);
  g_autofree guint8 *told = g_malloc0 (self->problem->duties->len + 1);
  guint n;
  const McRosterNeed *const *needs = mc_roster_problem_needs (self->problem, self->session, &n);

  for (guint i = 0; i < n; i++)
    if (self->filled[needs[i]->duty] < needs[i]->wanted && !told[needs[i]->duty])
      g_ptr_array_add (conflicts, conflict_at (self, needs[i]->duty, told));
  return conflicts;
}

static gboolean
is_of_unit (const McRosterMatching *self, guint person, guint duty)
{
  gint unit = mc_roster_person (self->problem, person)->unit;

  for (guint p = 0; unit != MC_ROSTER_NONE && p < self->problem->people->len; p++)
    if (p != person && mc_roster_person (self->problem, p)->unit == unit &&
        mc_roster_problem_skill (self->problem, p, self->session, duty))
      return TRUE;
  return FALSE;
}

static gint
compare_cures (gconstpointer a, gconstpointer b)
{
  const McRosterCure *x = a, *y = b;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->same_unit != y->same_unit)
    return x->same_unit ? -1 : 1;
  if (x->person != y->person)
    return x->person < y->person ? -1 : 1;
  return (x->duty > y->duty) - (x->duty < y->duty);
}

static void
add_cure (const McRosterMatching *self, GArray *cures, McRosterCureKind kind, guint person, guint duty, gint away)
{
  McRosterCure cure = { kind, person, duty, away, is_of_unit (self, person, duty) };

  g_array_append_val (cures, cure);
}

GArray *
mc_roster_matching_cures (const McRosterMatching *self, const McRosterConflict *conflict)
{
  GArray *cures = g_array_new (FALSE, FALSE, sizeof (McRosterCure));

  for (guint i = 0; i < conflict->duties->len; i++)
    {
      guint duty = g_array_index (conflict->duties, guint, i);

      for (guint j = 0; j < conflict->pinned->len; j++)
        if (mc_roster_problem_skill (self->problem, g_array_index (conflict->pinned, guint, j), self->session, duty))
          add_cure (self, cures, MC_ROSTER_CURE_UNPIN, g_array_index (conflict->pinned, guint, j), duty,
                    MC_ROSTER_NONE);
      for (guint j = 0; j < conflict->away->len; j++)
        {
          guint at = g_array_index (conflict->away, guint, j);
          const McRosterAway *away = &g_array_index (self->problem->aways, McRosterAway, at);

          if (away->can_cancel && mc_roster_problem_skill (self->problem, away->person, self->session, duty))
            add_cure (self, cures, MC_ROSTER_CURE_CANCEL_LEAVE, away->person, duty, (gint)at);
        }
      for (guint p = 0; p < self->problem->people->len; p++)
        if (self->duty[p] == MC_ROSTER_FREE && !mc_roster_problem_pin (self->problem, p, self->session) &&
            !mc_roster_problem_away (self->problem, p, self->session))
          add_cure (self, cures, MC_ROSTER_CURE_GRANT, p, duty, MC_ROSTER_NONE);
    }
  g_array_sort (cures, compare_cures);
  return cures;
}

guint
mc_roster_count_lacking (const McRosterProblem *problem)
{
  guint lacking = 0;

  for (guint s = 0; s < problem->sessions->len; s++)
    {
      g_autoptr (McRosterMatching) matching = mc_roster_matching_new (problem, s, NULL, NULL);

      lacking += matching->lacking;
    }
  return lacking;
}
