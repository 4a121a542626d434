/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli-evaluation.h"
#include "mc-evaluation-store.h"

static char *opt_expect;

static const GOptionEntry entries[] = {
  { "expect", 0, 0, G_OPTION_ARG_STRING, &opt_expect,
    N_ ("a seal that must be in a chain, as written down elsewhere; shows what was cut off at the end"),
    N_ ("SHA256") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
is_expected_there (const GPtrArray *reports)
{
  for (guint r = 0; r < reports->len; r++)
    {
      McChainReport *report = g_ptr_array_index (reports, r);

      for (guint i = 0; i < report->links->len; i++)
        if (g_strcmp0 (((McSealLink *)g_ptr_array_index (report->links, i))->sha256, opt_expect) == 0)
          return TRUE;
    }
  return FALSE;
}

static const char *
last_seal (McChainReport *report)
{
  return ((McSealLink *)g_ptr_array_index (report->links, report->links->len - 1))->sha256;
}

static const char *
fault_word (McSealFault fault)
{
  static const char *const words[] = { "missing", "content", "broken", "rows" };

  return words[fault];
}

static void
add_report (JsonBuilder *builder, McChainReport *report)
{
  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "chain", report->chain);
  mc_cli_set_int (builder, "seals", report->links->len);
  mc_cli_set_string (builder, "last", last_seal (report));
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const McSealFinding *finding = &g_array_index (report->findings, McSealFinding, i);

      json_builder_begin_object (builder);
      mc_cli_set_int (builder, "evaluation", finding->evaluation);
      mc_cli_set_int (builder, "place", finding->place);
      mc_cli_set_string (builder, "fault", fault_word (finding->fault));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_report (McChainReport *report)
{
  g_print (_ ("Chain %s: %u seals, the last %s\n"), report->chain, report->links->len, last_seal (report));
  for (guint i = 0; i < report->findings->len; i++)
    {
      const McSealFinding *finding = &g_array_index (report->findings, McSealFinding, i);

      g_print (_ ("  place %d, evaluation %d: %s\n"), finding->place, (int)finding->evaluation,
               mc_seal_fault_format (finding->fault));
    }
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  McStore *store = mc_cli_open_store (cli, error);
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_findings = 0;
  gboolean there;

  reports = store ? dex_await_boxed (mc_evaluation_store_verify (store), error) : NULL;
  if (!reports)
    return MC_CLI_FAILURE;
  there = !opt_expect || is_expected_there (reports);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "chains");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reports->len; i++)
    {
      McChainReport *report = g_ptr_array_index (reports, i);

      n_findings += report->findings->len;
      if (mc_cli_wants_json (cli))
        add_report (builder, report);
      else
        print_report (report);
    }
  json_builder_end_array (builder);
  mc_cli_set_bool (builder, "whole", n_findings == 0 && there);
  mc_cli_set_bool (builder, "expected_found", there);
  json_builder_end_object (builder);
  if (mc_cli_wants_json (cli))
    mc_cli_print_json (json_builder_get_root (builder));
  else if (!there)
    g_print (_ ("The expected seal is in no chain: something was cut off at the end.\n"));
  else if (n_findings == 0)
    g_print (_ ("Nothing that was signed has been changed.\n"));
  return n_findings == 0 && there ? MC_CLI_OK : MC_CLI_FAILURE;
}

const McCliCommand mc_cli_evaluation_verify = {
  .name = "evaluation verify",
  .summary = N_ ("Check the chain of seals over all signed evaluations; exit status 1 if anything was changed"),
  .json = "  {\"chains\": [{\"chain\", \"seals\", \"last\", \"findings\": [{\"evaluation\", \"place\", \"fault\"}]}],\n"
          "   \"whole\", \"expected_found\"}; fault: missing, content, broken, rows",
  .entries = entries,
  .run = run,
};
