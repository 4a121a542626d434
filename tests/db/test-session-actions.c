/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-agency-actions.h"
#include "mc-agency-entry.h"
#include "mc-appointment.h"
#include "mc-error.h"
#include "mc-person-private.h"
#include "mc-quota.h"
#include "mc-session-records.h"
#include "mc-staff-entry.h"
#include "mc-tour-actions.h"
#include "mc-tour-extension.h"
#include "session-fixture.h"

/* The acts of the office, from frame to register and back. */

static McSession *session;
static McLiveList *staff;
static McLiveList *agencies;
static McLiveList *tours;

static void
set_up (void)
{
  session = session_fixture_open ("an");
  staff = session_fixture_list (session, MC_TYPE_STAFF_ENTRY);
  agencies = session_fixture_list (session, MC_TYPE_AGENCY_ENTRY);
  tours = session_fixture_list (session, MC_TYPE_TOUR);
}

static void
tear_down (void)
{
  g_clear_object (&staff);
  g_clear_object (&agencies);
  g_clear_object (&tours);
  session_fixture_close (g_steal_pointer (&session));
}

static void
expect (DexFuture *future)
{
  GError *error = NULL;

  dex_await (future, &error);
  g_assert_no_error (error);
}

static void
commit_future (DexFuture *future)
{
  GError *error = NULL;
  g_autoptr (McChange) change = dex_await_object (future, &error);

  g_assert_no_error (error);
  g_object_unref (session_fixture_commit (session, change));
}

static McAgencyEntry *
agency_with_quota (void)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (agencies)); i++)
    {
      g_autoptr (McAgencyEntry) entry = g_list_model_get_item (G_LIST_MODEL (agencies), i);

      /* The list holds it. */
      if (entry->quota > 0)
        return entry;
    }
  g_assert_not_reached ();
}

/* Adds a person seconded from a month ago for a year and a half, and gives the live tour. */
static McTour *
add_person (const char *name)
{
  g_autoptr (McPerson) person = mc_person_new ();
  g_autoptr (McTour) tour = mc_tour_new ();
  g_autoptr (McChange) change = NULL;
  McDay today = mc_session_get_today (session);
  McTour *row;

  g_set_str (&person->full_name, name);
  tour->agency_id = mc_entity_get_id (MC_ENTITY (agency_with_quota ()));
  tour->kind = MC_TOUR_KIND_SECONDED;
  tour->role = MC_TOUR_ROLE_PRIMARY;
  tour->during = (McPeriod){ today - 30, mc_day_add_months (today, 17) };
  g_set_str (&tour->decision_no, "12/QĐ");
  change = mc_tour_change_add_person (session, person, tour, 0, 0);
  g_object_unref (session_fixture_commit (session, change));
  SESSION_WAIT (mc_live_list_get_by_id (tours, mc_entity_get_id (MC_ENTITY (tour))));
  row = mc_live_list_get_by_id (tours, mc_entity_get_id (MC_ENTITY (tour)));
  g_assert_cmpint (row->person_id, ==, mc_entity_get_id (MC_ENTITY (person)));
  SESSION_WAIT (mc_live_list_get_by_id (staff, row->person_id));
  return row;
}

static void
test_add (void)
{
  g_autoptr (McLegalFrame) frame = NULL;
  McDay today;
  McTour *tour;
  gint64 person;

  set_up ();
  today = mc_session_get_today (session);
  frame = mc_tour_frame_new (session, today, MC_TOUR_KIND_SECONDED);
  g_assert_nonnull (strstr (mc_legal_frame_get_citation (frame), "118/2025"));
  g_assert_cmpint (mc_legal_frame_get_earliest (frame), ==, mc_day_add_months (today, 12) - 1);
  g_assert_cmpint (mc_legal_frame_get_latest (frame), ==, mc_day_add_months (today, 36) - 1);
  g_assert_null (mc_legal_frame_judge_date (frame, mc_day_add_months (today, 20)));
  {
    g_autofree char *early = mc_legal_frame_judge_date (frame, mc_day_add_months (today, 6));

    g_assert_nonnull (early);
  }
  tour = add_person ("Phan Thị Thêm");
  person = tour->person_id;
  g_assert_cmpint (tour->planned_until, ==, tour->during.until);
  expect (mc_session_undo (session));
  SESSION_WAIT (!mc_live_list_get_by_id (staff, person));
  expect (mc_session_redo (session));
  tear_down ();
}

