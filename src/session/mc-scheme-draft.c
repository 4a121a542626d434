/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scheme-draft-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (McSchemeDraft, mc_scheme_draft, G_TYPE_OBJECT)

static guint changed_signal;

static void
row_free (gpointer data)
{
  McSchemeRow *row = data;

  g_object_unref (row->criterion);
  g_array_unref (row->weights);
  g_free (row);
}

static McSchemeRow *
row_new (McEvaluationCriterion *criterion, guint n_posts)
{
  McSchemeRow *row = g_new0 (McSchemeRow, 1);

  row->criterion = criterion;
  row->weights = g_array_new (FALSE, TRUE, sizeof (double));
  g_array_set_size (row->weights, n_posts);
  return row;
}

void
_mc_scheme_state_free (McSchemeState *self)
{
  g_object_unref (self->scheme);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->posts);
  g_free (self);
}

static McSchemeState *
state_new (McEvaluationScheme *scheme)
{
  const gint64 all_others = 0;
  McSchemeState *state = g_new0 (McSchemeState, 1);

  state->scheme = scheme;
  state->rows = g_ptr_array_new_with_free_func (row_free);
  state->posts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (state->posts, all_others);
  state->version = MC_DAY_NONE;
  return state;
}

McSchemeState *
_mc_scheme_state_copy (McSchemeState *from)
{
  McSchemeState *state = g_new0 (McSchemeState, 1);

  state->scheme = mc_entity_clone (from->scheme);
  state->rows = g_ptr_array_new_with_free_func (row_free);
  state->posts = g_array_copy (from->posts);
  state->version = from->version;
  for (guint i = 0; i < from->rows->len; i++)
    {
      McSchemeRow *old = from->rows->pdata[i], *row = g_new0 (McSchemeRow, 1);

      row->criterion = mc_entity_clone (old->criterion);
      row->weights = g_array_copy (old->weights);
      g_ptr_array_add (state->rows, row);
    }
  return state;
}

static void
mc_scheme_draft_finalize (GObject *object)
{
  McSchemeDraft *self = MC_SCHEME_DRAFT (object);

  g_clear_object (&self->old_scheme);
  g_ptr_array_unref (self->old_criteria);
  g_ptr_array_unref (self->old_weights);
  g_clear_pointer (&self->state, _mc_scheme_state_free);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self->last);
  G_OBJECT_CLASS (mc_scheme_draft_parent_class)->finalize (object);
}

static void
mc_scheme_draft_class_init (McSchemeDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_scheme_draft_finalize;
  changed_signal =
      g_signal_new ("changed", MC_TYPE_SCHEME_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_scheme_draft_init (McSchemeDraft *self)
{
  self->old_criteria = g_ptr_array_new_with_free_func (g_object_unref);
  self->old_weights = g_ptr_array_new_with_free_func (g_object_unref);
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify)_mc_scheme_state_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify)_mc_scheme_state_free);
}

/* --- Taking in --- */

static int
compare_criteria (gconstpointer a, gconstpointer b)
{
  const McEvaluationCriterion *x = *(McEvaluationCriterion *const *)a, *y = *(McEvaluationCriterion *const *)b;

  return x->sort_order - y->sort_order;
}

guint
_mc_scheme_state_find_post (McSchemeState *state, gint64 post)
{
  for (guint k = 0; k < state->posts->len; k++)
    if (g_array_index (state->posts, gint64, k) == post)
      return k;
  return G_MAXUINT;
}

McEvaluationCriterion *
_mc_scheme_state_criterion (McSchemeState *state, guint at)
{
  return ((McSchemeRow *)state->rows->pdata[at])->criterion;
}

double *
_mc_scheme_state_weight (McSchemeState *state, guint row, guint post)
{
  return &g_array_index (((McSchemeRow *)state->rows->pdata[row])->weights, double, post);
}

static void
take_post (McSchemeState *state, gint64 post)
{
  if (_mc_scheme_state_find_post (state, post) != G_MAXUINT)
    return;
  g_array_append_val (state->posts, post);
  for (guint i = 0; i < state->rows->len; i++)
    g_array_set_size (((McSchemeRow *)state->rows->pdata[i])->weights, state->posts->len);
}

static void
take_weight (McSchemeDraft *self, McEvaluationWeight *weight)
{
  for (guint i = 0; i < self->state->rows->len; i++)
    if (mc_entity_get_id (MC_ENTITY (_mc_scheme_state_criterion (self->state, i))) == weight->criterion_id)
      {
        take_post (self->state, weight->post_id);
        *_mc_scheme_state_weight (self->state, i, _mc_scheme_state_find_post (self->state, weight->post_id)) =
            weight->weight;
        g_ptr_array_add (self->old_weights, mc_entity_clone (weight));
        return;
      }
}

