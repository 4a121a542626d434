/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-account-store.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-store-private.h"

/* As centre.set_password() asks; there it sees the verifier only. */
#define LEAST_PASSWORD_LENGTH 8

static DexFuture *
first_row (DexFuture *rows, gpointer user_data)
{
  GPtrArray *found = g_value_get_boxed (dex_future_get_value (rows, NULL));

  return dex_future_new_take_object (g_object_ref (found->pdata[0]));
}

DexFuture *
mc_account_store_who_am_i (McStore *store)
{
  return dex_future_then (
      _mc_store_query_rows (store, MC_TYPE_ACCOUNT,
                            "SELECT COALESCE(a.id, 0) AS id, COALESCE(a.version, 0) AS version, w.login, w.person_id,"
                            " COALESCE(w.display_name, w.login) AS display_name, w.group_role,"
                            " COALESCE(a.active, true) AS active"
                            " FROM centre.whoami() w LEFT JOIN centre.account a ON a.login = w.login",
                            NULL),
      first_row, NULL, NULL);
}

DexFuture *
mc_account_store_list (McStore *store)
{
  return mc_store_list (store, MC_TYPE_ACCOUNT, NULL);
}

typedef struct
{
  McPgPool *pool;
  const char *sql;
  char *login;
  char *password;
  McPgParams *params; /* the verifier becomes the last of them */
} Secret;

static void
secret_free (gpointer data)
{
  Secret *secret = data;

  g_object_unref (secret->pool);
  g_free (secret->login);
  g_free (secret->password);
  mc_pg_params_unref (secret->params);
  g_free (secret);
}

/* The verifier depends on what the server takes, so it is made with the connection that then sends it. */
static DexFuture *
secret_fiber (gpointer data)
{
  Secret *secret = data;
  GError *error = NULL;
  g_autoptr (McPgConnection) connection = dex_await_object (mc_pg_pool_acquire (secret->pool), &error);
  g_autofree char *verifier = NULL;
  g_autoptr (McPgResult) result = NULL;
  const char *first;

  if (!connection)
    return dex_future_new_for_error (error);
  if (secret->password)
    verifier = mc_pg_connection_encrypt_password (connection, secret->login, secret->password, &error);
  if (verifier || !secret->password)
    {
      mc_pg_params_add_text (secret->params, verifier);
      result = dex_await_object (mc_pg_connection_query (connection, secret->sql, secret->params), &error);
    }
  mc_pg_pool_release (secret->pool, g_steal_pointer (&connection));
  if (!result)
    return dex_future_new_for_error (error);
  first = mc_pg_result_get_value (result, 0, 0);
  return dex_future_new_for_int64 (first ? g_ascii_strtoll (first, NULL, 10) : 0);
}

static DexFuture *
run_with_password (McStore *store, const char *sql, const char *login, const char *password, McPgParams *params)
{
  Secret *secret;

  if (password && g_utf8_strlen (password, -1) < LEAST_PASSWORD_LENGTH)
    {
      mc_pg_params_unref (params);
      return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, _ ("A password has at least %d characters."),
                                    LEAST_PASSWORD_LENGTH);
    }
  secret = g_new0 (Secret, 1);
  secret->pool = g_object_ref (mc_store_get_pool (store));
  secret->sql = sql;
  secret->login = g_strdup (login);
  secret->password = g_strdup (password);
  secret->params = params;
  return dex_scheduler_spawn (NULL, 0, secret_fiber, secret, secret_free);
}

DexFuture *
mc_account_store_add (McStore *store, McAccount *account, const char *password)
{
  McPgParams *params = mc_pg_params_new ();

  mc_pg_params_add_text (params, account->login);
  mc_pg_params_add_text (params, account->display_name);
  mc_pg_params_add_text (params, mc_group_role_values[account->group_role].text);
  mc_pg_params_add_int64 (params, account->person_id);
  return run_with_password (store, "SELECT centre.add_account($1, $2, $3, NULLIF($4, 0), $5)", account->login, password,
                            params);
}

DexFuture *
mc_account_store_set_active (McStore *store, const char *login, gboolean active)
{
  return _mc_store_run (store, active ? "SELECT centre.enable_account($1)" : "SELECT centre.disable_account($1)",
                        mc_pg_params_add_text (mc_pg_params_new (), login));
}

DexFuture *
mc_account_store_set_group (McStore *store, const char *login, McGroupRole group)
{
  return _mc_store_run (
      store, "SELECT centre.set_account_group($1, $2)",
      mc_pg_params_add_text (mc_pg_params_add_text (mc_pg_params_new (), login), mc_group_role_values[group].text));
}

static DexFuture *
to_true (DexFuture *future, gpointer user_data)
{
  return dex_future_new_true ();
}

DexFuture *
mc_account_store_set_password (McStore *store, const char *login, const char *password)
{
  g_return_val_if_fail (password, NULL);
  return dex_future_then (run_with_password (store, "SELECT centre.set_password($1, $2)", login, password,
                                             mc_pg_params_add_text (mc_pg_params_new (), login)),
                          to_true, NULL, NULL);
}