static void
test_extend (void)
{
  g_autoptr (McLegalFrame) frame = NULL;
  g_autoptr (McLiveList) extensions = NULL;
  McTour *tour;
  McDay before, last;

  set_up ();
  tour = add_person ("Phan Văn Dài");
  before = tour->during.until;
  frame = mc_tour_frame_extend (session, tour);
  g_assert_null (mc_legal_frame_get_blocked (frame));
  last = mc_legal_frame_get_suggested (frame);
  g_assert_cmpint (last, ==, mc_day_add_months (tour->during.from, 36) - 1);
  commit_future (mc_tour_change_extend (session, tour, last, "99/QĐ", mc_session_get_today (session), "Giám đốc Sở"));
  SESSION_WAIT (tour->during.until == last + 1);
  extensions = mc_session_list_of (session, MC_TYPE_TOUR_EXTENSION, "tour_id", mc_entity_get_id (MC_ENTITY (tour)));
  expect (mc_live_list_when_ready (extensions));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (extensions)), ==, 1);
  expect (mc_session_undo (session));
  SESSION_WAIT (tour->during.until == before);
  SESSION_WAIT (g_list_model_get_n_items (G_LIST_MODEL (extensions)) == 0);
  tear_down ();
}

/* What the law hides goes in with the person, and out with the person. */
static void
test_add_with_private_data (void)
{
  g_autoptr (McPerson) person = mc_person_new ();
  g_autoptr (McPersonPrivate) data = mc_person_private_new ();
  g_autoptr (McPersonPrivate) read = NULL;
  g_autoptr (McLiveList) people = NULL;
  g_autoptr (McChange) change = mc_change_new ("add");
  McPerson *back;
  GError *error = NULL;

  set_up ();
  people = session_fixture_list (session, MC_TYPE_PERSON);
  g_set_str (&person->full_name, "Phan Thị Kín");
  data->birth_date = mc_day_new (1988, 5, 1);
  mc_change_insert (change, MC_ENTITY (person));
  mc_change_insert (change, MC_ENTITY (data));
  mc_change_link (change, MC_ENTITY (data), "person_id", MC_ENTITY (person));
  g_object_unref (session_fixture_commit (session, change));
  SESSION_WAIT (mc_live_list_get_by_id (people, mc_entity_get_id (MC_ENTITY (person))));
  expect (mc_session_undo (session));
  SESSION_WAIT (!mc_live_list_get_by_id (people, mc_entity_get_id (MC_ENTITY (person))));
  expect (mc_session_redo (session));
  SESSION_WAIT (
      (back = g_list_model_get_item (G_LIST_MODEL (people), g_list_model_get_n_items (G_LIST_MODEL (people)) - 1)) &&
      (g_object_unref (back), g_strcmp0 (back->full_name, "Phan Thị Kín") == 0));
  read = dex_await_object (mc_session_read_private (session, mc_entity_get_id (MC_ENTITY (back)), "kiểm tra"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (read->birth_date, ==, mc_day_new (1988, 5, 1));
  tear_down ();
}

/* The sample centre has its seats taken. */
static gint64
free_a_seat (void)
{
  g_autofree char *text = session_fixture_psql (
      "DELETE FROM centre.appointment WHERE id = (SELECT a.id FROM centre.appointment a JOIN centre.seat s ON s.id = "
      "a.seat_id JOIN centre.post p ON p.id = s.post_id WHERE a.during @> CURRENT_DATE AND NOT a.concurrent AND p.kind "
      "= "
      "'professional' AND NOT EXISTS (SELECT FROM centre.appointment b WHERE b.seat_id = a.seat_id AND b.id <> a.id) "
      "ORDER BY a.id DESC LIMIT 1) RETURNING seat_id");

  return g_ascii_strtoll (text, NULL, 10);
}

static void
test_replace_and_recall (void)
{
  g_autoptr (McPerson) successor = mc_person_new ();
  g_autoptr (McLiveList) held = NULL;
  g_autoptr (McLiveList) taken = NULL;
  g_autoptr (McChange) appoint = mc_change_new ("appoint");
  g_autoptr (McAppointment) appointment = mc_appointment_new ();
  McTour *tour, *next = NULL;
  McDay today;

  set_up ();
  today = mc_session_get_today (session);
  tour = add_person ("Phan Thị Trước");
  appointment->person_id = tour->person_id;
  appointment->seat_id = free_a_seat ();
  g_assert_cmpint (appointment->seat_id, >, 0);
  appointment->during = (McPeriod){ today, tour->during.until };
  mc_change_insert (appoint, MC_ENTITY (appointment));
  g_object_unref (session_fixture_commit (session, appoint));
  g_set_str (&successor->full_name, "Phan Thị Sau");
  commit_future (mc_tour_change_replace (session, tour, 0, successor, today + 1, mc_day_add_months (today, 14), "7/QĐ",
                                         today, "Giám đốc Sở"));
  SESSION_WAIT (tour->during.until == today + 1 && tour->end_reason == MC_TOUR_END_REPLACED);
  SESSION_WAIT (g_list_model_get_n_items (G_LIST_MODEL (tours)) > 0);
  taken = mc_session_list_of (session, MC_TYPE_APPOINTMENT, "person_id", mc_entity_get_id (MC_ENTITY (successor)));
  expect (mc_live_list_when_ready (taken));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (taken)), ==, 1);
  held = mc_session_list_of (session, MC_TYPE_TOUR, "person_id", mc_entity_get_id (MC_ENTITY (successor)));
  expect (mc_live_list_when_ready (held));
  next = g_list_model_get_item (G_LIST_MODEL (held), 0);
  g_assert_cmpint (next->replaces_tour_id, ==, mc_entity_get_id (MC_ENTITY (tour)));
  commit_future (mc_tour_change_end (session, next, today + 10, MC_TOUR_END_RECALLED, "8/QĐ", NULL));
  SESSION_WAIT (next->during.until == today + 11 && next->end_reason == MC_TOUR_END_RECALLED);
  expect (mc_session_undo (session));
  SESSION_WAIT (next->end_reason == MC_TOUR_END_NONE);
  expect (mc_session_undo (session));
  SESSION_WAIT (tour->end_reason == MC_TOUR_END_NONE);
  SESSION_WAIT (g_list_model_get_n_items (G_LIST_MODEL (held)) == 0);
  g_object_unref (next);
  tear_down ();
}

