/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mc-day-override.h"
#include "mc-error.h"
#include "mc-home-agency.h"
#include "mc-noun.h"
#include "mc-person.h"
#include "mc-rank.h"
#include "mc-row-op.h"
#include "mc-section.h"
#include "mc-setting.h"
#include "mc-staff-entry.h"
#include "mc-tour.h"
#include "store-fixture.h"

static McEntity *
reload (McStore *store, gpointer entity)
{
  GError *error = NULL;
  McEntity *fresh = dex_await_object (mc_store_get (store, G_OBJECT_TYPE (entity), mc_entity_get_id (entity)), &error);

  g_assert_no_error (error);
  return fresh;
}

/* Changes one field that may be anything. */
static gboolean
change_something (McEntity *entity)
{
  static const char *const fields[] = { "note",          "decision_no", "name",     "full_name", "origin_note",
                                        "file_name",     "institution", "end_note", "role",      "explanation",
                                        "body",          "rated_by",    "topic",    "signer",    "source",
                                        "quantity_text", "label",       "matter",   "cause" };
  McEntityClass *klass = MC_ENTITY_GET_CLASS (entity);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const McFieldInfo *field = mc_entity_class_find_field (klass, fields[i]);

      if (!field || field->type != MC_FIELD_TYPE_TEXT)
        continue;
      return mc_entity_set_text (entity, field->name, "changed", NULL);
    }
  if (mc_entity_class_find_field (klass, "weekday"))
    return mc_entity_set_text (entity, "weekday", "2", NULL);
  /* What only joins two rows has a time at least. */
  return mc_entity_class_find_field (klass, "during") &&
         mc_entity_set_text (entity, "during", "[2026-01-01,2035-01-01)", NULL);
}

/* In, out, changed, out, gone: for every noun that is written row by row. */
static void
round_trip (McStore *store, GType noun)
{
  g_autoptr (McEntity) entity = fixture_sample (store, noun);
  g_autoptr (McEntity) before = NULL;
  g_autoptr (McEntity) loaded = NULL;
  g_autoptr (McEntity) changed = NULL;
  g_autoptr (McEntity) gone = NULL;
  GError *error = NULL;

  g_test_message ("%s", mc_entity_get_table (entity));
  fixture_save (store, entity);
  g_assert_cmpint (mc_entity_get_version (entity), ==, 1);
  loaded = reload (store, entity);
  before = mc_entity_clone (entity);
  mc_entity_update_from (before, loaded);
  g_assert_true (mc_entity_equal (entity, before));

  changed = mc_entity_clone (entity);
  g_assert_true (change_something (changed));
  fixture_apply (store, mc_row_op_new_update (entity, changed), &error);
  g_assert_no_error (error);
  g_assert_cmpint (mc_entity_get_version (changed), ==, 2);

  fixture_apply (store, mc_row_op_new_delete (changed), &error);
  g_assert_no_error (error);
  gone = dex_await_object (mc_store_get (store, noun, mc_entity_get_id (changed)), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_NOT_FOUND);
  g_clear_error (&error);
}

/* Accounts are made by functions; cells and amendments of a roster, and what an evaluation is made of, change by steps
 * alone, which their tests take one after the other; counts come with their file; weights come all together. */
static gboolean
is_written_row_by_row (GType noun)
{
  static const char *const others[] = {
    "account",          "roster_amendment",    "roster_cell",     "roster_swap",       "evaluation",
    "evaluation_score", "evaluation_evidence", "evaluation_text", "evaluation_weight", "evaluation_seal",
    "workload_file",    "dossier_count",       "ticket_count",    "rating_count",      NULL
  };

  return mc_noun_get_class (noun)->kind == MC_NOUN_TABLE && !g_strv_contains (others, mc_noun_get_class (noun)->table);
}

static void
test_round_trip (void)
{
  g_autoptr (McStore) store = fixture_store (NULL);
  guint n;
  const GType *types = mc_noun_types (&n);

  for (guint i = 0; i < n; i++)
    if (is_written_row_by_row (types[i]))
      round_trip (store, types[i]);
}

