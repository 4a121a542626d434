/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-headcount-store.h"

#include "mc-store-private.h"

static DexFuture *
to_json (DexFuture *text, gpointer user_data)
{
  GError *error = NULL;
  JsonNode *node = json_from_string (g_value_get_string (dex_future_get_value (text, NULL)), &error);

  if (!node)
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (JSON_TYPE_NODE, node);
}

DexFuture *
mc_headcount_store_at (McStore *store, McDay day)
{
  return dex_future_then (
      _mc_store_query_text (store, "SELECT centre.headcount_at($1)", mc_pg_params_add_day (mc_pg_params_new (), day)),
      to_json, NULL, NULL);
}