/* A slip as a beginning: three levels, and a month. */
static McEvaluationScheme *
new_slip (McDay from)
{
  McEvaluationScheme *scheme = mc_evaluation_scheme_new ();

  scheme->code = g_strdup ("slip");
  scheme->name = g_strdup (_ ("Slip of the centre"));
  scheme->kind = MC_SCHEME_MONTHLY_SLIP;
  scheme->monthly = TRUE;
  scheme->source = g_strdup (_ ("The centre"));
  scheme->bands = g_strdup ("[{\"code\": \"a\", \"name\": \"A\", \"from\": 90}, {\"code\": \"b\", \"name\": \"B\", "
                            "\"from\": 70}, {\"code\": \"c\", \"name\": \"C\", \"from\": 50}, {\"code\": \"d\", "
                            "\"name\": \"D\", \"from\": 0}]");
  scheme->during = (McPeriod){ from, MC_DAY_NONE };
  return scheme;
}

McSchemeDraft *
mc_scheme_draft_new (McEvaluationScheme *scheme, const GPtrArray *criteria, const GPtrArray *weights, McDay from)
{
  McSchemeDraft *self = g_object_new (MC_TYPE_SCHEME_DRAFT, NULL);

  g_return_val_if_fail (!scheme || MC_IS_EVALUATION_SCHEME (scheme), NULL);
  self->old_scheme = scheme ? mc_entity_clone (scheme) : NULL;
  self->state = state_new (scheme ? mc_entity_clone (scheme) : new_slip (from));
  for (guint i = 0; criteria && i < criteria->len; i++)
    g_ptr_array_add (self->old_criteria, mc_entity_clone (criteria->pdata[i]));
  g_ptr_array_sort (self->old_criteria, compare_criteria);
  for (guint i = 0; i < self->old_criteria->len; i++)
    g_ptr_array_add (self->state->rows, row_new (mc_entity_clone (self->old_criteria->pdata[i]), 1));
  for (guint i = 0; weights && i < weights->len; i++)
    take_weight (self, weights->pdata[i]);
  return self;
}

void
_mc_scheme_state_make_new (McSchemeState *state)
{
  mc_entity_set_id (MC_ENTITY (state->scheme), 0);
  mc_entity_set_version (MC_ENTITY (state->scheme), 0);
  for (guint i = 0; i < state->rows->len; i++)
    {
      McEvaluationCriterion *criterion = _mc_scheme_state_criterion (state, i);

      mc_entity_set_id (MC_ENTITY (criterion), 0);
      mc_entity_set_version (MC_ENTITY (criterion), 0);
      criterion->scheme_id = 0;
    }
}

McSchemeDraft *
mc_scheme_draft_copy (McSchemeDraft *self, const char *code, const char *name, McDay from)
{
  McSchemeDraft *copy;

  g_return_val_if_fail (MC_IS_SCHEME_DRAFT (self) && code && name, NULL);
  g_return_val_if_fail (self->state->scheme->kind == MC_SCHEME_MONTHLY_SLIP, NULL);
  copy = g_object_new (MC_TYPE_SCHEME_DRAFT, NULL);
  copy->state = _mc_scheme_state_copy (self->state);
  _mc_scheme_state_make_new (copy->state);
  copy->state->version = MC_DAY_NONE;
  g_set_str (&copy->state->scheme->code, code);
  g_set_str (&copy->state->scheme->name, name);
  copy->state->scheme->during = (McPeriod){ from, MC_DAY_NONE };
  return copy;
}

/* --- What there is --- */

McEvaluationScheme *
mc_scheme_draft_get_scheme (McSchemeDraft *self)
{
  return self->state->scheme;
}

guint
mc_scheme_draft_get_n_criteria (McSchemeDraft *self)
{
  return self->state->rows->len;
}

McEvaluationCriterion *
mc_scheme_draft_get_criterion (McSchemeDraft *self, guint at)
{
  g_return_val_if_fail (at < self->state->rows->len, NULL);
  return _mc_scheme_state_criterion (self->state, at);
}

const GArray *
mc_scheme_draft_get_posts (McSchemeDraft *self)
{
  return self->state->posts;
}

double
mc_scheme_draft_get_weight (McSchemeDraft *self, guint at, gint64 post)
{
  guint k = _mc_scheme_state_find_post (self->state, post);

  g_return_val_if_fail (at < self->state->rows->len && k != G_MAXUINT, 0);
  return *_mc_scheme_state_weight (self->state, at, k);
}

double
mc_scheme_draft_sum (McSchemeDraft *self, gint64 post)
{
  double sum = 0;

  for (guint i = 0; i < self->state->rows->len; i++)
    sum += mc_scheme_draft_get_weight (self, i, post);
  return round (sum * 100) / 100; /* weights have two decimals */
}

McDay
mc_scheme_draft_get_version (McSchemeDraft *self)
{
  return self->state->version;
}

/* --- Steps --- */

void
mc_scheme_draft_edited (McSchemeDraft *self)
{
  g_return_if_fail (MC_IS_SCHEME_DRAFT (self));
  g_signal_emit (self, changed_signal, 0);
}

