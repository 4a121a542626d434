/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-highs.h"
#include "mc-roster-solution.h"

G_BEGIN_DECLS

/** MC_ROSTER_ONE: in place of a column: it is 1, and nothing can change that. */
#define MC_ROSTER_ONE (-2)

/** McRosterCellColumn: a binary column: this person has this duty in this session; MC_ROSTER_ONE for a pinned cell. */
typedef struct
{
  guint person;
  guint session;
  gint duty;
  gint column;
} McRosterCellColumn;

/**
 * McRosterModel:
 * The mixed-integer program of some people of a problem who have nothing to do with the others. Stage 0 is the sum of
 * what hard rules are broken by, if it is @elastic; the problem's stages follow from 1 on.
 */
typedef struct
{
  const McRosterProblem *problem;
  const guint8 *members; /* of each person: whether they are in it; not owned */
  gboolean elastic;

  McHighs *highs;
  GArray *cells;      /* McRosterCellColumn, by person, session, duty */
  guint *cells_start; /* of person × session in @cells, and one past the last */
  gint *worked;       /* person × day: the column “works on this day”, or MC_ROSTER_NONE: not made yet */
  GArray *costs;      /* of each stage: GArray of gint64, one a column (shorter: 0) */
  GArray *constants;  /* of each stage: gint64 that no decision changes */

  /* The row being put together. */
  GArray *columns; /* int */
  GArray *values;  /* double */
  double certain;  /* what its terms in MC_ROSTER_ONE come to */
} McRosterModel;

/** mc_roster_model_new: (transfer full) */
McRosterModel *mc_roster_model_new (const McRosterProblem *problem, const guint8 *members, gboolean elastic);

void mc_roster_model_free (McRosterModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McRosterModel, mc_roster_model_free)

guint mc_roster_model_n_stages (const McRosterModel *self);

/** mc_roster_model_has: whether a person is in the model and in a rule's scope. */
gboolean mc_roster_model_has (const McRosterModel *self, const McRosterRule *rule, guint person);

/** mc_roster_model_cells: the columns of a cell; @n: (out). */
const McRosterCellColumn *mc_roster_model_cells (const McRosterModel *self, guint person, guint session, guint *n);

/** mc_roster_model_cell: the column of a cell and duty, or MC_ROSTER_NONE. */
gint mc_roster_model_cell (const McRosterModel *self, guint person, guint session, guint duty);

/** mc_roster_model_worked: the column that is 1 if a person works on a day; MC_ROSTER_NONE if they cannot. */
gint mc_roster_model_worked (McRosterModel *self, guint person, guint day_index);

/** mc_roster_model_cost: adds to what a column costs in the stage of @rule, times its weight. */
void mc_roster_model_cost (McRosterModel *self, const McRosterRule *rule, gint column, gint64 price);

/** mc_roster_model_constant: adds to what costs come to in any case. */
void mc_roster_model_constant (McRosterModel *self, const McRosterRule *rule, gint64 price);

/* Rows: begin, terms, end. No column may come twice. */
void mc_roster_model_begin (McRosterModel *self);
void mc_roster_model_term (McRosterModel *self, gint column, double value);

/** mc_roster_model_is_empty: whether the row has no terms that could be other than 0. */
gboolean mc_roster_model_is_empty (const McRosterModel *self);

/** mc_roster_model_row: ends it: “terms from @lower to @upper”, with nothing to miss it by. */
void mc_roster_model_row (McRosterModel *self, double lower, double upper);

/** mc_roster_model_miss: a rule is missed by @amount whatever is decided: a cost, or a contradiction. */
void mc_roster_model_miss (McRosterModel *self, const McRosterRule *rule, gint64 amount);

/** mc_roster_model_cell_terms: one term for each duty of a cell that is in the rule's scope of duties. */
void
mc_roster_model_cell_terms (McRosterModel *self, const McRosterRule *rule, guint person, guint session, double value);

/**
 * mc_roster_model_end:
 * The row “terms from @lower to @upper”. Where the rule is soft, or hard in an elastic model, it may be missed, at
 * @price a unit. With no terms, or nothing to keep, there is no row, and what is missed in any case is a constant.
 */
void mc_roster_model_end (McRosterModel *self, const McRosterRule *rule, double lower, double upper, gint64 price);

/** mc_roster_model_slack: a column to miss rows of a rule by, or MC_ROSTER_NONE if the rule may not be missed. */
gint mc_roster_model_slack (McRosterModel *self, const McRosterRule *rule, gint64 price);

/** mc_roster_model_end_with: the row “terms at most @upper”, missed by @slack, which rows may share. */
void mc_roster_model_end_with (McRosterModel *self, gint slack, double upper);

/** mc_roster_model_forbid: a cell that breaks a rule by @amount. */
void mc_roster_model_forbid (McRosterModel *self, const McRosterRule *rule, gint column, gint64 amount);

/* Each adds one family of rules. */
void mc_roster_model_add_cover (McRosterModel *self);
void mc_roster_model_add_cells (McRosterModel *self, const McRosterRule *rule);
void mc_roster_model_add_wishes (McRosterModel *self, const McRosterRule *rule);
void mc_roster_model_add_steady (McRosterModel *self, const McRosterRule *rule);
void mc_roster_model_add_whole_day (McRosterModel *self, const McRosterRule *rule);
void mc_roster_model_add_group (McRosterModel *self, const McRosterRule *rule);
void mc_roster_model_add_together (McRosterModel *self, const McRosterRule *rule);
void mc_roster_model_add_trainee (McRosterModel *self, const McRosterRule *rule);
void mc_roster_model_add_fairness (McRosterModel *self, const McRosterRule *rule);
void mc_roster_model_add_stability (McRosterModel *self, const McRosterRule *rule);
void mc_roster_model_add_succession (McRosterModel *self, const McRosterRule *rule);
void mc_roster_model_add_rest (McRosterModel *self, const McRosterRule *rule);
void mc_roster_model_add_count (McRosterModel *self, const McRosterRule *rule);
void mc_roster_model_add_run (McRosterModel *self, const McRosterRule *rule);
void mc_roster_model_add_off_run (McRosterModel *self, const McRosterRule *rule);
void mc_roster_model_add_weekends (McRosterModel *self, const McRosterRule *rule);

G_END_DECLS
