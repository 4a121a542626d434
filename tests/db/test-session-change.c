/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-change-private.h"
#include "mc-error.h"
#include "mc-person.h"
#include "mc-rating.h"
#include "session-fixture.h"

/* Undo, redo, and rivals. */

static McSession *mine;
static McSession *theirs;
static McLiveList *my_people;
static McLiveList *their_people;

static void
set_up (void)
{
  mine = session_fixture_open ("an");
  theirs = session_fixture_open ("binh");
  my_people = session_fixture_list (mine, MC_TYPE_PERSON);
  their_people = session_fixture_list (theirs, MC_TYPE_PERSON);
}

static void
tear_down (void)
{
  g_clear_object (&my_people);
  g_clear_object (&their_people);
  session_fixture_close (g_steal_pointer (&mine));
  session_fixture_close (g_steal_pointer (&theirs));
}

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

  dex_await (future, &error);
  g_assert_error (error, MC_ERROR, code);
  g_test_message ("%s", error->message);
}

static McPerson *
person_at (McLiveList *list, guint position)
{
  McPerson *person = g_list_model_get_item (G_LIST_MODEL (list), position);

  /* The list holds it. */
  g_object_unref (person);
  return person;
}

static McPerson *
same (McLiveList *list, McPerson *person)
{
  return mc_live_list_get_by_id (list, mc_entity_get_id (MC_ENTITY (person)));
}

static char *
text_property (gpointer object, const char *name)
{
  char *text;

  g_object_get (object, name, &text, NULL);
  return text;
}

static void
test_undo_redo (void)
{
  McPerson *person;
  g_autofree char *label = NULL;

  set_up ();
  person = person_at (my_people, 0);
  /* Two edits in one breath are no conflict with oneself. */
  expect (session_fixture_set_text (mine, person, "note", "one"));
  expect (session_fixture_set_text (mine, person, "note", "two"));
  g_assert_cmpstr (person->note, ==, "two");
  SESSION_WAIT (g_strcmp0 (same (their_people, person)->note, "two") == 0);
  label = text_property (mine, "undo-label");
  g_assert_cmpstr (label, ==, "test");
  /* Two edits of the same row: each undo finds another version than it left. */
  expect (mc_session_undo (mine));
  SESSION_WAIT (g_strcmp0 (person->note, "one") == 0);
  expect (mc_session_undo (mine));
  SESSION_WAIT (person->note == NULL);
  expect_error (mc_session_undo (mine), MC_ERROR_NOT_FOUND);
  expect (mc_session_redo (mine));
  expect (mc_session_redo (mine));
  SESSION_WAIT (g_strcmp0 (person->note, "two") == 0);
  expect_error (mc_session_redo (mine), MC_ERROR_NOT_FOUND);
  expect (mc_session_undo (mine));
  expect (mc_session_undo (mine));
  SESSION_WAIT (person->note == NULL);
  tear_down ();
}

/* The second and the third edit are made while the first is on its way, of the row as it stood before. */
static void
test_made_meanwhile (void)
{
  DexFuture *first, *second, *third;
  g_autofree char *email = NULL;
  McPerson *person;
  gint64 version;

  set_up ();
  person = person_at (my_people, 2);
  email = g_strdup (person->email);
  version = mc_entity_get_version (MC_ENTITY (person));
  first = session_fixture_set_text (mine, person, "note", "one");
  second = session_fixture_set_text (mine, person, "email", "a@b.vn");
  third = session_fixture_set_text (mine, person, "note", "three");
  g_assert_cmpint (mc_entity_get_version (MC_ENTITY (person)), ==, version);
  expect (first);
  expect (second);
  expect (third);
  g_assert_cmpstr (person->note, ==, "three");
  g_assert_cmpstr (person->email, ==, "a@b.vn");
  expect (mc_session_undo (mine));
  SESSION_WAIT (g_strcmp0 (person->note, "one") == 0 && g_strcmp0 (person->email, "a@b.vn") == 0);
  expect (mc_session_undo (mine));
  SESSION_WAIT (g_strcmp0 (person->note, "one") == 0 && g_strcmp0 (person->email, email) == 0);
  expect (mc_session_undo (mine));
  SESSION_WAIT (person->note == NULL);
  tear_down ();
}

