/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk without room, for the program and for its server. A limit on the size of a file stands for it, which anybody
 * may set for himself: writing fails in the middle, as on a disk that is full. Servers and helpers that are started
 * under the limit have it, too. */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "mc-error.h"
#include "mc-person.h"
#include "mc-pg-server.h"
#include "mc-session-records.h"
#include "mc-table-export.h"
#include "mc-test-server.h"
#include "session-fixture.h"

static void
set_room (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static char *
long_text (gsize length)
{
  char *text = g_malloc (length + 1);

  memset (text, 'x', length);
  text[length] = '\0';
  return text;
}

static void
set_note (McDraftStore *store, const char *note)
{
  g_autoptr (JsonObject) values = json_object_new ();

  json_object_set_string_member (values, "note", note);
  mc_draft_store_set (store, "person/new", values);
}

static const char *
get_note (McDraftStore *store)
{
  McDraft *draft = mc_draft_store_get (store, "person/new");

  return draft ? json_object_get_string_member (mc_draft_get_values (draft), "note") : NULL;
}

static void
count_cb (McDraftStore *store, const GError *error, guint *n)
{
  g_assert_nonnull (error);
  ++*n;
}

/* What was written before is whole, what could not be written is kept in memory and written as soon as there is room.
 */
static void
test_draft (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  g_autoptr (McDraftStore) store = mc_draft_store_new (mc_test_folder_get_path (folder));
  g_autoptr (McDraftStore) next = mc_draft_store_new (mc_test_folder_get_path (folder));
  g_autoptr (McDraftStore) last = mc_draft_store_new (mc_test_folder_get_path (folder));
  g_autofree char *text = long_text (20000);
  g_autoptr (GError) error = NULL;
  guint failures = 0;

  g_signal_connect (store, "failed", G_CALLBACK (count_cb), &failures);
  set_note (store, "short");
  g_assert_true (dex_await (mc_draft_store_flush (store), NULL));
  set_room (8192);
  set_note (store, text);
  g_assert_false (dex_await (mc_draft_store_flush (store), &error));
  g_assert_false (dex_await (mc_draft_store_flush (store), NULL));
  g_assert_cmpuint (failures, ==, 1);
  g_assert_cmpstr (get_note (store), ==, text);
  g_assert_true (dex_await (mc_draft_store_load (next), NULL));
  g_assert_cmpstr (get_note (next), ==, "short");
  set_room (RLIM_INFINITY);
  g_assert_true (dex_await (mc_draft_store_flush (store), NULL));
  g_assert_true (dex_await (mc_draft_store_load (last), NULL));
  g_assert_cmpstr (get_note (last), ==, text);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir && g_dir_read_name (dir))
    n++;
  return n;
}

/* An existing table stays as it was, and nothing half-written lies beside it. */
static void
test_export (gconstpointer ending)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  g_autofree char *name = g_strconcat ("people", ending, NULL);
  g_autofree char *path = g_build_filename (mc_test_folder_get_path (folder), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListStore) people = g_list_store_new (MC_TYPE_PERSON);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *left = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (McPerson) person = mc_person_new ();

      person->full_name = g_strdup_printf ("Nguyễn Văn %u %u", i, g_random_int ());
      g_list_store_append (people, person);
    }
  g_ptr_array_add (columns, mc_table_column_new_property ("Họ và tên", "full-name"));
  g_assert_true (g_file_set_contents (path, "of yesterday", -1, NULL));
  set_room (16384);
  g_assert_false (dex_await (mc_table_export (G_LIST_MODEL (people), columns, "x", file), &error));
  set_room (RLIM_INFINITY);
  g_assert_error (error, MC_ERROR, MC_ERROR_FAILED);
  g_assert_true (g_file_get_contents (path, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, "of yesterday");
  g_assert_cmpuint (count_files (mc_test_folder_get_path (folder)), ==, 1);
}

static void
test_export_csv (void)
{
  test_export (".csv");
}

static void
test_export_xlsx (void)
{
  test_export (".xlsx");
}

