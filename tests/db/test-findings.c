/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "mc-error.h"
#include "mc-loader.h"
#include "mc-migrator.h"
#include "mc-name.h"
#include "mc-rule-book.h"
#include "mc-staff-rules.h"
#include "mc-store.h"
#include "mc-test-cluster.h"

/* The rules over the sample centre as the database gives it: what the sample promises is found, and nothing breaks on
 * the days around the reorganisation. */

typedef struct
{
  McStaffFacts *facts;
  McRuleBook *book;
} Centre;

static GPtrArray *
list_rows (McStore *store, GType noun)
{
  GError *error = NULL;
  GPtrArray *rows = dex_await_boxed (mc_store_list (store, noun, NULL), &error);

  g_assert_no_error (error);
  return rows;
}

static void
load_centre (Centre *self, McDay base_day)
{
  McTestCluster *cluster = mc_test_get_cluster ();
  g_autofree char *database = mc_test_cluster_fresh_database (cluster);
  g_autoptr (McPgConfig) config = mc_test_cluster_config (cluster, "postgres", database);
  g_autoptr (McPgPool) pool = mc_test_cluster_pool (cluster, "postgres", database);
  g_autoptr (McMigrator) migrator = mc_migrator_new (config, NULL);
  g_autoptr (McStore) store = mc_store_new (pool);
  g_autoptr (GPtrArray) versions = NULL;
  GError *error = NULL;
  const GType *nouns;
  guint n_nouns;

  dex_await_int (mc_migrator_run (migrator, NULL, NULL, NULL), &error);
  g_assert_no_error (error);
  dex_await (mc_loader_load_demo (store, base_day), &error);
  g_assert_no_error (error);

  self->facts = mc_staff_facts_new (base_day);
  self->book = mc_rule_book_new ();
  nouns = mc_staff_facts_get_nouns (&n_nouns);
  for (guint i = 0; i < n_nouns; i++)
    {
      g_autoptr (GPtrArray) rows = list_rows (store, nouns[i]);

      for (guint j = 0; j < rows->len; j++)
        mc_staff_facts_add (self->facts, g_ptr_array_index (rows, j));
    }
  versions = list_rows (store, MC_TYPE_RULE_VERSION);
  for (guint i = 0; i < versions->len; i++)
    {
      mc_rule_book_add (self->book, g_ptr_array_index (versions, i), &error);
      g_assert_no_error (error);
    }
}

static void
centre_clear (Centre *self)
{
  mc_staff_facts_free (self->facts);
  g_object_unref (self->book);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Centre, centre_clear)

static guint
count (GPtrArray *findings, const char *code)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (mc_finding_get_code (g_ptr_array_index (findings, i)), code) ? 1 : 0;
  return n;
}

static GPtrArray *
check (Centre *centre, McDay day)
{
  g_autofree char *text = mc_day_format (day);
  GPtrArray *findings;

  mc_staff_facts_set_as_of (centre->facts, day);
  findings = mc_staff_rules_check (centre->facts, centre->book);
  g_test_message ("%s: %u findings", text, findings->len);
  for (guint i = 0; i < findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("  %s %s: %s [%s]", mc_finding_get_severity_name (finding), mc_finding_get_code (finding),
                      mc_finding_get_message (finding), mc_finding_get_citation (finding));
      g_assert_cmpstr (mc_finding_get_message (finding), !=, "");
      g_assert_cmpstr (mc_finding_get_citation (finding), !=, "");
    }
  return findings;
}

static McFinding *
find (GPtrArray *findings, const char *code, McFindingSeverity severity)
{
  for (guint i = 0; i < findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (mc_finding_get_code (finding), code) && mc_finding_get_severity (finding) == severity)
        return finding;
    }
  g_error ("no %s", code);
}

/* What the sample says of itself: tours that end in 20 and in 50 days, one officer below standard, one raising a small
 * child, one on maternity leave, an agency without a standby. */
static void
test_sample (void)
{
  g_auto (Centre) centre = { 0 };
  McDay today = mc_day_new (2026, 11, 23);
  g_autoptr (GPtrArray) now = NULL;

  load_centre (&centre, today);
  now = check (&centre, today);
  g_assert_cmpuint (count (now, "tour.expiring"), ==, 2);
  g_assert_cmpint (mc_finding_get_until (find (now, "tour.expiring", MC_FINDING_WARNING)), ==, today + 20 - 1);
  g_assert_cmpint (mc_finding_get_until (find (now, "tour.expiring", MC_FINDING_NOTE)), ==, today + 50 - 1);
  find (now, "years.below", MC_FINDING_ERROR);
  find (now, "condition.child-under-36-months", MC_FINDING_ERROR);
  find (now, "condition.maternity", MC_FINDING_WARNING);
  g_assert_cmpuint (count (now, "standby.missing"), ==, 1);
  g_assert_cmpuint (count (now, "term.above") + count (now, "term.below"), ==, 0);
  g_assert_cmpuint (count (now, "agency.ended") + count (now, "home.ended"), ==, 0);
}

