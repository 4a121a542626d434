/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-rule.h"

static const char *const nicks[MC_ROSTER_N_RULE_KINDS] = {
  [MC_ROSTER_RULE_COVER] = "cover",           [MC_ROSTER_RULE_COMPETENCE] = "competence",
  [MC_ROSTER_RULE_LEAVE] = "leave",           [MC_ROSTER_RULE_WHOLE_DAY] = "whole-day",
  [MC_ROSTER_RULE_SUCCESSION] = "succession", [MC_ROSTER_RULE_REST] = "rest",
  [MC_ROSTER_RULE_COUNT] = "count",           [MC_ROSTER_RULE_RUN] = "run",
  [MC_ROSTER_RULE_OFF_RUN] = "off-run",       [MC_ROSTER_RULE_WEEKENDS] = "weekends",
  [MC_ROSTER_RULE_PATTERN] = "pattern",       [MC_ROSTER_RULE_STANDING] = "standing",
  [MC_ROSTER_RULE_STEADY] = "steady",         [MC_ROSTER_RULE_WISH_ON] = "wish-on",
  [MC_ROSTER_RULE_WISH_OFF] = "wish-off",     [MC_ROSTER_RULE_GROUP] = "group",
  [MC_ROSTER_RULE_TOGETHER] = "together",     [MC_ROSTER_RULE_TRAINEE] = "trainee",
  [MC_ROSTER_RULE_FAIRNESS] = "fairness",     [MC_ROSTER_RULE_STABILITY] = "stability",
};

const char *
mc_roster_rule_kind_get_nick (McRosterRuleKind kind)
{
  return nicks[kind];
}

gboolean
mc_roster_rule_kind_from_nick (const char *nick, McRosterRuleKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nick, nicks[i]))
      {
        *kind = (McRosterRuleKind)i;
        return TRUE;
      }
  return FALSE;
}

static gint
compare_indices (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return (x > y) - (x < y);
}

GArray *
mc_roster_scope_new (const guint *indices, guint n)
{
  GArray *scope = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  guint kept = 0;

  g_array_append_vals (scope, indices, n);
  g_array_sort (scope, compare_indices);
  for (guint i = 0; i < n; i++)
    if (kept == 0 || g_array_index (scope, guint, kept - 1) != g_array_index (scope, guint, i))
      g_array_index (scope, guint, kept++) = g_array_index (scope, guint, i);
  g_array_set_size (scope, kept);
  return scope;
}

gboolean
mc_roster_scope_has (const GArray *scope, guint index)
{
  guint low = 0, high;

  if (!scope)
    return TRUE;
  high = scope->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint value = g_array_index (scope, guint, middle);

      if (value == index)
        return TRUE;
      if (value < index)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

void
mc_roster_rule_copy_into (const McRosterRule *self, McRosterRule *copy)
{
  *copy = *self;
  copy->key = g_strdup (self->key);
  copy->text = g_strdup (self->text);
  copy->people = self->people ? g_array_copy (self->people) : NULL;
  copy->duties = self->duties ? g_array_copy (self->duties) : NULL;
  copy->sessions = self->sessions ? g_array_copy (self->sessions) : NULL;
}

void
mc_roster_rule_clear (McRosterRule *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->duties, g_array_unref);
  g_clear_pointer (&self->sessions, g_array_unref);
}