/* Every type of field keeps what it is given: Vietnamese, signs, large numbers, ends of time. */
static void
test_values (void)
{
  g_autoptr (McStore) store = fixture_store (NULL);
  g_autoptr (McPerson) person = MC_PERSON (fixture_sample (store, MC_TYPE_PERSON));
  g_autoptr (McPerson) loaded = NULL;
  g_autoptr (McHomeAgency) home = NULL;
  g_autoptr (McHomeAgency) home_loaded = NULL;

  g_set_str (&person->full_name, "Nguyễn  Thị Thuý Oanh");
  g_set_str (&person->note, "“'; DROP TABLE centre.person; --\\N\t\n$1");
  person->sex = MC_SEX_FEMALE;
  person->employment = MC_EMPLOYMENT_POSTAL;
  person->is_sample = TRUE;
  person->joined_state_service = mc_day_new (1999, 12, 31);
  fixture_save (store, person);
  loaded = MC_PERSON (reload (store, person));
  g_assert_true (mc_entity_equal (MC_ENTITY (person), MC_ENTITY (loaded)));
  /* What the database computes is there at once. */
  g_assert_cmpstr (person->full_name, ==, "Nguyễn Thị Thuý Oanh");
  g_assert_cmpstr (person->given_name, ==, "Oanh");
  g_assert_cmpstr (person->middle_name, ==, "Thị Thuý");
  g_assert_cmpstr (person->search_key, ==, "nguyen thi thuy oanh");
  g_assert_nonnull (person->sort_key);
  g_assert_null (person->email);

  home = MC_HOME_AGENCY (fixture_sample (store, MC_TYPE_HOME_AGENCY));
  home->during = (McPeriod){ mc_day_new (2026, 5, 1), mc_day_new (2027, 1, 1) };
  fixture_save (store, home);
  home_loaded = MC_HOME_AGENCY (reload (store, home));
  g_assert_cmpint (home_loaded->during.from, ==, mc_day_new (2026, 5, 1));
  g_assert_cmpint (home_loaded->during.until, ==, mc_day_new (2027, 1, 1));
}

