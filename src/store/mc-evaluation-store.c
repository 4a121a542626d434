/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-store-private.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-evaluation.h"
#include "mc-setting.h"
#include "mc-store-private.h"

/* All that one evaluation is made of. */
typedef struct
{
  McEvaluation *evaluation;
  McEvaluationScheme *scheme;
  GPtrArray *criteria, *weights, *scores, *evidence;
} Sheet;

static void
sheet_clear (Sheet *self)
{
  g_clear_object (&self->evaluation);
  g_clear_object (&self->scheme);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  g_clear_pointer (&self->weights, g_ptr_array_unref);
  g_clear_pointer (&self->scores, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static GPtrArray *
list_by (McStore *store, GType noun, const char *column, const GArray *ids, GError **error)
{
  McQuery *query = mc_query_where_ids (mc_query_new (), column, (const gint64 *)ids->data, ids->len);
  GPtrArray *rows = dex_await_boxed (mc_store_list (store, noun, query), error);

  mc_query_unref (query);
  return rows;
}

static GPtrArray *
list_of (McStore *store, GType noun, const char *column, gint64 id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  return list_by (store, noun, column, ids, error);
}

static gboolean
load_scheme (Sheet *self, McStore *store, gint64 scheme, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  self->scheme = dex_await_object (mc_store_get (store, MC_TYPE_EVALUATION_SCHEME, scheme), error);
  self->criteria = self->scheme ? list_of (store, MC_TYPE_EVALUATION_CRITERION, "scheme_id", scheme, error) : NULL;
  for (guint i = 0; self->criteria && i < self->criteria->len; i++)
    {
      gint64 id = mc_entity_get_id (g_ptr_array_index (self->criteria, i));

      g_array_append_val (ids, id);
    }
  self->weights = self->criteria ? list_by (store, MC_TYPE_EVALUATION_WEIGHT, "criterion_id", ids, error) : NULL;
  return self->weights != NULL;
}

static gboolean
load_rows (Sheet *self, McStore *store, gint64 id, GError **error)
{
  self->evaluation = dex_await_object (mc_store_get (store, MC_TYPE_EVALUATION, id), error);
  self->scores = self->evaluation ? list_of (store, MC_TYPE_EVALUATION_SCORE, "evaluation_id", id, error) : NULL;
  self->evidence = self->scores ? list_of (store, MC_TYPE_EVALUATION_EVIDENCE, "evaluation_id", id, error) : NULL;
  return self->evidence != NULL;
}

gboolean
_mc_evaluation_load_limits (McStore *store, McRatingLimits *limits, GError **error)
{
  g_autoptr (GPtrArray) settings = dex_await_boxed (mc_store_list (store, MC_TYPE_SETTING, NULL), error);

  *limits = MC_RATING_LIMITS_DEFAULT;
  if (!settings)
    return FALSE;
  for (guint i = 0; i < settings->len; i++)
    mc_rating_limits_take_setting (limits, g_ptr_array_index (settings, i));
  return TRUE;
}

static McEvaluationResult *
reckon_sheet (Sheet *self, const McRatingLimits *limits, GError **error)
{
  McEvaluationFacts facts = { self->scheme, self->criteria, self->weights,
                              self->scores, self->evidence, self->evaluation ? self->evaluation->post_id : 0 };

  return mc_evaluation_reckon (&facts, limits, error);
}

void
_mc_evaluation_take_result (McEvaluation *evaluation, const McEvaluationResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) flags = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; result->flags[i]; i++)
    json_builder_add_string_value (builder, result->flags[i]);
  json_builder_end_array (builder);
  flags = json_builder_get_root (builder);
  evaluation->total = result->total;
  g_set_str (&evaluation->band, result->band);
  g_set_str (&evaluation->veto, result->veto);
  g_free (evaluation->flags);
  evaluation->flags = json_to_string (flags, FALSE);
}

static McEvaluationScore *
find_computed (GPtrArray *scores, gint64 criterion)
{
  for (guint i = 0; i < scores->len; i++)
    {
      McEvaluationScore *score = g_ptr_array_index (scores, i);

      if (score->criterion_id == criterion && score->role == MC_RATER_COMPUTED)
        return score;
    }
  return NULL;
}

