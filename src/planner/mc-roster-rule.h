/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mc-day.h"

G_BEGIN_DECLS

/**
 * McRosterRuleKind:
 * The families of rules. Each says what its scope, @least, @most, @unit and @span mean; what is not named is not looked
 * at. A soft rule costs its weight times the amount by which it is broken.
 */
typedef enum
{
  /* Each need has its people. Soft: costs McRosterNeed `under` and `over`, times the weight. Scope: duties, sessions.
   */
  MC_ROSTER_RULE_COVER,
  /* Only those with the skill. Amount: cells. Scope: people, duties. */
  MC_ROSTER_RULE_COMPETENCE,
  /* Nobody is put to work who is away. Amount: cells. Scope: people. */
  MC_ROSTER_RULE_LEAVE,
  /* A whole-day duty has one person in all sessions of the day that need it. Amount: for each person, the steps from
   * one such session to the next at which they come or go. Scope: duties. */
  MC_ROSTER_RULE_WHOLE_DAY,
  /* The problem's successions. Amount: pairs. Scope: people. */
  MC_ROSTER_RULE_SUCCESSION,
  /* At least @least minutes from when a day's work ends to when that of the next listed day begins. Amount: pairs
   * of days. Scope: people. */
  MC_ROSTER_RULE_REST,
  /* From @least to @most of @unit a person in each @span. Amount: units too few or too many. Scope: people, duties,
   * sessions. */
  MC_ROSTER_RULE_COUNT,
  /* Days worked on end: from @least to @most; a day of the calendar without sessions is a day off. A run that came over
   * from before counts those days. One that touches the end of the horizon may be short, and so may one that touches
   * its beginning if nothing is known of the day before (McRosterPerson `run` and `off_run` 0). Amount: for each run,
   * days of the horizon beyond the most, or days that lack. Scope: people. */
  MC_ROSTER_RULE_RUN,
  /* Days off on end: from @least to @most, likewise. Scope: people. */
  MC_ROSTER_RULE_OFF_RUN,
  /* At most @most weekends (a Saturday or Sunday on duty), those before included. Amount: weekends of the horizon
   * beyond that. Scope: people. */
  MC_ROSTER_RULE_WEEKENDS,
  /* In the scope's sessions (of the week's days @weekdays and of @parts) the scope's people do one of the scope's
   * duties or are free; without duties in the scope: they are free. Amount: cells. */
  MC_ROSTER_RULE_PATTERN,
  /* At one's standing counter rather than elsewhere. Amount: McRosterSkill `cost` of each cell. Scope: people, duties.
   */
  MC_ROSTER_RULE_STANDING,
  /* A person stays at one duty through the day. Amount: changes from one session to the next. Scope: people. */
  MC_ROSTER_RULE_STEADY,
  /* Wishes to work. Amount: McRosterWish `weight`, or 1 each if hard. Scope: people. */
  MC_ROSTER_RULE_WISH_ON,
  /* Wishes not to work, likewise. */
  MC_ROSTER_RULE_WISH_OFF,
  /* In each session, from @least to @most of the scope's people are on the scope's duties: least 1 for “not both away”,
   * most 1 for “never together”. Amount: people. Scope: people, duties, sessions. */
  MC_ROSTER_RULE_GROUP,
  /* In each session, all of the scope's people are on the scope's duties, or none is. Amount: the fewer of those who
   * are and those who are not. Scope: people, duties, sessions. */
  MC_ROSTER_RULE_TOGETHER,
  /* A trainee is on a duty only beside someone who is no trainee: at the same duty, or with @beside at any duty of the
   * same kind. Amount: trainees alone. Scope: people (the trainees), duties. */
  MC_ROSTER_RULE_TRAINEE,
  /* The burden of ledger @ledger shared within each pool: the squares of the loads, those brought in included, counted
   * from the least that any of the pool brings in. Whoever has no pool is left out. Always soft. Scope: people. */
  MC_ROSTER_RULE_FAIRNESS,
  /* As in the previous roster. Amount: cells that differ; where @people_first, besides, 1 for each person with any.
   * Scope: people, sessions. */
  MC_ROSTER_RULE_STABILITY,
} McRosterRuleKind;

