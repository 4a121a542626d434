/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mc-absence-entry.h"
#include "mc-appointment.h"
#include "mc-error.h"
#include "mc-seat-actions.h"
#include "mc-seat-entry.h"
#include "mc-staff-entry.h"
#include "session-fixture.h"

/* Appointing, moving and vacating, from the frame to the register and back. */

static McSession *session;
static McLiveList *seats;
static McLiveList *staff;

static void
set_up (void)
{
  session = session_fixture_open ("an");
  seats = session_fixture_list (session, MC_TYPE_SEAT_ENTRY);
  staff = session_fixture_list (session, MC_TYPE_STAFF_ENTRY);
}

static void
tear_down (void)
{
  g_clear_object (&seats);
  g_clear_object (&staff);
  session_fixture_close (g_steal_pointer (&session));
}

/* The first seat of a post; the list holds it. */
static McSeatEntry *
seat_of (const char *post)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (seats)); i++)
    {
      g_autoptr (McSeatEntry) seat = g_list_model_get_item (G_LIST_MODEL (seats), i);

      if (g_str_equal (seat->post_code, post) && seat->number == 1)
        return seat;
    }
  g_assert_not_reached ();
}

static void
commit (DexFuture *future)
{
  GError *error = NULL;
  g_autoptr (McChange) change = dex_await_object (future, &error);

  g_assert_no_error (error);
  g_object_unref (session_fixture_commit (session, change));
}

static void
undo (void)
{
  GError *error = NULL;

  dex_await (mc_session_undo (session), &error);
  g_assert_no_error (error);
}

static McSeatAct
act_of (gint64 person, McSeatEntry *seat)
{
  return (McSeatAct){ .person = person,
                      .seat = mc_entity_get_id (MC_ENTITY (seat)),
                      .day = mc_session_get_today (session) };
}

static void
check_vacate (void)
{
  McSeatEntry *guard = seat_of ("guard");
  gint64 holder = guard->person_id, id = mc_entity_get_id (MC_ENTITY (guard));
  McDay today = mc_session_get_today (session);
  GError *error = NULL;
  g_autoptr (McLegalFrame) frame = NULL;

  g_assert_cmpint (holder, !=, 0);
  frame = dex_await_object (mc_seat_frame_vacate (session, holder, id), &error);
  g_assert_no_error (error);
  g_assert_cmpint (mc_legal_frame_get_earliest (frame), <=, today);
  commit (mc_seat_change_vacate (session, holder, id, today - 1));
  SESSION_WAIT (guard->person_id == 0);
  dex_await (mc_seat_frame_vacate (session, holder, id), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_NOT_FOUND);
  g_clear_error (&error);
  undo ();
  SESSION_WAIT (guard->person_id == holder);
}

/* Whoever sits there leaves; what is left behind becomes vacant; undone in one step. */
static void
check_move (void)
{
  McSeatEntry *guard = seat_of ("guard"), *clerk = seat_of ("clerk");
  gint64 goes = guard->person_id, stays = clerk->person_id;
  McSeatAct act = act_of (stays, guard);
  GError *error = NULL;
  g_autoptr (McLegalFrame) frame = dex_await_object (mc_seat_frame_appoint (session, &act), &error);
  g_autofree char *told = NULL;

  g_assert_no_error (error);
  g_assert_null (mc_legal_frame_get_blocked (frame));
  told = g_strjoinv ("\n", (char **)mc_legal_frame_get_consequences (frame));
  g_assert_nonnull (strstr (told, "leaves this seat; the last day is"));
  g_assert_nonnull (strstr (told, "has now becomes vacant"));
  g_assert_null (strstr (told, "away until"));
  commit (mc_seat_change_appoint (session, &act, "12/TB-TTPVHCC", mc_session_get_today (session)));
  SESSION_WAIT (guard->person_id == stays && clerk->person_id == 0);
  undo ();
  SESSION_WAIT (guard->person_id == goes && clerk->person_id == stays);
}

static void
check_besides (void)
{
  McSeatEntry *head = seat_of ("head_reception"), *clerk = seat_of ("clerk");
  gint64 person = clerk->person_id, before = head->person_id;
  McSeatAct act = act_of (person, head);
  McStaffEntry *entry = mc_live_list_get_by_id (staff, person);

  act.besides = TRUE;
  commit (mc_seat_change_appoint (session, &act, NULL, MC_DAY_NONE));
  SESSION_WAIT (head->person_id == person);
  g_assert_cmpint (clerk->person_id, ==, person);
  SESSION_WAIT (g_strcmp0 (entry->concurrent_posts, "head_reception") == 0);
  undo ();
  SESSION_WAIT (head->person_id == before);
}

