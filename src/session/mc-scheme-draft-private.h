/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-scheme-draft.h"

G_BEGIN_DECLS

/* A criterion, and what it weighs for each of the posts. */
typedef struct
{
  McEvaluationCriterion *criterion;
  GArray *weights; /* double, in the order of the posts */
} McSchemeRow;

/* All that an edit can change. */
typedef struct
{
  McEvaluationScheme *scheme;
  GPtrArray *rows;
  GArray *posts;
  McDay version;
} McSchemeState;

struct _McSchemeDraft
{
  GObject parent_instance;

  McEvaluationScheme *old_scheme; /* NULL of a new one */
  GPtrArray *old_criteria;
  GPtrArray *old_weights;
  McSchemeState *state;
  GPtrArray *done;   /* McSchemeState, before each step */
  GPtrArray *undone; /* McSchemeState, after each step that was undone */
  char *last;        /* the edit that the last step is of */
};

/** _mc_scheme_state_copy: (transfer full) */
McSchemeState *_mc_scheme_state_copy (McSchemeState *self);
void _mc_scheme_state_free (McSchemeState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McSchemeState, _mc_scheme_state_free)

/** _mc_scheme_state_make_new: rows that are not in the database, with the same words and numbers. */
void _mc_scheme_state_make_new (McSchemeState *self);

/** _mc_scheme_state_find_post: its place; G_MAXUINT where it has no weights of its own. */
guint _mc_scheme_state_find_post (McSchemeState *self, gint64 post);

/** _mc_scheme_state_criterion: (transfer none) */
McEvaluationCriterion *_mc_scheme_state_criterion (McSchemeState *self, guint at);

double *_mc_scheme_state_weight (McSchemeState *self, guint row, guint post);

G_END_DECLS
