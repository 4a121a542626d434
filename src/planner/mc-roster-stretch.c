/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-stretch.h"

#include <glib/gi18n-lib.h>

/* The whole of a day that the roster has but one half of is that half. */
static McHalf
half_of (const McRosterProblem *problem, guint session, guint n)
{
  if (n > 1)
    return MC_HALF_DAY;
  return mc_roster_session (problem, session)->part == 0 ? MC_HALF_MORNING : MC_HALF_AFTERNOON;
}

static void
append_day (GArray *spans, const McRosterProblem *problem, guint first, guint n, guint last_day_index)
{
  McRosterSession *session = mc_roster_session (problem, first);
  McHalf half = half_of (problem, first, n);
  McRosterStretch *before = spans->len ? &g_array_index (spans, McRosterStretch, spans->len - 1) : NULL;
  McRosterStretch span = { session->day, session->day, half, n };

  if (before && before->half == half && session->day_index == last_day_index + 1)
    {
      before->last = session->day;
      before->sessions += n;
    }
  else
    g_array_append_val (spans, span);
}

GArray *
mc_roster_stretches (const McRosterProblem *problem, const GArray *sessions)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (McRosterStretch));
  guint last = 0;

  for (guint i = 0; i < sessions->len;)
    {
      guint first = g_array_index (sessions, guint, i), n = 1;
      guint day = mc_roster_session (problem, first)->day_index;

      while (i + n < sessions->len &&
             mc_roster_session (problem, g_array_index (sessions, guint, i + n))->day_index == day)
        n++;
      append_day (spans, problem, first, n, last);
      last = day;
      i += n;
    }
  return spans;
}

char *
mc_roster_stretch_format (const McRosterStretch *self)
{
  g_autofree char *from = mc_day_format (self->from), *last = mc_day_format (self->last);
  g_autofree char *days = self->from == self->last ? g_strdup (from) : g_strdup_printf ("%s – %s", from, last);

  switch (self->half)
    {
    case MC_HALF_MORNING:
      /* Translators: %s: a day, or from one to another */
      return g_strdup_printf (_ ("%s (morning)"), days);
    case MC_HALF_AFTERNOON:
      /* Translators: %s: a day, or from one to another */
      return g_strdup_printf (_ ("%s (afternoon)"), days);
    case MC_HALF_DAY:
    default:
      return g_steal_pointer (&days);
    }
}

char *
mc_roster_stretches_format (const McRosterProblem *problem, const GArray *sessions)
{
  g_autoptr (GArray) spans = mc_roster_stretches (problem, sessions);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      g_autofree char *one = mc_roster_stretch_format (&g_array_index (spans, McRosterStretch, i));

      g_string_append_printf (text, "%s%s", i ? ", " : "", one);
    }
  return g_string_free (text, FALSE);
}