void
mc_scheme_draft_begin (McSchemeDraft *self, const char *what)
{
  g_return_if_fail (MC_IS_SCHEME_DRAFT (self) && what);
  g_ptr_array_set_size (self->undone, 0);
  if (g_strcmp0 (self->last, what) == 0)
    return;
  g_set_str (&self->last, what);
  g_ptr_array_add (self->done, _mc_scheme_state_copy (self->state));
}

void
mc_scheme_draft_turn (McSchemeDraft *self, gboolean redo)
{
  GPtrArray *from, *to;

  g_return_if_fail (MC_IS_SCHEME_DRAFT (self));
  from = redo ? self->undone : self->done;
  to = redo ? self->done : self->undone;
  if (from->len == 0)
    return;
  g_ptr_array_add (to, self->state);
  self->state = g_ptr_array_steal_index (from, from->len - 1);
  g_clear_pointer (&self->last, g_free);
  mc_scheme_draft_edited (self);
}

gboolean
mc_scheme_draft_can_turn (McSchemeDraft *self, gboolean redo)
{
  return (redo ? self->undone : self->done)->len > 0;
}

/* A step of its own, whatever was before it. */
static void
begin_single (McSchemeDraft *self)
{
  g_clear_pointer (&self->last, g_free);
  mc_scheme_draft_begin (self, "");
  g_clear_pointer (&self->last, g_free);
}

static gboolean
has_code (McSchemeState *state, const char *code)
{
  for (guint i = 0; i < state->rows->len; i++)
    if (g_strcmp0 (_mc_scheme_state_criterion (state, i)->code, code) == 0)
      return TRUE;
  return FALSE;
}

McEvaluationCriterion *
mc_scheme_draft_add_criterion (McSchemeDraft *self)
{
  McEvaluationCriterion *criterion = mc_evaluation_criterion_new ();
  guint n = 1;

  begin_single (self);
  do
    {
      g_free (criterion->code);
      criterion->code = g_strdup_printf ("m%u", n++);
    }
  while (has_code (self->state, criterion->code));
  criterion->max_points = 10;
  criterion->rated = TRUE;
  g_ptr_array_add (self->state->rows, row_new (criterion, self->state->posts->len));
  mc_scheme_draft_edited (self);
  return criterion;
}

void
mc_scheme_draft_remove_criterion (McSchemeDraft *self, guint at)
{
  g_return_if_fail (at < self->state->rows->len);
  begin_single (self);
  g_ptr_array_remove_index (self->state->rows, at);
  mc_scheme_draft_edited (self);
}

void
mc_scheme_draft_move_criterion (McSchemeDraft *self, guint at, int by)
{
  guint to = at + (guint)by;
  gpointer other;

  g_return_if_fail (at < self->state->rows->len && (by == 1 || by == -1));
  if (to >= self->state->rows->len)
    return;
  begin_single (self);
  other = self->state->rows->pdata[to];
  self->state->rows->pdata[to] = self->state->rows->pdata[at];
  self->state->rows->pdata[at] = other;
  mc_scheme_draft_edited (self);
}

void
mc_scheme_draft_add_post (McSchemeDraft *self, gint64 post)
{
  if (_mc_scheme_state_find_post (self->state, post) != G_MAXUINT)
    return;
  begin_single (self);
  take_post (self->state, post);
  for (guint i = 0; i < self->state->rows->len; i++)
    *_mc_scheme_state_weight (self->state, i, self->state->posts->len - 1) =
        *_mc_scheme_state_weight (self->state, i, 0);
  mc_scheme_draft_edited (self);
}

void
mc_scheme_draft_remove_post (McSchemeDraft *self, gint64 post)
{
  guint k = _mc_scheme_state_find_post (self->state, post);

  g_return_if_fail (post && k != G_MAXUINT);
  begin_single (self);
  g_array_remove_index (self->state->posts, k);
  for (guint i = 0; i < self->state->rows->len; i++)
    g_array_remove_index (((McSchemeRow *)self->state->rows->pdata[i])->weights, k);
  mc_scheme_draft_edited (self);
}

void
mc_scheme_draft_set_weight (McSchemeDraft *self, guint at, gint64 post, double weight)
{
  guint k = _mc_scheme_state_find_post (self->state, post);
  g_autofree char *what = g_strdup_printf ("weight %u %" G_GINT64_FORMAT, at, post);

  g_return_if_fail (at < self->state->rows->len && k != G_MAXUINT);
  if (fabs (*_mc_scheme_state_weight (self->state, at, k) - weight) < 1e-9)
    return;
  mc_scheme_draft_begin (self, what);
  *_mc_scheme_state_weight (self->state, at, k) = weight;
  mc_scheme_draft_edited (self);
}

void
mc_scheme_draft_set_version (McSchemeDraft *self, McDay from)
{
  if (self->state->version == from)
    return;
  /* That there is to be a new version is no edit; from when it holds is. */
  if (self->state->version != MC_DAY_NONE)
    mc_scheme_draft_begin (self, "version");
  self->state->version = from;
  mc_scheme_draft_edited (self);
}
