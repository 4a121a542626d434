/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules-fixture.h"

#include "mc-error.h"
#include "mc-tour-term.h"

/* The days on which the law changed, and the days before. */
static void
test_law_changes (void)
{
  g_autoptr (McRuleBook) book = fixture_book ();
  static const struct
  {
    const char *topic, *day, *source, *member;
    int value;
  } cases[] = {
    { "tour.term_months", "21/06/2018", "Nghị định 61/2018/NĐ-CP", "max", 24 },
    { "tour.term_months", "30/06/2025", "Nghị định 61/2018/NĐ-CP", "max", 24 },
    { "tour.term_months", "01/07/2025", "Nghị định 118/2025/NĐ-CP", "max", 36 },
    { "tour.term_months", "30/06/2025", "Nghị định 61/2018/NĐ-CP", "min", 6 },
    { "tour.term_months", "01/07/2025", "Nghị định 118/2025/NĐ-CP", "min", 12 },
    { "field.min_years", "30/06/2025", "Nghị định 61/2018/NĐ-CP", "min", 3 },
    { "field.min_years", "01/07/2025", "Nghị định 118/2025/NĐ-CP", "min", 2 },
    { "standby.min", "30/06/2025", "Nghị định 61/2018/NĐ-CP", "min", 1 },
    { "standby.min", "04/08/2026", "Nghị định 118/2025/NĐ-CP", "min", 1 },
    { "standby.min", "05/08/2026", "Nghị định 118/2025/NĐ-CP, sửa đổi bởi Nghị định 309/2026/NĐ-CP", "min", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const McRule *rule = mc_rule_book_find (book, cases[i].topic, fixture_day (cases[i].day));

      g_assert_nonnull (rule);
      g_assert_cmpstr (mc_rule_get_source (rule), ==, cases[i].source);
      g_assert_cmpint (mc_rule_get_int (rule, cases[i].member, -1), ==, cases[i].value);
      g_assert_true (mc_period_contains (mc_rule_get_during (rule), fixture_day (cases[i].day)));
    }
  g_assert_null (mc_rule_book_find (book, "tour.term_months", fixture_day ("20/06/2018")));
  g_assert_null (mc_rule_book_find (book, "staff.rank", fixture_day ("01/07/2025")));
  g_assert_null (mc_rule_book_find (book, "no.such", fixture_day ("01/07/2025")));
}

static void
test_values (void)
{
  g_autoptr (McRuleBook) book = mc_rule_book_new ();
  g_autoptr (McRuleVersion) version = mc_rule_version_new ();
  g_autoptr (GError) error = NULL;
  const McRule *rule;

  version->topic = g_strdup ("x");
  version->source = g_strdup ("Nghị định 1");
  version->article = g_strdup ("Điều 2");
  version->during = MC_PERIOD_ALWAYS;
  version->value = g_strdup ("{\"i\":5,\"b\":true,\"s\":\"hai\",\"l\":[\"a\",1],\"n\":null}");
  g_assert_true (mc_rule_book_add (book, version, &error));
  rule = mc_rule_book_find (book, "x", 0);
  g_assert_cmpstr (mc_rule_get_citation (rule), ==, "Nghị định 1, Điều 2");
  g_assert_cmpint (mc_rule_get_int (rule, "i", 7), ==, 5);
  g_assert_cmpint (mc_rule_get_int (rule, "s", 7), ==, 7);
  g_assert_cmpint (mc_rule_get_int (rule, "n", 7), ==, 7);
  g_assert_cmpint (mc_rule_get_int (rule, "none", 7), ==, 7);
  g_assert_true (mc_rule_get_bool (rule, "b"));
  g_assert_false (mc_rule_get_bool (rule, "i"));
  g_assert_cmpstr (mc_rule_get_string (rule, "s"), ==, "hai");
  g_assert_null (mc_rule_get_string (rule, "i"));
  g_assert_true (mc_rule_lists (rule, "l", "a"));
  g_assert_false (mc_rule_lists (rule, "l", "b"));
  g_assert_false (mc_rule_lists (rule, "s", "hai"));

  g_free (version->value);
  version->value = g_strdup ("[1]");
  g_assert_false (mc_rule_book_add (book, version, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
}

static void
test_unreadable_is_left_out (void)
{
  g_autoptr (GListStore) store = g_list_store_new (MC_TYPE_RULE_VERSION);
  g_autoptr (McRuleVersion) bad = mc_rule_version_new ();
  g_autoptr (McRuleBook) book = NULL;

  bad->topic = g_strdup ("x");
  bad->during = MC_PERIOD_ALWAYS;
  g_list_store_append (store, bad);
  book = mc_rule_book_new_from_list (G_LIST_MODEL (store));
  g_assert_null (mc_rule_book_find (book, "x", 0));
}

static void
test_term (void)
{
  g_autoptr (McRuleBook) book = fixture_book ();
  McTourTerm term;

  g_assert_true (mc_tour_term_find (book, fixture_day ("30/06/2025"), &term));
  g_assert_cmpint (term.min_months, ==, 6);
  g_assert_cmpint (term.earliest_end, ==, fixture_day ("30/12/2025"));
  g_assert_cmpint (term.latest_end, ==, fixture_day ("30/06/2027"));
  g_assert_true (mc_tour_term_find (book, fixture_day ("01/07/2025"), &term));
  g_assert_cmpint (term.max_months, ==, 36);
  g_assert_cmpint (term.earliest_end, ==, fixture_day ("01/07/2026"));
  g_assert_cmpint (term.latest_end, ==, fixture_day ("01/07/2028"));
  g_assert_false (mc_tour_term_find (book, fixture_day ("01/01/2018"), &term));
}

static void
assert_span (const char *from, const char *until, const char *expected)
{
  g_autofree char *text = mc_span_format (fixture_day (from), fixture_day (until));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_spans (void)
{
  g_autofree char *both = mc_months_format (20);
  g_autofree char *years = mc_months_format (24);
  g_autofree char *months = mc_months_format (1);
  g_autofree char *none = mc_months_format (0);

  assert_span ("01/03/2025", "01/09/2026", "18 months");
  assert_span ("01/03/2025", "02/09/2026", "18 months 1 day");
  assert_span ("01/03/2025", "11/03/2025", "10 days");
  assert_span ("01/03/2025", "01/04/2025", "1 month");
  g_assert_cmpstr (both, ==, "1 year 8 months");
  g_assert_cmpstr (years, ==, "2 years");
  g_assert_cmpstr (months, ==, "1 month");
  g_assert_cmpstr (none, ==, "0 months");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/book/law-changes", test_law_changes);
  g_test_add_func ("/rules/book/values", test_values);
  g_test_add_func ("/rules/book/unreadable", test_unreadable_is_left_out);
  g_test_add_func ("/rules/book/term", test_term);
  g_test_add_func ("/rules/book/spans", test_spans);
  return g_test_run ();
}