static void
test_undo_by_fields (void)
{
  McPerson *person;

  set_up ();
  person = person_at (my_people, 1);
  expect (session_fixture_set_text (mine, person, "note", "mine"));
  SESSION_WAIT (g_strcmp0 (same (their_people, person)->note, "mine") == 0);
  expect (session_fixture_set_text (theirs, same (their_people, person), "email", "a@b.vn"));
  /* Their field is another one: my undo leaves it alone. */
  expect (mc_session_undo (mine));
  SESSION_WAIT (person->note == NULL && g_strcmp0 (person->email, "a@b.vn") == 0);
  expect (mc_session_redo (mine));
  SESSION_WAIT (mc_entity_get_version (MC_ENTITY (same (their_people, person))) ==
                mc_entity_get_version (MC_ENTITY (person)));
  expect (session_fixture_set_text (theirs, same (their_people, person), "note", "theirs"));
  expect_error (mc_session_undo (mine), MC_ERROR_CONFLICT);
  SESSION_WAIT (g_strcmp0 (person->note, "theirs") == 0);
  /* The entry stays: when they take theirs back, mine can be undone. */
  expect (mc_session_undo (theirs));
  expect (mc_session_undo (mine));
  SESSION_WAIT (person->note == NULL);
  tear_down ();
}

static void
test_rows_return (void)
{
  g_autoptr (McPerson) person = mc_person_new ();
  g_autoptr (McRating) rating = mc_rating_new ();
  g_autoptr (McChange) add = mc_change_new ("add");
  gint64 first, second;
  McPerson *row;

  set_up ();
  g_set_str (&person->full_name, "Lý Thị Về");
  rating->year = 2025;
  mc_change_insert (add, MC_ENTITY (person));
  mc_change_insert (add, MC_ENTITY (rating));
  mc_change_link (add, MC_ENTITY (rating), "person_id", MC_ENTITY (person));
  g_object_unref (session_fixture_commit (mine, add));
  first = mc_entity_get_id (MC_ENTITY (person));
  SESSION_WAIT (mc_live_list_get_by_id (my_people, first));
  expect (session_fixture_set_text (mine, mc_live_list_get_by_id (my_people, first), "note", "edited"));
  expect (mc_session_undo (mine));
  expect (mc_session_undo (mine));
  SESSION_WAIT (!mc_live_list_get_by_id (my_people, first));
  expect (mc_session_redo (mine));
  SESSION_WAIT (g_strcmp0 (person_at (my_people, g_list_model_get_n_items (G_LIST_MODEL (my_people)) - 1)->full_name,
                           "Lý Thị Về") == 0);
  row = person_at (my_people, g_list_model_get_n_items (G_LIST_MODEL (my_people)) - 1);
  second = mc_entity_get_id (MC_ENTITY (row));
  g_assert_cmpint (second, !=, first);
  /* The later edit belongs to the row under its new number now. */
  expect (mc_session_redo (mine));
  SESSION_WAIT (g_strcmp0 (row->note, "edited") == 0);
  expect (mc_session_undo (mine));
  expect (mc_session_undo (mine));
  SESSION_WAIT (!mc_live_list_get_by_id (my_people, second));
  tear_down ();
}

static McConflictField *
find_field (McConflict *conflict, const char *key)
{
  GListModel *fields = mc_conflict_get_fields (conflict);

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (McConflictField) field = g_list_model_get_item (fields, i);

      /* The conflict holds it. */
      if (g_strcmp0 (mc_conflict_field_get_key (field), key) == 0)
        return field;
    }
  return NULL;
}

static void
test_conflict (void)
{
  g_autoptr (McChange) change = mc_change_new ("rival"), counter = mc_change_new ("take back");
  g_autoptr (McChange) resolved = NULL;
  g_autoptr (McConflict) conflict = NULL;
  g_autoptr (McPerson) after = NULL;
  g_autoptr (McPerson) before = NULL;
  McPerson *person;
  GError *error = NULL;

  set_up ();
  person = person_at (my_people, 2);
  before = mc_entity_clone (person);
  after = mc_entity_clone (person);
  g_set_str (&after->note, "mine");
  g_set_str (&after->public_phone, "0900 000 001");
  mc_change_update (change, MC_ENTITY (before), MC_ENTITY (after));
  mc_change_set_counter (change, counter);
  mc_change_set_final (change);
  expect (session_fixture_set_text (theirs, same (their_people, person), "note", "theirs"));
  SESSION_WAIT (g_strcmp0 (person->note, "theirs") == 0);
  expect (session_fixture_set_text (theirs, same (their_people, person), "email", "their@mail.vn"));
  expect_error (mc_session_commit (mine, change), MC_ERROR_CONFLICT);
  conflict = dex_await_object (mc_session_get_conflict (mine, change), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mc_conflict_get_who (conflict), ==, "Trần Bình");
  g_assert_nonnull (mc_conflict_get_when (conflict));
  g_assert_true (mc_conflict_field_get_clash (find_field (conflict, "note")));
  /* What both changed stands first, although its column is one of the last. */
  {
    g_autoptr (McConflictField) first = g_list_model_get_item (mc_conflict_get_fields (conflict), 0);

    g_assert_cmpstr (mc_conflict_field_get_key (first), ==, "note");
  }
  g_assert_cmpstr (mc_conflict_field_get_theirs (find_field (conflict, "note")), ==, "theirs");
  g_assert_false (mc_conflict_field_get_clash (find_field (conflict, "email")));
  g_assert_cmpint (mc_conflict_field_get_choice (find_field (conflict, "email")), ==, MC_CHOICE_THEIRS);
  g_assert_cmpint (mc_conflict_field_get_choice (find_field (conflict, "public_phone")), ==, MC_CHOICE_MINE);
  mc_conflict_field_set_choice (find_field (conflict, "note"), MC_CHOICE_THEIRS);
  resolved = mc_conflict_resolve (conflict);
  /* How it is undone, or that it is not, is the same as before. */
  g_assert_true (mc_change_get_counter (resolved) == counter);
  g_assert_true (mc_change_is_final (resolved));
  g_object_unref (session_fixture_commit (mine, resolved));
  SESSION_WAIT (g_strcmp0 (person->public_phone, "0900 000 001") == 0);
  g_assert_cmpstr (person->note, ==, "theirs");
  g_assert_cmpstr (person->email, ==, "their@mail.vn");
  tear_down ();
}

