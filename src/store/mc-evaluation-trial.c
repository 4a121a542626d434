/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-store-private.h"

#include "mc-pg-transaction.h"
#include "mc-sql-private.h"

/*
 * A trial: in a transaction that is taken back, a scheme is used for a cycle, and read what came of it.
 */

/* The code of a scheme that is not saved, for as long as the transaction lasts. */
#define DRAFT_CODE "draft_on_trial"

typedef struct
{
  McStore *store;
  McCycleKind kind;
  McDay day;
  char *code;
  McEvaluationScheme *draft; /* NULL: a saved scheme is tried */
  GPtrArray *draft_criteria;
  GPtrArray *draft_weights;
} Trial;

/* What is read in the transaction. */
typedef struct
{
  GPtrArray *schemes, *criteria, *weights, *evaluations, *evidence;
} Found;

static void
trial_free (gpointer data)
{
  Trial *self = data;

  g_object_unref (self->store);
  g_free (self->code);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->draft_criteria, g_ptr_array_unref);
  g_clear_pointer (&self->draft_weights, g_ptr_array_unref);
  g_free (self);
}

static void
found_clear (Found *self)
{
  GPtrArray **lists[] = { &self->schemes, &self->criteria, &self->weights, &self->evaluations, &self->evidence };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

static const char *const steps[] = {
  "UPDATE centre.evaluation_scheme SET monthly = true, quarterly = true, yearly = true"
  " WHERE code = $1 AND $2 <> '' AND during @> upper($3::daterange) - 1 AND NOT (monthly AND quarterly AND yearly)",
  "INSERT INTO centre.evaluation_cycle (kind, during) SELECT $2, $3::daterange"
  " WHERE $1 <> '' AND NOT EXISTS (SELECT FROM centre.evaluation_cycle c WHERE c.kind = $2 AND c.during = "
  "$3::daterange)",
  "SELECT centre.open_evaluations(c.id, $1) FROM centre.evaluation_cycle c WHERE c.kind = $2 AND c.during = "
  "$3::daterange",
  "SELECT centre.gather_evidence(e.id) FROM centre.evaluation e JOIN centre.evaluation_cycle c ON c.id = e.cycle_id"
  " JOIN centre.evaluation_scheme s ON s.id = e.scheme_id"
  " WHERE e.state <> 'signed' AND s.code = $1 AND c.kind = $2 AND c.during = $3::daterange",
};

#define OF_CYCLE                                                                                                       \
  " FROM centre.evaluation e JOIN centre.evaluation_cycle c ON c.id = e.cycle_id"                                      \
  " JOIN centre.evaluation_scheme s ON s.id = e.scheme_id"
#define IN_TRIAL " WHERE e.state <> 'signed' AND s.code = $1 AND c.kind = $2 AND c.during = $3::daterange"
#define IN_FORCE " WHERE s.code = $1 AND $2 <> '' AND s.during @> upper($3::daterange) - 1"

static gboolean
read_rows (
    McPgTransaction *transaction, GType noun, const char *sql, McPgParams *params, GPtrArray **rows, GError **error)
{
  g_autoptr (McPgResult) result = dex_await_object (mc_pg_transaction_query (transaction, sql, params), error);

  *rows = result ? _mc_sql_decode (noun, result, error) : NULL;
  return *rows != NULL;
}

static gboolean
read_all (McPgTransaction *transaction, McPgParams *params, Found *found, GError **error)
{
  return read_rows (transaction, MC_TYPE_EVALUATION_SCHEME, "SELECT s.* FROM centre.evaluation_scheme s" IN_FORCE,
                    params, &found->schemes, error) &&
         read_rows (transaction, MC_TYPE_EVALUATION_CRITERION,
                    "SELECT k.* FROM centre.evaluation_criterion k JOIN centre.evaluation_scheme s"
                    " ON s.id = k.scheme_id" IN_FORCE " ORDER BY k.sort_order, k.id",
                    params, &found->criteria, error) &&
         read_rows (transaction, MC_TYPE_EVALUATION_WEIGHT,
                    "SELECT w.* FROM centre.evaluation_weight w JOIN centre.evaluation_criterion k"
                    " ON k.id = w.criterion_id JOIN centre.evaluation_scheme s ON s.id = k.scheme_id" IN_FORCE
                    " ORDER BY w.id",
                    params, &found->weights, error) &&
         read_rows (transaction, MC_TYPE_EVALUATION, "SELECT e.*" OF_CYCLE IN_TRIAL " ORDER BY e.id", params,
                    &found->evaluations, error) &&
         read_rows (transaction, MC_TYPE_EVALUATION_EVIDENCE,
                    "SELECT v.*" OF_CYCLE " JOIN centre.evaluation_evidence v ON v.evaluation_id = e.id" IN_TRIAL
                    " ORDER BY v.id",
                    params, &found->evidence, error);
}

/* The row with its id; @row itself is only read. */
static McEntity *
insert_row (McPgTransaction *transaction, McEntity *row, GError **error)
{
  g_autoptr (McPgParams) params = mc_pg_params_new ();
  g_autofree char *sql = _mc_sql_insert (MC_ENTITY_GET_CLASS (row), &row, 1, params);
  g_autoptr (GPtrArray) written = NULL;

  if (!read_rows (transaction, G_OBJECT_TYPE (row), sql, params, &written, error))
    return NULL;
  g_return_val_if_fail (written->len == 1, NULL);
  return g_object_ref (written->pdata[0]);
}

static gboolean
insert_weights (Trial *self, McPgTransaction *transaction, guint place, gint64 criterion, GError **error)
{
  for (guint i = 0; i < self->draft_weights->len; i++)
    {
      g_autoptr (McEvaluationWeight) weight = mc_entity_clone (self->draft_weights->pdata[i]);
      g_autoptr (McEntity) written = NULL;

      if (weight->criterion_id != place)
        continue;
      weight->criterion_id = criterion;
      written = insert_row (transaction, MC_ENTITY (weight), error);
      if (!written)
        return FALSE;
    }
  return TRUE;
}

/* The draft as a scheme of the cycle that it is tried on. */
static gboolean
insert_draft (Trial *self, McPgTransaction *transaction, McPeriod during, GError **error)
{
  g_autoptr (McEvaluationScheme) scheme = mc_entity_clone (self->draft);
  g_autoptr (McEntity) written = NULL;

  g_set_str (&scheme->code, DRAFT_CODE);
  scheme->during = during;
  written = insert_row (transaction, MC_ENTITY (scheme), error);
  for (guint i = 0; written && i < self->draft_criteria->len; i++)
    {
      g_autoptr (McEvaluationCriterion) criterion = mc_entity_clone (self->draft_criteria->pdata[i]);
      g_autoptr (McEntity) row = NULL;

      criterion->scheme_id = mc_entity_get_id (written);
      row = insert_row (transaction, MC_ENTITY (criterion), error);
      if (!row || !insert_weights (self, transaction, i, mc_entity_get_id (row), error))
        return FALSE;
    }
  /* What is asked at commit, as there will be none. */
  return written && dex_await (mc_pg_transaction_query (transaction, "SET CONSTRAINTS ALL IMMEDIATE", NULL), error) &&
         dex_await (mc_pg_transaction_query (transaction, "SET CONSTRAINTS ALL DEFERRED", NULL), error);
}

static gboolean
run_trial (Trial *self, McPgTransaction *transaction, Found *found, GError **error)
{
  McPeriod during = mc_evaluation_cycle_around (self->kind, self->day);
  g_autoptr (McPgParams) params = mc_pg_params_add_text (mc_pg_params_new (), self->code);

  mc_pg_params_add_text (params, mc_cycle_kind_values[self->kind].text);
  mc_pg_params_add_period (params, &during);
  if (self->draft && !insert_draft (self, transaction, during, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!dex_await (mc_pg_transaction_query (transaction, steps[i], params), error))
      return FALSE;
  return read_all (transaction, params, found, error);
}

/* With the evidence of @evaluation alone, and no points by people. */
static gboolean
reckon_one (Found *found, McEvaluation *evaluation, const McRatingLimits *limits, GError **error)
{
  g_autoptr (GPtrArray) scores = g_ptr_array_new (), evidence = g_ptr_array_new ();
  g_autoptr (McEvaluationResult) result = NULL;
  McEvaluationFacts facts = { found->schemes->pdata[0], found->criteria, found->weights, scores, evidence,
                              evaluation->post_id };

  for (guint i = 0; i < found->evidence->len; i++)
    {
      McEvaluationEvidence *one = found->evidence->pdata[i];

      if (one->evaluation_id == mc_entity_get_id (MC_ENTITY (evaluation)))
        g_ptr_array_add (evidence, one);
    }
  result = mc_evaluation_reckon (&facts, limits, error);
  if (result)
    _mc_evaluation_take_result (evaluation, result);
  return result != NULL;
}

static DexFuture *
trial_fiber (gpointer data)
{
  Trial *self = data;
  GError *error = NULL;
  g_auto (Found) found = { 0 };
  g_autoptr (McPgTransaction) transaction = NULL;
  McRatingLimits limits;
  gboolean done;

  transaction = dex_await_object (mc_pg_transaction_new (mc_store_get_pool (self->store), MC_PG_READ_WRITE), &error);
  if (!transaction)
    return dex_future_new_for_error (error);
  done = run_trial (self, transaction, &found, &error);
  dex_await (mc_pg_transaction_rollback (transaction), NULL);
  if (!done || !_mc_evaluation_load_limits (self->store, &limits, &error))
    return dex_future_new_for_error (error);
  for (guint i = 0; i < found.evaluations->len && found.schemes->len; i++)
    if (!reckon_one (&found, found.evaluations->pdata[i], &limits, &error))
      return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, g_steal_pointer (&found.evaluations));
}

static Trial *
trial_new (McStore *store, McCycleKind kind, McDay day, const char *code)
{
  Trial *self = g_new0 (Trial, 1);

  self->store = g_object_ref (store);
  self->kind = kind;
  self->day = day;
  self->code = g_strdup (code);
  return self;
}

DexFuture *
mc_evaluation_store_trial (McStore *store, McCycleKind kind, McDay day, const char *scheme)
{
  g_return_val_if_fail (MC_IS_STORE (store) && scheme, NULL);
  return dex_scheduler_spawn (NULL, 0, trial_fiber, trial_new (store, kind, day, scheme), trial_free);
}

DexFuture *
mc_evaluation_store_try (
    McStore *store, McCycleKind kind, McDay day, McEvaluationScheme *scheme, GPtrArray *criteria, GPtrArray *weights)
{
  Trial *self;

  g_return_val_if_fail (MC_IS_STORE (store) && MC_IS_EVALUATION_SCHEME (scheme) && criteria && weights, NULL);
  self = trial_new (store, kind, day, DRAFT_CODE);
  self->draft = g_object_ref (scheme);
  self->draft_criteria = g_ptr_array_ref (criteria);
  self->draft_weights = g_ptr_array_ref (weights);
  return dex_scheduler_spawn (NULL, 0, trial_fiber, self, trial_free);
}
