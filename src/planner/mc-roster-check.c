/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-tables-private.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"

static gboolean
wrong (const char *rows, guint row, GError **error)
{
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("The data of the roster are wrong: %s, row %u"), rows, row + 1);
  return FALSE;
}

static gboolean
is_index (gint index, const GArray *rows)
{
  return index == MC_ROSTER_NONE || (index >= 0 && (guint)index < rows->len);
}

static gboolean
check_times (const McRosterProblem *self, GError **error)
{
  if (self->sessions->len == 0 || self->sessions->len > G_MAXINT16)
    return wrong ("sessions", 0, error);
  for (guint i = 0; i < self->sessions->len; i++)
    {
      const McRosterSession *now = mc_roster_session (self, i);
      const McRosterSession *before = i ? mc_roster_session (self, i - 1) : NULL;

      if (now->day == MC_DAY_NONE || now->finish < now->start ||
          (before && (before->day > now->day || (before->day == now->day && before->part >= now->part))))
        return wrong ("sessions", i, error);
    }
  if (self->duties->len > G_MAXINT16)
    return wrong ("duties", 0, error);
  for (guint i = 0; i < self->duties->len; i++)
    if (!mc_roster_duty (self, i)->key)
      return wrong ("duties", i, error);
  for (guint i = 0; i < self->successions->len; i++)
    {
      const McRosterSuccession *row = &g_array_index (self->successions, McRosterSuccession, i);

      if (row->first >= self->duties->len || row->second >= self->duties->len)
        return wrong ("successions", i, error);
    }
  return TRUE;
}

static gboolean
check_needs (const McRosterProblem *self, GError **error)
{
  g_autofree guint8 *seen = g_malloc0 ((gsize)self->sessions->len * self->duties->len + 1);

  for (guint i = 0; i < self->needs->len; i++)
    {
      const McRosterNeed *row = &g_array_index (self->needs, McRosterNeed, i);
      gsize at = (gsize)row->session * self->duties->len + row->duty;

      if (row->session >= self->sessions->len || row->duty >= self->duties->len || row->most < row->wanted ||
          row->under < 0 || row->over < 0 || seen[at])
        return wrong ("needs", i, error);
      seen[at] = TRUE;
    }
  return TRUE;
}

static gboolean
check_people (const McRosterProblem *self, GError **error)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const McRosterPerson *row = mc_roster_person (self, i);

      if (!row->key || !is_index (row->unit, self->units) || !is_index (row->pool, self->pools) ||
          !is_index (row->last_duty, self->duties))
        return wrong ("people", i, error);
    }
  for (guint i = 0; i < self->skills->len; i++)
    {
      const McRosterSkill *row = &g_array_index (self->skills, McRosterSkill, i);

      if (row->person >= self->people->len || row->duty >= self->duties->len || row->cost < 0 || row->from > row->to ||
          row->to >= self->sessions->len)
        return wrong ("skills", i, error);
    }
  for (guint i = 0; i < self->aways->len; i++)
    {
      const McRosterAway *row = &g_array_index (self->aways, McRosterAway, i);

      if (row->person >= self->people->len || row->from > row->to || row->to >= self->sessions->len)
        return wrong ("aways", i, error);
    }
  for (guint i = 0; i < self->carried->len; i++)
    {
      const McRosterCarried *row = &g_array_index (self->carried, McRosterCarried, i);

      if (row->person >= self->people->len || row->ledger >= self->ledgers->len)
        return wrong ("carried", i, error);
    }
  return TRUE;
}

static gboolean
check_cells (const McRosterProblem *self, GError **error)
{
  g_autofree guint8 *pinned = g_malloc0 ((gsize)self->people->len * self->sessions->len + 1);

  for (guint i = 0; i < self->wishes->len; i++)
    {
      const McRosterWish *row = &g_array_index (self->wishes, McRosterWish, i);

      if (row->person >= self->people->len || row->session >= self->sessions->len || row->weight < 0 ||
          !is_index (row->duty, self->duties))
        return wrong ("wishes", i, error);
    }
  for (guint i = 0; i < self->pins->len; i++)
    {
      const McRosterPin *row = &g_array_index (self->pins, McRosterPin, i);
      gsize at = (gsize)row->person * self->sessions->len + row->session;

      if (row->person >= self->people->len || row->session >= self->sessions->len || pinned[at] ||
          !is_index (row->duty, self->duties))
        return wrong ("pins", i, error);
      pinned[at] = TRUE;
    }
  for (gsize i = 0; self->previous && i < (gsize)self->people->len * self->sessions->len; i++)
    if (!is_index (self->previous[i], self->duties))
      return wrong ("previous", (guint)i, error);
  return TRUE;
}

static gboolean
is_scope (const GArray *scope, const GArray *rows)
{
  for (guint i = 0; scope && i < scope->len; i++)
    if (g_array_index (scope, guint, i) >= rows->len ||
        (i && g_array_index (scope, guint, i) <= g_array_index (scope, guint, i - 1)))
      return FALSE;
  return TRUE;
}

/* What a rule of its kind cannot do without. */
static gboolean
is_whole (const McRosterProblem *self, const McRosterRule *rule)
{
  switch (rule->kind)
    {
    case MC_ROSTER_RULE_REST:
      return rule->least >= 0;
    case MC_ROSTER_RULE_COUNT:
    case MC_ROSTER_RULE_RUN:
    case MC_ROSTER_RULE_OFF_RUN:
      return (rule->least >= 0 || rule->most >= 0) && (rule->most < 0 || rule->least <= rule->most);
    case MC_ROSTER_RULE_WEEKENDS:
      return rule->most >= 0;
    case MC_ROSTER_RULE_GROUP:
      return rule->people && (rule->least >= 0 || rule->most >= 0);
    case MC_ROSTER_RULE_TOGETHER:
      return rule->people != NULL;
    case MC_ROSTER_RULE_FAIRNESS:
      return !rule->hard && rule->ledger >= 0 && (guint)rule->ledger < self->ledgers->len;
    default:
      return TRUE;
    }
}

gboolean
mc_roster_problem_check (const McRosterProblem *self, GError **error)
{
  if (!check_times (self, error) || !check_needs (self, error) || !check_people (self, error) ||
      !check_cells (self, error))
    return FALSE;
  for (guint i = 0; i < self->rules->len; i++)
    {
      const McRosterRule *rule = mc_roster_rule (self, i);

      if ((guint)rule->kind >= MC_ROSTER_N_RULE_KINDS || !rule->key || rule->stage > 15 ||
          (!rule->hard && rule->weight < 1) || !is_scope (rule->people, self->people) ||
          !is_scope (rule->duties, self->duties) || !is_scope (rule->sessions, self->sessions) ||
          !is_whole (self, rule))
        return wrong ("rules", i, error);
    }
  return TRUE;
}
