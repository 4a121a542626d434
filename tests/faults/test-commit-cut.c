/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-desk.h"
#include "mc-error.h"
#include "mc-person.h"

/* The link breaks while COMMIT is under way: nothing is entered twice, and nothing is lost. */

static int
count_people (const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM centre.person WHERE full_name = '%s'", name);

  return (int)cut_desk_count (sql);
}

/* Insertions are what nothing else would catch: a second one is a second person. */
static DexFuture *
add_person (CutDesk *desk, const char *name)
{
  g_autoptr (McChange) change = mc_change_new ("add");
  g_autoptr (McPerson) person = mc_person_new ();

  g_set_str (&person->full_name, name);
  mc_change_insert (change, MC_ENTITY (person));
  return mc_session_commit (desk->session, change);
}

static void
expect_cut (CutDesk *desk, const char *name, McTestProxyFault fault)
{
  g_autoptr (GError) error = NULL;

  mc_test_proxy_set_fault (desk->proxy, fault);
  g_assert_false (dex_await (add_person (desk, name), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
  g_assert_cmpuint (cut_desk_n_pending (desk), ==, 1);
}

/* The server can be asked at once: the person notices nothing. */
static void
test_asked_at_once (void)
{
  CutDesk desk = { 0 };
  g_autoptr (McCommitResult) result = NULL;
  GError *error = NULL;

  cut_desk_open (&desk, "an");
  mc_test_proxy_set_fault (desk.proxy, MC_TEST_PROXY_CUT_AFTER_COMMIT_ONCE);
  result = dex_await_object (add_person (&desk, "Hỏi Ngay"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cut_desk_n_pending (&desk), ==, 0);
  g_assert_cmpint (count_people ("Hỏi Ngay"), ==, 1);
  /* It can be undone like any other, for it knows its row. */
  g_object_unref (dex_await_object (mc_session_undo (desk.session), &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_people ("Hỏi Ngay"), ==, 0);
  cut_desk_close (&desk);
}

static void
test_entered (void)
{
  CutDesk desk = { 0 };

  cut_desk_open (&desk, "an");
  expect_cut (&desk, "Đã Nhập", MC_TEST_PROXY_CUT_AFTER_COMMIT);
  g_assert_nonnull (mc_pending_get_mark (cut_desk_only_pending (&desk)));
  g_assert_cmpint (count_people ("Đã Nhập"), ==, 1);
  cut_desk_come_back (&desk);
  SESSION_WAIT (cut_desk_n_pending (&desk) == 0);
  g_assert_cmpint (count_people ("Đã Nhập"), ==, 1);
  cut_desk_close (&desk);
}

static void
test_not_entered (void)
{
  CutDesk desk = { 0 };
  g_autoptr (McCommitResult) result = NULL;
  GError *error = NULL;

  cut_desk_open (&desk, "an");
  expect_cut (&desk, "Chưa Nhập", MC_TEST_PROXY_CUT_BEFORE_COMMIT);
  cut_desk_come_back (&desk);
  SESSION_WAIT (mc_pending_get_mark (cut_desk_only_pending (&desk)) == NULL);
  g_assert_cmpint (count_people ("Chưa Nhập"), ==, 0);
  result = dex_await_object (mc_session_retry_pending (desk.session, cut_desk_only_pending (&desk)), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cut_desk_n_pending (&desk), ==, 0);
  g_assert_cmpint (count_people ("Chưa Nhập"), ==, 1);
  cut_desk_close (&desk);
}

/* The program ends before the server is back; the next one asks before it offers anything. */
static void
test_next_program (void)
{
  CutDesk desk = { 0 };

  cut_desk_open (&desk, "an");
  expect_cut (&desk, "Mai Hỏi", MC_TEST_PROXY_CUT_AFTER_COMMIT);
  session_fixture_close (g_steal_pointer (&desk.session));
  mc_test_proxy_set_fault (desk.proxy, MC_TEST_PROXY_NONE);
  desk.session = session_fixture_open_profile (desk.profile);
  g_assert_cmpuint (cut_desk_n_pending (&desk), ==, 0);
  g_assert_cmpint (count_people ("Mai Hỏi"), ==, 1);
  cut_desk_close (&desk);
}

/* The server has lost the link unnoticed: as long as the transaction is open, nothing is sent again. */
static void
test_still_open (void)
{
  CutDesk desk = { 0 };
  g_autoptr (McCommitResult) result = NULL;
  GError *error = NULL;

  cut_desk_open (&desk, "an");
  expect_cut (&desk, "Còn Mở", MC_TEST_PROXY_HOLD_COMMIT);
  SESSION_WAIT (mc_session_get_state (desk.session) == MC_SESSION_ONLINE);
  g_assert_false (dex_await (mc_session_retry_pending (desk.session, cut_desk_only_pending (&desk)), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_BUSY);
  g_clear_error (&error);
  mc_test_proxy_let_go (desk.proxy);
  /* By itself it asks again every few seconds. */
  SESSION_WAIT (mc_pending_get_mark (cut_desk_only_pending (&desk)) == NULL);
  result = dex_await_object (mc_session_retry_pending (desk.session, cut_desk_only_pending (&desk)), &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_people ("Còn Mở"), ==, 1);
  cut_desk_close (&desk);
}

/* kill -9 of the server while it is at the COMMIT. */
static void
test_server_killed (void)
{
  CutDesk desk = { 0 };
  McTestCluster *cluster = session_fixture_cluster ();
  g_autoptr (DexFuture) commit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *ignored = session_fixture_psql (
      "CREATE FUNCTION centre.dawdle() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(30); RETURN NULL; "
      "END'; CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON centre.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW "
      "WHEN (NEW.full_name = 'Chờ Lâu') EXECUTE FUNCTION centre.dawdle(); "
      "GRANT EXECUTE ON FUNCTION centre.dawdle() TO PUBLIC");

  cut_desk_open (&desk, "an");
  commit = add_person (&desk, "Chờ Lâu");
  SESSION_WAIT (({
    g_autofree char *n =
        session_fixture_psql ("SELECT count(*) FROM pg_stat_activity WHERE query = 'COMMIT' AND state = 'active'");
    g_str_equal (n, "1");
  }));
  mc_test_cluster_kill (cluster);
  mc_test_cluster_start (cluster);
  g_assert_false (dex_await (g_steal_pointer (&commit), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
  SESSION_WAIT (mc_session_get_state (desk.session) == MC_SESSION_ONLINE);
  SESSION_WAIT (cut_desk_n_pending (&desk) == 1 && mc_pending_get_mark (cut_desk_only_pending (&desk)) == NULL);
  g_assert_cmpint (count_people ("Chờ Lâu"), ==, 0);
  cut_desk_close (&desk);
}

/* What was queued when the session is closed is entered first. */
static void
test_closed_with_a_queue (void)
{
  CutDesk desk = { 0 };
  DexFuture *writes[5];

  cut_desk_open (&desk, "an");
  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    writes[i] = add_person (&desk, "Xếp Hàng");
  session_fixture_close (g_steal_pointer (&desk.session));
  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      g_autoptr (GError) error = NULL;

      dex_await (writes[i], &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (count_people ("Xếp Hàng"), ==, (int)G_N_ELEMENTS (writes));
  cut_desk_close (&desk);
}

/* The same with a server that goes away in the middle: entered or kept, each once. */
static void
test_closed_while_it_breaks (void)
{
  CutDesk desk = { 0 };
  DexFuture *writes[5];
  guint kept;

  cut_desk_open (&desk, "an");
  mc_test_proxy_set_fault (desk.proxy, MC_TEST_PROXY_CUT_AFTER_COMMIT);
  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    writes[i] = add_person (&desk, "Đứt Đường");
  session_fixture_close (g_steal_pointer (&desk.session));
  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (dex_await (writes[i], &error));
      g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
    }
  mc_test_proxy_set_fault (desk.proxy, MC_TEST_PROXY_NONE);
  desk.session = session_fixture_open_profile (desk.profile);
  kept = cut_desk_n_pending (&desk);
  g_assert_cmpuint (kept, ==, G_N_ELEMENTS (writes) - 1);
  for (guint i = 0; i < kept; i++)
    g_object_unref (dex_await_object (mc_session_retry_pending (desk.session, cut_desk_only_pending (&desk)), NULL));
  g_assert_cmpint (count_people ("Đứt Đường"), ==, (int)G_N_ELEMENTS (writes));
  cut_desk_close (&desk);
}

/* Two programs of one saved connection: what one has kept, the other does not offer, until the first is gone. */
static void
test_two_programs (void)
{
  CutDesk desk = { 0 };
  McSession *second;

  cut_desk_open (&desk, "an");
  expect_cut (&desk, "Hai Chương Trình", MC_TEST_PROXY_CUT_BEFORE_COMMIT);
  cut_desk_come_back (&desk);
  SESSION_WAIT (mc_pending_get_mark (cut_desk_only_pending (&desk)) == NULL);
  second = session_fixture_open_profile (desk.profile);
  g_assert_cmpuint (g_list_model_get_n_items (mc_session_get_pending (second)), ==, 0);
  session_fixture_close (second);
  g_assert_cmpuint (cut_desk_n_pending (&desk), ==, 1);
  session_fixture_close (g_steal_pointer (&desk.session));
  second = session_fixture_open_profile (desk.profile);
  g_assert_cmpuint (g_list_model_get_n_items (mc_session_get_pending (second)), ==, 1);
  session_fixture_close (second);
  cut_desk_close (&desk);
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/commit-cut/asked-at-once", test_asked_at_once);
  mc_test_add_fiber ("/commit-cut/entered", test_entered);
  mc_test_add_fiber ("/commit-cut/not-entered", test_not_entered);
  mc_test_add_fiber ("/commit-cut/next-program", test_next_program);
  mc_test_add_fiber ("/commit-cut/still-open", test_still_open);
  mc_test_add_fiber ("/commit-cut/server-killed", test_server_killed);
  mc_test_add_fiber ("/commit-cut/closed-with-a-queue", test_closed_with_a_queue);
  mc_test_add_fiber ("/commit-cut/closed-while-it-breaks", test_closed_while_it_breaks);
  mc_test_add_fiber ("/commit-cut/two-programs", test_two_programs);
  return session_fixture_run ();
}
