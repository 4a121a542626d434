/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mc-evaluation-store.h"
#include "mc-store-private.h"

/* Of evaluations that were not reopened; what people say of themselves, and what is computed, is no rater's. */
#define MARKS                                                                                                          \
  "WITH given AS (SELECT e.id, e.scheme_id, s.role, s.login, 100 * s.points / c.max_points AS percent,"                \
  " (sum (100 * s.points / c.max_points) OVER same - 100 * s.points / c.max_points)"                                   \
  " / NULLIF (count (*) OVER same - 1, 0) AS others"                                                                   \
  " FROM centre.evaluation e JOIN centre.evaluation_score s ON s.evaluation_id = e.id"                                 \
  " JOIN centre.evaluation_criterion c ON c.id = s.criterion_id"                                                       \
  " WHERE e.cycle_id = $1 AND s.role IN ('section', 'supervision', 'director')"                                        \
  " AND NOT EXISTS (SELECT FROM centre.evaluation n WHERE n.previous_id = e.id)"                                       \
  " WINDOW same AS (PARTITION BY e.id, s.criterion_id))"                                                               \
  " SELECT scheme_id, role, login, avg (percent) AS percent, avg (percent - others) AS beside"                         \
  " FROM given GROUP BY id, scheme_id, role, login ORDER BY id, role, login"

static DexFuture *
to_marks (DexFuture *future, gpointer user_data)
{
  McPgResult *result = g_value_get_object (dex_future_get_value (future, NULL));
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_rater_mark_free);

  for (guint i = 0; i < mc_pg_result_get_n_rows (result); i++)
    {
      guint role = MC_RATER_DIRECTOR;

      mc_enum_parse (mc_rater_role_values, mc_pg_result_get_text (result, i, "role"), &role);
      g_ptr_array_add (marks, mc_rater_mark_new (mc_pg_result_get_int64 (result, i, "scheme_id"), (McRaterRole)role,
                                                 mc_pg_result_get_text (result, i, "login"),
                                                 mc_pg_result_get_double (result, i, "percent"),
                                                 mc_pg_result_get_text (result, i, "beside")
                                                     ? mc_pg_result_get_double (result, i, "beside")
                                                     : NAN));
    }
  return dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, g_steal_pointer (&marks));
}

DexFuture *
mc_evaluation_store_load_marks (McStore *store, gint64 cycle)
{
  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  return dex_future_then (_mc_store_query (store, MARKS, mc_pg_params_add_int64 (mc_pg_params_new (), cycle)), to_marks,
                          NULL, NULL);
}
