/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-brief.h"

G_BEGIN_DECLS

struct _McRosterBrief
{
  gatomicrefcount refs;

  McRosterProblem *problem;
  McRosterSolution *current;
  GHashTable *people;   /* gint64 id -> index + 1 */
  GHashTable *counters; /* likewise, of a duty of the problem */
  GHashTable *duties;   /* likewise */
  GHashTable *sessions; /* 2 × day + part -> index + 1 */
  GHashTable *codes;    /* upper case -> index + 1 */
  GHashTable *standbys; /* person index + 1: comes when called */
  GHashTable *latest;   /* "person day part" -> McRosterCell that counts */
};

/** McBriefing: what the parts of making a brief share. */
typedef struct
{
  McRosterBrief *brief;
  McRosterProblem *problem;
  const McRosterRegister *rows;
  McPeriod days;
  McWorkCalendar *calendar;
  McDay frozen_until;
  GHashTable *named;  /* gint64 ids of those whom a cell names */
  GHashTable *stays;  /* gint64 person -> what the tours say of the days */
  GHashTable *seats;  /* gint64 id -> McSeat */
  GHashTable *posts;  /* gint64 id -> McPost */
  GHashTable *fields; /* gint64 id -> McField */
} McBriefing;

/** _mc_rows_by_id: (transfer full): gint64 id -> the McEntity of @list, which may be %NULL. */
GHashTable *_mc_rows_by_id (GListModel *list);

/** Calls @func for each row of @list, which may be %NULL. */
typedef void (*McBriefFunc) (McBriefing *briefing, gpointer row);
void _mc_briefing_each (McBriefing *briefing, GListModel *list, McBriefFunc func);

/** _mc_briefing_index: what @table has under @id, or -1. */
gint _mc_briefing_index (GHashTable *table, gint64 id);

/** _mc_briefing_span: the sessions that lie in @during; FALSE if none does. */
gboolean _mc_briefing_span (McBriefing *briefing, McPeriod during, guint *first, guint *last);

/** _mc_briefing_is_here: whether a person of the problem belongs to the centre on the day of a session. */
gboolean _mc_briefing_is_here (McBriefing *briefing, guint person, guint session);

/* In this order. */
void _mc_briefing_find_cells (McBriefing *briefing);
void _mc_briefing_add_duties (McBriefing *briefing);
gboolean _mc_briefing_add_sessions (McBriefing *briefing, GError **error);
void _mc_briefing_add_people (McBriefing *briefing);
void _mc_briefing_add_skills (McBriefing *briefing);
void _mc_briefing_add_absences (McBriefing *briefing);
void _mc_briefing_add_requests (McBriefing *briefing);
void _mc_briefing_add_ledgers (McBriefing *briefing);
gboolean _mc_briefing_add_rules (McBriefing *briefing, GError **error);
void _mc_briefing_add_pins (McBriefing *briefing);

G_END_DECLS
