/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scheme-draft-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>

#include "mc-evaluation-store.h"
#include "mc-number.h"
#include "mc-session-private.h"

/* What a draft comes to: why it would be refused, the change that writes it, and what it would give. */

static char *
find_problem_of_version (McSchemeDraft *self)
{
  McPeriod old = self->old_scheme ? self->old_scheme->during : MC_PERIOD_ALWAYS;

  if (self->state->version == MC_DAY_NONE)
    return NULL;
  if (!mc_period_contains (old, self->state->version) || self->state->version == old.from)
    return g_strdup (_ ("The new version begins after the old one, and while that is in force."));
  return NULL;
}

static JsonArray *
parse_bands (McSchemeState *state, JsonNode **node)
{
  *node = state->scheme->bands ? json_from_string (state->scheme->bands, NULL) : NULL;
  return *node && JSON_NODE_HOLDS_ARRAY (*node) ? json_node_get_array (*node) : NULL;
}

static char *
find_problem_of_bands (McSchemeState *state)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *bands = parse_bands (state, &node);
  double above = G_MAXDOUBLE;

  for (guint i = 0; bands && i < json_array_get_length (bands); i++)
    {
      JsonObject *band = json_array_get_object_element (bands, i);
      double from = json_object_get_double_member_with_default (band, "from", 0);

      if (!*json_object_get_string_member_with_default (band, "name", ""))
        return g_strdup (_ ("A level has no name."));
      if (from >= above)
        return g_strdup (_ ("The levels do not fall from the best to the last."));
      above = from;
    }
  return bands && above == 0 ? NULL : g_strdup (_ ("The last level begins at 0 points."));
}

static gboolean
has_band (McSchemeState *state, const char *veto)
{
  g_autoptr (JsonNode) node = NULL, named = json_from_string (veto, NULL);
  JsonArray *bands = parse_bands (state, &node);
  const char *wanted = named && JSON_NODE_HOLDS_OBJECT (named)
                           ? json_object_get_string_member_with_default (json_node_get_object (named), "band", "")
                           : "";

  for (guint i = 0; bands && i < json_array_get_length (bands); i++)
    if (g_str_equal (json_object_get_string_member_with_default (json_array_get_object_element (bands, i), "code", "?"),
                     wanted))
      return TRUE;
  return FALSE;
}

static char *
find_problem_of_criteria (McSchemeState *state)
{
  if (state->rows->len == 0)
    return g_strdup (_ ("There is no criterion yet."));
  for (guint i = 0; i < state->rows->len; i++)
    {
      McEvaluationCriterion *criterion = _mc_scheme_state_criterion (state, i);

      if (!criterion->name || !*criterion->name)
        return g_strdup_printf (_ ("Criterion %u has no name."), i + 1);
      if (criterion->veto && !has_band (state, criterion->veto))
        return g_strdup_printf (_ ("“%s” names a level that is not there any more."), criterion->name);
    }
  return NULL;
}

static char *
find_problem_of_weights (McSchemeDraft *self)
{
  const GArray *posts = self->state->posts;

  for (guint k = 0; k < posts->len; k++)
    {
      double sum = mc_scheme_draft_sum (self, g_array_index (posts, gint64, k));
      g_autofree char *text = mc_number_format (sum, sum > floor (sum) ? 2 : 0);

      if (fabs (sum - 100) > 1e-9)
        return g_strdup_printf (k ? _ ("The weights of a post are %s together, not 100.")
                                  : _ ("The weights for all other posts are %s together, not 100."),
                                text);
    }
  return NULL;
}

char *
mc_scheme_draft_find_problem (McSchemeDraft *self)
{
  McSchemeState *state = self->state;
  char *problem;

  g_return_val_if_fail (MC_IS_SCHEME_DRAFT (self), NULL);
  if (!state->scheme->name || !*state->scheme->name)
    return g_strdup (_ ("The scheme has no name."));
  if (!state->scheme->monthly && !state->scheme->quarterly && !state->scheme->yearly)
    return g_strdup (_ ("A scheme is for months, quarters or years."));
  problem = find_problem_of_criteria (state);
  if (!problem && state->scheme->kind == MC_SCHEME_MONTHLY_SLIP)
    problem = find_problem_of_weights (self);
  if (!problem)
    problem = find_problem_of_bands (state);
  return problem ? problem : find_problem_of_version (self);
}