static void
test_quota (void)
{
  McAgencyEntry *entry;
  McDay today;
  int before;

  set_up ();
  today = mc_session_get_today (session);
  entry = agency_with_quota ();
  before = entry->quota;
  commit_future (
      mc_agency_change_quota (session, mc_entity_get_id (MC_ENTITY (entry)), before - 1, today, "15/QĐ-UBND"));
  SESSION_WAIT (entry->quota == before - 1);
  /* The same day again changes the row instead of making one of no length. */
  commit_future (mc_agency_change_quota (session, mc_entity_get_id (MC_ENTITY (entry)), before, today, "16/QĐ-UBND"));
  SESSION_WAIT (entry->quota == before);
  expect (mc_session_undo (session));
  expect (mc_session_undo (session));
  SESSION_WAIT (entry->quota == before);
  tear_down ();
}

static void
test_rename_and_merge (void)
{
  g_autoptr (McLiveList) rows = NULL;
  g_autoptr (GListStore) predecessors = g_list_store_new (MC_TYPE_AGENCY);
  g_autoptr (McLegalFrame) frame = NULL;
  g_autoptr (McChange) rename = NULL;
  g_autoptr (McChange) merge = NULL;
  McAgencyEntry *first, *second;
  McAgency *into;
  McDay today;
  guint n;
  gboolean can_undo;

  set_up ();
  today = mc_session_get_today (session);
  rows = session_fixture_list (session, MC_TYPE_AGENCY);
  n = g_list_model_get_n_items (G_LIST_MODEL (agencies));
  first = g_list_model_get_item (G_LIST_MODEL (agencies), 0);
  second = g_list_model_get_item (G_LIST_MODEL (agencies), 1);
  into = mc_live_list_get_by_id (rows, mc_entity_get_id (MC_ENTITY (first)));
  frame = mc_agency_frame_rename (session, into);
  g_assert_null (mc_legal_frame_get_blocked (frame));
  rename = mc_agency_change_rename (session, into, today, "Sở Tên Mới", "Tên Mới", "20/QĐ-UBND", today);
  g_object_unref (session_fixture_commit (session, rename));
  SESSION_WAIT (g_strcmp0 (first->name, "Sở Tên Mới") == 0);
  g_object_get (session, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
  g_list_store_append (predecessors, mc_live_list_get_by_id (rows, mc_entity_get_id (MC_ENTITY (second))));
  merge = mc_agency_change_merge (session, G_LIST_MODEL (predecessors), into, today, "21/QĐ-UBND", today);
  g_object_unref (session_fixture_commit (session, merge));
  SESSION_WAIT (g_list_model_get_n_items (G_LIST_MODEL (agencies)) == n - 1);
  g_object_unref (first);
  g_object_unref (second);
  tear_down ();
}

/* Two agencies end, and one that did not exist has their people. */
static void
test_merge_into_new (void)
{
  g_autoptr (McLiveList) rows = NULL;
  g_autoptr (GListStore) predecessors = g_list_store_new (MC_TYPE_AGENCY);
  McChange *merge;
  McDay today;
  guint n, present = 0, after = 0;

  set_up ();
  today = mc_session_get_today (session);
  rows = session_fixture_list (session, MC_TYPE_AGENCY);
  n = g_list_model_get_n_items (G_LIST_MODEL (agencies));
  /* Not the first, which has had another name since today. */
  for (guint i = n - 2; i < n; i++)
    {
      g_autoptr (McAgencyEntry) entry = g_list_model_get_item (G_LIST_MODEL (agencies), i);

      present += (guint)entry->present;
      g_list_store_append (predecessors, mc_live_list_get_by_id (rows, mc_entity_get_id (MC_ENTITY (entry))));
    }
  merge = mc_agency_change_merge_into_new (session, G_LIST_MODEL (predecessors), "SMOI", "Sở Mới", NULL, today,
                                           "22/QĐ-UBND", today);
  g_object_unref (session_fixture_commit (session, merge));
  g_object_unref (merge);
  SESSION_WAIT (g_list_model_get_n_items (G_LIST_MODEL (agencies)) == n - 1);
  for (guint i = 0; i < n - 1; i++)
    {
      g_autoptr (McAgencyEntry) entry = g_list_model_get_item (G_LIST_MODEL (agencies), i);

      if (g_strcmp0 (entry->code, "SMOI") == 0)
        after = (guint)entry->present;
    }
  g_assert_cmpuint (after, ==, present);
  tear_down ();
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session/actions/add", test_add);
  mc_test_add_fiber ("/session/actions/add-with-private-data", test_add_with_private_data);
  mc_test_add_fiber ("/session/actions/extend", test_extend);
  mc_test_add_fiber ("/session/actions/replace-and-recall", test_replace_and_recall);
  mc_test_add_fiber ("/session/actions/quota", test_quota);
  mc_test_add_fiber ("/session/actions/rename-and-merge", test_rename_and_merge);
  mc_test_add_fiber ("/session/actions/merge-into-new", test_merge_into_new);
  return session_fixture_run ();
}
