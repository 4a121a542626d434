/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the server, the network and the clock may do to a client. The cluster is
 * this program's own, for it is killed again and again. */
#include <gio/gio.h>
#include <string.h>

#include "mc-error.h"
#include "mc-pg-listener.h"
#include "mc-pg-transaction.h"
#include "mc-test-cluster.h"

static McTestCluster *
cluster (void)
{
  return mc_test_get_cluster ();
}

static McPgPool *
new_pool (void)
{
  return mc_test_cluster_pool (cluster (), "postgres", "postgres");
}

static void
assert_works (McPgPool *pool)
{
  g_autoptr (GError) error = NULL;

  dex_await (mc_pg_pool_query (pool, "SELECT 1", NULL), &error);
  g_assert_no_error (error);
}

static void
test_killed_in_query (void)
{
  g_autoptr (McPgPool) pool = new_pool ();
  g_autoptr (DexFuture) running = mc_pg_pool_query (pool, "SELECT pg_sleep(60)", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) down = NULL;

  mc_test_await_msec (200);
  mc_test_cluster_kill (cluster ());
  g_assert_false (dex_await (g_steal_pointer (&running), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
  g_assert_false (dex_await (mc_pg_pool_query (pool, "SELECT 1", NULL), &down));
  g_assert_error (down, MC_ERROR, MC_ERROR_CONNECTION);
  mc_test_cluster_start (cluster ());
  assert_works (pool);
}

static void
test_killed_in_transaction (void)
{
  g_autoptr (McPgPool) pool = new_pool ();
  g_autoptr (McPgTransaction) transaction = NULL;
  g_autoptr (McPgResult) count = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (dex_await (mc_pg_pool_query (pool, "CREATE TABLE IF NOT EXISTS ledger (n int)", NULL), NULL));
  transaction = dex_await_object (mc_pg_transaction_new (pool, MC_PG_READ_WRITE), NULL);
  g_assert_true (dex_await (mc_pg_transaction_query (transaction, "INSERT INTO ledger VALUES (1)", NULL), NULL));
  mc_test_cluster_kill (cluster ());
  g_assert_false (dex_await (mc_pg_transaction_commit (transaction), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
  /* Rolling back what is gone is no error. */
  g_assert_true (dex_await (mc_pg_transaction_rollback (transaction), NULL));
  mc_test_cluster_start (cluster ());
  count = dex_await_object (mc_pg_pool_query (pool, "SELECT count(*) AS n FROM ledger", NULL), &error);
  g_assert_cmpint (mc_pg_result_get_int64 (count, 0, "n"), ==, 0);
}

/* An administrator sends one connection away. */
static void
test_terminated (void)
{
  g_autoptr (McPgPool) pool = new_pool ();
  g_autoptr (DexFuture) running = NULL;
  g_autoptr (GError) error = NULL;

  assert_works (pool);
  g_free (mc_test_cluster_psql (cluster (), "postgres",
                                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                                "WHERE application_name = 'motcua'"));
  /* The idle one is found out before it is used. */
  assert_works (pool);
  running = mc_pg_pool_query (pool, "SELECT pg_sleep(60)", NULL);
  mc_test_await_msec (100);
  g_free (mc_test_cluster_psql (cluster (), "postgres",
                                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                                "WHERE application_name = 'motcua'"));
  g_assert_false (dex_await (g_steal_pointer (&running), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
  assert_works (pool);
}

static void
test_stopped_politely (void)
{
  g_autoptr (McPgPool) pool = new_pool ();
  g_autoptr (DexFuture) running = mc_pg_pool_query (pool, "SELECT pg_sleep(60)", NULL);
  g_autoptr (GError) error = NULL;

  mc_test_await_msec (100);
  mc_test_cluster_stop (cluster (), "fast");
  g_assert_false (dex_await (g_steal_pointer (&running), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
  mc_test_cluster_start (cluster ());
  assert_works (pool);
}

static void
test_statement_timeout (void)
{
  g_autoptr (McPgConfig) config = mc_test_cluster_config (cluster (), "postgres", "postgres");
  g_autoptr (McPgPool) pool = NULL;
  g_autoptr (GError) error = NULL;

  config->statement_timeout_ms = 100;
  pool = mc_pg_pool_new (config, 1);
  g_assert_false (dex_await (mc_pg_pool_query (pool, "SELECT pg_sleep(60)", NULL), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_TIMEOUT);
  assert_works (pool);
}

static void
test_lock_timeout (void)
{
  g_autoptr (McPgConfig) config = mc_test_cluster_config (cluster (), "postgres", "postgres");
  g_autoptr (McPgPool) pool = NULL;
  g_autoptr (McPgTransaction) holder = NULL;
  g_autoptr (GError) error = NULL;

  config->lock_timeout_ms = 100;
  pool = mc_pg_pool_new (config, 2);
  g_assert_true (dex_await (mc_pg_pool_query (pool, "CREATE TABLE IF NOT EXISTS wanted (n int)", NULL), NULL));
  holder = dex_await_object (mc_pg_transaction_new (pool, MC_PG_READ_WRITE), NULL);
  g_assert_true (dex_await (mc_pg_transaction_query (holder, "LOCK TABLE wanted", NULL), NULL));
  g_assert_false (dex_await (mc_pg_pool_query (pool, "SELECT * FROM wanted", NULL), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_BUSY);
  g_assert_true (dex_await (mc_pg_transaction_rollback (holder), NULL));
}

/* A server that takes the connection and says nothing. */
static void
test_connect_timeout (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (McPgConfig) config = mc_pg_config_new ();
  g_autoptr (GError) error = NULL;

  config->port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_set_str (&config->host, "127.0.0.1");
  config->connect_timeout_ms = 300;
  g_assert_false (dex_await (mc_pg_connection_new (config), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_TIMEOUT);
}

static void
test_nobody_there (void)
{
  g_autoptr (McPgConfig) config = mc_pg_config_new ();
  g_autoptr (GError) no_socket = NULL;
  g_autoptr (GError) no_name = NULL;

  g_set_str (&config->socket_dir, "/nonexistent");
  g_assert_false (dex_await (mc_pg_connection_new (config), &no_socket));
  g_assert_error (no_socket, MC_ERROR, MC_ERROR_CONNECTION);
  g_set_str (&config->host, "no-such-host.invalid");
  g_assert_false (dex_await (mc_pg_connection_new (config), &no_name));
  g_assert_error (no_name, MC_ERROR, MC_ERROR_CONNECTION);
  g_assert_nonnull (strstr (no_name->message, "no-such-host.invalid"));
}

static void
test_no_such_database (void)
{
  g_autoptr (McPgConfig) config = mc_test_cluster_config (cluster (), "postgres", "no_such_database");
  g_autoptr (GError) error = NULL;

  g_assert_false (dex_await (mc_pg_connection_new (config), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_NOT_FOUND);
  g_assert_cmpstr (mc_error_get_detail (error)->sqlstate, ==, "3D000");
  /* The person needs neither the code nor the line in PostgreSQL's source. */
  g_assert_null (strstr (error->message, "3D000"));
  g_assert_null (strstr (error->message, ".c:"));
}

/* All who wait learn it at once, not one after the other's time-out. */
static void
test_pool_fails_together (void)
{
  g_autoptr (McPgConfig) config = mc_pg_config_new ();
  g_autoptr (McPgPool) pool = NULL;
  g_autoptr (GPtrArray) futures = g_ptr_array_new_with_free_func (dex_unref);

  g_set_str (&config->socket_dir, "/nonexistent");
  pool = mc_pg_pool_new (config, 2);
  for (int i = 0; i < 100; i++)
    g_ptr_array_add (futures, mc_pg_pool_query (pool, "SELECT 1", NULL));
  for (guint i = 0; i < futures->len; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (dex_await (dex_ref (futures->pdata[i]), &error));
      g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
    }
}

/* More wanted than the server gives: those who wait are served by the ones there are. */
static void
test_too_many_connections (void)
{
  g_autoptr (McPgConfig) config = mc_test_cluster_config (cluster (), "limited", "postgres");
  g_autoptr (McPgPool) pool = NULL;
  g_autoptr (GPtrArray) futures = g_ptr_array_new_with_free_func (dex_unref);

  g_free (mc_test_cluster_psql (cluster (), "postgres", "CREATE ROLE limited LOGIN CONNECTION LIMIT 1"));
  pool = mc_pg_pool_new (config, 4);
  assert_works (pool);
  for (int i = 0; i < 20; i++)
    g_ptr_array_add (futures, mc_pg_pool_query (pool, "SELECT pg_sleep(0.01)", NULL));
  for (guint i = 0; i < futures->len; i++)
    {
      g_autoptr (GError) error = NULL;

      dex_await (dex_ref (futures->pdata[i]), &error);
      g_assert_no_error (error);
    }
}

typedef struct
{
  guint heard;
  gint64 sum;
  guint listening;
  guint lost;
} Ears;

static void
notification_cb (McPgListener *listener, const char *channel, const char *payload, Ears *ears)
{
  ears->heard++;
  ears->sum += g_ascii_strtoll (payload, NULL, 10);
}

static void
state_cb (McPgListener *listener, guint state, const GError *error, Ears *ears)
{
  ears->listening += state == MC_PG_LISTENER_LISTENING;
  ears->lost += state == MC_PG_LISTENER_LOST;
  if (state == MC_PG_LISTENER_LOST)
    g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
}

static McPgListener *
new_listener (Ears *ears)
{
  g_autoptr (McPgConfig) config = mc_test_cluster_config (cluster (), "postgres", "postgres");
  static const char *const channels[] = { "centre_change", "Other Channel", NULL };
  McPgListener *listener = mc_pg_listener_new (config, channels);

  g_signal_connect (listener, "notification", G_CALLBACK (notification_cb), ears);
  g_signal_connect (listener, "state", G_CALLBACK (state_cb), ears);
  mc_pg_listener_start (listener);
  return listener;
}

static void
wait_until (const guint *value, guint wanted)
{
  for (int i = 0; i < 6000 && *value < wanted; i++)
    mc_test_await_msec (5);
  g_assert_cmpint (*value, >=, wanted);
}

static void
test_notification_storm (void)
{
  enum
  {
    STORM = 50000
  };
  Ears ears = { 0 };
  g_autoptr (McPgPool) pool = new_pool ();
  g_autoptr (McPgListener) listener = new_listener (&ears);
  g_autoptr (GError) error = NULL;

  wait_until (&ears.listening, 1);
  dex_await (
      mc_pg_pool_query (pool, "SELECT pg_notify('centre_change', n::text) FROM generate_series(1, 50000) n", NULL),
      &error);
  g_assert_no_error (error);
  dex_await (mc_pg_pool_query (pool, "NOTIFY \"Other Channel\", '0'", NULL), &error);
  g_assert_no_error (error);
  wait_until (&ears.heard, STORM + 1);
  g_assert_cmpint (ears.sum, ==, (gint64)STORM * (STORM + 1) / 2);
  mc_pg_listener_stop (listener);
  dex_await (mc_pg_pool_query (pool, "NOTIFY centre_change, '1'", NULL), NULL);
  mc_test_await_msec (100);
  g_assert_cmpint (ears.heard, ==, STORM + 1);
}

static void
test_listener_comes_back (void)
{
  Ears ears = { 0 };
  g_autoptr (McPgPool) pool = new_pool ();
  g_autoptr (McPgListener) listener = new_listener (&ears);

  wait_until (&ears.listening, 1);
  mc_test_cluster_kill (cluster ());
  /* Tries go on, and further apart. */
  wait_until (&ears.lost, 3);
  g_assert_cmpint (mc_pg_listener_get_state (listener), !=, MC_PG_LISTENER_LISTENING);
  mc_test_cluster_start (cluster ());
  mc_pg_listener_retry (listener);
  wait_until (&ears.listening, 2);
  g_assert_true (dex_await (mc_pg_pool_query (pool, "NOTIFY centre_change, '5'", NULL), NULL));
  wait_until (&ears.heard, 1);
  g_assert_cmpint (ears.sum, ==, 5);
}

/* Back-off: with nobody there, a listener must not knock all the time. */
static void
test_listener_backs_off (void)
{
  static const char *const channels[] = { "centre_change", NULL };
  g_autoptr (McPgConfig) config = mc_pg_config_new ();
  g_autoptr (McPgListener) listener = NULL;
  Ears ears = { 0 };

  g_set_str (&config->socket_dir, "/nonexistent");
  listener = mc_pg_listener_new (config, channels);
  g_signal_connect (listener, "state", G_CALLBACK (state_cb), &ears);
  mc_pg_listener_start (listener);
  mc_test_await_msec (2000);
  g_assert_cmpint (ears.lost, >=, 1);
  g_assert_cmpint (ears.lost, <=, 6);
}

int
main (int argc, char **argv)
{
  mc_test_init (&argc, &argv);
  mc_test_add_fiber ("/pg/faults/killed-in-query", test_killed_in_query);
  mc_test_add_fiber ("/pg/faults/killed-in-transaction", test_killed_in_transaction);
  mc_test_add_fiber ("/pg/faults/terminated", test_terminated);
  mc_test_add_fiber ("/pg/faults/stopped-politely", test_stopped_politely);
  mc_test_add_fiber ("/pg/faults/statement-timeout", test_statement_timeout);
  mc_test_add_fiber ("/pg/faults/lock-timeout", test_lock_timeout);
  mc_test_add_fiber ("/pg/faults/connect-timeout", test_connect_timeout);
  mc_test_add_fiber ("/pg/faults/nobody-there", test_nobody_there);
  mc_test_add_fiber ("/pg/faults/no-such-database", test_no_such_database);
  mc_test_add_fiber ("/pg/faults/pool-fails-together", test_pool_fails_together);
  mc_test_add_fiber ("/pg/faults/too-many-connections", test_too_many_connections);
  mc_test_add_fiber ("/pg/faults/notification-storm", test_notification_storm);
  mc_test_add_fiber ("/pg/faults/listener-comes-back", test_listener_comes_back);
  mc_test_add_fiber ("/pg/faults/listener-backs-off", test_listener_backs_off);
  return mc_test_run ();
}