/* What was computed before and is not any more goes; the rest is written where it differs. */
static GPtrArray *
make_ops (Sheet *self, const McEvaluationResult *result, McEvaluation *after)
{
  GPtrArray *ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);

  for (guint i = 0; i < self->scores->len; i++)
    {
      McEvaluationScore *old = g_ptr_array_index (self->scores, i);

      if (old->role == MC_RATER_COMPUTED && !find_computed (result->computed, old->criterion_id))
        g_ptr_array_add (ops, mc_row_op_new_delete (MC_ENTITY (old)));
    }
  for (guint i = 0; i < result->computed->len; i++)
    {
      McEvaluationScore *score = g_ptr_array_index (result->computed, i);
      McEvaluationScore *old = find_computed (self->scores, score->criterion_id);

      if (!old)
        {
          score->evaluation_id = mc_entity_get_id (MC_ENTITY (self->evaluation));
          g_ptr_array_add (ops, mc_row_op_new_insert (MC_ENTITY (score)));
        }
      else
        {
          g_autoptr (McEvaluationScore) now = mc_entity_clone (old);

          now->points = score->points;
          g_ptr_array_add (ops, mc_row_op_new_update (MC_ENTITY (old), MC_ENTITY (now)));
        }
    }
  g_ptr_array_add (ops, mc_row_op_new_update (MC_ENTITY (self->evaluation), MC_ENTITY (after)));
  return ops;
}

typedef struct
{
  McStore *store;
  gint64 id;
  McCycleKind kind;
  McDay day;
  gint64 person;
  char *scheme;
} Task;

static Task *
task_new (McStore *store)
{
  Task *task = g_new0 (Task, 1);

  task->store = g_object_ref (store);
  return task;
}

static void
task_free (gpointer data)
{
  Task *task = data;

  g_object_unref (task->store);
  g_free (task->scheme);
  g_free (task);
}

static DexFuture *
reckon_fiber (gpointer data)
{
  Task *task = data;
  GError *error = NULL;
  g_auto (Sheet) sheet = { 0 };
  g_autoptr (McEvaluationResult) result = NULL;
  g_autoptr (McEvaluation) after = NULL;
  g_autoptr (GPtrArray) ops = NULL;
  McRatingLimits limits;

  if (!dex_await (_mc_store_query_int64 (task->store, "SELECT 1::bigint FROM centre.gather_evidence($1)",
                                         mc_pg_params_add_int64 (mc_pg_params_new (), task->id)),
                  &error) ||
      !load_rows (&sheet, task->store, task->id, &error) ||
      !load_scheme (&sheet, task->store, sheet.evaluation->scheme_id, &error) ||
      !_mc_evaluation_load_limits (task->store, &limits, &error))
    return dex_future_new_for_error (error);
  result = reckon_sheet (&sheet, &limits, &error);
  if (!result)
    return dex_future_new_for_error (error);
  after = mc_entity_clone (sheet.evaluation);
  _mc_evaluation_take_result (after, result);
  ops = make_ops (&sheet, result, after);
  if (!dex_await (mc_store_apply (task->store, ops), &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_object (g_steal_pointer (&after));
}

DexFuture *
mc_evaluation_store_reckon (McStore *store, gint64 evaluation)
{
  Task *task;

  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  task = task_new (store);
  task->id = evaluation;
  return dex_scheduler_spawn (NULL, 0, reckon_fiber, task, task_free);
}

static gint64
find_cycle (Task *task, GError **error)
{
  McPeriod during = mc_evaluation_cycle_around (task->kind, task->day);
  g_autoptr (GPtrArray) cycles = dex_await_boxed (mc_store_list (task->store, MC_TYPE_EVALUATION_CYCLE, NULL), error);
  g_autoptr (McEvaluationCycle) cycle = NULL;
  g_autoptr (GPtrArray) ops = NULL;

  for (guint i = 0; cycles && i < cycles->len; i++)
    {
      McEvaluationCycle *one = g_ptr_array_index (cycles, i);

      if (one->kind == task->kind && mc_period_equal (one->during, during))
        return mc_entity_get_id (MC_ENTITY (one));
    }
  if (!cycles)
    return 0;
  cycle = mc_evaluation_cycle_new ();
  cycle->kind = task->kind;
  cycle->during = during;
  ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);
  g_ptr_array_add (ops, mc_row_op_new_insert (MC_ENTITY (cycle)));
  return dex_await (mc_store_apply (task->store, ops), error) ? mc_entity_get_id (MC_ENTITY (cycle)) : 0;
}

static DexFuture *
open_fiber (gpointer data)
{
  Task *task = data;
  GError *error = NULL;
  gint64 cycle = find_cycle (task, &error);
  McPgParams *params;

  if (!cycle)
    return dex_future_new_for_error (error);
  params = mc_pg_params_add_text (mc_pg_params_add_int64 (mc_pg_params_new (), cycle), task->scheme);
  params = task->person ? mc_pg_params_add_int64 (params, task->person) : mc_pg_params_add_null (params);
  if (!dex_await (_mc_store_query_int64 (task->store, "SELECT centre.open_evaluations($1, $2, $3)::bigint", params),
                  &error))
    return dex_future_new_for_error (error);
  return dex_future_new_for_int64 (cycle);
}

DexFuture *
mc_evaluation_store_open (McStore *store, McCycleKind kind, McDay day, const char *scheme, gint64 person)
{
  Task *task;

  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  task = task_new (store);
  task->kind = kind;
  task->day = day;
  task->scheme = g_strdup (scheme);
  task->person = person;
  return dex_scheduler_spawn (NULL, 0, open_fiber, task, task_free);
}

static DexFuture *
to_content (DexFuture *future, gpointer user_data)
{
  McPgResult *result = g_value_get_object (dex_future_get_value (future, NULL));

  if (mc_pg_result_get_n_rows (result) == 0)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_NOT_FOUND, "%s", _ ("This evaluation is not signed."));
  return dex_future_new_for_string (mc_pg_result_get_text (result, 0, "content"));
}

