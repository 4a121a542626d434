/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-period.h"
#include "mc-roster-cell.h"
#include "mc-roster-solution.h"
#include "mc-work-calendar.h"

G_BEGIN_DECLS

/**
 * McRosterRegister:
 * The rows that a roster is made of, as lists of the nouns that the members name. All rows of a table may be given,
 * past and future ones too; @cells and @amendments are those of the one roster, @loads the burdens of the year before
 * it.
 */
typedef struct
{
  GListModel *people;           /* McPerson */
  GListModel *appointments;     /* McAppointment */
  GListModel *seats;            /* McSeat */
  GListModel *posts;            /* McPost */
  GListModel *tours;            /* McTour */
  GListModel *agencies;         /* McAgency */
  GListModel *counters;         /* McCounter */
  GListModel *counter_fields;   /* McCounterField */
  GListModel *assignments;      /* McCounterAssignment */
  GListModel *fields;           /* McField */
  GListModel *competences;      /* McCompetence */
  GListModel *duties;           /* McDuty */
  GListModel *duty_competences; /* McDutyCompetence */
  GListModel *demands;          /* McDemand */
  GListModel *absences;         /* McAbsence */
  GListModel *conditions;       /* McCondition; %NULL where they may not be read */
  GListModel *requests;         /* McRosterRequest; likewise */
  GListModel *rules;            /* McPlannerRule */
  GListModel *loads;            /* McDutyLoad */
  GListModel *cells;            /* McRosterCell */
  GListModel *amendments;       /* McRosterAmendment */
} McRosterRegister;

/** McRosterPlace: a counter or a duty by its row; both 0: nowhere. */
typedef struct
{
  gint64 counter_id;
  gint64 duty_id;
} McRosterPlace;

/**
 * McRosterBrief:
 * What the planner is told about a roster, and the way back from its indices to rows. The problem's people, counters
 * and duties bear the ids of their rows. Immutable; made anew when rows change.
 */
typedef struct _McRosterBrief McRosterBrief;

/**
 * mc_roster_brief_new:
 * @register_: read now, not held
 * @days: of the roster
 * @calendar: which sessions are worked, and when
 * @frozen_until: sessions of days before it stand as they are (what has been worked cannot be planned);
 *   %MC_DAY_NONE: none
 * @error: MC_ERROR_INVALID: a rule or need that the planner cannot take, in words
 *
 * On days that the calendar takes off there are sessions only where a need asks for somebody by that day of the week,
 * as an extra or for a holiday, and where a cell is filled already. A Saturday that is worked in exchange has the needs
 * of the day that it is exchanged for. On the Saturday mornings of chosen fields each counter that serves one of them
 * needs one person, or as many as a weekly need of Saturdays says.
 *
 * Burdens are shared pro rata: who was not here on some days of the year that rosters were worked by, or is not in some
 * sessions of this one, brings in what an average member of the pool carries meanwhile.
 */
McRosterBrief *mc_roster_brief_new (
    const McRosterRegister *register_, McPeriod days, McWorkCalendar *calendar, McDay frozen_until, GError **error);
McRosterBrief *mc_roster_brief_ref (McRosterBrief *self);
void mc_roster_brief_unref (McRosterBrief *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McRosterBrief, mc_roster_brief_unref)

/** mc_roster_brief_get_problem: (transfer none): sealed. */
McRosterProblem *mc_roster_brief_get_problem (McRosterBrief *self);

/** mc_roster_brief_get_current: (transfer none): the roster as its cells say, the latest amendments over it; not
 * evaluated. */
McRosterSolution *mc_roster_brief_get_current (McRosterBrief *self);

/** mc_roster_brief_get_cell: (transfer none) (nullable): the cell of a person's session that counts, the latest
 * amendment over it. */
McRosterCell *mc_roster_brief_get_cell (McRosterBrief *self, gint64 person, McDay day, guint part);

/** mc_roster_brief_find_session: its index, or -1 where nobody is needed. */
gint mc_roster_brief_find_session (McRosterBrief *self, McDay day, guint part);

/** mc_roster_brief_find_person: the index of a person by id, or -1. */
gint mc_roster_brief_find_person (McRosterBrief *self, gint64 person);

/** mc_roster_brief_find_duty: the index of a counter or duty by its row, MC_ROSTER_FREE for nowhere or an unknown one.
 */
gint mc_roster_brief_find_duty (McRosterBrief *self, McRosterPlace place);

/** mc_roster_brief_find_code: the index of a duty by what is typed for it, in any case: “3”, “Q3”, “hd”; or -1. */
gint mc_roster_brief_find_code (McRosterBrief *self, const char *code);

/** mc_roster_brief_get_place: the row behind a duty of the problem; nowhere for MC_ROSTER_FREE. */
McRosterPlace mc_roster_brief_get_place (McRosterBrief *self, gint duty);

/** mc_roster_brief_is_standby: whether the person is one who comes only when called. */
gboolean mc_roster_brief_is_standby (McRosterBrief *self, guint person);

G_END_DECLS
