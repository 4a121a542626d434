/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mc-error.h"
#include "mc-pg-transaction.h"
#include "mc-test-cluster.h"

static McPgPool *
new_pool (void)
{
  return mc_test_cluster_pool (mc_test_get_cluster (), "postgres", "postgres");
}

static McPgResult *
query (McPgPool *pool, const char *sql, McPgParams *params)
{
  g_autoptr (GError) error = NULL;
  McPgResult *result = dex_await_object (mc_pg_pool_query (pool, sql, params), &error);

  g_assert_no_error (error);
  return result;
}

static gint64
query_int (McPgPool *pool, const char *sql)
{
  g_autoptr (McPgResult) result = query (pool, sql, NULL);

  return g_ascii_strtoll (mc_pg_result_get_value (result, 0, 0), NULL, 10);
}

static void
test_types (void)
{
  static const char *const words[] = { "một cửa", "a \"b\" \\ c", "{,}", "", NULL };
  g_autoptr (McPgPool) pool = new_pool ();
  g_autoptr (McPgParams) params = mc_pg_params_new ();
  g_autoptr (GBytes) bytes = g_bytes_new ("\0\1\377\\", 4);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 2, 28, 17, 30, 1.5);
  g_autoptr (GDateTime) time_back = NULL;
  g_autoptr (GBytes) bytes_back = NULL;
  g_auto (GStrv) words_back = NULL;
  g_autoptr (McPgResult) result = NULL;
  McPeriod period = { mc_day_new (2025, 3, 1), MC_DAY_NONE };
  McPeriod period_back;

  mc_pg_params_add_text (params, "Nguyễn Văn Hoà");
  mc_pg_params_add_int64 (params, G_MININT64);
  mc_pg_params_add_bool (params, TRUE);
  mc_pg_params_add_double (params, 0.1);
  mc_pg_params_add_day (params, mc_day_new (2024, 2, 29));
  mc_pg_params_add_period (params, &period);
  mc_pg_params_add_bytea (params, bytes);
  mc_pg_params_add_json (params, "{\"k\": [1, null]}");
  mc_pg_params_add_text_array (params, words);
  mc_pg_params_add_timestamp (params, time);
  mc_pg_params_add_int64_array (params, (gint64[]){ 1, -2 }, 2);
  mc_pg_params_add_null (params);
  result = query (pool,
                  "SELECT $1::text AS t, $2 AS i, $3 AS b, $4 AS d, $5 AS day, $6 AS period, $7 AS bytes, $8->'k'->>0 "
                  "AS j, $9 AS words, $10 AS time, $11 AS ints, $12::int AS nothing",
                  params);
  g_assert_cmpstr (mc_pg_result_get_text (result, 0, "t"), ==, "Nguyễn Văn Hoà");
  g_assert_cmpint (mc_pg_result_get_int64 (result, 0, "i"), ==, G_MININT64);
  g_assert_true (mc_pg_result_get_bool (result, 0, "b"));
  g_assert_cmpfloat (mc_pg_result_get_double (result, 0, "d"), ==, 0.1);
  g_assert_cmpint (mc_pg_result_get_day (result, 0, "day"), ==, mc_day_new (2024, 2, 29));
  period_back = mc_pg_result_get_period (result, 0, "period");
  g_assert_cmpint (period_back.from, ==, period.from);
  g_assert_cmpint (period_back.until, ==, MC_DAY_NONE);
  bytes_back = mc_pg_result_get_bytea (result, 0, "bytes");
  g_assert_true (g_bytes_equal (bytes, bytes_back));
  g_assert_cmpstr (mc_pg_result_get_text (result, 0, "j"), ==, "1");
  words_back = mc_pg_result_get_text_array (result, 0, "words");
  g_assert_cmpstrv (words_back, words);
  time_back = mc_pg_result_get_timestamp (result, 0, "time");
  g_assert_cmpint (g_date_time_difference (time_back, time), ==, 0);
  g_assert_cmpint (g_date_time_get_hour (time_back), ==, 0);
  g_assert_cmpstr (mc_pg_result_get_text (result, 0, "ints"), ==, "{1,-2}");
  g_assert_true (mc_pg_result_is_null (result, 0, "nothing"));
  g_assert_cmpint (mc_pg_result_find_column (result, "absent"), ==, -1);
}

