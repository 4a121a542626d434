/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-evaluator.h"

G_BEGIN_DECLS

/** McRosterAudit: one rule being costed. */
typedef struct
{
  const McRosterProblem *problem;
  const McRosterSolution *solution;
  const guint16 *counts; /* session × duty: how many people are there */
  guint index;
  const McRosterRule *rule;
  GArray *breaches; /* (nullable) */
  gint64 amount;
  gint64 cost;
  guint64 hard;
} McRosterAudit;

/** mc_roster_audit_find: notes a breach of @amount; each costs @price times the rule's weight. */
void mc_roster_audit_find (McRosterAudit *self, const McRosterBreach *where, gint64 amount, gint64 price);

/** mc_roster_audit_at: a breach that is about this person, session and duty. */
void mc_roster_audit_at (McRosterAudit *self, gint person, gint session, gint duty, gint64 amount);

/** mc_roster_audit_cell: the duty of a cell if it is in the rule's scope of duties and sessions, else MC_ROSTER_FREE.
 */
gint mc_roster_audit_cell (const McRosterAudit *self, guint person, guint session);

/* Each costs one family of rules. */
void mc_roster_audit_count (McRosterAudit *self);
void mc_roster_audit_run (McRosterAudit *self);
void mc_roster_audit_off_run (McRosterAudit *self);
void mc_roster_audit_weekends (McRosterAudit *self);
void mc_roster_audit_succession (McRosterAudit *self);
void mc_roster_audit_rest (McRosterAudit *self);
void mc_roster_audit_group (McRosterAudit *self);
void mc_roster_audit_together (McRosterAudit *self);
void mc_roster_audit_trainee (McRosterAudit *self);
void mc_roster_audit_fairness (McRosterAudit *self);
void mc_roster_audit_stability (McRosterAudit *self);
void mc_roster_audit_whole_day (McRosterAudit *self);

G_END_DECLS
