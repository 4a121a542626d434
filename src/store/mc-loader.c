/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-loader.h"

#include <gio/gio.h>

#include "mc-data-dir.h"
#include "mc-evaluation-store.h"
#include "mc-evaluation.h"
#include "mc-pg-transaction.h"
#include "mc-store-private.h"

typedef enum
{
  LOAD_RULES,
  LOAD_PLAN,
  LOAD_DEMO,
  LOAD_DEMO_WORKLOAD,
} What;

typedef struct
{
  McStore *store;
  McPgTransaction *transaction;
  What what;
  McDay base_day;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_clear_object (&load->transaction);
  g_object_unref (load->store);
  g_free (load);
}

/* Adds a file of the program's data as a JSON parameter. */
static gboolean
add_file (McPgParams *params, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (mc_data_dir (), folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = dex_await_boxed (dex_file_load_contents_bytes (file), error);
  g_autofree char *text = NULL;

  if (!bytes)
    return FALSE;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  mc_pg_params_add_json (params, text);
  return TRUE;
}

static gboolean
call (Load *load, const char *sql, McPgParams *params, GError **error)
{
  return dex_await (mc_pg_transaction_query (load->transaction, sql, params), error);
}

static gboolean
load_all (Load *load, GError **error)
{
  g_autoptr (McPgParams) plan = mc_pg_params_new ();
  g_autoptr (McPgParams) rules = mc_pg_params_new ();
  g_autoptr (McPgParams) demo = mc_pg_params_new ();
  g_autoptr (McPgParams) floors = mc_pg_params_new ();

  if (load->what >= LOAD_PLAN &&
      (!add_file (plan, "plan", "plan-2022.json", error) || !call (load, "SELECT centre.load_plan($1)", plan, error)))
    return FALSE;
  if (!add_file (rules, "plan", "rules.json", error) ||
      !call (load,
             "SELECT centre.load_rules(jsonb_agg(r)) FROM jsonb_array_elements($1) r"
             " WHERE NOT EXISTS (SELECT FROM centre.rule_version v WHERE v.topic = r ->> 'topic') HAVING count(*) > 0",
             rules, error))
    return FALSE;
  if (load->what < LOAD_DEMO)
    return TRUE;
  mc_pg_params_add_day (demo, load->base_day == MC_DAY_NONE ? mc_day_today () : load->base_day);
  return add_file (demo, "demo", "demo.json", error) && call (load, "SELECT centre.load_demo($1, $2)", demo, error) &&
         call (load, "SELECT centre.load_demo_rosters($1, $2)", demo, error) &&
         call (load, "SELECT centre.load_demo_absences($1, $2)", demo, error) &&
         call (load, "SELECT centre.load_demo_feedback($1, $2)", demo, error) &&
         call (load, "SELECT centre.load_demo_papers($1, $2)", demo, error) &&
         add_file (floors, "demo", "floor-plan.json", error) &&
         call (load, "SELECT centre.load_floor_plan($1, min(lower(s.during))) FROM centre.section s", floors, error);
}

/* Points come from the evidence by the program's own reckoning, so the sample is reckoned when the rest of it is there.
 */
static gboolean
evaluate_sample (Load *load, GError **error)
{
  McDay day = load->base_day == MC_DAY_NONE ? mc_day_today () : load->base_day;
  g_autoptr (McPgResult) rows =
      dex_await_object (_mc_store_query (load->store, "SELECT id FROM centre.load_demo_evaluations($1) AS id",
                                         mc_pg_params_add_day (mc_pg_params_new (), day)),
                        error);

  if (!rows)
    return FALSE;
  /* They are there already, and people may have gone on with them. */
  if (mc_pg_result_get_n_rows (rows) == 0)
    return TRUE;
  for (guint i = 0; i < mc_pg_result_get_n_rows (rows); i++)
    {
      g_autoptr (McEvaluation) reckoned =
          dex_await_object (mc_evaluation_store_reckon (load->store, mc_pg_result_get_int64 (rows, i, "id")), error);

      if (!reckoned)
        return FALSE;
    }
  return dex_await (_mc_store_run (load->store, "SELECT centre.sign_demo_evaluations()", NULL), error);
}

static gboolean
load_workload (Load *load, GError **error)
{
  g_autoptr (McPgParams) params = mc_pg_params_new ();

  mc_pg_params_add_day (params, load->base_day == MC_DAY_NONE ? mc_day_today () : load->base_day);
  /* With the sums, that the commit makes, it may take longer than other statements. */
  return call (load, "SET LOCAL statement_timeout = '10min'", NULL, error) &&
         call (load, "SELECT centre.load_demo_workload($1)", params, error);
}

static DexFuture *
load_fiber (gpointer data)
{
  Load *load = data;
  GError *error = NULL;

  load->transaction =
      dex_await_object (mc_pg_transaction_new (mc_store_get_pool (load->store), MC_PG_READ_WRITE), &error);
  if (!load->transaction)
    return dex_future_new_for_error (error);
  if (!(load->what == LOAD_DEMO_WORKLOAD ? load_workload (load, &error) : load_all (load, &error)))
    {
      dex_await (mc_pg_transaction_rollback (load->transaction), NULL);
      return dex_future_new_for_error (error);
    }
  if (!dex_await (mc_pg_transaction_commit (load->transaction), &error) ||
      (load->what == LOAD_DEMO_WORKLOAD && !evaluate_sample (load, &error)))
    return dex_future_new_for_error (error);
  return dex_future_new_for_boolean (TRUE);
}

static DexFuture *
spawn_load (McStore *store, What what, McDay base_day)
{
  Load *load = g_new0 (Load, 1);

  load->store = g_object_ref (store);
  load->what = what;
  load->base_day = base_day;
  return dex_scheduler_spawn (NULL, 0, load_fiber, load, load_free);
}

DexFuture *
mc_loader_load_rules (McStore *store)
{
  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  return spawn_load (store, LOAD_RULES, MC_DAY_NONE);
}

DexFuture *
mc_loader_load_plan (McStore *store)
{
  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  return spawn_load (store, LOAD_PLAN, MC_DAY_NONE);
}

DexFuture *
mc_loader_load_demo (McStore *store, McDay base_day)
{
  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  return spawn_load (store, LOAD_DEMO, base_day);
}

DexFuture *
mc_loader_load_demo_workload (McStore *store, McDay base_day)
{
  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  return spawn_load (store, LOAD_DEMO_WORKLOAD, base_day);
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

static DexFuture *
is_one (DexFuture *count, gpointer user_data)
{
  const GValue *value = dex_future_get_value (count, NULL);

  return dex_future_new_for_boolean (g_value_get_int64 (value) == 1);
}

DexFuture *
mc_loader_has_sample (McStore *store)
{
  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  return dex_future_then (
      _mc_store_query_int64 (store, "SELECT count(*) FROM (SELECT FROM centre.person WHERE is_sample LIMIT 1) one",
                             NULL),
      is_one, NULL, NULL);
}
