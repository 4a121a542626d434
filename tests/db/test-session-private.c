/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mc-agency.h"
#include "mc-person.h"
#include "mc-session-private.h"
#include "session-fixture.h"

/* This computer alone: from nothing to the sample centre, and through a crash. */

static char *folder;

typedef struct
{
  guint calls;
  double last;
} Progress;

static void
progress_cb (const char *message, double fraction, gpointer data)
{
  Progress *progress = data;

  g_assert_nonnull (message);
  progress->calls++;
  progress->last = fraction;
}

static McSession *
open_session (McStartKind start, Progress *progress)
{
  g_autoptr (McProfile) profile = mc_profile_new_private (MC_START_DEMO);
  gint64 begun = g_get_monotonic_time ();
  GError *error = NULL;
  McSession *session;

  g_object_set (profile, "data-dir", folder, NULL);
  session = dex_await_object (
      mc_session_open (profile, start, MC_DAY_NONE, NULL, progress ? progress_cb : NULL, progress, NULL), &error);
  g_assert_no_error (error);
  g_test_message ("online after %.0f ms", (double)(g_get_monotonic_time () - begun) / 1000);
  return session;
}

static void
test_first_start (void)
{
  Progress progress = { 0 };
  McSession *session = open_session (MC_START_DEMO, &progress);
  g_autoptr (McLiveList) people = session_fixture_list (session, MC_TYPE_PERSON);

  g_assert_cmpuint (progress.calls, >=, 3);
  g_assert_cmpfloat (progress.last, ==, 1);
  g_assert_cmpstr (mc_session_get_group_role (session), ==, "director");
  g_assert_true (mc_session_get_can_write (session));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (people)), >, 30);
  g_clear_object (&people);
  session_fixture_close (session);
}

static void
test_second_instance (void)
{
  McSession *one = open_session (MC_START_NONE, NULL), *two = open_session (MC_START_NONE, NULL);
  g_autoptr (McLiveList) mine = session_fixture_list (one, MC_TYPE_PERSON);
  g_autoptr (McLiveList) theirs = session_fixture_list (two, MC_TYPE_PERSON);
  g_autoptr (McPerson) here = g_list_model_get_item (G_LIST_MODEL (mine), 0);
  McPerson *there = mc_live_list_get_by_id (theirs, mc_entity_get_id (MC_ENTITY (here)));
  GError *error = NULL;

  dex_await (session_fixture_set_text (one, here, "note", "seen by both"), &error);
  g_assert_no_error (error);
  SESSION_WAIT (g_strcmp0 (there->note, "seen by both") == 0);
  g_clear_object (&mine);
  g_clear_object (&theirs);
  session_fixture_close (one);
  session_fixture_close (two);
}

static guint
count_daily_dumps (void)
{
  g_autofree char *path = g_build_filename (folder, "dumps", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir && (name = g_dir_read_name (dir)))
    n += g_str_has_suffix (name, "-daily.dump");
  return n;
}

/* A program that is left open over midnight. */
static void
test_dump_at_midnight (void)
{
  McSession *session = open_session (MC_START_NONE, NULL);
  g_autofree char *command = g_strdup_printf ("rm %s/dumps/*-daily.dump", folder);
  const char *argv[] = { "sh", "-c", command, NULL };

  SESSION_WAIT (count_daily_dumps () == 1);
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  mc_session_begin_day (session, mc_session_get_today (session) + 1);
  SESSION_WAIT (count_daily_dumps () == 1);
  session_fixture_close (session);
}

static McSession *
open_kind (McStartKind folder_of, McStartKind start, guint *n_agencies, guint *n_people)
{
  g_autoptr (McProfile) profile = mc_profile_new_private (folder_of);
  g_autoptr (McLiveList) agencies = NULL, people = NULL;
  GError *error = NULL;
  McSession *session = dex_await_object (mc_session_open (profile, start, MC_DAY_NONE, NULL, NULL, NULL, NULL), &error);

  g_assert_no_error (error);
  agencies = session_fixture_list (session, MC_TYPE_AGENCY);
  people = session_fixture_list (session, MC_TYPE_PERSON);
  *n_agencies = g_list_model_get_n_items (G_LIST_MODEL (agencies));
  *n_people = g_list_model_get_n_items (G_LIST_MODEL (people));
  return session;
}

/* The plan, nothing, and the sample are three databases: who asks for one is not shown another, and loses none. */
static void
test_kinds (void)
{
  guint n_agencies, n_people, again;

  session_fixture_close (open_kind (MC_START_PLAN, MC_START_PLAN, &n_agencies, &n_people));
  g_assert_cmpuint (n_agencies, >, 20);
  g_assert_cmpuint (n_people, ==, 0);
  session_fixture_close (open_kind (MC_START_EMPTY, MC_START_EMPTY, &again, &n_people));
  g_assert_cmpuint (again, ==, 0);
  g_assert_cmpuint (n_people, ==, 0);
  session_fixture_close (open_kind (MC_START_PLAN, MC_START_PLAN, &again, &n_people));
  g_assert_cmpuint (again, ==, n_agencies);
}

/* A folder from before there were three may hold anything: it is left as it is, and the person is told. */
static void
test_other_centre (void)
{
  guint n_agencies, n_people;
  McSession *session = open_kind (MC_START_PLAN, MC_START_DEMO, &n_agencies, &n_people);

  g_assert_true (mc_session_get_is_other_centre (session));
  g_assert_cmpuint (n_people, ==, 0);
  session_fixture_close (session);
  session = open_session (MC_START_DEMO, NULL);
  g_assert_false (mc_session_get_is_other_centre (session));
  session_fixture_close (session);
}

int
main (int argc, char **argv)
{
  int status;
  const char *remove[] = { "rm", "-rf", NULL, NULL };

  folder = g_dir_make_tmp ("private-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session/private/first-start", test_first_start);
  mc_test_add_fiber ("/session/private/second-instance", test_second_instance);
  mc_test_add_fiber ("/session/private/dump-at-midnight", test_dump_at_midnight);
  mc_test_add_fiber ("/session/private/kinds", test_kinds);
  mc_test_add_fiber ("/session/private/other-centre", test_other_centre);
  status = session_fixture_run ();
  remove[2] = folder;
  g_spawn_sync (NULL, (char **)remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  return status;
}
