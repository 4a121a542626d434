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
