/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-duty-load.h"
#include "mc-roster-brief-private.h"

/* The burdens that are shared out, in the order of McPlannerLedger, and what each person brings into them. */

typedef struct
{
  guint session_flags;
  guint duty_kinds;
  const char *key, *name;
} Ledger;

static const Ledger ledgers[] = {
  { MC_ROSTER_SESSION_SATURDAY, 0, "saturdays", N_ ("Saturdays") },
  { MC_ROSTER_SESSION_SUNDAY, 0, "sundays", N_ ("Sundays") },
  { MC_ROSTER_SESSION_HOLIDAY, 0, "holidays", N_ ("Holidays") },
  { 0, MC_ROSTER_DUTY_GUIDANCE, "guidance", N_ ("Guidance desk") },
  { 0, MC_ROSTER_DUTY_LEADER, "leader", N_ ("Leader on duty") },
  { 0, MC_ROSTER_DUTY_GUARD, "guard", N_ ("Guard") },
  { 0, MC_ROSTER_DUTY_SHIFT, "late", N_ ("Late closing") },
  { 0, MC_ROSTER_DUTY_SUPERVISION, "supervision", N_ ("Supervision") },
  { 0, MC_ROSTER_DUTY_IT, "it", N_ ("Information technology on call") },
};

#define N_LEDGERS G_N_ELEMENTS (ledgers)

/* What is known of a person and a ledger. */
typedef struct
{
  gint load;       /* carried this year */
  double expected; /* that falls on the person in this roster, if each need falls evenly on those who may */
} Share;

typedef struct
{
  McBriefing *briefing;
  Share *shares;  /* of each person and ledger */
  gint *days;     /* of each person: days here that were worked by rosters this year */
  gint worked;    /* all such days */
  gint *sessions; /* of each person: in which they are here */
} Shares;

static Share *
share_of (Shares *self, guint person, guint ledger)
{
  return &self->shares[person * N_LEDGERS + ledger];
}

/* --- The year before --- */

static void
read_loads (Shares *self)
{
  GListModel *list = self->briefing->rows->loads;

  for (guint i = 0; list && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (McDutyLoad) load = g_list_model_get_item (list, i);
      gint person = _mc_briefing_index (self->briefing->brief->people, load->person_id);
      const int loads[] = { load->saturdays, load->sundays, load->holidays,    load->guidance, load->leader,
                            load->guard,     load->late,    load->supervision, load->it };

      G_STATIC_ASSERT (G_N_ELEMENTS (loads) == N_LEDGERS);
      self->worked = MAX (self->worked, load->days + load->missed);
      if (person < 0)
        continue;
      self->days[person] = load->days;
      for (guint k = 0; k < N_LEDGERS; k++)
        share_of (self, (guint)person, k)->load = loads[k];
    }
}

/* --- This roster --- */

static void
count_sessions (Shares *self)
{
  McRosterProblem *problem = self->briefing->problem;
  guint n = problem->sessions->len;
  g_autofree gboolean *gone = g_new0 (gboolean, problem->people->len * n + 1);

  for (guint i = 0; i < problem->aways->len; i++)
    {
      McRosterAway *away = &g_array_index (problem->aways, McRosterAway, i);

      for (guint k = away->from; k <= away->to && k < n; k++)
        gone[away->person * n + k] = TRUE;
    }
  for (guint i = 0; i < problem->people->len; i++)
    for (guint k = 0; k < n; k++)
      self->sessions[i] += !gone[i * n + k] && _mc_briefing_is_here (self->briefing, i, k);
}

static gboolean
may_share (McRosterProblem *problem, const McRosterSkill *skill, const McRosterNeed *need)
{
  return skill->duty == need->duty && skill->from <= need->session && need->session <= skill->to &&
         mc_roster_person (problem, skill->person)->pool != MC_ROSTER_NONE;
}

static void
share_need (Shares *self, guint ledger, const McRosterNeed *need)
{
  McRosterProblem *problem = self->briefing->problem;
  guint n = 0;

  for (guint i = 0; i < problem->skills->len; i++)
    n += may_share (problem, &g_array_index (problem->skills, McRosterSkill, i), need);
  for (guint i = 0; n > 0 && i < problem->skills->len; i++)
    {
      McRosterSkill *skill = &g_array_index (problem->skills, McRosterSkill, i);

      if (may_share (problem, skill, need))
        share_of (self, skill->person, ledger)->expected += (double)need->wanted / n;
    }
}

static void
share_needs (Shares *self)
{
  McRosterProblem *problem = self->briefing->problem;

  for (guint i = 0; i < problem->needs->len; i++)
    {
      McRosterNeed *need = &g_array_index (problem->needs, McRosterNeed, i);
      guint flags = mc_roster_session (problem, need->session)->flags;
      guint kind = mc_roster_duty (problem, need->duty)->kind;

      for (guint k = 0; k < N_LEDGERS; k++)
        if ((!ledgers[k].session_flags || (flags & ledgers[k].session_flags)) &&
            (!ledgers[k].duty_kinds || (kind & ledgers[k].duty_kinds)))
          share_need (self, k, need);
    }
}

/* --- Both together --- */

static gboolean
takes_part (Shares *self, guint person, guint ledger, gint pool)
{
  Share *share = share_of (self, person, ledger);

  return mc_roster_person (self->briefing->problem, person)->pool == pool && (share->load > 0 || share->expected > 0);
}

static void
add_pool (Shares *self, guint ledger, gint pool)
{
  McRosterProblem *problem = self->briefing->problem;
  gint n_sessions = (gint)problem->sessions->len;
  double load = 0, days = 0, expected = 0, sessions = 0;

  for (guint i = 0; i < problem->people->len; i++)
    if (takes_part (self, i, ledger, pool))
      {
        load += share_of (self, i, ledger)->load;
        days += self->days[i];
        expected += share_of (self, i, ledger)->expected;
        sessions += self->sessions[i];
      }
  for (guint i = 0; i < problem->people->len; i++)
    if (takes_part (self, i, ledger, pool))
      {
        double missed = days > 0 ? load / days * (self->worked - self->days[i]) : 0;
        double absent = sessions > 0 ? expected / sessions * (n_sessions - self->sessions[i]) : 0;
        McRosterCarried carried = { i, ledger, share_of (self, i, ledger)->load + (gint)lround (missed + absent) };

        if (carried.load)
          g_array_append_val (problem->carried, carried);
      }
}

void
_mc_briefing_add_ledgers (McBriefing *briefing)
{
  McRosterProblem *problem = briefing->problem;
  g_autofree Share *shares = g_new0 (Share, problem->people->len * N_LEDGERS + 1);
  g_autofree gint *days = g_new0 (gint, problem->people->len + 1);
  g_autofree gint *sessions = g_new0 (gint, problem->people->len + 1);
  Shares self = { briefing, shares, days, 0, sessions };

  for (guint k = 0; k < N_LEDGERS; k++)
    {
      McRosterLedger ledger = { (char *)ledgers[k].key, (char *)_ (ledgers[k].name), ledgers[k].session_flags,
                                ledgers[k].duty_kinds };

      mc_roster_problem_add_ledger (problem, &ledger);
    }
  read_loads (&self);
  count_sessions (&self);
  share_needs (&self);
  for (guint k = 0; k < N_LEDGERS; k++)
    for (gint pool = 0; pool < (gint)problem->pools->len; pool++)
      add_pool (&self, k, pool);
}
