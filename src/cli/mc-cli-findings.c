/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli.h"
#include "mc-error.h"
#include "mc-rule-version.h"
#include "mc-staff-rules.h"

static char *opt_as_of;

static const GOptionEntry entries[] = {
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &opt_as_of, N_ ("the day to judge, by the law in force then (default: today)"),
    N_ ("DAY") },
  G_OPTION_ENTRY_NULL,
};

static void
print_json (GPtrArray *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      McFinding *finding = findings->pdata[i];
      const char *remedy = mc_finding_get_remedy_name (finding);

      json_builder_begin_object (builder);
      mc_cli_set_string (builder, "severity", mc_finding_get_severity_name (finding));
      mc_cli_set_string (builder, "code", mc_finding_get_code (finding));
      mc_cli_set_string (builder, "subject", mc_finding_get_subject_name (finding));
      mc_cli_set_int (builder, "subject_id", mc_finding_get_subject_id (finding));
      mc_cli_set_string (builder, "person", mc_finding_get_person_name (finding));
      mc_cli_set_string (builder, "agency", mc_finding_get_agency_name (finding));
      mc_cli_set_day (builder, "since", mc_finding_get_since (finding));
      mc_cli_set_day (builder, "until", mc_finding_get_until (finding));
      mc_cli_set_string (builder, "message", mc_finding_get_message (finding));
      mc_cli_set_string (builder, "citation", mc_finding_get_citation (finding));
      mc_cli_set_string (builder, "remedy", g_strcmp0 (remedy, "none") == 0 ? NULL : remedy);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static void
print_list (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      McFinding *finding = findings->pdata[i];
      const char *citation = mc_finding_get_citation (finding);

      g_print ("%s: %s", mc_finding_get_severity_text (finding), mc_finding_get_message (finding));
      g_print (citation && *citation ? " (%s)\n" : "%s\n", citation ? citation : "");
    }
  if (findings->len == 0)
    g_print ("%s\n", _ ("Nothing to remark."));
}

/* What the role may not read, its rules find nothing about. */
static gboolean
add_noun (McStore *store, GType noun, McStaffFacts *facts, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) rows = dex_await_boxed (mc_store_list (store, noun, NULL), &failure);

  if (!rows && g_error_matches (failure, MC_ERROR, MC_ERROR_DENIED))
    return TRUE;
  if (!rows)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  for (guint i = 0; i < rows->len; i++)
    mc_staff_facts_add (facts, rows->pdata[i]);
  return TRUE;
}

static GPtrArray *
find (McStore *store, McDay day, GError **error)
{
  g_autoptr (McStaffFacts) facts = mc_staff_facts_new (day);
  g_autoptr (McRuleBook) book = mc_rule_book_new ();
  g_autoptr (GPtrArray) versions = NULL;
  guint n;
  const GType *nouns = mc_staff_facts_get_nouns (&n);

  for (guint i = 0; i < n; i++)
    if (!add_noun (store, nouns[i], facts, error))
      return NULL;
  versions = dex_await_boxed (mc_store_list (store, MC_TYPE_RULE_VERSION, NULL), error);
  for (guint i = 0; versions && i < versions->len; i++)
    if (!mc_rule_book_add (book, versions->pdata[i], error))
      return NULL;
  return versions ? mc_staff_rules_check (facts, book) : NULL;
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  McStore *store;
  McDay day;

  if (!mc_cli_parse_day (opt_as_of, &day, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  findings = store ? find (store, day, error) : NULL;
  if (!findings)
    return MC_CLI_FAILURE;
  if (mc_cli_wants_json (cli))
    print_json (findings);
  else
    print_list (findings);
  return findings->len > 0 ? MC_CLI_FAILURE : MC_CLI_OK;
}

const McCliCommand mc_cli_findings = {
  .name = "findings",
  .summary = N_ ("Tell what is not as the law and the house rules want it"),
  .json = "  [{\"severity\": \"error\"|\"warning\"|\"note\", \"code\", \"subject\", \"subject_id\", \"person\", "
          "\"agency\",\n"
          "    \"since\", \"until\": days or null, \"message\", \"citation\", \"remedy\": word or null}]",
  .json_note = N_ ("Violations come first; the exit status is 1 unless the array is empty."),
  .entries = entries,
  .run = run,
};