static void
test_conflict (void)
{
  g_autoptr (McStore) store = fixture_store (NULL);
  g_autoptr (McEntity) seen = fixture_sample (store, MC_TYPE_RANK);
  g_autoptr (McRank) mine = NULL;
  g_autoptr (McRank) theirs = NULL;
  g_autoptr (GError) error = NULL;
  const char *table = NULL;
  gint64 id = 0;

  fixture_save (store, seen);
  mine = mc_entity_clone (seen);
  theirs = mc_entity_clone (seen);
  g_set_str (&theirs->name, "Chuyên viên chính");
  g_assert_true (fixture_apply (store, mc_row_op_new_update (seen, MC_ENTITY (theirs)), NULL));

  g_set_str (&mine->name, "Chuyên viên");
  g_assert_false (fixture_apply (store, mc_row_op_new_update (seen, MC_ENTITY (mine)), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONFLICT);
  g_assert_true (mc_store_error_get_row (error, &table, &id));
  g_assert_cmpstr (table, ==, "rank");
  g_assert_cmpint (id, ==, mc_entity_get_id (seen));
  /* Mine is as I left it, for the choice field by field. */
  g_assert_cmpstr (mine->name, ==, "Chuyên viên");
  g_assert_cmpint (mc_entity_get_version (MC_ENTITY (mine)), ==, 1);
  g_clear_error (&error);

  g_assert_false (fixture_apply (store, mc_row_op_new_delete (seen), &error));
  g_assert_true (mc_store_error_get_row (error, NULL, &id));
  g_clear_error (&error);
  g_assert_true (fixture_apply (store, mc_row_op_new_delete (MC_ENTITY (theirs)), NULL));
  g_assert_false (fixture_apply (store, mc_row_op_new_update (seen, MC_ENTITY (mine)), &error));
  g_assert_true (mc_store_error_get_row (error, NULL, NULL));
}

/* A person, the home agency, the tour and a change of the person, in one go: links, and versions on the way. */
static void
test_linked (void)
{
  g_autoptr (McStore) store = fixture_store (NULL);
  g_autoptr (GPtrArray) ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);
  g_autoptr (McPerson) person = MC_PERSON (fixture_sample (store, MC_TYPE_PERSON));
  g_autoptr (McPerson) renamed = NULL;
  g_autoptr (McTour) tour = MC_TOUR (fixture_sample (store, MC_TYPE_TOUR));
  g_autoptr (McHomeAgency) home = MC_HOME_AGENCY (fixture_sample (store, MC_TYPE_HOME_AGENCY));
  GError *error = NULL;

  tour->person_id = home->person_id = 0;
  g_ptr_array_add (ops, mc_row_op_new_insert (MC_ENTITY (person)));
  g_ptr_array_add (ops, mc_row_op_new_insert (MC_ENTITY (home)));
  mc_row_op_link (ops->pdata[1], "person_id", MC_ENTITY (person));
  g_ptr_array_add (ops, mc_row_op_new_insert (MC_ENTITY (tour)));
  mc_row_op_link (ops->pdata[2], "person_id", MC_ENTITY (person));
  renamed = mc_entity_clone (person);
  g_set_str (&renamed->email, "mau@example.invalid");
  g_ptr_array_add (ops, mc_row_op_new_update (MC_ENTITY (person), MC_ENTITY (renamed)));
  dex_await (mc_store_apply (store, ops), &error);
  g_assert_no_error (error);
  g_assert_cmpint (tour->person_id, ==, mc_entity_get_id (MC_ENTITY (person)));
  g_assert_cmpint (home->person_id, ==, tour->person_id);
  g_assert_cmpint (mc_entity_get_id (MC_ENTITY (renamed)), ==, tour->person_id);
  g_assert_cmpint (mc_entity_get_version (MC_ENTITY (renamed)), ==, 2);
}