static void
insert_weights (McSchemeState *state, guint at, McChange *change)
{
  McSchemeRow *row = state->rows->pdata[at];

  for (guint k = 0; k < state->posts->len; k++)
    {
      g_autoptr (McEvaluationWeight) weight = mc_evaluation_weight_new ();

      weight->post_id = g_array_index (state->posts, gint64, k);
      weight->weight = *_mc_scheme_state_weight (state, at, k);
      mc_change_insert (change, MC_ENTITY (weight));
      mc_change_link (change, MC_ENTITY (weight), "criterion_id", MC_ENTITY (row->criterion));
    }
}

/* All rows of @state, which are in no database. */
static void
insert_all (McSchemeState *state, McChange *change)
{
  mc_change_insert (change, MC_ENTITY (state->scheme));
  for (guint i = 0; i < state->rows->len; i++)
    {
      McEvaluationCriterion *criterion = _mc_scheme_state_criterion (state, i);

      criterion->sort_order = (int)i + 1;
      mc_change_insert (change, MC_ENTITY (criterion));
      mc_change_link (change, MC_ENTITY (criterion), "scheme_id", MC_ENTITY (state->scheme));
    }
  for (guint i = 0; i < state->rows->len; i++)
    insert_weights (state, i, change);
}

static void
add_version (McSchemeDraft *self, McChange *change)
{
  McSchemeState *state = _mc_scheme_state_copy (self->state);
  g_autoptr (McEvaluationScheme) ended = mc_entity_clone (self->old_scheme);

  ended->during.until = state->version;
  mc_change_update (change, MC_ENTITY (self->old_scheme), MC_ENTITY (ended));
  state->scheme->during = (McPeriod){ state->version, self->old_scheme->during.until };
  _mc_scheme_state_make_new (state);
  insert_all (state, change);
  _mc_scheme_state_free (state);
}

static gboolean
keeps (McSchemeState *state, gint64 criterion, guint *at)
{
  for (*at = 0; *at < state->rows->len; (*at)++)
    if (mc_entity_get_id (MC_ENTITY (_mc_scheme_state_criterion (state, *at))) == criterion)
      return TRUE;
  return FALSE;
}

/* Weights of criteria or posts that are gone; and those that are others now. */
static void
edit_old_weights (McSchemeDraft *self, McChange *change)
{
  for (guint i = 0; i < self->old_weights->len; i++)
    {
      McEvaluationWeight *old = self->old_weights->pdata[i];
      g_autoptr (McEvaluationWeight) now = mc_entity_clone (old);
      guint k = _mc_scheme_state_find_post (self->state, old->post_id), at;

      if (!keeps (self->state, old->criterion_id, &at) || k == G_MAXUINT)
        {
          mc_change_delete (change, MC_ENTITY (old));
          continue;
        }
      now->weight = *_mc_scheme_state_weight (self->state, at, k);
      if (!mc_entity_equal (MC_ENTITY (old), MC_ENTITY (now)))
        mc_change_update (change, MC_ENTITY (old), MC_ENTITY (now));
    }
}

static gboolean
had_weight (McSchemeDraft *self, gint64 criterion, gint64 post)
{
  for (guint i = 0; i < self->old_weights->len; i++)
    {
      McEvaluationWeight *old = self->old_weights->pdata[i];

      if (old->criterion_id == criterion && old->post_id == post)
        return TRUE;
    }
  return FALSE;
}

/* Of criteria that stay, the weights for posts that are new. */
static void
add_new_weights (McSchemeDraft *self, guint at, McChange *change)
{
  gint64 criterion = mc_entity_get_id (MC_ENTITY (_mc_scheme_state_criterion (self->state, at)));

  for (guint k = 0; k < self->state->posts->len; k++)
    {
      g_autoptr (McEvaluationWeight) weight = mc_evaluation_weight_new ();

      weight->criterion_id = criterion;
      weight->post_id = g_array_index (self->state->posts, gint64, k);
      weight->weight = *_mc_scheme_state_weight (self->state, at, k);
      if (!had_weight (self, criterion, weight->post_id))
        mc_change_insert (change, MC_ENTITY (weight));
    }
}

