/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-error.h"
#include "mc-pg-copy.h"
#include "mc-pg-transaction.h"
#include "mc-test-cluster.h"

static McPgConnection *
connect_to_table (void)
{
  g_autoptr (McPgConfig) config = mc_test_cluster_config (mc_test_get_cluster (), "postgres", "postgres");
  McPgConnection *connection = dex_await_object (mc_pg_connection_new (config), NULL);

  g_assert_true (dex_await (mc_pg_connection_exec_script (connection, "CREATE TEMP TABLE t (n int, name text)"), NULL));
  return connection;
}

static McPgCopy *
start (McPgConnection *connection)
{
  g_autoptr (GError) error = NULL;
  McPgCopy *copy = dex_await_object (mc_pg_copy_new (connection, "COPY t FROM STDIN"), &error);

  g_assert_no_error (error);
  return copy;
}

static gint64
count (McPgConnection *connection)
{
  g_autoptr (McPgResult) result =
      dex_await_object (mc_pg_connection_query (connection, "SELECT count(*) FROM t", NULL), NULL);

  return g_ascii_strtoll (mc_pg_result_get_value (result, 0, 0), NULL, 10);
}

static void
test_awkward_fields (void)
{
  static const char *const names[] = { "tab\tnewline\nreturn\r\\N", "", NULL, "Nguyễn Thị Đào" };
  g_autoptr (McPgConnection) connection = connect_to_table ();
  g_autoptr (McPgCopy) copy = start (connection);
  g_autoptr (McPgResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *n = g_strdup_printf ("%zu", i);
      const char *const row[] = { n, names[i] };

      g_assert_true (dex_await (mc_pg_copy_write_row (copy, row, 2), &error));
    }
  result = dex_await_object (mc_pg_copy_finish (copy), &error);
  g_assert_no_error (error);
  g_assert_cmpint (mc_pg_result_get_affected (result), ==, 4);
  g_clear_object (&result);
  result = dex_await_object (mc_pg_connection_query (connection, "SELECT name FROM t ORDER BY n", NULL), &error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (mc_pg_result_get_text (result, i, "name"), ==, names[i]);
}

/* Far more than any buffer holds: writing waits for the server. */
static void
test_many_rows (void)
{
  enum
  {
    ROWS = 300000
  };
  g_autoptr (McPgConnection) connection = connect_to_table ();
  g_autoptr (McPgCopy) copy = start (connection);
  g_autoptr (McPgResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < ROWS; i++)
    {
      char n[16];
      const char *const row[] = { n, "a name that takes some room in the buffer" };

      g_snprintf (n, sizeof n, "%d", i);
      g_assert_true (dex_await (mc_pg_copy_write_row (copy, row, 2), &error));
    }
  result = dex_await_object (mc_pg_copy_finish (copy), &error);
  g_assert_no_error (error);
  g_assert_cmpint (mc_pg_result_get_affected (result), ==, ROWS);
  g_assert_cmpint (count (connection), ==, ROWS);
}

static void
test_bad_row (void)
{
  static const char *const good[] = { "1", "one" };
  static const char *const bad[] = { "two", "two" };
  g_autoptr (McPgConnection) connection = connect_to_table ();
  g_autoptr (McPgCopy) copy = start (connection);
  g_autoptr (GError) error = NULL;
  gboolean fine = TRUE;

  g_assert_true (dex_await (mc_pg_copy_write_row (copy, good, 2), NULL));
  g_assert_true (dex_await (mc_pg_copy_write_row (copy, bad, 2), NULL));
  for (int i = 0; i < 1000000 && fine; i++)
    fine = dex_await (mc_pg_copy_write_row (copy, good, 2), &error);
  if (fine)
    g_assert_false (dex_await (mc_pg_copy_finish (copy), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_assert_cmpstr (mc_error_get_detail (error)->sqlstate, ==, "22P02");
  g_assert_cmpint (count (connection), ==, 0);
}

static void
test_given_up (void)
{
  static const char *const row[] = { "1", "one" };
  g_autoptr (McPgConnection) connection = connect_to_table ();
  g_autoptr (McPgCopy) dropped = start (connection);
  g_autoptr (McPgCopy) aborted = NULL;

  g_assert_true (dex_await (mc_pg_copy_write_row (dropped, row, 2), NULL));
  g_clear_object (&dropped);
  g_assert_cmpint (count (connection), ==, 0);
  aborted = start (connection);
  g_assert_true (dex_await (mc_pg_copy_write_row (aborted, row, 2), NULL));
  g_assert_true (dex_await (mc_pg_copy_abort (aborted, "changed my mind"), NULL));
  g_assert_cmpint (count (connection), ==, 0);
  g_assert_false (dex_await (mc_pg_copy_finish (aborted), NULL));
}

static void
test_not_a_copy (void)
{
  g_autoptr (McPgConnection) connection = connect_to_table ();
  g_autoptr (GError) other = NULL;
  g_autoptr (GError) absent = NULL;

  g_assert_false (dex_await (mc_pg_copy_new (connection, "SELECT 1"), &other));
  g_assert_error (other, MC_ERROR, MC_ERROR_UNSUPPORTED);
  g_assert_false (dex_await (mc_pg_copy_new (connection, "COPY absent FROM STDIN"), &absent));
  g_assert_cmpstr (mc_error_get_detail (absent)->sqlstate, ==, "42P01");
  g_assert_cmpint (count (connection), ==, 0);
}

/* All or nothing with what stands beside it in the transaction. */
static void
test_in_transaction (void)
{
  static const char *const row[] = { "1", "one" };
  g_autoptr (McPgPool) pool = mc_test_cluster_pool (mc_test_get_cluster (), "postgres", "postgres");
  g_autoptr (McPgTransaction) transaction = NULL;
  g_autoptr (McPgCopy) copy = NULL;
  g_autoptr (McPgResult) result = NULL;

  g_assert_true (dex_await (mc_pg_pool_query (pool, "CREATE TABLE imported (n int, name text)", NULL), NULL));
  transaction = dex_await_object (mc_pg_transaction_new (pool, MC_PG_READ_WRITE), NULL);
  copy = dex_await_object (mc_pg_copy_new (mc_pg_transaction_get_connection (transaction), "COPY imported FROM STDIN"),
                           NULL);
  g_assert_true (dex_await (mc_pg_copy_write_row (copy, row, 2), NULL));
  g_assert_true (dex_await (mc_pg_copy_finish (copy), NULL));
  g_assert_true (dex_await (mc_pg_transaction_rollback (transaction), NULL));
  result = dex_await_object (mc_pg_pool_query (pool, "SELECT count(*) AS n FROM imported", NULL), NULL);
  g_assert_cmpint (mc_pg_result_get_int64 (result, 0, "n"), ==, 0);
}

int
main (int argc, char **argv)
{
  mc_test_init (&argc, &argv);
  mc_test_add_fiber ("/pg/copy/awkward-fields", test_awkward_fields);
  mc_test_add_fiber ("/pg/copy/many-rows", test_many_rows);
  mc_test_add_fiber ("/pg/copy/bad-row", test_bad_row);
  mc_test_add_fiber ("/pg/copy/given-up", test_given_up);
  mc_test_add_fiber ("/pg/copy/not-a-copy", test_not_a_copy);
  mc_test_add_fiber ("/pg/copy/in-transaction", test_in_transaction);
  return mc_test_run ();
}
