/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mc-error.h"
#include "mc-migrator.h"
#include "mc-test-cluster.h"

typedef struct
{
  char *database;
  char *folder; /* a data/sql of the test's own */
  McPgConfig *config;
  McMigrator *migrator;
} Fixture;

static void
write_file (const char *folder, const char *kind, const char *name, const char *text)
{
  g_autofree char *directory = g_build_filename (folder, kind, NULL);
  g_autofree char *path = g_build_filename (directory, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
fixture_init (Fixture *fixture)
{
  McTestCluster *cluster = mc_test_get_cluster ();

  fixture->database = mc_test_cluster_fresh_database (cluster);
  fixture->folder = g_dir_make_tmp ("motcua-sql-XXXXXX", NULL);
  fixture->config = mc_test_cluster_config (cluster, "postgres", fixture->database);
  fixture->migrator = mc_migrator_new (fixture->config, fixture->folder);
  write_file (fixture->folder, "migrations", "0001-first.sql",
              "CREATE SCHEMA IF NOT EXISTS centre; CREATE TABLE centre.one (n int);");
  write_file (fixture->folder, "migrations", "0002-second.sql", "INSERT INTO centre.one VALUES (2);");
  write_file (fixture->folder, "policies", "010-all.sql", "INSERT INTO centre.one VALUES (10);");
}

static void
remove_folder (const char *folder, const char *kind)
{
  g_autofree char *directory = g_build_filename (folder, kind, NULL);
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (directory);
}

static void
fixture_clear (Fixture *fixture)
{
  remove_folder (fixture->folder, "migrations");
  remove_folder (fixture->folder, "policies");
  g_rmdir (fixture->folder);
  g_free (fixture->database);
  g_free (fixture->folder);
  mc_pg_config_free (fixture->config);
  g_object_unref (fixture->migrator);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
assert_rows (Fixture *fixture, const char *sql, const char *expected)
{
  g_autofree char *found = mc_test_cluster_psql (mc_test_get_cluster (), fixture->database, sql);

  g_assert_cmpstr (g_strchomp (found), ==, expected);
}

static int
run (McMigrator *migrator)
{
  GError *error = NULL;
  int n = dex_await_int (mc_migrator_run (migrator, NULL, NULL, NULL), &error);

  g_assert_no_error (error);
  return n;
}

static void
assert_refused (DexFuture *future, const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dex_await (future, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, word));
  g_assert_false (mc_migrator_error_is_pending (error));
}

static void
note_progress (const char *name, guint done, guint total, gpointer user_data)
{
  g_string_append_printf (user_data, "%s %u/%u; ", name, done, total);
}

static void
test_from_empty (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) status = NULL;
  g_autoptr (GString) steps = g_string_new (NULL);

  fixture_init (&fixture);
  g_assert_false (dex_await (mc_migrator_check (fixture.migrator), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED);
  g_assert_true (mc_migrator_error_is_pending (error));
  g_assert_true (mc_migrator_error_is_empty (error));

  g_assert_cmpint (dex_await_int (mc_migrator_run (fixture.migrator, note_progress, steps, NULL), NULL), ==, 2);
  g_assert_cmpstr (steps->str, ==, "0001-first 0/3; 0002-second 1/3; policies 2/3; ");
  g_assert_true (dex_await (mc_migrator_check (fixture.migrator), NULL));
  status = dex_await_boxed (mc_migrator_status (fixture.migrator), NULL);
  g_assert_cmpuint (status->len, ==, 2);
  for (guint i = 0; i < status->len; i++)
    g_assert_cmpint (((McMigration *)status->pdata[i])->state, ==, MC_MIGRATION_APPLIED);
  assert_rows (&fixture, "SELECT string_agg(n::text, ' ' ORDER BY n) FROM centre.one", "2 10");
}

static void
test_twice (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  g_assert_cmpint (run (fixture.migrator), ==, 2);
  g_assert_cmpint (run (fixture.migrator), ==, 0);
  assert_rows (&fixture, "SELECT count(*) FROM centre.one WHERE n = 10", "1");

  write_file (fixture.folder, "migrations", "0003-third.sql", "INSERT INTO centre.one VALUES (3);");
  g_assert_false (dex_await (mc_migrator_check (fixture.migrator), &error));
  g_assert_true (mc_migrator_error_is_pending (error) && !mc_migrator_error_is_empty (error));
  g_assert_cmpint (run (fixture.migrator), ==, 1);
  assert_rows (&fixture, "SELECT count(*) FROM centre.one WHERE n = 10", "2");

  /* Policies that are others than those that ran last run alone. */
  write_file (fixture.folder, "policies", "010-all.sql", "INSERT INTO centre.one VALUES (11);");
  g_assert_cmpint (run (fixture.migrator), ==, 0);
  assert_rows (&fixture, "SELECT string_agg(n::text, ' ' ORDER BY n) FROM centre.one", "2 3 10 10 11");
}

static void
test_at_once (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (McMigrator) rival = NULL;
  g_autoptr (DexFuture) mine = NULL;
  g_autoptr (DexFuture) theirs = NULL;
  g_autoptr (GError) error = NULL;
  int n;

  fixture_init (&fixture);
  write_file (fixture.folder, "migrations", "0003-slow.sql", "SELECT pg_sleep(0.2);");
  rival = mc_migrator_new (fixture.config, fixture.folder);
  mine = mc_migrator_run (fixture.migrator, NULL, NULL, NULL);
  theirs = mc_migrator_run (rival, NULL, NULL, NULL);
  g_assert_true (dex_await (dex_future_all (dex_ref (mine), dex_ref (theirs), NULL), &error));
  g_assert_no_error (error);
  n = g_value_get_int (dex_future_get_value (mine, NULL)) + g_value_get_int (dex_future_get_value (theirs, NULL));
  g_assert_cmpint (n, ==, 3);
  assert_rows (&fixture, "SELECT string_agg(n::text, ' ' ORDER BY n) FROM centre.one", "2 10");
}

static void
test_failing (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  write_file (fixture.folder, "migrations", "0003-bad.sql", "INSERT INTO centre.one VALUES (3); SELECT 1 / 0;");
  write_file (fixture.folder, "migrations", "0004-after.sql", "INSERT INTO centre.one VALUES (4);");
  g_assert_false (dex_await (mc_migrator_run (fixture.migrator, NULL, NULL, NULL), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "0003-bad: "));
  assert_rows (&fixture, "SELECT string_agg(n::text, ' ' ORDER BY n) FROM centre.one", "2");

  write_file (fixture.folder, "migrations", "0003-bad.sql", "INSERT INTO centre.one VALUES (3);");
  g_assert_cmpint (run (fixture.migrator), ==, 2);
  assert_rows (&fixture, "SELECT string_agg(n::text, ' ' ORDER BY n) FROM centre.one", "2 3 4 10");
}

static void
test_changed (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture);
  g_assert_cmpint (run (fixture.migrator), ==, 2);
  write_file (fixture.folder, "migrations", "0002-second.sql", "INSERT INTO centre.one VALUES (22);");
  write_file (fixture.folder, "migrations", "0003-third.sql", "INSERT INTO centre.one VALUES (3);");
  assert_refused (mc_migrator_run (fixture.migrator, NULL, NULL, NULL), "0002-second");
  assert_refused (mc_migrator_check (fixture.migrator), "0002-second");
  assert_rows (&fixture, "SELECT string_agg(n::text, ' ' ORDER BY n) FROM centre.one", "2 10");
}

static void
test_newer (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) status = NULL;

  fixture_init (&fixture);
  g_assert_cmpint (run (fixture.migrator), ==, 2);
  path = g_build_filename (fixture.folder, "migrations", "0002-second.sql", NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_refused (mc_migrator_run (fixture.migrator, NULL, NULL, NULL), "0002-second");
  assert_refused (mc_migrator_check (fixture.migrator), "newer");
  status = dex_await_boxed (mc_migrator_status (fixture.migrator), NULL);
  g_assert_cmpuint (status->len, ==, 2);
  g_assert_cmpint (((McMigration *)status->pdata[1])->state, ==, MC_MIGRATION_UNKNOWN);
}

static void
test_no_files (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (McMigrator) lost = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  lost = mc_migrator_new (fixture.config, "/nowhere");
  g_assert_false (dex_await (mc_migrator_run (lost, NULL, NULL, NULL), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_NOT_FOUND);
}

/* The project's own migrations, from nothing, and again with nothing to do. */
static void
test_schema (void)
{
  McTestCluster *cluster = mc_test_get_cluster ();
  g_autofree char *database = mc_test_cluster_fresh_database (cluster);
  g_autofree char *other = mc_test_cluster_fresh_database (cluster);
  g_autoptr (McPgConfig) config = mc_test_cluster_config (cluster, "postgres", database);
  g_autoptr (McPgConfig) second = mc_test_cluster_config (cluster, "postgres", other);
  g_autoptr (McMigrator) migrator = mc_migrator_new (config, NULL);
  g_autoptr (McMigrator) elsewhere = mc_migrator_new (second, NULL);
  int n = run (migrator);

  g_assert_cmpint (n, >, 5);
  g_assert_cmpint (run (migrator), ==, 0);
  /* The roles of a cluster are there already for its second database. */
  g_assert_cmpint (run (elsewhere), ==, n);
  g_assert_true (dex_await (mc_migrator_check (elsewhere), NULL));
}

int
main (int argc, char **argv)
{
  mc_test_init (&argc, &argv);
  mc_test_add_fiber ("/migrator/from-empty", test_from_empty);
  mc_test_add_fiber ("/migrator/twice", test_twice);
  mc_test_add_fiber ("/migrator/at-once", test_at_once);
  mc_test_add_fiber ("/migrator/failing", test_failing);
  mc_test_add_fiber ("/migrator/changed", test_changed);
  mc_test_add_fiber ("/migrator/newer", test_newer);
  mc_test_add_fiber ("/migrator/no-files", test_no_files);
  mc_test_add_fiber ("/migrator/schema", test_schema);
  return mc_test_run ();
}
