/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-store-outcome-private.h"

#include <string.h>

#include "mc-error.h"

const char *
mc_store_error_get_mark (const GError *error)
{
  const McErrorDetail *detail = error ? mc_error_get_detail (error) : NULL;

  if (!detail || !detail->detail || !g_error_matches (error, MC_ERROR, MC_ERROR_CONNECTION) ||
      !g_str_has_prefix (detail->detail, MC_STORE_UNKNOWN_COMMIT))
    return NULL;
  return detail->detail + strlen (MC_STORE_UNKNOWN_COMMIT);
}

static DexFuture *
read_answer (DexFuture *future, gpointer data)
{
  const GValue *value = dex_future_get_value (future, NULL);
  const char *answer = mc_pg_result_get_value (g_value_get_object (value), 0, 0);

  if (g_strcmp0 (answer, "committed") == 0)
    return dex_future_new_for_int (MC_STORE_OUTCOME_COMMITTED);
  if (g_strcmp0 (answer, "in progress") == 0)
    return dex_future_new_for_int (MC_STORE_OUTCOME_RUNNING);
  return dex_future_new_for_int (MC_STORE_OUTCOME_NOTHING);
}

DexFuture *
_mc_store_find_outcome (McPgPool *pool, const char *mark)
{
  g_autoptr (McPgParams) params = mc_pg_params_add_text (mc_pg_params_new (), mark);

  return dex_future_then (mc_pg_pool_query (pool, "SELECT centre.find_outcome($1)", params), read_answer, NULL, NULL);
}

DexFuture *
mc_store_find_outcome (McStore *self, const char *mark)
{
  g_return_val_if_fail (MC_IS_STORE (self) && mark, NULL);
  return _mc_store_find_outcome (mc_store_get_pool (self), mark);
}