/* Mergers carried people over on 01/07/2025: nobody is left with an agency that ended, and no term is cut. */
static void
test_across_the_reorganisation (void)
{
  const McDay days[] = { mc_day_new (2025, 6, 30), mc_day_new (2025, 7, 1), mc_day_new (2025, 9, 15) };
  g_auto (Centre) centre = { 0 };

  load_centre (&centre, mc_day_new (2025, 9, 15));
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) findings = check (&centre, days[i]);

      g_assert_cmpuint (count (findings, "agency.ended") + count (findings, "home.ended"), ==, 0);
      g_assert_cmpuint (count (findings, "term.below") + count (findings, "term.above"), ==, 0);
      g_assert_cmpuint (count (findings, "section.over-ceiling"), ==, 0);
    }
}

/* An empty centre gets the law all the same, but not twice. */
static void
test_rules_alone (void)
{
  McTestCluster *cluster = mc_test_get_cluster ();
  g_autofree char *database = mc_test_cluster_fresh_database (cluster);
  g_autoptr (McPgConfig) config = mc_test_cluster_config (cluster, "postgres", database);
  g_autoptr (McPgPool) pool = mc_test_cluster_pool (cluster, "postgres", database);
  g_autoptr (McMigrator) migrator = mc_migrator_new (config, NULL);
  g_autoptr (McStore) store = mc_store_new (pool);
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GPtrArray) again = NULL;
  GError *error = NULL;

  dex_await_int (mc_migrator_run (migrator, NULL, NULL, NULL), &error);
  g_assert_no_error (error);
  dex_await (mc_loader_load_rules (store), &error);
  g_assert_no_error (error);
  rules = list_rows (store, MC_TYPE_RULE_VERSION);
  g_assert_cmpuint (rules->len, >, 10);
  /* An empty centre is opened again and again: a topic that has its rules keeps them. */
  dex_await (mc_loader_load_rules (store), &error);
  g_assert_no_error (error);
  again = list_rows (store, MC_TYPE_RULE_VERSION);
  g_assert_cmpuint (again->len, ==, rules->len);
}

/* The database makes the same keys as the program, so that both sort and search alike. */
static void
test_keys (void)
{
  static const char *const names[] = { "Nguyễn Văn Hoà", "NGUYỄN VĂN HÒA", "Đỗ Ánh Ấn",   "H'Hen Niê",
                                       "Ðặng Thị Ước Ỷ", "Lê Thúy Khỏe",   "595/QĐ-UBND", "Trần-Lê  Quý",
                                       "Ộ ợ ữ ẵ ặ",      "Wang Zoë 2" };
  McTestCluster *cluster = mc_test_get_cluster ();
  g_autofree char *database = mc_test_cluster_fresh_database (cluster);
  g_autoptr (McPgConfig) config = mc_test_cluster_config (cluster, "postgres", database);
  g_autoptr (McMigrator) migrator = mc_migrator_new (config, NULL);
  GError *error = NULL;

  dex_await_int (mc_migrator_run (migrator, NULL, NULL, NULL), &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (GStrv) halves = g_strsplit (names[i], "'", -1);
      g_autofree char *quoted = g_strjoinv ("''", halves);
      g_autofree char *sql = g_strdup_printf ("SELECT centre.fold('%s'), centre.name_sort_part('%s')", quoted, quoted);
      g_autofree char *found = g_strchomp (mc_test_cluster_psql (cluster, database, sql));
      g_autofree char *folded = mc_fold (names[i]);
      g_autofree char *key = mc_name_sort_key (names[i], NULL, NULL);
      g_autofree char *expected = g_strdup_printf ("%s|%.*s", folded, (int)strlen (key) - 2, key);

      g_assert_cmpstr (found, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  mc_test_init (&argc, &argv);
  mc_test_add_fiber ("/db/findings/sample", test_sample);
  mc_test_add_fiber ("/db/findings/reorganisation", test_across_the_reorganisation);
  mc_test_add_fiber ("/db/findings/rules-alone", test_rules_alone);
  mc_test_add_fiber ("/db/findings/keys", test_keys);
  return mc_test_run ();
}