/* A dump that finds no room is none: the older ones stay, and nothing has its name. */
static void
test_dump (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  g_autoptr (McPgServer) server = mc_pg_server_new (mc_test_folder_get_path (folder));
  g_auto (GStrv) before = NULL, after = NULL;
  g_autofree char *dumps = g_build_filename (mc_test_folder_get_path (folder), "dumps", NULL);
  g_autoptr (GError) error = NULL;

  mc_test_server_start (server);
  g_free (
      mc_test_server_ask (server, MC_PG_SERVER_ADMIN,
                          "CREATE TABLE wide AS SELECT sha512(n::text::bytea) AS b FROM generate_series(1, 20000) n"));
  g_assert_true (dex_await (mc_pg_server_dump (server, MC_PG_DUMP_MANUAL), NULL));
  before = mc_pg_server_list_dumps (server);
  set_room (65536);
  g_assert_false (dex_await (mc_pg_server_dump (server, MC_PG_DUMP_MANUAL), &error));
  set_room (RLIM_INFINITY);
  g_assert_error (error, MC_ERROR, MC_ERROR_FAILED);
  after = mc_pg_server_list_dumps (server);
  g_assert_cmpuint (g_strv_length (before), ==, 1);
  g_assert_true (g_strv_equal ((const char *const *)before, (const char *const *)after));
  g_assert_cmpuint (count_files (dumps), ==, 2);
  mc_test_server_stop (server);
}

/* The disk of the server is full: the change is refused with a sentence, nothing of it stays, and small ones go on. */
static void
test_server (void)
{
  McTestCluster *cluster = session_fixture_cluster ();
  McSession *session;
  g_autoptr (McLiveList) people = NULL;
  g_autoptr (McPerson) person = NULL;
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  g_autofree char *path = g_build_filename (mc_test_folder_get_path (folder), "quyet-dinh.pdf", NULL);
  g_autoptr (GFile) scan = g_file_new_for_path (path);
  g_autofree char *text = long_text (5 * 1024 * 1024);
  g_autofree char *count = NULL;
  g_autoptr (GError) error = NULL;
  int n = 0;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  mc_test_cluster_stop (cluster, "fast");
  /* More than a segment of the log, so that only tables run out of room. */
  set_room (17 * 1024 * 1024);
  mc_test_cluster_start (cluster);
  set_room (RLIM_INFINITY);
  session = session_fixture_open ("an");
  people = session_fixture_list (session, MC_TYPE_PERSON);
  person = g_list_model_get_item (G_LIST_MODEL (people), 0);
  while (n < 8 &&
         dex_await_int64 (
             mc_session_add_attachment (session, "person", mc_entity_get_id (MC_ENTITY (person)), scan, NULL), &error))
    n++;
  g_assert_error (error, MC_ERROR, MC_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "could not extend file"));
  g_clear_error (&error);
  g_assert_cmpuint (g_list_model_get_n_items (mc_session_get_pending (session)), ==, 0);
  g_assert_cmpint (mc_session_get_state (session), ==, MC_SESSION_ONLINE);
  count = session_fixture_psql ("SELECT count(*) FROM centre.attachment");
  g_assert_cmpint (g_ascii_strtoll (count, NULL, 10), ==, n);
  dex_await (session_fixture_set_text (session, person, "note", "small"), &error);
  g_assert_no_error (error);
  g_clear_object (&people);
  session_fixture_close (session);
  mc_test_cluster_stop (cluster, "fast");
  mc_test_cluster_start (cluster);
}

int
main (int argc, char **argv)
{
  /* As for every program that would rather hear of it than end. */
  signal (SIGXFSZ, SIG_IGN);
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/disk-full/draft", test_draft);
  mc_test_add_fiber ("/disk-full/export-csv", test_export_csv);
  mc_test_add_fiber ("/disk-full/export-xlsx", test_export_xlsx);
  mc_test_add_fiber ("/disk-full/dump", test_dump);
  mc_test_add_fiber ("/disk-full/server", test_server);
  return session_fixture_run ();
}
