/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-rule.h"

G_BEGIN_DECLS

/** MC_ROSTER_FREE: in place of a duty: nothing to do in this session. */
#define MC_ROSTER_FREE (-1)

/** MC_ROSTER_NONE: in place of an index: none. */
#define MC_ROSTER_NONE (-1)

/** McRosterSessionFlags: what marks a session out; rules and ledgers ask for them. */
typedef enum
{
  MC_ROSTER_SESSION_SATURDAY = 1 << 0,
  MC_ROSTER_SESSION_SUNDAY = 1 << 1,
  MC_ROSTER_SESSION_HOLIDAY = 1 << 2,
  MC_ROSTER_SESSION_LATE = 1 << 3, /* closes later than usual */
} McRosterSessionFlags;

/**
 * McRosterSession:
 * A stretch of a day that is rostered as one. The centre has two a day, @part 0 in the morning and 1 in the afternoon;
 * a roster of whole-day shifts has part 0 alone. In order of day and part.
 */
typedef struct
{
  McDay day;
  guint8 part;
  guint8 flags;     /* McRosterSessionFlags */
  gint16 start;     /* minutes after midnight */
  gint16 finish;    /* minutes after midnight; beyond 1440 on the next day */
  guint day_index;  /* set by mc_roster_problem_seal(): how many different days stand before it */
  guint week_index; /* likewise, weeks from Monday */
} McRosterSession;

/** McRosterDutyKind: what sort of work a duty is; a bit each, for ledgers. */
typedef enum
{
  MC_ROSTER_DUTY_COUNTER = 1 << 0,
  MC_ROSTER_DUTY_GUIDANCE = 1 << 1,
  MC_ROSTER_DUTY_LEADER = 1 << 2,
  MC_ROSTER_DUTY_SUPERVISION = 1 << 3,
  MC_ROSTER_DUTY_IT = 1 << 4,
  MC_ROSTER_DUTY_GUARD = 1 << 5,
  MC_ROSTER_DUTY_CLERK = 1 << 6,
  MC_ROSTER_DUTY_EXTRA = 1 << 7,
  MC_ROSTER_DUTY_SHIFT = 1 << 8,
} McRosterDutyKind;

/** McRosterDuty: what a person can be put to: a counter, the guidance desk, a shift. */
typedef struct
{
  gint64 id;
  char *key;  /* short, as in a cell: “Q3”, “HD”, “N” */
  char *name; /* for sentences: “counter 3” */
  McRosterDutyKind kind;
  gint16 start;       /* minutes after midnight, or MC_ROSTER_NONE: as the session */
  gint16 finish;      /* likewise */
  gint16 minutes;     /* of work, or MC_ROSTER_NONE: from start to finish */
  gboolean whole_day; /* one person in all sessions of the day (MC_ROSTER_RULE_WHOLE_DAY) */
} McRosterDuty;

/** McRosterSuccession: @second may not come on the next day, or in the next session, after @first. */
typedef struct
{
  guint first;
  guint second;
  gboolean next_day; /* else: the next session of the same day */
} McRosterSuccession;

/** McRosterNeed: how many people a duty needs in a session. At most one for each pair. Where there is none, nobody is
 * put to the duty. */
typedef struct
{
  guint session;
  guint duty;
  guint16 wanted;
  guint16 most; /* never more than this, however soft the rule; G_MAXUINT16: no limit */
  gint64 under; /* cost of each person missing */
  gint64 over;  /* cost of each person beyond @wanted */
} McRosterNeed;

/** McRosterUnit: an agency that sends people, or a group of them who can replace each other. */
typedef struct
{
  gint64 id;
  char *key;
  char *name;
} McRosterUnit;

/** McRosterPerson: whom the roster is for, and how they come into it. */
typedef struct
{
  gint64 id;
  char *key;
  char *name;
  gint unit; /* of `units`, or MC_ROSTER_NONE */
  gint pool; /* of `pools`: people among whom burdens are shared fairly; MC_ROSTER_NONE: alone */
  gboolean trainee;
  /* The state on the eve of the first day. */
  gint last_duty;   /* on the last day before, or MC_ROSTER_FREE */
  guint16 run;      /* days worked on end up to then; 0 if @last_duty is free */
  guint16 off_run;  /* days off on end up to then; 0 if unknown or working */
  guint16 weekends; /* worked already in the period that MC_ROSTER_RULE_WEEKENDS counts */
} McRosterPerson;

/** McRosterSkillClass: how a person comes to a duty. */
typedef enum
{
  MC_ROSTER_SKILL_STANDING, /* the standing counter, or the post itself */
  MC_ROSTER_SKILL_OWN,      /* within the agency's own fields */
  MC_ROSTER_SKILL_CROSS,    /* authorised for another's */
} McRosterSkillClass;

