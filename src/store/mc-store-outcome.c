/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-store-outcome-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-error.h"

/* A server process that the client was cut off from needs a moment to end; a server that starts again, two. */
#define FIRST_PAUSE_MS 50
#define PATIENCE_MS 2000

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

/* --- COMMIT --- */

/* By what the server will know the transaction again, should its answer to COMMIT get lost. */
static char *
mark_transaction (McPgTransaction *transaction, GError **error)
{
  g_autoptr (McPgResult) result =
      dex_await_object (mc_pg_transaction_query (transaction, "SELECT centre.mark_transaction()", NULL), error);

  return result ? g_strdup (mc_pg_result_get_value (result, 0, 0)) : NULL;
}

static GError *
unknown_commit (GError *error, const char *mark)
{
  g_autofree char *detail = g_strconcat (MC_STORE_UNKNOWN_COMMIT, mark, NULL);
  McErrorDetail extra = { .detail = detail };
  GError *result = mc_error_new_server (MC_ERROR_CONNECTION,
                                        _ ("The connection broke before the server could say whether this was entered. "
                                           "Please look whether it is there when the connection is back."),
                                        &extra);

  g_error_free (error);
  return result;
}

/* The link broke while COMMIT was on its way: a server that can still be reached tells what came of it. */
static gboolean
settle (McPgPool *pool, const char *mark, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_MS * G_TIME_SPAN_MILLISECOND;

  for (guint pause = FIRST_PAUSE_MS; g_get_monotonic_time () < deadline; pause *= 2)
    {
      g_autoptr (GError) local = NULL;
      int outcome = dex_await_int (
          dex_future_first (_mc_store_find_outcome (pool, mark), dex_timeout_new_deadline (deadline), NULL), &local);

      if (!local && outcome == MC_STORE_OUTCOME_COMMITTED)
        {
          g_clear_error (error);
          return TRUE;
        }
      if (!local && outcome == MC_STORE_OUTCOME_NOTHING)
        return FALSE;
      dex_await (dex_timeout_new_msec (pause), NULL);
    }
  *error = unknown_commit (*error, mark);
  return FALSE;
}

gboolean
_mc_store_commit (McPgPool *pool, McPgTransaction *transaction, GError **error)
{
  g_autofree char *mark = mark_transaction (transaction, error);

  if (!mark)
    {
      dex_await (mc_pg_transaction_rollback (transaction), NULL);
      return FALSE;
    }
  if (dex_await (mc_pg_transaction_commit (transaction), error))
    return TRUE;
  return g_error_matches (*error, MC_ERROR, MC_ERROR_CONNECTION) && settle (pool, mark, error);
}
