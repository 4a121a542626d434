/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-floor-plan-store.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-store-private.h"

DexFuture *
mc_floor_plan_store_copy (McStore *store, gint64 source, const char *name, McDay since)
{
  McPgParams *params;

  g_return_val_if_fail (MC_IS_STORE (store) && name, NULL);
  params = mc_pg_params_new ();
  mc_pg_params_add_int64 (params, source);
  mc_pg_params_add_text (params, name);
  mc_pg_params_add_day (params, since);
  return _mc_store_query_int64 (store, "SELECT centre.copy_floor_plan($1, $2, $3)", params);
}

static DexFuture *
to_bytes (DexFuture *future, gpointer user_data)
{
  McPgResult *result = g_value_get_object (dex_future_get_value (future, NULL));

  if (mc_pg_result_get_n_rows (result) == 0)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_NOT_FOUND, _ ("The file is not there any more."));
  return dex_future_new_take_boxed (G_TYPE_BYTES, mc_pg_result_get_bytea (result, 0, "content"));
}

DexFuture *
mc_floor_plan_store_read_background (McStore *store, gint64 background)
{
  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  return dex_future_then (_mc_store_query (store, "SELECT content FROM centre.plan_background WHERE id = $1",
                                           mc_pg_params_add_int64 (mc_pg_params_new (), background)),
                          to_bytes, NULL, NULL);
}