/** McRosterSkill: a person may do a duty in the sessions @from … @to (both included). */
typedef struct
{
  guint person;
  guint duty;
  McRosterSkillClass class;
  gint64 cost; /* of one session of it, for MC_ROSTER_RULE_STANDING */
  guint from;
  guint to;
} McRosterSkill;

/** McRosterAway: a person does not come in the sessions @from … @to (both included). */
typedef struct
{
  gint64 id;
  guint person;
  guint from;
  guint to;
  char *reason;        /* for sentences, nothing sensitive: “leave”, “absent” */
  gboolean can_cancel; /* may be offered as a cure */
} McRosterAway;

/** McRosterWish: a request on or off duty. */
typedef struct
{
  gint64 id;
  guint person;
  guint session;
  gint duty;     /* MC_ROSTER_NONE: any duty */
  gboolean on;   /* wants to work; else wants not to */
  gint64 weight; /* cost of not getting it */
} McRosterWish;

/** McRosterPin: a cell that stands as it is: a duty, or MC_ROSTER_FREE. A pin is never broken, even where the person is
 * away or lacks the skill (the evaluator tells). */
typedef struct
{
  guint person;
  guint session;
  gint duty;
} McRosterPin;

/**
 * McRosterLedger:
 * A burden to share: a cell counts in it if its session has one of @session_flags and its duty is of one of
 * @duty_kinds. 0 stands for all.
 */
typedef struct
{
  char *key;
  char *name; /* for sentences: “Saturdays” */
  guint session_flags;
  guint duty_kinds;
} McRosterLedger;

/** McRosterCarried: what a person brings into a ledger from earlier in the year, in sessions; may be below 0 (someone
 * who was away for long, so that nobody has to make up for it). None stands for 0. */
typedef struct
{
  guint person;
  guint ledger;
  gint load;
} McRosterCarried;

/**
 * McRosterProblem:
 * What a roster must be like, for every engine: who, when, what, and the rules. Rows point at each other by index, and
 * bear the ids and keys of what they stand for. Fill the arrays (append, never insert), then mc_roster_problem_seal();
 * from then on nobody changes it, and any thread may read it.
 *
 * A person has one cell a session, so that “at most one duty per session” cannot be broken in this form.
 */
typedef struct
{
  GArray *sessions;    /* McRosterSession, by day and part */
  GArray *duties;      /* McRosterDuty */
  GArray *successions; /* McRosterSuccession */
  GArray *needs;       /* McRosterNeed */
  GArray *units;       /* McRosterUnit */
  GArray *pools;       /* McRosterUnit */
  GArray *people;      /* McRosterPerson */
  GArray *skills;      /* McRosterSkill */
  GArray *aways;       /* McRosterAway */
  GArray *wishes;      /* McRosterWish */
  GArray *pins;        /* McRosterPin */
  GArray *ledgers;     /* McRosterLedger */
  GArray *carried;     /* McRosterCarried */
  GArray *rules;       /* McRosterRule */
  gint16 *previous;    /* (nullable): the cells of the published or earlier roster, as in McRosterSolution */

  /*< private >*/
  gatomicrefcount refs;
  struct _McRosterTables *tables; /* from mc_roster_problem_seal() on */
} McRosterProblem;

#define MC_TYPE_ROSTER_PROBLEM (mc_roster_problem_get_type ())
GType mc_roster_problem_get_type (void);

/** mc_roster_problem_new: (transfer full): with empty arrays. */
McRosterProblem *mc_roster_problem_new (void);

McRosterProblem *mc_roster_problem_ref (McRosterProblem *self);
void mc_roster_problem_unref (McRosterProblem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McRosterProblem, mc_roster_problem_unref)

/** mc_roster_problem_copy: (transfer full): the same rows in a problem of its own, not yet sealed: for what-if. */
McRosterProblem *mc_roster_problem_copy (const McRosterProblem *self);

/* Each appends a row whose strings are copied, and returns its index. */
guint mc_roster_problem_add_session (McRosterProblem *self, McDay day, guint part, guint flags, int start, int finish);
guint mc_roster_problem_add_duty (McRosterProblem *self, const McRosterDuty *duty);
guint mc_roster_problem_add_unit (McRosterProblem *self, const McRosterUnit *unit);
guint mc_roster_problem_add_pool (McRosterProblem *self, const McRosterUnit *pool);
guint mc_roster_problem_add_person (McRosterProblem *self, const McRosterPerson *person);
guint mc_roster_problem_add_succession (McRosterProblem *self, guint first, guint second, gboolean next_day);
guint mc_roster_problem_add_need (McRosterProblem *self, const McRosterNeed *need);
guint mc_roster_problem_add_skill (McRosterProblem *self, const McRosterSkill *skill);
guint mc_roster_problem_add_wish (McRosterProblem *self, const McRosterWish *wish);
guint mc_roster_problem_add_pin (McRosterProblem *self, guint person, guint session, gint duty);
guint mc_roster_problem_add_carried (McRosterProblem *self, guint person, guint ledger, gint load);
guint mc_roster_problem_add_away (McRosterProblem *self, const McRosterAway *away);
guint mc_roster_problem_add_ledger (McRosterProblem *self, const McRosterLedger *ledger);
guint mc_roster_problem_add_rule (McRosterProblem *self, const McRosterRule *rule);

