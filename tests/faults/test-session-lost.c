/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-error.h"
#include "mc-person.h"
#include "session-fixture.h"

/* The server goes away and comes back. */

static McPerson *
first_person (McLiveList *list)
{
  McPerson *person = g_list_model_get_item (G_LIST_MODEL (list), 0);

  /* The list holds it. */
  g_object_unref (person);
  return person;
}

static void
expect_kept (McSession *session, McLiveList *people, const char *note)
{
  GListModel *pending = mc_session_get_pending (session);
  guint n = g_list_model_get_n_items (pending);
  g_autoptr (GError) error = NULL;

  g_assert_false (dex_await (session_fixture_set_text (session, first_person (people), "note", note), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
  g_assert_cmpuint (g_list_model_get_n_items (pending), ==, n + 1);
}

static void
test_recovers (void)
{
  McTestCluster *cluster = session_fixture_cluster ();
  McSession *session = session_fixture_open ("an");
  g_autoptr (McLiveList) people = session_fixture_list (session, MC_TYPE_PERSON);
  g_autoptr (McPending) pending = NULL;
  g_autofree char *ignored = NULL;
  McPerson *person = first_person (people);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (people));
  gint64 start;
  GError *error = NULL;

  mc_test_cluster_kill (cluster);
  SESSION_WAIT (mc_session_get_state (session) == MC_SESSION_OFFLINE);
  g_assert_nonnull (mc_session_get_state_text (session));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (people)), ==, n);
  expect_kept (session, people, "written offline");
  mc_test_cluster_start (cluster);
  ignored = session_fixture_psql ("UPDATE centre.person SET email = 'meanwhile@x.vn' WHERE id = "
                                  "(SELECT min(id) FROM centre.person)");
  start = g_get_monotonic_time ();
  SESSION_WAIT (mc_session_get_state (session) == MC_SESSION_ONLINE);
  SESSION_WAIT (g_strcmp0 (person->email, "meanwhile@x.vn") == 0);
  g_test_message ("online and fresh %.0f ms after the server was back",
                  (double)(g_get_monotonic_time () - start) / 1000);
  g_assert_true (first_person (people) == person);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (people)), ==, n);

  /* Somebody changed the row meanwhile, so sending it again is a conflict, and it stays on offer. */
  pending = g_list_model_get_item (mc_session_get_pending (session), 0);
  g_assert_false (dex_await (mc_session_retry_pending (session, pending), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_nonnull (mc_pending_get_problem (pending));
  {
    g_autoptr (McConflict) conflict =
        dex_await_object (mc_session_get_conflict (session, mc_pending_get_change (pending)), &error);
    g_autoptr (McChange) resolved = mc_conflict_resolve (conflict);

    g_object_unref (session_fixture_commit (session, resolved));
  }
  mc_session_discard_pending (session, pending);
  SESSION_WAIT (g_strcmp0 (person->note, "written offline") == 0);
  g_assert_cmpuint (g_list_model_get_n_items (mc_session_get_pending (session)), ==, 0);
  session_fixture_close (session);
}

static void
test_kept_for_the_next_start (void)
{
  McTestCluster *cluster = session_fixture_cluster ();
  g_autoptr (McProfile) profile = NULL;
  McSession *session = session_fixture_open ("an"), *next = NULL;
  g_autoptr (McLiveList) people = session_fixture_list (session, MC_TYPE_PERSON);
  g_autoptr (McPending) pending = NULL;
  g_autoptr (McLiveList) fresh = NULL;
  GError *error = NULL;

  profile = g_object_ref (mc_session_get_profile (session));
  mc_test_cluster_stop (cluster, "immediate");
  SESSION_WAIT (mc_session_get_state (session) == MC_SESSION_OFFLINE);
  expect_kept (session, people, "of yesterday");
  g_clear_object (&people);
  session_fixture_close (session);

  mc_test_cluster_start (cluster);
  next = dex_await_object (mc_session_open (profile, MC_START_NONE, MC_DAY_NONE, NULL, NULL, NULL, NULL), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (mc_session_get_pending (next)), ==, 1);
  pending = g_list_model_get_item (mc_session_get_pending (next), 0);
  g_assert_cmpstr (mc_pending_get_label (pending), ==, "test");
  fresh = session_fixture_list (next, MC_TYPE_PERSON);
  dex_await (mc_session_retry_pending (next, pending), &error);
  g_assert_no_error (error);
  SESSION_WAIT (g_strcmp0 (first_person (fresh)->note, "of yesterday") == 0);
  g_assert_cmpuint (g_list_model_get_n_items (mc_session_get_pending (next)), ==, 0);
  session_fixture_close (next);
}

/* Two edits of one row while the server is away are sent one after the other. */
static void
test_kept_twice (void)
{
  McTestCluster *cluster = session_fixture_cluster ();
  McSession *session = session_fixture_open ("an");
  GListModel *pending = mc_session_get_pending (session);
  g_autoptr (McLiveList) people = session_fixture_list (session, MC_TYPE_PERSON);
  g_autoptr (GError) error = NULL;
  McPerson *person = first_person (people);

  mc_test_cluster_stop (cluster, "immediate");
  SESSION_WAIT (mc_session_get_state (session) == MC_SESSION_OFFLINE);
  expect_kept (session, people, "first");
  g_assert_false (dex_await (session_fixture_set_text (session, person, "email", "second@x.vn"), &error));
  g_clear_error (&error);
  mc_test_cluster_start (cluster);
  SESSION_WAIT (mc_session_get_state (session) == MC_SESSION_ONLINE);
  while (g_list_model_get_n_items (pending) > 0)
    {
      g_autoptr (McPending) next = g_list_model_get_item (pending, 0);

      dex_await (mc_session_retry_pending (session, next), &error);
      g_assert_no_error (error);
    }
  g_assert_cmpstr (person->note, ==, "first");
  g_assert_cmpstr (person->email, ==, "second@x.vn");
  session_fixture_close (session);
}

static void
test_not_reached (void)
{
  g_autoptr (McProfile) profile = mc_profile_new_server ("/nonexistent", 5432, "motcua", "an");
  g_autoptr (GError) error = NULL;

  g_assert_null (
      dex_await_object (mc_session_open (profile, MC_START_NONE, MC_DAY_NONE, NULL, NULL, NULL, NULL), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session/lost/recovers", test_recovers);
  mc_test_add_fiber ("/session/lost/kept-for-the-next-start", test_kept_for_the_next_start);
  mc_test_add_fiber ("/session/lost/kept-twice", test_kept_twice);
  mc_test_add_fiber ("/session/lost/not-reached", test_not_reached);
  return session_fixture_run ();
}
