/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The private server's data over the years: versions of PostgreSQL, dumps. */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "mc-error.h"
#include "mc-test-server.h"

static void
test_newer_refused (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  g_autofree char *version = g_build_filename (path, "data", "PG_VERSION", NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  mc_test_server_start (server);
  mc_test_server_stop (server);
  g_assert_true (g_file_set_contents (version, "99\n", -1, NULL));
  g_assert_false (dex_await (mc_pg_server_start (server), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, "99"));
  g_assert_true (g_file_get_contents (version, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "99\n");
  g_assert_cmpint (mc_pg_server_get_state (server), ==, MC_PG_SERVER_STOPPED);
}

static void
test_older_without_programs (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  g_autofree char *version = g_build_filename (path, "data", "PG_VERSION", NULL);
  g_autoptr (GError) error = NULL;

  mc_test_server_start (server);
  mc_test_server_stop (server);
  g_assert_true (g_file_set_contents (version, "9\n", -1, NULL));
  g_assert_false (dex_await (mc_pg_server_start (server), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, "PostgreSQL 9"));
}

static char *
real_programs (void)
{
  g_autofree char *initdb = g_find_program_in_path ("initdb");
  g_autofree char *real = NULL;

  g_assert_nonnull (initdb);
  real = realpath (initdb, NULL);
  return g_path_get_dirname (real);
}

/*
 * Programs that say they are of the version after the real ones, and are the real ones: the development root has one
 * major version of PostgreSQL. What is shown with them: that an older folder is recognised, that the programs of its
 * version are found and used to dump it, that all comes into a new folder by the programs of the newer version, that
 * the old folder is kept, and what happens where the older programs are missing. What is not shown: that a dump of one
 * real major version is read by the next, which is what PostgreSQL itself promises of pg_dump.
 */
static void
make_newer_programs (const char *folder, const char *real, int major)
{
  static const char *const names[] = { "postgres", "initdb", "pg_dump", "pg_dumpall", "pg_restore", "psql" };

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *text =
          g_strdup_printf ("#!/bin/sh\n[ \"$1\" = -V ] && echo 'postgres (PostgreSQL) %d.1' && exit\n"
                           "exec %s/%s \"$@\"\n",
                           major, real, names[i]);

      g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
    }
}

static void
test_older_carried_over (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autofree char *real = real_programs ();
  g_autofree char *newer = g_build_filename (path, "programs", NULL);
  g_autofree char *both = g_strdup_printf ("%s:%s", newer, real);
  g_autofree char *version = g_build_filename (path, "data", "PG_VERSION", NULL);
  g_autofree char *major = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (McPgServer) before = mc_pg_server_new (path);
  g_autoptr (McPgServer) after = mc_pg_server_new (path);
  g_auto (GStrv) dumps = NULL;

  mc_test_server_start (before);
  g_free (mc_test_server_ask (before, MC_PG_SERVER_ADMIN, "CREATE ROLE clerk LOGIN IN ROLE motcua_director"));
  g_free (mc_test_server_ask (before, MC_PG_SERVER_ADMIN, "CREATE TABLE carried AS SELECT 'Hoà' AS name"));
  g_free (mc_test_server_ask (before, MC_PG_SERVER_ADMIN, "ALTER TABLE carried OWNER TO clerk"));
  mc_test_server_stop (before);
  g_assert_true (g_file_get_contents (version, &major, NULL, NULL));
  make_newer_programs (newer, real, atoi (major) + 1);
  g_setenv ("MOTCUA_PG_PATH", both, TRUE);
  mc_test_server_start (after);
  g_unsetenv ("MOTCUA_PG_PATH");
  mc_test_assert_answer (after, MC_PG_SERVER_ADMIN, "SELECT name FROM carried", "Hoà");
  mc_test_assert_answer (after, MC_PG_SERVER_ADMIN, "SELECT tableowner FROM pg_tables WHERE tablename = 'carried'",
                         "clerk");
  kept = g_strdup_printf ("%s/data-%d/PG_VERSION", path, atoi (major));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  dumps = mc_pg_server_list_dumps (after);
  g_assert_cmpint (g_strv_length (dumps), ==, 1);
  mc_test_server_stop (after);
}

static void
test_no_programs (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  g_autoptr (GError) error = NULL;

  g_setenv ("MOTCUA_PG_PATH", path, TRUE);
  g_assert_false (dex_await (mc_pg_server_start (server), &error));
  g_unsetenv ("MOTCUA_PG_PATH");
  g_assert_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED);
}

static void
test_dumps (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  g_autofree char *dumps = g_build_filename (path, "dumps", NULL);
  g_autofree char *old = g_build_filename (dumps, "motcua-20200101-000000-000000-manual.dump", NULL);
  g_autofree char *daily = g_build_filename (dumps, "motcua-20200101-000000-000000-daily.dump", NULL);
  g_autofree char *newest = NULL;
  g_auto (GStrv) list = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  mc_test_server_start (server);
  g_free (mc_test_server_ask (server, MC_PG_SERVER_ADMIN, "CREATE TABLE t AS SELECT 1 AS n"));
  /* One of today is made, once; one of another day does not count. */
  g_assert_cmpint (g_mkdir_with_parents (dumps, 0700), ==, 0);
  g_assert_true (g_file_set_contents (daily, "old", -1, NULL));
  g_assert_true (dex_await_boolean (mc_pg_server_dump_daily (server), &error));
  g_assert_no_error (error);
  g_assert_false (dex_await_boolean (mc_pg_server_dump_daily (server), &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (old, "old", -1, NULL));
  for (int i = 0; i < 10; i++)
    {
      g_free (newest);
      newest = dex_await_string (mc_pg_server_dump (server, MC_PG_DUMP_MANUAL), &error);
      g_assert_no_error (error);
    }
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (daily, G_FILE_TEST_EXISTS));
  list = mc_pg_server_list_dumps (server);
  g_assert_cmpint (g_strv_length (list), ==, 12);
  g_assert_cmpstr (list[0], ==, newest);
  g_assert_cmpint (g_stat (dumps, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  /* And what was dumped comes back. */
  g_free (mc_test_server_ask (server, MC_PG_SERVER_ADMIN, "DROP TABLE t"));
  dex_await (mc_pg_server_restore (server, newest), &error);
  g_assert_no_error (error);
  mc_test_assert_answer (server, MC_PG_SERVER_ADMIN, "SELECT n FROM t", "1");
  mc_test_assert_answer (server, MC_PG_SERVER_ADMIN,
                         "SELECT count(*) FROM pg_database WHERE datname = 'motcua_before_restore'", "1");
  mc_test_server_stop (server);
}

int
main (int argc, char **argv)
{
  mc_test_init (&argc, &argv);
  mc_test_add_fiber ("/pg/server-data/newer-refused", test_newer_refused);
  mc_test_add_fiber ("/pg/server-data/older-without-programs", test_older_without_programs);
  mc_test_add_fiber ("/pg/server-data/older-carried-over", test_older_carried_over);
  mc_test_add_fiber ("/pg/server-data/no-programs", test_no_programs);
  mc_test_add_fiber ("/pg/server-data/dumps", test_dumps);
  return mc_test_run ();
}