static void
assert_blocked (McSeatAct act, const char *words)
{
  GError *error = NULL;
  g_autoptr (McLegalFrame) frame = dex_await_object (mc_seat_frame_appoint (session, &act), &error);

  g_assert_no_error (error);
  g_assert_nonnull (mc_legal_frame_get_blocked (frame));
  g_assert_nonnull (strstr (mc_legal_frame_get_blocked (frame), words));
  dex_await (mc_seat_change_appoint (session, &act, NULL, MC_DAY_NONE), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_clear_error (&error);
}

static gint64
find_in_state (McStaffState state)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (staff)); i++)
    {
      g_autoptr (McStaffEntry) entry = g_list_model_get_item (G_LIST_MODEL (staff), i);

      if (entry->state == state)
        return mc_entity_get_id (MC_ENTITY (entry));
    }
  g_assert_not_reached ();
}

static void
check_blocked (void)
{
  McSeatEntry *guard = seat_of ("guard");
  McSeatAct act = act_of (guard->person_id, seat_of ("clerk"));

  assert_blocked (act_of (guard->person_id, guard), "holds this seat already");
  act.day = mc_day_new (2020, 1, 1);
  assert_blocked (act, "has no tour at the centre");
  act = act_of (find_in_state (MC_STAFF_STATE_STANDBY), seat_of ("head_reception"));
  act.besides = TRUE;
  assert_blocked (act, "holds no other seat");
}

/* The law is asked before, and what it would find stands first: a centre without a director. */
static void
check_findings (void)
{
  McSeatEntry *director = seat_of ("director");
  McSeatAct act = act_of (director->person_id, seat_of ("guard"));
  GError *error = NULL;
  g_autoptr (McLegalFrame) frame = dex_await_object (mc_seat_frame_appoint (session, &act), &error);
  g_autofree char *told = NULL;

  g_assert_no_error (error);
  told = g_strjoinv ("\n", (char **)mc_legal_frame_get_consequences (frame));
  g_assert_nonnull (strstr (told, "is vacant"));
}

static char *
dup_told (McSeatAct act)
{
  GError *error = NULL;
  g_autoptr (McLegalFrame) frame = dex_await_object (mc_seat_frame_appoint (session, &act), &error);

  g_assert_no_error (error);
  return g_strjoinv ("\n", (char **)mc_legal_frame_get_consequences (frame));
}

/* Somebody who is away today, and somebody whose seat would pass to another agency. */
static void
check_attention (void)
{
  g_autoptr (McLiveList) away = session_fixture_list (session, MC_TYPE_ABSENCE_ENTRY);
  g_autoptr (McAbsenceEntry) absence = g_list_model_get_item (G_LIST_MODEL (away), 0);
  McStaffEntry *comes = mc_live_list_get_by_id (staff, absence->person_id);
  g_autofree char *told = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (seats)); i++)
    {
      g_autoptr (McSeatEntry) seat = g_list_model_get_item (G_LIST_MODEL (seats), i);
      McStaffEntry *holder = mc_live_list_get_by_id (staff, seat->person_id);

      if (!g_str_equal (seat->post_code, "reception") || !holder || holder->home_agency_id == comes->home_agency_id)
        continue;
      told = dup_told (act_of (absence->person_id, seat));
      break;
    }
  g_assert_nonnull (strstr (told, "is away until"));
  g_assert_nonnull (strstr (told, "who leaves this seat, from"));
}

/* Out of the register by its own refusal, in a sentence: whoever only reads may not. */
static void
check_denied (void)
{
  g_autoptr (McSession) viewer = session_fixture_open ("xem");
  McSeatEntry *guard = seat_of ("guard");
  GError *error = NULL;
  g_autoptr (McChange) change =
      dex_await_object (mc_seat_change_vacate (viewer, guard->person_id, mc_entity_get_id (MC_ENTITY (guard)),
                                               mc_session_get_today (session)),
                        &error);

  g_assert_no_error (error);
  dex_await (mc_session_commit (viewer, change), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_DENIED);
  g_clear_error (&error);
  session_fixture_close (g_steal_pointer (&viewer));
}

/* Each on a desk of its own. */
#define ON_A_DESK(name)                                                                                                \
  static void run_##name (void)                                                                                        \
  {                                                                                                                    \
    set_up ();                                                                                                         \
    check_##name ();                                                                                                   \
    tear_down ();                                                                                                      \
  }

ON_A_DESK (vacate)
ON_A_DESK (move)
ON_A_DESK (besides)
ON_A_DESK (blocked)
ON_A_DESK (findings)
ON_A_DESK (attention)
ON_A_DESK (denied)

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session/seats/vacate", run_vacate);
  mc_test_add_fiber ("/session/seats/move", run_move);
  mc_test_add_fiber ("/session/seats/besides", run_besides);
  mc_test_add_fiber ("/session/seats/blocked", run_blocked);
  mc_test_add_fiber ("/session/seats/findings", run_findings);
  mc_test_add_fiber ("/session/seats/attention", run_attention);
  mc_test_add_fiber ("/session/seats/denied", run_denied);
  return session_fixture_run ();
}
