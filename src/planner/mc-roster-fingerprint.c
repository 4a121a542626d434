/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-fingerprint.h"

#include <string.h>

/* Numbers and texts as a line each kind, so that nothing runs into the next. */
static void G_GNUC_PRINTF (2, 3) feed (GChecksum *sum, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  g_checksum_update (sum, (const guchar *)line, (gssize)strlen (line) + 1);
}

static void
feed_work (GChecksum *sum, const McRosterProblem *problem)
{
  for (guint i = 0; i < problem->sessions->len; i++)
    {
      const McRosterSession *s = mc_roster_session (problem, i);

      feed (sum, "session %d %u %u %d %d", s->day, s->part, s->flags, s->start, s->finish);
    }
  for (guint i = 0; i < problem->duties->len; i++)
    {
      const McRosterDuty *d = mc_roster_duty (problem, i);

      feed (sum, "duty %" G_GINT64_FORMAT " %d %d %d %d %d", d->id, (int)d->kind, d->start, d->finish, d->minutes,
            d->whole_day);
    }
  for (guint i = 0; i < problem->needs->len; i++)
    {
      const McRosterNeed *n = &g_array_index (problem->needs, McRosterNeed, i);

      feed (sum, "need %u %u %u %u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, n->session, n->duty, n->wanted, n->most,
            n->under, n->over);
    }
  for (guint i = 0; i < problem->successions->len; i++)
    {
      const McRosterSuccession *s = &g_array_index (problem->successions, McRosterSuccession, i);

      feed (sum, "succession %u %u %d", s->first, s->second, s->next_day);
    }
}

static void
feed_people (GChecksum *sum, const McRosterProblem *problem)
{
  for (guint i = 0; i < problem->people->len; i++)
    {
      const McRosterPerson *p = mc_roster_person (problem, i);

      feed (sum, "person %" G_GINT64_FORMAT " %d %d %d %d %u %u %u", p->id, p->unit, p->pool, p->trainee, p->last_duty,
            p->run, p->off_run, p->weekends);
    }
  for (guint i = 0; i < problem->skills->len; i++)
    {
      const McRosterSkill *s = &g_array_index (problem->skills, McRosterSkill, i);

      feed (sum, "skill %u %u %d %" G_GINT64_FORMAT " %u %u", s->person, s->duty, (int)s->class, s->cost, s->from,
            s->to);
    }
  for (guint i = 0; i < problem->aways->len; i++)
    {
      const McRosterAway *a = &g_array_index (problem->aways, McRosterAway, i);

      feed (sum, "away %u %u %u", a->person, a->from, a->to);
    }
  for (guint i = 0; i < problem->wishes->len; i++)
    {
      const McRosterWish *w = &g_array_index (problem->wishes, McRosterWish, i);

      feed (sum, "wish %u %u %d %d %" G_GINT64_FORMAT, w->person, w->session, w->duty, w->on, w->weight);
    }
  /* By place, for it does not matter which was pinned first. */
  for (guint person = 0; person < problem->people->len; person++)
    for (guint session = 0; session < problem->sessions->len; session++)
      {
        const McRosterPin *p = mc_roster_problem_pin (problem, person, session);

        if (p)
          feed (sum, "pin %u %u %d", p->person, p->session, p->duty);
      }
}

static void
feed_scope (GChecksum *sum, const GArray *scope)
{
  for (guint i = 0; scope && i < scope->len; i++)
    feed (sum, "%u", g_array_index (scope, guint, i));
  feed (sum, "%s", scope ? "these" : "all");
}

static void
feed_rules (GChecksum *sum, const McRosterProblem *problem)
{
  for (guint i = 0; i < problem->ledgers->len; i++)
    {
      const McRosterLedger *l = &g_array_index (problem->ledgers, McRosterLedger, i);

      feed (sum, "ledger %u %u", l->session_flags, l->duty_kinds);
    }
  for (guint i = 0; i < problem->carried->len; i++)
    {
      const McRosterCarried *c = &g_array_index (problem->carried, McRosterCarried, i);

      feed (sum, "carried %u %u %d", c->person, c->ledger, c->load);
    }
  for (guint i = 0; i < problem->rules->len; i++)
    {
      const McRosterRule *r = mc_roster_rule (problem, i);

      feed (sum, "rule %d %d %d %u %" G_GINT64_FORMAT " %d %d %d %d %d %u %u %d %d", (int)r->kind, r->on, r->hard,
            r->stage, r->weight, r->least, r->most, (int)r->span, (int)r->unit, r->ledger, r->weekdays, r->parts,
            r->beside, r->people_first);
      feed_scope (sum, r->people);
      feed_scope (sum, r->duties);
      feed_scope (sum, r->sessions);
    }
}

char *
mc_roster_fingerprint (const McRosterProblem *problem)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize cells = (gsize)problem->people->len * problem->sessions->len;
  gboolean kept = mc_roster_problem_rule (problem, MC_ROSTER_RULE_STABILITY) != NULL;

  feed_work (sum, problem);
  feed_people (sum, problem);
  feed_rules (sum, problem);
  for (gsize i = 0; kept && problem->previous && i < cells; i++)
    feed (sum, "%d", problem->previous[i]);
  return g_strdup (g_checksum_get_string (sum));
}
