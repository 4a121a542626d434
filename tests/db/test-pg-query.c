/* SPDX-License-Identifier: GPL-3.0-or-later */
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

static gboolean
tick_cb (gpointer data)
{
  gint64 *tick = data;
  gint64 now = g_get_monotonic_time ();

  tick[0]++;
  tick[1] = MAX (tick[1], now - tick[2]);
  tick[2] = now;
  return G_SOURCE_CONTINUE;
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
  gint64 tick[3] = { 0, 0, g_get_monotonic_time () };
  gint64 start = tick[2];
  guint source = g_timeout_add (5, tick_cb, tick);
  gint64 sum = 0;

  for (int i = 0; i < N; i++)
    {
      g_autoptr (McPgParams) params = mc_pg_params_new ();

      mc_pg_params_add_int64 (params, i);
      g_ptr_array_add (futures, mc_pg_pool_query (pool, "SELECT $1 AS n, pg_backend_pid() AS pid", params));
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
  g_test_message ("%d queries in %" G_GINT64_FORMAT " ms, %" G_GINT64_FORMAT " ticks, longest gap %" G_GINT64_FORMAT
                  " µs",
                  N, (g_get_monotonic_time () - start) / 1000, tick[0], tick[1]);
  g_assert_cmpint (sum, ==, (gint64)N * (N - 1) / 2);
  g_assert_cmpint (tick[0], >, 10);
  g_assert_cmpint (query_int (pool, "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'motcua'"), <=, 4);
}

int
main (int argc, char **argv)
{
  mc_test_init (&argc, &argv);
  mc_test_add_fiber ("/pg/query/types", test_types);
  mc_test_add_fiber ("/pg/query/error-detail", test_error_detail);
  mc_test_add_fiber ("/pg/query/ten-thousand", test_ten_thousand);
  return mc_test_run ();
}