static void
test_all_or_nothing (void)
{
  g_autoptr (McStore) store = fixture_store (NULL);
  g_autoptr (GPtrArray) ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);
  g_autoptr (McEntity) good = fixture_sample (store, MC_TYPE_RANK);
  g_autoptr (McEntity) bad = fixture_sample (store, MC_TYPE_RANK);
  g_autoptr (McQuery) query = mc_query_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  g_set_str (&MC_RANK (bad)->name, NULL);
  g_ptr_array_add (ops, mc_row_op_new_insert (good));
  g_ptr_array_add (ops, mc_row_op_new_insert (bad));
  g_assert_false (dex_await (mc_store_apply (store, ops), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_assert_cmpint (mc_entity_get_id (good), ==, 0);
  mc_query_where_text (query, "code", MC_RANK (good)->code);
  found = dex_await_boxed (mc_store_list (store, MC_TYPE_RANK, query), NULL);
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_queries (void)
{
  g_autoptr (McStore) store = fixture_store (NULL);
  g_autoptr (McEntity) first = fixture_sample (store, MC_TYPE_SECTION);
  g_autoptr (McEntity) second = fixture_sample (store, MC_TYPE_SECTION);
  g_autoptr (McQuery) at = mc_query_at (mc_query_new (), mc_day_new (2030, 6, 1));
  g_autoptr (McQuery) before = mc_query_at (mc_query_new (), mc_day_new (2020, 6, 1));
  g_autoptr (McQuery) ids = NULL;
  g_autoptr (McQuery) limit = mc_query_limit (mc_query_newest_first (mc_query_new ()), 1);
  g_autoptr (GPtrArray) rows = NULL;
  gint64 wanted[2];

  fixture_save (store, first);
  fixture_save (store, second);
  rows = dex_await_boxed (mc_store_list (store, MC_TYPE_SECTION, at), NULL);
  g_assert_cmpuint (rows->len, >=, 2);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = dex_await_boxed (mc_store_list (store, MC_TYPE_SECTION, before), NULL);
  g_assert_cmpuint (rows->len, ==, 0);
  g_clear_pointer (&rows, g_ptr_array_unref);

  wanted[0] = mc_entity_get_id (first);
  wanted[1] = mc_entity_get_id (second);
  ids = mc_query_ids (mc_query_new (), wanted, 2);
  rows = dex_await_boxed (mc_store_list (store, MC_TYPE_SECTION, ids), NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = dex_await_boxed (mc_store_list (store, MC_TYPE_SECTION, limit), NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_true (mc_entity_same_row (rows->pdata[0], second));
}

static void
test_bulk (void)
{
  g_autoptr (McStore) store = fixture_store (NULL);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (McQuery) query = mc_query_where_text (mc_query_new (), "note", "bulk\t\\n");
  GError *error = NULL;
  gint64 n;

  for (guint i = 0; i < 2000; i++)
    {
      McPerson *person = mc_person_new ();

      person->full_name = g_strdup_printf ("Trần Thị Mẫu %u", i);
      g_set_str (&person->note, "bulk\t\\n");
      if (i % 2)
        person->joined_state_service = mc_day_new (2001, 2, 3);
      g_ptr_array_add (people, person);
    }
  n = dex_await_int64 (mc_store_bulk_insert (store, people), &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 2000);
  rows = dex_await_boxed (mc_store_list (store, MC_TYPE_PERSON, query), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2000);
  g_assert_cmpstr (MC_PERSON (rows->pdata[0])->family_name, ==, "Trần");
}

/* Insertions of one noun are one statement, and so one notification. */
static void
test_batch (void)
{
  g_autoptr (McStore) store = fixture_store (NULL);
  g_autoptr (GPtrArray) ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  for (guint i = 0; i < 450; i++)
    {
      McRank *rank = mc_rank_new ();

      rank->code = g_strdup_printf ("batch-%u", i);
      rank->name = g_strdup_printf ("Ngạch %u", i);
      rank->grade = (int)i;
      g_ptr_array_add (ranks, rank);
      g_ptr_array_add (ops, mc_row_op_new_insert (MC_ENTITY (rank)));
    }
  dex_await (mc_store_apply (store, ops), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ranks->len; i++)
    {
      g_autofree char *code = g_strdup_printf ("batch-%u", i);

      g_assert_cmpint (mc_entity_get_id (ranks->pdata[i]), >, 0);
      g_assert_cmpstr (MC_RANK (ranks->pdata[i])->code, ==, code);
      g_assert_cmpint (MC_RANK (ranks->pdata[i])->grade, ==, (int)i);
    }
}

static void
test_denied (void)
{
  g_autoptr (McStore) owner = fixture_store (NULL);
  g_autoptr (McStore) viewer = fixture_store ("viewer");
  g_autoptr (McEntity) rank = fixture_sample (owner, MC_TYPE_RANK);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (fixture_apply (viewer, mc_row_op_new_insert (rank), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_DENIED);
  rows = dex_await_boxed (mc_store_list (viewer, MC_TYPE_STAFF_ENTRY, NULL), NULL);
  g_assert_nonnull (rows);
}

int
main (int argc, char **argv)
{
  mc_test_init (&argc, &argv);
  mc_test_add_fiber ("/store/round-trip", test_round_trip);
  mc_test_add_fiber ("/store/values", test_values);
  mc_test_add_fiber ("/store/conflict", test_conflict);
  mc_test_add_fiber ("/store/linked", test_linked);
  mc_test_add_fiber ("/store/all-or-nothing", test_all_or_nothing);
  mc_test_add_fiber ("/store/queries", test_queries);
  mc_test_add_fiber ("/store/bulk", test_bulk);
  mc_test_add_fiber ("/store/batch", test_batch);
  mc_test_add_fiber ("/store/denied", test_denied);
  return mc_test_run ();
}
