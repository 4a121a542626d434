/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the private server takes, and what a query costs. Prints lines of
 * "name value unit". */
#include <glib/gstdio.h>

#include "mc-pg-pool.h"
#include "mc-pg-server.h"

#define QUERIES 10000

static double
ms_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000.0;
}

static gboolean
time_start (const char *name, const char *folder, GError **error)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (McPgServer) server = mc_pg_server_new (folder);
  g_autoptr (McPgConfig) config = NULL;
  g_autoptr (McPgConnection) connection = NULL;
  gboolean good = dex_await (mc_pg_server_start (server), error);

  config = mc_pg_server_get_config (server, MC_PG_SERVER_LOCAL);
  connection = good ? dex_await_object (mc_pg_connection_new (config), error) : NULL;
  if (connection)
    g_print ("%s %.0f ms\n", name, ms_since (start));
  dex_await (mc_pg_server_stop (server), NULL);
  return connection != NULL;
}

static gboolean
time_queries (const char *folder, GError **error)
{
  g_autoptr (McPgServer) server = mc_pg_server_new (folder);
  g_autoptr (McPgConfig) config = NULL;
  g_autoptr (McPgPool) pool = NULL;
  g_autoptr (GPtrArray) futures = g_ptr_array_new_with_free_func (dex_unref);
  gboolean good = dex_await (mc_pg_server_start (server), error);
  gint64 start;

  config = mc_pg_server_get_config (server, MC_PG_SERVER_LOCAL);
  pool = mc_pg_pool_new (config, 4);
  good = good && dex_await (mc_pg_pool_query (pool, "SELECT 1", NULL), error);
  start = g_get_monotonic_time ();
  for (int i = 0; good && i < 1000; i++)
    good = dex_await (mc_pg_pool_query (pool, "SELECT 1", NULL), error);
  g_print ("pg-query-one-by-one %.1f us\n", ms_since (start));
  start = g_get_monotonic_time ();
  for (int i = 0; i < QUERIES; i++)
    g_ptr_array_add (futures, mc_pg_pool_query (pool, "SELECT 1", NULL));
  for (guint i = 0; good && i < futures->len; i++)
    good = dex_await (dex_ref (futures->pdata[i]), error);
  g_print ("pg-query-10000-at-once %.0f ms\n", ms_since (start));
  dex_await (mc_pg_pool_close (pool), NULL);
  dex_await (mc_pg_server_stop (server), NULL);
  return good;
}

static DexFuture *
bench_fiber (gpointer data)
{
  const char *folder = data;
  GError *error = NULL;

  if (time_start ("pg-cold-cluster", folder, &error) && time_start ("pg-existing-cluster", folder, &error) &&
      time_start ("pg-existing-cluster-again", folder, &error) && time_queries (folder, &error))
    return dex_future_new_true ();
  return dex_future_new_for_error (error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DexFuture) fiber = NULL;
  g_autofree char *folder = g_dir_make_tmp ("motcua-bench-XXXXXX", &error);
  const char *const remove[] = { "rm", "-rf", folder, NULL };

  if (!folder)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  dex_init ();
  fiber = dex_scheduler_spawn (NULL, 0, bench_fiber, folder, NULL);
  while (dex_future_is_pending (fiber))
    g_main_context_iteration (NULL, TRUE);
  dex_future_get_value (fiber, &error);
  if (error)
    g_printerr ("%s\n", error->message);
  g_spawn_sync (NULL, (char **)remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  return error ? 1 : 0;
}
