/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-words.h"

#include <glib/gi18n-lib.h>

static gboolean
has_halves (const McRosterProblem *problem)
{
  for (guint s = 0; s < problem->sessions->len; s++)
    if (mc_roster_session (problem, s)->part)
      return TRUE;
  return FALSE;
}

char *
mc_roster_words_session (const McRosterProblem *problem, guint session)
{
  const McRosterSession *row = mc_roster_session (problem, session);
  g_autofree char *day = mc_day_format (row->day);

  if (!has_halves (problem))
    return g_steal_pointer (&day);
  return g_strdup_printf (row->part ? _ ("the afternoon of %s") : _ ("the morning of %s"), day);
}

const char *
mc_roster_words_duty (const McRosterProblem *problem, gint duty)
{
  const McRosterDuty *row;

  if (duty == MC_ROSTER_FREE)
    return C_ ("cell of a roster", "free");
  row = mc_roster_duty (problem, duty);
  return row->name ? row->name : row->key;
}

static const char *
name_of (const McRosterProblem *problem, guint person)
{
  const McRosterPerson *row = mc_roster_person (problem, person);

  return row->name ? row->name : row->key;
}

char *
mc_roster_words_people (const McRosterProblem *problem, const GArray *people)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (text, "%s%s", i ? ", " : "", name_of (problem, g_array_index (people, guint, i)));
  return g_string_free (text, FALSE);
}

static const char *const kinds[MC_ROSTER_N_RULE_KINDS] = {
  [MC_ROSTER_RULE_COVER] = N_ ("Every seat is filled"),
  [MC_ROSTER_RULE_COMPETENCE] = N_ ("Only those who are competent for it do a duty"),
  [MC_ROSTER_RULE_LEAVE] = N_ ("Leave is kept"),
  [MC_ROSTER_RULE_WHOLE_DAY] = N_ ("A duty of the whole day has one person all day"),
  [MC_ROSTER_RULE_SUCCESSION] = N_ ("Duties that must not follow each other do not"),
  [MC_ROSTER_RULE_REST] = N_ ("There is rest between two days"),
  [MC_ROSTER_RULE_COUNT] = N_ ("Nobody works too much or too little"),
  [MC_ROSTER_RULE_RUN] = N_ ("Days worked on end"),
  [MC_ROSTER_RULE_OFF_RUN] = N_ ("Days off on end"),
  [MC_ROSTER_RULE_WEEKENDS] = N_ ("Weekends worked"),
  [MC_ROSTER_RULE_PATTERN] = N_ ("The pattern of the week"),
  [MC_ROSTER_RULE_STANDING] = N_ ("Everyone at their standing counter"),
  [MC_ROSTER_RULE_STEADY] = N_ ("Nobody changes place within a day"),
  [MC_ROSTER_RULE_WISH_ON] = N_ ("Wishes to work"),
  [MC_ROSTER_RULE_WISH_OFF] = N_ ("Wishes not to work"),
  [MC_ROSTER_RULE_GROUP] = N_ ("Not all away, or not all there, at once"),
  [MC_ROSTER_RULE_TOGETHER] = N_ ("They work together"),
  [MC_ROSTER_RULE_TRAINEE] = N_ ("New officers beside experienced ones"),
  [MC_ROSTER_RULE_FAIRNESS] = N_ ("Burdens are shared fairly"),
  [MC_ROSTER_RULE_STABILITY] = N_ ("As it was before"),
};

char *
mc_roster_words_rule (const McRosterProblem *problem, guint rule)
{
  const McRosterRule *row = mc_roster_rule (problem, rule);

  return g_strdup (row->text ? row->text : _ (kinds[row->kind]));
}

char *
mc_roster_words_breach (const McRosterProblem *problem, const McRosterBreach *breach)
{
  g_autofree char *rule = mc_roster_words_rule (problem, breach->rule);
  g_autofree char *session = NULL;
  const char *person = breach->person >= 0 ? name_of (problem, (guint)breach->person) : NULL;
  const char *duty = breach->duty >= 0 ? mc_roster_words_duty (problem, breach->duty) : NULL;

  if (breach->session < 0)
    return person ? g_strdup_printf (_ ("%s: %s"), person, rule) : g_steal_pointer (&rule);
  session = mc_roster_words_session (problem, (guint)breach->session);
  if (person && duty)
    /* Translators: person, duty, session, rule */
    return g_strdup_printf (_ ("%s, %s, %s: %s"), person, duty, session, rule);
  if (person)
    return g_strdup_printf (_ ("%s, %s: %s"), person, session, rule);
  if (duty)
    return g_strdup_printf (_ ("%s, %s: %s"), duty, session, rule);
  return g_strdup_printf (_ ("%s: %s"), session, rule);
}

static char *
words_of_duties (const McRosterProblem *problem, const GArray *duties)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < duties->len; i++)
    g_string_append_printf (text, "%s%s", i ? ", " : "",
                            mc_roster_words_duty (problem, (gint)g_array_index (duties, guint, i)));
  return g_string_free (text, FALSE);
}

static void
append_away (GString *text, const McRosterProblem *problem, const GArray *away)
{
  for (guint i = 0; i < away->len; i++)
    {
      const McRosterAway *row = &g_array_index (problem->aways, McRosterAway, g_array_index (away, guint, i));

      g_string_append (text, i ? ", " : " ");
      g_string_append (text, name_of (problem, row->person));
      if (row->reason)
        g_string_append_printf (text, " (%s)", row->reason);
    }
}

char *
mc_roster_words_conflict (const McRosterProblem *problem, guint session, const McRosterConflict *conflict)
{
  g_autofree char *duties = words_of_duties (problem, conflict->duties);
  g_autofree char *when = mc_roster_words_session (problem, session);
  g_autofree char *people = mc_roster_words_people (problem, conflict->people);
  GString *text = g_string_new (NULL);

  if (conflict->people->len == 0)
    /* Translators: duties, session */
    g_string_append_printf (text, _ ("There is nobody for %s on %s"), duties, when);
  else
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE,
                                         /* Translators: how many seats, duties, session, names */
                                         "%u seat (%s) on %s has only %s", "%u seats (%s) on %s have only %s",
                                         conflict->seats),
                            conflict->seats, duties, when, people);
  if (conflict->away->len)
    {
      g_string_append (text, _ ("; away:"));
      append_away (text, problem, conflict->away);
    }
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

char *
mc_roster_words_cure (const McRosterProblem *problem, const McRosterCure *cure)
{
  const char *person = name_of (problem, cure->person), *duty = mc_roster_words_duty (problem, (gint)cure->duty);

  switch (cure->kind)
    {
    case MC_ROSTER_CURE_UNPIN:
      return g_strdup_printf (_ ("Unpin %s"), person);
    case MC_ROSTER_CURE_GRANT:
      return g_strdup_printf (_ ("Authorise %s for %s"), person, duty);
    case MC_ROSTER_CURE_CANCEL_LEAVE:
    default:
      return g_strdup_printf (_ ("Ask %s to come for %s"), person, duty);
    }
}