static void
test_rival_deletes (void)
{
  g_autoptr (McPerson) person = mc_person_new ();
  g_autoptr (McChange) add = mc_change_new ("add");
  g_autoptr (McChange) remove = mc_change_new ("remove");
  g_autoptr (McChange) edit = mc_change_new ("edit");
  g_autoptr (McChange) resolved = NULL;
  g_autoptr (McPerson) after = NULL;
  g_autoptr (McConflict) conflict = NULL;
  GError *error = NULL;

  set_up ();
  g_set_str (&person->full_name, "Võ Văn Đi");
  mc_change_insert (add, MC_ENTITY (person));
  g_object_unref (session_fixture_commit (mine, add));
  mc_change_delete (remove, MC_ENTITY (person));
  g_object_unref (session_fixture_commit (theirs, remove));
  after = mc_entity_clone (person);
  g_set_str (&after->note, "too late");
  mc_change_update (edit, MC_ENTITY (person), MC_ENTITY (after));
  expect_error (mc_session_commit (mine, edit), MC_ERROR_CONFLICT);
  conflict = dex_await_object (mc_session_get_conflict (mine, edit), &error);
  g_assert_no_error (error);
  g_assert_null (mc_conflict_get_theirs (conflict));
  resolved = mc_conflict_resolve (conflict);
  g_assert_true (mc_change_is_empty (resolved));
  tear_down ();
}

static void
test_refused (void)
{
  g_autoptr (McPerson) nameless = mc_person_new ();
  g_autoptr (McChange) add = mc_change_new ("add");
  g_autoptr (GError) error = NULL;

  set_up ();
  mc_change_insert (add, MC_ENTITY (nameless));
  dex_await (mc_session_commit (mine, add), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_test_message ("%s", error->message);
  tear_down ();
}

/* What is kept while the server is away must come back whole. */
static void
test_json (void)
{
  g_autoptr (McPerson) person = mc_person_new ();
  g_autoptr (McRating) rating = mc_rating_new ();
  g_autoptr (McChange) change = mc_change_new ("add both");
  g_autoptr (McChange) counter = mc_change_new ("take back");
  g_autoptr (McChange) again = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) twice = NULL;
  g_autofree char *summary = NULL;
  GError *error = NULL;

  g_set_str (&person->full_name, "Bùi Thị Gửi");
  rating->year = 2024;
  mc_change_insert (change, MC_ENTITY (person));
  mc_change_insert (change, MC_ENTITY (rating));
  mc_change_link (change, MC_ENTITY (rating), "person_id", MC_ENTITY (person));
  mc_change_insert (counter, MC_ENTITY (person));
  mc_change_set_counter (change, counter);
  mc_change_set_final (change);
  node = mc_change_to_json (change);
  again = mc_change_new_from_json (node, &error);
  g_assert_no_error (error);
  g_assert_nonnull (mc_change_get_counter (again));
  g_assert_true (mc_change_is_final (again));
  twice = mc_change_to_json (again);
  g_assert_true (json_node_equal (node, twice));
  summary = mc_change_dup_summary (again);
  g_assert_nonnull (strstr (summary, "Bùi Thị Gửi"));
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session/change/undo-redo", test_undo_redo);
  mc_test_add_fiber ("/session/change/made-meanwhile", test_made_meanwhile);
  mc_test_add_fiber ("/session/change/undo-by-fields", test_undo_by_fields);
  mc_test_add_fiber ("/session/change/rows-return", test_rows_return);
  mc_test_add_fiber ("/session/change/conflict", test_conflict);
  mc_test_add_fiber ("/session/change/rival-deletes", test_rival_deletes);
  mc_test_add_fiber ("/session/change/refused", test_refused);
  mc_test_add_fiber ("/session/change/json", test_json);
  return session_fixture_run ();
}