static void
test_error_detail (void)
{
  g_autoptr (McPgPool) pool = new_pool ();
  g_autoptr (GError) error = NULL;
  const McErrorDetail *detail;

  g_assert_false (
      dex_await (mc_pg_pool_exec_script (pool, "CREATE TEMP TABLE t (n int CONSTRAINT n_small CHECK (n < 3));"
                                               "INSERT INTO t VALUES (1), (5)"),
                 &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  detail = mc_error_get_detail (error);
  g_assert_cmpstr (detail->sqlstate, ==, "23514");
  g_assert_cmpstr (detail->constraint, ==, "n_small");
  g_assert_cmpstr (detail->table, ==, "t");
  g_assert_nonnull (detail->detail);
}

/*
 * Whether the main loop goes on is counted in work, not in time, so that a slow machine changes nothing: a source is
 * due in every round of the loop, and is told how much was done since its last one. Were all answers taken in one round
 * (as a blocking client would), the most at once would be all of them.
 */
typedef struct
{
  guint rounds;
  guint done;         /* pieces of work up to now */
  guint seen;         /* at the last round */
  guint most_at_once; /* between two rounds */
} Beat;

static gboolean
beat_cb (gpointer data)
{
  Beat *beat = data;

  beat->rounds++;
  beat->most_at_once = MAX (beat->most_at_once, beat->done - beat->seen);
  beat->seen = beat->done;
  return G_SOURCE_CONTINUE;
}

static guint
beat_start (Beat *beat)
{
  return g_idle_add_full (G_PRIORITY_DEFAULT, beat_cb, beat, NULL);
}

static DexFuture *
count_cb (DexFuture *future, gpointer data)
{
  ((Beat *)data)->done++;
  return dex_ref (future);
}

/* All ten thousand are asked for at once. */
static void
test_ten_thousand (void)
{
  enum
  {
    N = 10000
  };
  g_autoptr (McPgPool) pool = new_pool ();
  g_autoptr (GPtrArray) futures = g_ptr_array_new_with_free_func (dex_unref);
  Beat beat = { 0 };
  guint source = beat_start (&beat);
  gint64 sum = 0;

  for (int i = 0; i < N; i++)
    {
      g_autoptr (McPgParams) params = mc_pg_params_new ();

      mc_pg_params_add_int64 (params, i);
      g_ptr_array_add (futures,
                       dex_future_finally (mc_pg_pool_query (pool, "SELECT $1 AS n, pg_backend_pid() AS pid", params),
                                           count_cb, &beat, NULL));
    }
  for (int i = 0; i < N; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (McPgResult) result = dex_await_object (dex_ref (futures->pdata[i]), &error);

      g_assert_no_error (error);
      g_assert_cmpint (mc_pg_result_get_int64 (result, 0, "n"), ==, i);
      sum += mc_pg_result_get_int64 (result, 0, "n");
    }
  g_source_remove (source);
  g_test_message ("%d queries, %u rounds of the main loop, at most %u answers between two", N, beat.rounds,
                  beat.most_at_once);
  g_assert_cmpint (sum, ==, (gint64)N * (N - 1) / 2);
  g_assert_cmpuint (beat.done, ==, N);
  g_assert_cmpuint (beat.most_at_once, <=, 100);
  g_assert_cmpint (query_int (pool, "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'motcua'"), <=, 4);
}

/* Fifty megabytes come in one row, in many rounds of the main loop: no read waits for all of it. */
static void
test_fifty_megabytes (void)
{
  enum
  {
    SIZE = 50 * 1024 * 1024
  };
  g_autoptr (McPgPool) pool = new_pool ();
  g_autoptr (McPgResult) result = NULL;
  Beat beat = { 0 };
  guint source = beat_start (&beat);
  const char *text;

  result = query (pool, "SELECT repeat('0123456789', 5 * 1024 * 1024) AS t, 'end' AS e", NULL);
  g_source_remove (source);
  text = mc_pg_result_get_text (result, 0, "t");
  g_assert_cmpint (strlen (text), ==, SIZE);
  g_assert_true (g_str_has_suffix (text, "0123456789"));
  g_assert_cmpstr (mc_pg_result_get_text (result, 0, "e"), ==, "end");
  g_test_message ("%u rounds of the main loop", beat.rounds);
  g_assert_cmpuint (beat.rounds, >, 50);
}

static void
test_big_parameter (void)
{
  g_autoptr (McPgPool) pool = new_pool ();
  g_autoptr (McPgParams) params = mc_pg_params_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (20 * 1024 * 1024), 20 * 1024 * 1024);
  g_autoptr (McPgResult) result = NULL;

  mc_pg_params_add_bytea (params, bytes);
  result = query (pool, "SELECT length($1) AS n, $1 AS back", params);
  g_assert_cmpint (mc_pg_result_get_int64 (result, 0, "n"), ==, 20 * 1024 * 1024);
  {
    g_autoptr (GBytes) back = mc_pg_result_get_bytea (result, 0, "back");

    g_assert_true (g_bytes_equal (back, bytes));
  }
}

static gint64
cancel_once (McPgConnection *connection)
{
  g_autoptr (DexFuture) running = mc_pg_connection_query (connection, "SELECT pg_sleep(60)", NULL);
  g_autoptr (GError) error = NULL;
  gint64 start;

  mc_test_await_msec (50);
  start = g_get_monotonic_time ();
  dex_future_disown (mc_pg_connection_cancel (connection));
  g_assert_false (dex_await (g_steal_pointer (&running), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CANCELLED);
  return g_get_monotonic_time () - start;
}

static void
test_cancel (void)
{
  g_autoptr (McPgConfig) config = mc_test_cluster_config (mc_test_get_cluster (), "postgres", "postgres");
  g_autoptr (McPgConnection) connection = dex_await_object (mc_pg_connection_new (config), NULL);
  gint64 best = G_MAXINT64;

  /* Promised is 50 ms; on a busy machine one of a few tries shows it. */
  for (int i = 0; i < 10 && best > 50 * 1000; i++)
    {
      gint64 took = cancel_once (connection);

      best = MIN (best, took);
    }
  g_test_message ("cancelled within %" G_GINT64_FORMAT " us", best);
  g_assert_cmpint (best, <=, 50 * 1000);
  /* The request hits nothing that comes later. */
  for (int i = 0; i < 50; i++)
    {
      g_autoptr (GError) error = NULL;
      DexFuture *first = mc_pg_connection_query (connection, "SELECT pg_sleep(0.001)", NULL);
      DexFuture *second = mc_pg_connection_query (connection, "SELECT 1", NULL);

      mc_test_await_msec (i % 3);
      dex_future_disown (mc_pg_connection_cancel (connection));
      dex_await (first, NULL);
      dex_await (second, &error);
      g_assert_no_error (error);
    }
}

/* Who does not wait for an answer any more does not keep the server busy. */
static void
test_discard_cancels (void)
{
  g_autoptr (McPgPool) pool = new_pool ();
  gint64 running = 1;

  g_assert_false (dex_await (
      dex_future_first (mc_pg_pool_query (pool, "SELECT pg_sleep(61)", NULL), dex_timeout_new_msec (100), NULL), NULL));
  for (int i = 0; i < 500 && running; i++)
    {
      running = query_int (pool, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(61)%' "
                                 "AND state = 'active' AND pid <> pg_backend_pid()");
      mc_test_await_msec (10);
    }
  g_assert_cmpint (running, ==, 0);
}

static McPgTransaction *
begin (McPgPool *pool, McPgTransactionMode mode)
{
  g_autoptr (GError) error = NULL;
  McPgTransaction *transaction = dex_await_object (mc_pg_transaction_new (pool, mode), &error);

  g_assert_no_error (error);
  return transaction;
}

#define assert_good(future)                                                                                            \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autoptr (GError) error_ = NULL;                                                                                  \
    dex_await (future, &error_);                                                                                       \
    g_assert_no_error (error_);                                                                                        \
  }                                                                                                                    \
  G_STMT_END

static void
test_transaction (void)
{
  g_autoptr (McPgPool) pool = new_pool ();
  McPgTransaction *transaction;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) deferred = NULL;

  assert_good (mc_pg_pool_exec_script (pool,
                                       "CREATE TABLE kept (n int PRIMARY KEY);"
                                       "CREATE TABLE child (n int REFERENCES kept DEFERRABLE INITIALLY DEFERRED)"));
  transaction = begin (pool, MC_PG_READ_WRITE);
  assert_good (mc_pg_transaction_query (transaction, "INSERT INTO kept VALUES (1)", NULL));
  g_assert_cmpint (query_int (pool, "SELECT count(*) FROM kept"), ==, 0);
  assert_good (mc_pg_transaction_commit (transaction));
  g_assert_false (dex_await (mc_pg_transaction_query (transaction, "SELECT 1", NULL), NULL));
  g_object_unref (transaction);
  g_assert_cmpint (query_int (pool, "SELECT count(*) FROM kept"), ==, 1);
  /* Dropped without an end, it never was. */
  transaction = begin (pool, MC_PG_READ_WRITE);
  assert_good (mc_pg_transaction_query (transaction, "INSERT INTO kept VALUES (2)", NULL));
  g_object_unref (transaction);
  g_assert_cmpint (query_int (pool, "SELECT count(*) FROM kept"), ==, 1);
  /* PostgreSQL calls the commit of a spoilt transaction a success; it is not. */
  transaction = begin (pool, MC_PG_READ_WRITE);
  g_assert_false (dex_await (mc_pg_transaction_query (transaction, "SELECT 1/0", NULL), NULL));
  g_assert_false (dex_await (mc_pg_transaction_commit (transaction), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_FAILED);
  g_object_unref (transaction);
  transaction = begin (pool, MC_PG_READ_WRITE);
  assert_good (mc_pg_transaction_query (transaction, "INSERT INTO child VALUES (99)", NULL));
  g_assert_false (dex_await (mc_pg_transaction_commit (transaction), &deferred));
  g_assert_error (deferred, MC_ERROR, MC_ERROR_INVALID);
  g_assert_cmpstr (mc_error_get_detail (deferred)->constraint, ==, "child_n_fkey");
  g_object_unref (transaction);
  transaction = begin (pool, MC_PG_SNAPSHOT);
  g_assert_false (dex_await (mc_pg_transaction_query (transaction, "DELETE FROM kept", NULL), NULL));
  assert_good (mc_pg_transaction_rollback (transaction));
  g_object_unref (transaction);
}

/* Nothing of one user reaches the next, but the role stays. */
static void
test_pool_hygiene (void)
{
  g_autoptr (McPgConfig) config = mc_test_cluster_config (mc_test_get_cluster (), "postgres", "postgres");
  g_autoptr (McPgPool) setup = new_pool ();
  g_autoptr (McPgPool) pool = NULL;
  g_autoptr (McPgResult) result = NULL;
  McPgConnection *connection;
  int pid;

  assert_good (mc_pg_pool_exec_script (setup, "CREATE ROLE worker; CREATE ROLE other"));
  g_set_str (&config->role, "worker");
  pool = mc_pg_pool_new (config, 1);
  connection = dex_await_object (mc_pg_pool_acquire (pool), NULL);
  pid = mc_pg_connection_get_backend_pid (connection);
  assert_good (mc_pg_connection_exec_script (
      connection, "SET ROLE postgres; SET search_path = pg_catalog; CREATE TEMP TABLE leftover (n int); LISTEN gossip;"
                  "SELECT pg_advisory_lock(7); PREPARE p AS SELECT 1; SET ROLE other"));
  assert_good (mc_pg_connection_exec_script (connection, "BEGIN; SELECT 1"));
  mc_pg_pool_release (pool, connection);
  result =
      query (pool,
             "SELECT pg_backend_pid() AS pid, current_user AS role, current_setting('search_path') AS path, "
             "to_regclass('pg_temp.leftover') AS temp, (SELECT count(*) FROM pg_listening_channels()) AS channels, "
             "(SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()) AS locks, "
             "(SELECT count(*) FROM pg_prepared_statements) AS prepared, "
             "current_setting('statement_timeout') AS timeout",
             NULL);
  g_assert_cmpint (mc_pg_result_get_int64 (result, 0, "pid"), ==, pid);
  g_assert_cmpstr (mc_pg_result_get_text (result, 0, "role"), ==, "worker");
  g_assert_cmpstr (mc_pg_result_get_text (result, 0, "path"), ==, "\"$user\", public");
  g_assert_true (mc_pg_result_is_null (result, 0, "temp"));
  g_assert_cmpint (mc_pg_result_get_int64 (result, 0, "channels"), ==, 0);
  g_assert_cmpint (mc_pg_result_get_int64 (result, 0, "locks"), ==, 0);
  g_assert_cmpint (mc_pg_result_get_int64 (result, 0, "prepared"), ==, 0);
  g_assert_cmpstr (mc_pg_result_get_text (result, 0, "timeout"), ==, "30s");
}

/* A connection that a cancelled fiber has forgotten does not lessen the pool. */
static void
test_pool_forgotten (void)
{
  g_autoptr (McPgConfig) config = mc_test_cluster_config (mc_test_get_cluster (), "postgres", "postgres");
  g_autoptr (McPgPool) pool = mc_pg_pool_new (config, 1);

  for (int i = 0; i < 3; i++)
    g_object_unref (dex_await_object (mc_pg_pool_acquire (pool), NULL));
  g_assert_cmpint (query_int (pool, "SELECT 1"), ==, 1);
  assert_good (mc_pg_pool_close (pool));
  g_assert_false (dex_await (mc_pg_pool_query (pool, "SELECT 1", NULL), NULL));
}

static void
test_copy_as_statement (void)
{
  g_autoptr (McPgPool) pool = new_pool ();
  g_autoptr (GError) in = NULL;
  g_autoptr (GError) out = NULL;

  g_assert_false (dex_await (mc_pg_pool_exec_script (pool, "CREATE TEMP TABLE c (n int); COPY c FROM STDIN"), &in));
  g_assert_nonnull (in);
  g_assert_false (
      dex_await (mc_pg_pool_query (pool, "COPY (SELECT generate_series(1, 100000)) TO STDOUT", NULL), &out));
  g_assert_error (out, MC_ERROR, MC_ERROR_UNSUPPORTED);
  g_assert_cmpint (query_int (pool, "SELECT 1"), ==, 1);
}

int
main (int argc, char **argv)
{
  mc_test_init (&argc, &argv);
  mc_test_add_fiber ("/pg/query/types", test_types);
  mc_test_add_fiber ("/pg/query/error-detail", test_error_detail);
  mc_test_add_fiber ("/pg/query/ten-thousand", test_ten_thousand);
  mc_test_add_fiber ("/pg/query/fifty-megabytes", test_fifty_megabytes);
  mc_test_add_fiber ("/pg/query/big-parameter", test_big_parameter);
  mc_test_add_fiber ("/pg/query/cancel", test_cancel);
  mc_test_add_fiber ("/pg/query/discard-cancels", test_discard_cancels);
  mc_test_add_fiber ("/pg/query/transaction", test_transaction);
  mc_test_add_fiber ("/pg/query/pool-hygiene", test_pool_hygiene);
  mc_test_add_fiber ("/pg/query/pool-forgotten", test_pool_forgotten);
  mc_test_add_fiber ("/pg/query/copy-as-statement", test_copy_as_statement);
  return mc_test_run ();
}
