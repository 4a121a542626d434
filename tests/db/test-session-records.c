/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "mc-attachment.h"
#include "mc-error.h"
#include "mc-person.h"
#include "mc-session-records.h"
#include "mc-session-test.h"
#include "session-fixture.h"

/* Hidden data, scans, history, headcount, accounts, settings; and the test of a connection. */

static void
expect (DexFuture *future)
{
  GError *error = NULL;

  dex_await (future, &error);
  g_assert_no_error (error);
}

static void
expect_error (DexFuture *future, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dex_await (future, &error));
  g_assert_error (error, MC_ERROR, code);
}

static gint64
some_person (void)
{
  g_autofree char *text = session_fixture_psql ("SELECT min(id) FROM centre.person");

  return g_ascii_strtoll (text, NULL, 10);
}

static void
test_private (void)
{
  McSession *a = session_fixture_open ("an"), *viewer = session_fixture_open ("xem");
  g_autoptr (McPersonPrivate) data = NULL;
  g_autoptr (McPersonPrivate) again = NULL;
  g_autoptr (GListModel) access = NULL;
  g_autoptr (GBytes) export = NULL;
  gint64 person = some_person ();
  GError *error = NULL;

  session_fixture_cluster ();
  data = dex_await_object (mc_session_read_private (a, person, "kiểm tra"), &error);
  g_assert_no_error (error);
  data->person_id = person;
  data->birth_date = mc_day_new (1990, 2, 28);
  g_set_str (&data->identity_no, "092090001234");
  expect (mc_session_write_private (a, data));
  again = dex_await_object (mc_session_read_private (a, person, "kiểm tra lại"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->birth_date, ==, mc_day_new (1990, 2, 28));
  expect_error (mc_session_read_private (viewer, person, "tò mò"), MC_ERROR_DENIED);
  access = dex_await_object (mc_session_load_access (a, person, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (access), >=, 2);
  export = dex_await_boxed (mc_session_export_person (a, person, "theo yêu cầu"), &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (export, NULL), (gssize)g_bytes_get_size (export), "092090001234"));
  session_fixture_close (a);
  session_fixture_close (viewer);
}

static void
test_attachments (void)
{
  McSession *a = session_fixture_open ("an");
  gint64 person = some_person (), id;
  g_autoptr (McLiveList) files = mc_session_list_of (a, MC_TYPE_ATTACHMENT, "subject_id", person);
  g_autofree char *folder = g_dir_make_tmp ("scan-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Quyết định.txt", NULL);
  g_autofree char *name = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) opened = NULL;
  g_autofree char *big = g_build_filename (folder, "big", NULL);
  g_autoptr (GFile) too_big = g_file_new_for_path (big);
  g_autofree char *zeros = g_malloc0 (MC_ATTACHMENT_MAX_BYTES + 1);
  GError *error = NULL;

  expect (mc_live_list_when_ready (files));
  g_assert_true (g_file_set_contents (path, "Điều 1.", -1, NULL));
  g_assert_true (g_file_set_contents (big, zeros, MC_ATTACHMENT_MAX_BYTES + 1, NULL));
  id = dex_await_int64 (mc_session_add_attachment (a, "person", person, file, "bản chụp"), &error);
  g_assert_no_error (error);
  SESSION_WAIT (mc_live_list_get_by_id (files, id));
  opened = dex_await_object (mc_session_open_attachment (a, id), &error);
  g_assert_no_error (error);
  name = g_file_get_basename (opened);
  g_assert_cmpstr (name, ==, "Quyết định.txt");
  g_assert_true (g_file_load_contents (opened, NULL, &content, NULL, NULL, NULL));
  g_assert_cmpstr (content, ==, "Điều 1.");
  expect_error (mc_session_add_attachment (a, "person", person, too_big, NULL), MC_ERROR_INVALID);
  g_remove (path);
  g_remove (big);
  g_rmdir (folder);
  session_fixture_close (a);
  g_assert_false (g_file_query_exists (opened, NULL));
}

/* The sample's corrections name the person, and their reason is told in the user's language. */
static void
check_sample_history (McSession *session)
{
  GError *error = NULL;
  g_autoptr (GListModel) history = dex_await_object (mc_session_load_history (session, NULL, 0, 0), &error);
  guint n_named = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (McHistoryEntry) entry = g_list_model_get_item (history, i);

      if (g_strcmp0 (mc_history_entry_get_table (entry), "tour") != 0)
        continue;
      g_assert_nonnull (mc_history_entry_get_subject (entry));
      n_named++;
    }
  g_assert_cmpuint (n_named, >, 20);
}

