/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mc-error-text.h"
#include "mc-home-agency.h"
#include "mc-person.h"
#include "mc-post.h"
#include "mc-rank.h"
#include "mc-tour.h"
#include "store-fixture.h"

/* Every name by which the database may refuse has a sentence. */
static void
test_complete (void)
{
  g_autoptr (McStore) store = fixture_store (NULL);
  g_autoptr (McPgResult) names = NULL;
  g_autoptr (GString) missing = g_string_new (NULL);
  GError *error = NULL;

  names = dex_await_object (
      mc_pg_pool_query (mc_store_get_pool (store),
                        /* Checks of the values of an enum are left out: the program knows no others. */
                        "SELECT k.conname AS name FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace"
                        " WHERE n.nspname = 'centre' AND (k.contype IN ('u', 'x')"
                        " OR k.contype = 'c' AND pg_get_constraintdef(k.oid) !~ '= ANY \\(+ARRAY')"
                        " UNION SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                        " JOIN pg_namespace n ON n.oid = c.relnamespace"
                        " WHERE n.nspname = 'centre' AND i.indisunique AND NOT i.indisprimary"
                        " UNION SELECT m[1] FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace,"
                        " regexp_matches(p.prosrc, 'CONSTRAINT = ''([a-z_0-9]+)''', 'g') AS m"
                        " WHERE n.nspname IN ('centre', 'audit') AND m[1] <> 'account_group_role'"
                        " ORDER BY 1",
                        NULL),
      &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mc_pg_result_get_n_rows (names), >, 60);
  for (guint i = 0; i < mc_pg_result_get_n_rows (names); i++)
    if (!mc_error_text_knows (mc_pg_result_get_text (names, i, "name")))
      g_string_append_printf (missing, "%s ", mc_pg_result_get_text (names, i, "name"));
  g_assert_cmpstr (missing->str, ==, "");
}

static void
assert_says (McStore *store, McRowOp *op, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_false (fixture_apply (store, op, &error));
  text = mc_error_text (error);
  g_assert_cmpstr (text, ==, words);
}

static void
test_sentences (void)
{
  g_autoptr (McStore) store = fixture_store (NULL);
  g_autoptr (McStore) viewer = fixture_store ("viewer");
  g_autoptr (McEntity) tour = fixture_sample (store, MC_TYPE_TOUR);
  g_autoptr (McEntity) second = mc_entity_clone (tour);
  g_autoptr (McEntity) post = fixture_sample (store, MC_TYPE_POST);
  g_autoptr (McEntity) rank = fixture_sample (store, MC_TYPE_RANK);
  g_autoptr (McEntity) person = NULL;
  g_autoptr (McEntity) lost = NULL;
  GError *error = NULL;

  fixture_save (store, tour);
  assert_says (store, mc_row_op_new_insert (second), "This person is already at the centre in that period.");
  g_set_str (&MC_POST (post)->name, NULL);
  assert_says (store, mc_row_op_new_insert (post), "“Name” must be filled in.");
  g_set_str (&MC_POST (post)->name, "  ");
  assert_says (store, mc_row_op_new_insert (post), "“Name” must be filled in.");
  person = dex_await_object (mc_store_get (store, MC_TYPE_PERSON, MC_TOUR (tour)->person_id), &error);
  g_assert_no_error (error);
  assert_says (store, mc_row_op_new_delete (person), "This cannot be removed, because it is still in use: Tour.");
  lost = fixture_sample (store, MC_TYPE_HOME_AGENCY);
  MC_HOME_AGENCY (lost)->person_id = 987654321;
  assert_says (store, mc_row_op_new_insert (lost), "Something that this refers to is not there any more.");
  assert_says (viewer, mc_row_op_new_insert (rank), "Your account may not do this.");
}

int
main (int argc, char **argv)
{
  mc_test_init (&argc, &argv);
  mc_test_add_fiber ("/error-text/complete", test_complete);
  mc_test_add_fiber ("/error-text/sentences", test_sentences);
  return mc_test_run ();
}
