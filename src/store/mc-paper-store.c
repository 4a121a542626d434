/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper-store.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-store-private.h"

static DexFuture *
to_text (DexFuture *future, gpointer user_data)
{
  McPgResult *result = g_value_get_object (dex_future_get_value (future, NULL));

  if (mc_pg_result_get_n_rows (result) == 0)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_NOT_FOUND, "%s", _ ("The paper is not there any more."));
  return dex_future_new_for_string (mc_pg_result_get_text (result, 0, "content"));
}

DexFuture *
mc_paper_store_read (McStore *store, gint64 paper)
{
  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  return dex_future_then (_mc_store_query (store, "SELECT content FROM centre.paper WHERE id = $1",
                                           mc_pg_params_add_int64 (mc_pg_params_new (), paper)),
                          to_text, NULL, NULL);
}