static void
test_history (void)
{
  McSession *a = session_fixture_open ("an");
  g_autoptr (McLiveList) people = session_fixture_list (a, MC_TYPE_PERSON);
  g_autoptr (McPerson) person = g_list_model_get_item (G_LIST_MODEL (people), 0);
  g_autoptr (GListModel) history = NULL;
  g_autoptr (McHistoryEntry) entry = NULL;
  GError *error = NULL;

  expect (session_fixture_set_text (a, person, "note", "ghi chú mới"));
  history = dex_await_object (mc_session_load_history (a, "person", mc_entity_get_id (MC_ENTITY (person)), 5), &error);
  g_assert_no_error (error);
  entry = g_list_model_get_item (history, 0);
  g_assert_cmpstr (mc_history_entry_get_who (entry), ==, "Nguyễn An");
  g_assert_cmpstr (mc_history_entry_get_login (entry), ==, "an");
  g_assert_cmpstr (mc_history_entry_get_action (entry), ==, "update");
  g_assert_nonnull (strstr (mc_history_entry_get_summary (entry), "→ ghi chú mới"));
  g_assert_cmpstr (mc_history_entry_get_subject (entry), ==, person->full_name);
  check_sample_history (a);
  session_fixture_close (a);
}

static void
test_headcount_and_settings (void)
{
  McSession *a = session_fixture_open ("an");
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) value = json_node_init_string (json_node_alloc (), "TTHC");
  g_autoptr (JsonNode) now = NULL;
  GError *error = NULL;

  node = dex_await_boxed (mc_session_load_headcount (a, MC_DAY_NONE), &error);
  g_assert_no_error (error);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "quota"), >, 0);
  /* The schema brings one of this key, which the session has not read yet. */
  expect (mc_session_set_setting (a, "paper.code", value));
  now = mc_session_get_setting (a, "paper.code");
  g_assert_nonnull (now);
  g_assert_cmpstr (json_node_get_string (now), ==, "TTHC");
  session_fixture_close (a);
}

static void
test_accounts (void)
{
  McSession *a = session_fixture_open ("an"), *other = NULL;

  expect (mc_session_add_account (a, "moi", "Người Mới", "viewer", 0, "mat-khau-dai"));
  other = session_fixture_open ("moi");
  g_assert_cmpstr (mc_session_get_user_name (other), ==, "Người Mới");
  expect_error (mc_session_add_account (other, "khac", "Khác", "viewer", 0, NULL), MC_ERROR_DENIED);
  session_fixture_close (other);
  expect (mc_session_set_account_active (a, "moi", FALSE));
  expect_error (mc_session_add_account (a, "sai", "Sai", "emperor", 0, NULL), MC_ERROR_INVALID);
  session_fixture_close (a);
}

static McTestOutcome
worst_of (GListModel *steps)
{
  McTestOutcome worst = MC_TEST_OK;

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (McTestStep) step = g_list_model_get_item (steps, i);

      g_test_message ("%s: %d %s", mc_test_step_get_title (step), (int)mc_test_step_get_outcome (step),
                      mc_test_step_get_detail (step));
      worst = MAX (worst, mc_test_step_get_outcome (step));
    }
  return worst;
}

static void
test_test (void)
{
  McSession *a = session_fixture_open ("an");
  g_autoptr (McProfile) wrong = mc_profile_new_server ("/nonexistent", 5432, "motcua", "an");
  g_autoptr (GListModel) good = dex_await_object (mc_session_test_profile (mc_session_get_profile (a), NULL), NULL);
  g_autoptr (GListModel) bad = dex_await_object (mc_session_test_profile (wrong, NULL), NULL);

  g_assert_cmpuint (g_list_model_get_n_items (good), ==, 6);
  g_assert_cmpint (worst_of (good), ==, MC_TEST_OK);
  g_assert_cmpint (worst_of (bad), >=, MC_TEST_FAILED);
  session_fixture_close (a);
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session/records/private", test_private);
  mc_test_add_fiber ("/session/records/attachments", test_attachments);
  mc_test_add_fiber ("/session/records/history", test_history);
  mc_test_add_fiber ("/session/records/headcount-and-settings", test_headcount_and_settings);
  mc_test_add_fiber ("/session/records/accounts", test_accounts);
  mc_test_add_fiber ("/session/records/test", test_test);
  return session_fixture_run ();
}