DexFuture *
mc_evaluation_store_read_seal (McStore *store, gint64 evaluation)
{
  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  return dex_future_then (_mc_store_query (store, "SELECT content FROM centre.evaluation_seal WHERE evaluation_id = $1",
                                           mc_pg_params_add_int64 (mc_pg_params_new (), evaluation)),
                          to_content, NULL, NULL);
}

void
mc_chain_report_free (McChainReport *self)
{
  g_return_if_fail (self);
  g_free (self->chain);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_array_unref);
  g_free (self);
}

static McSealLink *
read_link (McPgResult *result, guint row)
{
  McSealLink *link = mc_seal_link_new ();

  link->evaluation = mc_pg_result_get_int64 (result, row, "evaluation_id");
  link->place = (int)mc_pg_result_get_int64 (result, row, "place");
  link->previous_sha256 = g_strdup (mc_pg_result_get_text (result, row, "previous_sha256"));
  link->content = g_strdup (mc_pg_result_get_text (result, row, "content"));
  link->content_sha256 = g_strdup (mc_pg_result_get_text (result, row, "content_sha256"));
  link->sha256 = g_strdup (mc_pg_result_get_text (result, row, "sha256"));
  link->unchanged = mc_pg_result_get_bool (result, row, "unchanged");
  return link;
}

static DexFuture *
to_reports (DexFuture *future, gpointer user_data)
{
  McPgResult *result = g_value_get_object (dex_future_get_value (future, NULL));
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_chain_report_free);
  McChainReport *report = NULL;

  for (guint i = 0; i < mc_pg_result_get_n_rows (result); i++)
    {
      const char *chain = mc_pg_result_get_text (result, i, "chain");

      if (!report || g_strcmp0 (report->chain, chain) != 0)
        {
          report = g_new0 (McChainReport, 1);
          report->chain = g_strdup (chain);
          report->links = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_seal_link_free);
          g_ptr_array_add (reports, report);
        }
      g_ptr_array_add (report->links, read_link (result, i));
    }
  for (guint i = 0; i < reports->len; i++)
    {
      report = g_ptr_array_index (reports, i);
      report->findings = mc_seal_chain_verify (report->links);
    }
  return dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, g_steal_pointer (&reports));
}

DexFuture *
mc_evaluation_store_verify (McStore *store)
{
  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  return dex_future_then (
      _mc_store_query (
          store,
          "SELECT s.chain, s.place::bigint AS place, s.evaluation_id, s.previous_sha256, s.content::text AS"
          " content, s.content_sha256, s.sha256,"
          " COALESCE(s.content - 'names' = centre.evaluation_rows(s.evaluation_id), false) AS unchanged"
          " FROM centre.evaluation_seal s ORDER BY s.chain, s.place",
          NULL),
      to_reports, NULL, NULL);
}
