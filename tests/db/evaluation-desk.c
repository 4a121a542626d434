/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation-desk.h"

gint64
evaluation_desk_open (McSession *session)
{
  McDay month = mc_day_add_months (mc_session_get_today (session), -4);
  GError *error = NULL;
  gint64 cycle =
      dex_await_int64 (mc_session_open_evaluations (session, MC_CYCLE_MONTH, month, "monthly_slip", 0), &error);

  g_assert_no_error (error);
  return cycle;
}

McEvaluation *
evaluation_desk_find (McLiveList *list, gint64 cycle)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (McEvaluation) one = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (one->cycle_id == cycle)
        return g_steal_pointer (&one);
    }
  g_assert_not_reached ();
}

McEvaluationCriterion *
evaluation_desk_criterion (McSession *session, gint64 scheme, const char *code)
{
  g_autoptr (McLiveList) list = session_fixture_list (session, MC_TYPE_EVALUATION_CRITERION);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (McEvaluationCriterion) one = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (one->scheme_id == scheme && g_strcmp0 (one->code, code) == 0)
        return g_steal_pointer (&one);
    }
  g_assert_not_reached ();
}

static GPtrArray *
rows_of (McSession *session, GType noun)
{
  g_autoptr (McLiveList) list = session_fixture_list (session, noun);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list), i));
  return rows;
}

McSchemeDraft *
evaluation_desk_draft (McSession *session, const char *code)
{
  g_autoptr (GPtrArray) schemes = rows_of (session, MC_TYPE_EVALUATION_SCHEME);
  g_autoptr (GPtrArray) criteria = rows_of (session, MC_TYPE_EVALUATION_CRITERION);
  g_autoptr (GPtrArray) weights = rows_of (session, MC_TYPE_EVALUATION_WEIGHT);
  McEvaluationScheme *found = NULL;

  for (guint i = 0; i < schemes->len; i++)
    {
      McEvaluationScheme *one = schemes->pdata[i];

      if (g_strcmp0 (one->code, code) == 0 && (!found || one->during.from > found->during.from))
        found = one;
    }
  g_assert_nonnull (found);
  for (guint i = criteria->len; i > 0; i--)
    if (((McEvaluationCriterion *)criteria->pdata[i - 1])->scheme_id != mc_entity_get_id (MC_ENTITY (found)))
      g_ptr_array_remove_index (criteria, i - 1);
  return mc_scheme_draft_new (found, criteria, weights, MC_DAY_NONE);
}
