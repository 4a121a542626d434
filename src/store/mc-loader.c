/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-loader.h"

#include <gio/gio.h>

#include "mc-data-dir.h"
#include "mc-pg-transaction.h"
#include "mc-store-private.h"

typedef struct
{
  McStore *store;
  McDay base_day; /* of the sample; MC_DAY_NONE: plan only */
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->store);
  g_free (load);
}

static char *
read_data (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (mc_data_dir (), folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = dex_await_boxed (dex_file_load_contents_bytes (file), error);

  return bytes ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

static gboolean
call (McPgTransaction *transaction, const char *sql, McPgParams *params, GError **error)
{
  g_autoptr (McPgParams) values = params;

  return dex_await (mc_pg_transaction_query (transaction, sql, values), error);
}

static DexFuture *
load_fiber (gpointer data)
{
  Load *load = data;
  GError *error = NULL;
  gboolean with_demo = load->base_day != MC_DAY_NONE;
  g_autofree char *plan = read_data ("plan", "plan-2022.json", &error);
  g_autofree char *rules = plan ? read_data ("plan", "rules.json", &error) : NULL;
  g_autofree char *demo = rules && with_demo ? read_data ("demo", "demo.json", &error) : NULL;
  g_autoptr (McPgTransaction) transaction = NULL;

  if (!plan || !rules || (with_demo && !demo))
    return dex_future_new_for_error (error);
  transaction = dex_await_object (mc_pg_transaction_new (mc_store_get_pool (load->store), MC_PG_READ_WRITE), &error);
  if (!transaction)
    return dex_future_new_for_error (error);
  if (!call (transaction, "SELECT centre.load_plan($1)", mc_pg_params_add_json (mc_pg_params_new (), plan), &error) ||
      !call (transaction, "SELECT centre.load_rules($1)", mc_pg_params_add_json (mc_pg_params_new (), rules), &error) ||
      (with_demo &&
       !call (transaction, "SELECT centre.load_demo($1, $2)",
              mc_pg_params_add_json (mc_pg_params_add_day (mc_pg_params_new (), load->base_day), demo), &error)) ||
      !dex_await (mc_pg_transaction_commit (transaction), &error))
    {
      dex_await (mc_pg_transaction_rollback (transaction), NULL);
      return dex_future_new_for_error (error);
    }
  return dex_future_new_true ();
}

static DexFuture *
spawn_load (McStore *store, McDay base_day)
{
  Load *load = g_new0 (Load, 1);

  load->store = g_object_ref (store);
  load->base_day = base_day;
  return dex_scheduler_spawn (NULL, 0, load_fiber, load, load_free);
}

static DexFuture *
load_rules_fiber (gpointer data)
{
  McStore *store = data;
  GError *error = NULL;
  g_autofree char *rules = read_data ("plan", "rules.json", &error);
  g_autoptr (McPgParams) params = mc_pg_params_new ();

  if (!rules || !dex_await (mc_pg_pool_query (mc_store_get_pool (store), "SELECT centre.load_rules($1)",
                                              mc_pg_params_add_json (params, rules)),
                            &error))
    return dex_future_new_for_error (error);
  return dex_future_new_true ();
}

DexFuture *
mc_loader_load_rules (McStore *store)
{
  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  return dex_scheduler_spawn (NULL, 0, load_rules_fiber, g_object_ref (store), g_object_unref);
}

DexFuture *
mc_loader_load_plan (McStore *store)
{
  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  return spawn_load (store, MC_DAY_NONE);
}

DexFuture *
mc_loader_load_demo (McStore *store, McDay base_day)
{
  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  return spawn_load (store, base_day == MC_DAY_NONE ? mc_day_today () : base_day);
}

static DexFuture *
is_zero (DexFuture *count, gpointer user_data)
{
  const GValue *value = dex_future_get_value (count, NULL);

  return dex_future_new_for_boolean (g_value_get_int64 (value) == 0);
}

DexFuture *
mc_loader_is_empty (McStore *store)
{
  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  return dex_future_then (
      _mc_store_query_int64 (store, "SELECT count(*) FROM (SELECT FROM centre.agency LIMIT 1) one", NULL), is_zero,
      NULL, NULL);
}