/** mc_roster_problem_keep: takes @cells (people × sessions, row by row) as the previous roster; copied. */
void mc_roster_problem_keep (McRosterProblem *self, const gint16 *cells);

/**
 * mc_roster_problem_seal:
 * @error: MC_ERROR_INVALID: what points nowhere, is out of order, doubled, or asked of a rule that cannot give it
 *
 * Checks the rows and makes the tables that the functions below look into.
 */
gboolean mc_roster_problem_seal (McRosterProblem *self, GError **error);

/* The questions that every engine asks. All want a sealed problem and take constant time, or nearly. */

guint mc_roster_problem_n_days (const McRosterProblem *self);
guint mc_roster_problem_n_weeks (const McRosterProblem *self);

/** mc_roster_problem_day_sessions: the first session of a day; @n: (out): how many follow on, itself included. */
guint mc_roster_problem_day_sessions (const McRosterProblem *self, guint day_index, guint *n);

/** mc_roster_problem_need: (nullable): of a duty in a session. */
const McRosterNeed *mc_roster_problem_need (const McRosterProblem *self, guint session, guint duty);

/** mc_roster_problem_needs: those of a session, in the order of duties. */
const McRosterNeed *const *mc_roster_problem_needs (const McRosterProblem *self, guint session, guint *n);

/** mc_roster_problem_skill: (nullable): the cheapest one of a person for a duty in a session. */
const McRosterSkill *mc_roster_problem_skill (const McRosterProblem *self, guint person, guint session, guint duty);

/** mc_roster_problem_skills: all of a person, by duty. */
const McRosterSkill *const *mc_roster_problem_skills (const McRosterProblem *self, guint person, guint *n);

/** mc_roster_problem_away: (nullable): why a person is not there. */
const McRosterAway *mc_roster_problem_away (const McRosterProblem *self, guint person, guint session);

/** mc_roster_problem_pin: (nullable) */
const McRosterPin *mc_roster_problem_pin (const McRosterProblem *self, guint person, guint session);

/** mc_roster_problem_carried: the load that a person brings into a ledger. */
gint mc_roster_problem_carried (const McRosterProblem *self, guint person, guint ledger);

/** mc_roster_problem_previous: the duty before, or MC_ROSTER_FREE; FREE everywhere if there was no roster. */
gint mc_roster_problem_previous (const McRosterProblem *self, guint person, guint session);

/** mc_roster_problem_counts: whether a cell counts in a ledger. */
gboolean mc_roster_problem_counts (const McRosterProblem *self, guint ledger, guint session, guint duty);

/** mc_roster_problem_minutes: of work that a duty is in a session. */
gint mc_roster_problem_minutes (const McRosterProblem *self, guint session, guint duty);

/** mc_roster_problem_times: start and finish of a duty in a session, in minutes after its midnight. */
void mc_roster_problem_times (const McRosterProblem *self, guint session, guint duty, gint *start, gint *finish);

/** mc_roster_problem_forbids: whether the successions forbid @second in a later session after @first in an earlier one.
 */
gboolean mc_roster_problem_forbids (const McRosterProblem *self, guint session, guint first, guint later, guint second);

/** mc_roster_problem_forbids_first: whether they forbid @duty on the first day to someone who had @last_duty on the
 * eve. */
gboolean mc_roster_problem_forbids_first (const McRosterProblem *self, guint last_duty, guint duty);

/**
 * mc_roster_problem_may:
 * Whether an engine may put the person there: needed, skilled, not away, not pinned to something else, as far as the
 * rules COMPETENCE and LEAVE are on and hard. What is pinned may always be.
 */
gboolean mc_roster_problem_may (const McRosterProblem *self, guint person, guint session, guint duty);

/** mc_roster_problem_rule: (nullable): the first one of a kind that is on. */
const McRosterRule *mc_roster_problem_rule (const McRosterProblem *self, McRosterRuleKind kind);

/** mc_roster_problem_n_stages: one more than the highest stage of a rule that is on; at least 1. */
guint mc_roster_problem_n_stages (const McRosterProblem *self);

/* Rows by index. */
#define mc_roster_session(problem, i) (&g_array_index ((problem)->sessions, McRosterSession, (i)))
#define mc_roster_duty(problem, i) (&g_array_index ((problem)->duties, McRosterDuty, (i)))
#define mc_roster_person(problem, i) (&g_array_index ((problem)->people, McRosterPerson, (i)))
#define mc_roster_rule(problem, i) (&g_array_index ((problem)->rules, McRosterRule, (i)))

G_END_DECLS
