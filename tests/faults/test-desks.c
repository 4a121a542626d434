/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two desks at once, and a desk that hears nothing for a while. */
#include "mc-error.h"
#include "mc-person.h"
#include "mc-test-proxy.h"
#include "session-fixture.h"

#define ROUNDS 25

typedef struct
{
  McSession *session;
  McLiveList *people;
  const char *field;
  guint written;
  guint refused;
} Desk;

static void
desk_open (Desk *desk, const char *login, const char *field)
{
  desk->session = session_fixture_open (login);
  desk->people = session_fixture_list (desk->session, MC_TYPE_PERSON);
  desk->field = field;
}

static void
desk_close (Desk *desk)
{
  g_clear_object (&desk->people);
  session_fixture_close (desk->session);
}

/* The same few people all the time, so that they get in each other's way; who is refused looks again and goes on. */
static DexFuture *
work_fiber (gpointer data)
{
  Desk *desk = data;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (McPerson) person = g_list_model_get_item (G_LIST_MODEL (desk->people), i % 3);
      g_autofree char *text = g_strdup_printf ("%s %u", desk->field, i);
      g_autoptr (GError) error = NULL;

      if (dex_await (session_fixture_set_text (desk->session, person, desk->field, text), &error))
        desk->written++;
      else
        {
          g_assert_error (error, MC_ERROR, MC_ERROR_CONFLICT);
          desk->refused++;
          mc_test_await_msec (2);
        }
    }
  return dex_future_new_true ();
}

/* No edit is lost and none is half done: each that was told to be written raised a version by one, and left its trace.
 */
static void
test_concurrent (void)
{
  Desk one = { 0 }, two = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *start = NULL, *versions = NULL, *traces = NULL;
  guint written;

  desk_open (&one, "an", "note");
  desk_open (&two, "binh", "email");
  start = session_fixture_psql ("SELECT sum(version) FROM centre.person");
  dex_await (dex_future_all (dex_scheduler_spawn (NULL, 0, work_fiber, &one, NULL),
                             dex_scheduler_spawn (NULL, 0, work_fiber, &two, NULL), NULL),
             &error);
  g_assert_no_error (error);
  written = one.written + two.written;
  g_test_message ("%u written, %u refused as a rival's", written, one.refused + two.refused);
  g_assert_cmpuint (one.written, >, 0);
  g_assert_cmpuint (two.written, >, 0);
  versions = session_fixture_psql ("SELECT sum(version) FROM centre.person");
  g_assert_cmpint (g_ascii_strtoll (versions, NULL, 10) - g_ascii_strtoll (start, NULL, 10), ==, written);
  traces =
      session_fixture_psql ("SELECT count(*) FROM audit.change WHERE table_name = 'person' AND action = 'update' AND "
                            "login IN ('an', 'binh')");
  g_assert_cmpint (g_ascii_strtoll (traces, NULL, 10), ==, written);
  /* Both end up with the same. */
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (McPerson) mine = g_list_model_get_item (G_LIST_MODEL (one.people), i);
      McPerson *theirs = mc_live_list_get_by_id (two.people, mc_entity_get_id (MC_ENTITY (mine)));

      SESSION_WAIT (mc_entity_get_version (MC_ENTITY (mine)) == mc_entity_get_version (MC_ENTITY (theirs)));
      g_assert_cmpstr (mine->note, ==, theirs->note);
      g_assert_cmpstr (mine->email, ==, theirs->email);
    }
  desk_close (&one);
  desk_close (&two);
}

/* The link for notifications alone breaks. What happened meanwhile is seen when it is there again. */
static void
test_deaf_for_a_while (void)
{
  g_autoptr (McTestProxy) proxy = mc_test_proxy_new (session_fixture_cluster ());
  g_autoptr (McProfile) profile = session_fixture_profile ("an", mc_test_proxy_get_folder (proxy));
  McSession *session = session_fixture_open_profile (profile);
  g_autoptr (McLiveList) people = session_fixture_list (session, MC_TYPE_PERSON);
  g_autoptr (McPerson) person = g_list_model_get_item (G_LIST_MODEL (people), 0);
  g_autofree char *sql = g_strdup_printf ("UPDATE centre.person SET note = 'unheard' WHERE id = %" G_GINT64_FORMAT,
                                          mc_entity_get_id (MC_ENTITY (person)));
  g_autofree char *ignored = NULL;
  GError *error = NULL;

  g_assert_cmpuint (mc_test_proxy_cut (proxy, "LISTEN \"centre_change\";"), ==, 1);
  ignored = session_fixture_psql (sql);
  SESSION_WAIT (g_strcmp0 (person->note, "unheard") == 0);
  SESSION_WAIT (mc_session_get_state (session) == MC_SESSION_ONLINE);
  dex_await (session_fixture_set_text (session, person, "note", "heard again"), &error);
  g_assert_no_error (error);
  SESSION_WAIT (g_strcmp0 (person->note, "heard again") == 0);
  g_clear_object (&people);
  session_fixture_close (session);
}

/* All links break at once, and nobody is let through for a while. */
static void
test_network_down (void)
{
  g_autoptr (McTestProxy) proxy = mc_test_proxy_new (session_fixture_cluster ());
  g_autoptr (McProfile) profile = session_fixture_profile ("an", mc_test_proxy_get_folder (proxy));
  McSession *session = session_fixture_open_profile (profile);
  g_autoptr (McLiveList) people = session_fixture_list (session, MC_TYPE_PERSON);
  g_autoptr (McPerson) person = g_list_model_get_item (G_LIST_MODEL (people), 0);
  g_autoptr (McPending) pending = NULL;
  g_autoptr (GError) error = NULL;

  mc_test_proxy_set_fault (proxy, MC_TEST_PROXY_DOWN);
  SESSION_WAIT (mc_session_get_state (session) == MC_SESSION_OFFLINE);
  g_assert_false (dex_await (session_fixture_set_text (session, person, "note", "kept"), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
  g_clear_error (&error);
  mc_test_proxy_set_fault (proxy, MC_TEST_PROXY_NONE);
  SESSION_WAIT (mc_session_get_state (session) == MC_SESSION_ONLINE);
  pending = g_list_model_get_item (mc_session_get_pending (session), 0);
  dex_await (mc_session_retry_pending (session, pending), &error);
  g_assert_no_error (error);
  SESSION_WAIT (g_strcmp0 (person->note, "kept") == 0);
  g_clear_object (&people);
  session_fixture_close (session);
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/desks/concurrent", test_concurrent);
  mc_test_add_fiber ("/desks/deaf-for-a-while", test_deaf_for_a_while);
  mc_test_add_fiber ("/desks/network-down", test_network_down);
  return session_fixture_run ();
}