#define MC_ROSTER_N_RULE_KINDS (MC_ROSTER_RULE_STABILITY + 1)

/** McRosterSpan: over what MC_ROSTER_RULE_COUNT counts. A week is from Monday, a month as in the calendar. */
typedef enum
{
  MC_ROSTER_SPAN_DAY,
  MC_ROSTER_SPAN_WEEK,
  MC_ROSTER_SPAN_MONTH,
  MC_ROSTER_SPAN_HORIZON,
} McRosterSpan;

/** McRosterCountUnit: what MC_ROSTER_RULE_COUNT counts. */
typedef enum
{
  MC_ROSTER_COUNT_SESSIONS,
  MC_ROSTER_COUNT_DAYS,
  MC_ROSTER_COUNT_MINUTES,
} McRosterCountUnit;

/**
 * McRosterRule:
 * One rule as it is switched on. @people, @duties and @sessions are its scope: indices in rising order; %NULL stands
 * for all.
 */
typedef struct
{
  McRosterRuleKind kind;
  gint64 id;
  char *key;
  char *text; /* in plain words: “Nobody works more than six days on end” */
  gboolean on;
  gboolean hard; /* else it costs, in @stage */
  guint stage;   /* lower ones come first: no saving in a later one buys a loss in an earlier one */
  gint64 weight; /* of a soft one, at least 1 */

  GArray *people;   /* (element-type guint) (nullable) */
  GArray *duties;   /* (element-type guint) (nullable) */
  GArray *sessions; /* (element-type guint) (nullable) */

  gint least; /* MC_ROSTER_NONE: no bound */
  gint most;  /* likewise */
  McRosterSpan span;
  McRosterCountUnit unit;
  gint ledger;           /* of MC_ROSTER_RULE_FAIRNESS */
  guint weekdays;        /* of MC_ROSTER_RULE_PATTERN: bit 1 << (weekday − 1), Monday first; 0: all */
  guint parts;           /* likewise: bit 1 << part; 0: all */
  gboolean beside;       /* of MC_ROSTER_RULE_TRAINEE */
  gboolean people_first; /* of MC_ROSTER_RULE_STABILITY */
} McRosterRule;

/** MC_ROSTER_RULE_INIT: a rule of a kind that is on, for all, without bounds, of weight 1 in stage 0; hard or not. */
#define MC_ROSTER_RULE_INIT(kind_, key_, hard_)                                                                        \
  ((McRosterRule){ .kind = (kind_),                                                                                    \
                   .key = (char *)(key_),                                                                              \
                   .on = TRUE,                                                                                         \
                   .hard = (hard_),                                                                                    \
                   .weight = 1,                                                                                        \
                   .least = -1,                                                                                        \
                   .most = -1,                                                                                         \
                   .span = MC_ROSTER_SPAN_HORIZON,                                                                     \
                   .ledger = -1 })

/** mc_roster_rule_kind_get_nick: a stable word for the kind: “cover”, “off-run”. */
const char *mc_roster_rule_kind_get_nick (McRosterRuleKind kind);

/** mc_roster_rule_kind_from_nick: FALSE if there is none of this name. */
gboolean mc_roster_rule_kind_from_nick (const char *nick, McRosterRuleKind *kind);

/** mc_roster_scope_new: (transfer full): a scope of @n indices; sorted, doubles dropped. */
GArray *mc_roster_scope_new (const guint *indices, guint n);

/** mc_roster_scope_has: whether @index is in @scope, which may be %NULL. */
gboolean mc_roster_scope_has (const GArray *scope, guint index);

/** mc_roster_rule_copy_into: fills @copy, which holds nothing yet, with copies of all that @self holds. */
void mc_roster_rule_copy_into (const McRosterRule *self, McRosterRule *copy);

/** mc_roster_rule_clear: frees what it holds, not itself. */
void mc_roster_rule_clear (McRosterRule *self);

G_END_DECLS