static void
edit_in_place (McSchemeDraft *self, McChange *change)
{
  McSchemeState *state = _mc_scheme_state_copy (self->state);
  guint at;

  if (!mc_entity_equal (MC_ENTITY (self->old_scheme), MC_ENTITY (state->scheme)))
    mc_change_update (change, MC_ENTITY (self->old_scheme), MC_ENTITY (state->scheme));
  edit_old_weights (self, change);
  for (guint i = 0; i < self->old_criteria->len; i++)
    if (!keeps (state, mc_entity_get_id (self->old_criteria->pdata[i]), &at))
      mc_change_delete (change, self->old_criteria->pdata[i]);
  for (guint i = 0; i < state->rows->len; i++)
    {
      McEvaluationCriterion *criterion = _mc_scheme_state_criterion (state, i);
      McEvaluationCriterion *old = NULL;

      criterion->sort_order = (int)i + 1;
      for (guint k = 0; k < self->old_criteria->len; k++)
        if (mc_entity_same_row (self->old_criteria->pdata[k], MC_ENTITY (criterion)))
          old = self->old_criteria->pdata[k];
      if (!old)
        {
          criterion->scheme_id = mc_entity_get_id (MC_ENTITY (self->old_scheme));
          mc_change_insert (change, MC_ENTITY (criterion));
          insert_weights (state, i, change);
          continue;
        }
      if (!mc_entity_equal (MC_ENTITY (old), MC_ENTITY (criterion)))
        mc_change_update (change, MC_ENTITY (old), MC_ENTITY (criterion));
      add_new_weights (self, i, change);
    }
  _mc_scheme_state_free (state);
}

McChange *
mc_scheme_draft_new_change (McSchemeDraft *self)
{
  g_autofree char *label = NULL;
  McChange *change;

  g_return_val_if_fail (MC_IS_SCHEME_DRAFT (self), NULL);
  /* Translators: the name of a scheme of evaluation */
  label = g_strdup_printf (self->old_scheme ? _ ("Edit the scheme “%s”") : _ ("Add the scheme “%s”"),
                           self->state->scheme->name);
  change = mc_change_new (label);
  if (!self->old_scheme)
    {
      McSchemeState *state = _mc_scheme_state_copy (self->state);

      insert_all (state, change);
      _mc_scheme_state_free (state);
    }
  else if (self->state->version != MC_DAY_NONE)
    add_version (self, change);
  else
    edit_in_place (self, change);
  return change;
}

DexFuture *
mc_scheme_draft_try (McSchemeDraft *self, McSession *session, McCycleKind kind, McDay day)
{
  g_autoptr (GPtrArray) criteria = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) weights = g_ptr_array_new_with_free_func (g_object_unref);
  McSchemeState *state = NULL;
  DexFuture *future;

  g_return_val_if_fail (MC_IS_SCHEME_DRAFT (self) && MC_IS_SESSION (session) && session->store, NULL);
  state = _mc_scheme_state_copy (self->state);
  _mc_scheme_state_make_new (state);
  for (guint i = 0; i < state->rows->len; i++)
    {
      McEvaluationCriterion *criterion = _mc_scheme_state_criterion (state, i);

      criterion->sort_order = (int)i + 1;
      g_ptr_array_add (criteria, g_object_ref (criterion));
      for (guint k = 0; k < state->posts->len; k++)
        {
          McEvaluationWeight *weight = mc_evaluation_weight_new ();

          weight->criterion_id = i; /* its place */
          weight->post_id = g_array_index (state->posts, gint64, k);
          weight->weight = *_mc_scheme_state_weight (state, i, k);
          g_ptr_array_add (weights, weight);
        }
    }
  future =
      mc_session_watch (session, mc_evaluation_store_try (session->store, kind, day, state->scheme, criteria, weights));
  _mc_scheme_state_free (state);
  return future;
}
