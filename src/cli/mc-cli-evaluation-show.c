/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli-evaluation.h"
#include "mc-evaluation-evidence.h"
#include "mc-evaluation-score.h"
#include "mc-evaluation-store.h"
#include "mc-evaluation-text.h"

static char *opt_cycle;
static char *opt_scheme;

static const GOptionEntry entries[] = {
  { "cycle", 0, 0, G_OPTION_ARG_STRING, &opt_cycle, N_ ("all of a month, quarter or year: 2026-09, 2026-Q3, 2026"),
    N_ ("CYCLE") },
  { "scheme", 0, 0, G_OPTION_ARG_STRING, &opt_scheme, N_ ("one scheme by its code"), N_ ("CODE") },
  G_OPTION_ENTRY_NULL,
};

static int
show_cycle (McCli *cli, McStore *store, McCycleKind kind, McDay day, GError **error)
{
  g_autoptr (McCliEvaluationBook) book = mc_cli_evaluation_book_new (store, error);
  g_autoptr (GPtrArray) rows = book ? mc_cli_evaluation_list (store, book, kind, day, opt_scheme, 0, error) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!rows)
    return MC_CLI_FAILURE;
  if (!mc_cli_wants_json (cli))
    {
      mc_cli_evaluation_print (book, rows);
      return MC_CLI_OK;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    mc_cli_evaluation_add (builder, book, g_ptr_array_index (rows, i));
  json_builder_end_array (builder);
  mc_cli_print_json (json_builder_get_root (builder));
  return MC_CLI_OK;
}

static GPtrArray *
list_parts (McStore *store, GType noun, gint64 id, GError **error)
{
  g_autoptr (McQuery) query = mc_query_where_id (mc_query_new (), "evaluation_id", id);

  return dex_await_boxed (mc_store_list (store, noun, query), error);
}

static void
add_parts (JsonBuilder *builder, const char *name, const GPtrArray *rows)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    json_builder_add_value (builder, mc_cli_row_to_json (g_ptr_array_index (rows, i), FALSE));
  json_builder_end_array (builder);
}

static void
print_parts (McCliEvaluationBook *book,
             const GPtrArray *scores,
             const GPtrArray *evidence,
             const GPtrArray *texts,
             const char *seal)
{
  for (guint i = 0; i < scores->len; i++)
    {
      McEvaluationScore *score = g_ptr_array_index (scores, i);
      McEvaluationCriterion *criterion = mc_cli_evaluation_find (book->criteria, score->criterion_id);

      g_print ("  %s – %s: %g / %g%s%s\n", criterion ? criterion->name : "",
               mc_enum_label (mc_rater_role_values, score->role), score->points, criterion ? criterion->max_points : 0,
               score->reason ? " – " : "", score->reason ? score->reason : "");
    }
  for (guint i = 0; i < evidence->len; i++)
    {
      McEvaluationEvidence *one = g_ptr_array_index (evidence, i);
      McEvaluationCriterion *criterion = mc_cli_evaluation_find (book->criteria, one->criterion_id);

      g_print ("  %s – %s %s %s\n", criterion ? criterion->name : "", one->source_table ? one->source_table : "",
               one->figures, one->source_rows);
    }
  for (guint i = 0; i < texts->len; i++)
    {
      McEvaluationText *text = g_ptr_array_index (texts, i);

      g_print ("  %s: %s\n", mc_enum_label (mc_text_role_values, text->role), text->body);
    }
  if (seal)
    g_print ("  %s\n", seal);
}

static int
show_one (McCli *cli, McStore *store, gint64 id, GError **error)
{
  g_autoptr (McCliEvaluationBook) book = mc_cli_evaluation_book_new (store, error);
  g_autoptr (McEvaluation) evaluation =
      book ? dex_await_object (mc_store_get (store, MC_TYPE_EVALUATION, id), error) : NULL;
  g_autoptr (GPtrArray) scores = evaluation ? list_parts (store, MC_TYPE_EVALUATION_SCORE, id, error) : NULL;
  g_autoptr (GPtrArray) evidence = scores ? list_parts (store, MC_TYPE_EVALUATION_EVIDENCE, id, error) : NULL;
  g_autoptr (GPtrArray) texts = evidence ? list_parts (store, MC_TYPE_EVALUATION_TEXT, id, error) : NULL;
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *seal = NULL;

  if (!texts)
    return MC_CLI_FAILURE;
  if (evaluation->state == MC_EVALUATION_STATE_SIGNED)
    seal = dex_await_string (mc_evaluation_store_read_seal (store, id), NULL);
  if (!mc_cli_wants_json (cli))
    {
      g_ptr_array_add (one, evaluation);
      mc_cli_evaluation_print (book, one);
      print_parts (book, scores, evidence, texts, seal);
      return MC_CLI_OK;
    }
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "evaluation");
  mc_cli_evaluation_add (builder, book, evaluation);
  add_parts (builder, "scores", scores);
  add_parts (builder, "evidence", evidence);
  add_parts (builder, "texts", texts);
  json_builder_set_member_name (builder, "sealed");
  json_builder_add_value (builder, seal ? json_from_string (seal, NULL) : json_node_new (JSON_NODE_NULL));
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
  return MC_CLI_OK;
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  McCycleKind kind = MC_CYCLE_MONTH;
  McDay day = MC_DAY_NONE;
  gint64 id = 0;
  McStore *store;

  if (arguments[0] ? !mc_cli_parse_id (arguments[0], &id, error) : !mc_cli_parse_cycle (opt_cycle, &kind, &day, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  if (!store)
    return MC_CLI_FAILURE;
  return id ? show_one (cli, store, id, error) : show_cycle (cli, store, kind, day, error);
}

static const McCliRows told[] = {
  { "scores", mc_evaluation_score_get_type, FALSE },
  { "evidence", mc_evaluation_evidence_get_type, FALSE },
  { "texts", mc_evaluation_text_get_type, FALSE },
  { NULL, NULL, FALSE },
};

const McCliCommand mc_cli_evaluation_show = {
  .name = "evaluation show",
  .arguments = N_ ("[ID]"),
  .summary = N_ ("Show an evaluation with its points, evidence and texts, or all of a cycle"),
  .json =
      "  {\"evaluation\": " MC_CLI_EVALUATION_JSON ",\n"
      "   \"scores\", \"evidence\", \"texts\": arrays of rows, \"sealed\": null, or what was signed}; with --cycle an\n"
      "  array of evaluations\n"
      "  sealed: \"evaluation\", \"person\", \"post\", \"section\", \"agency\", \"cycle\" {\"id\", \"kind\", \"from\", "
      "\"until\"},\n"
      "     \"scheme\" {\"id\", \"code\", \"kind\", \"source\", \"article\", \"bands\", \"params\"}, \"total\", "
      "\"band\", \"veto\",\n"
      "     \"flags\", \"signed_by\", \"signed_at\", \"reopens\", \"reopen_reason\",\n"
      "     \"names\" {\"person\", \"post\", \"section\", \"agency\", \"scheme\", \"signer\", \"criteria\"},\n"
      "     \"criteria\" [{\"id\", \"code\", \"part\", \"max\", \"source\", \"rule\", \"veto\", \"weight\"}],\n"
      "     \"scores\" [{\"criterion\", \"role\", \"points\", \"reason\", \"login\"}],\n"
      "     \"evidence\" [{\"criterion\", \"figures\", \"table\", \"rows\", \"entered\", \"note\", \"login\"}],\n"
      "     \"texts\" [{\"role\", \"body\", \"waived\", \"login\", \"given_at\"}]",
  .rows = told,
  .entries = entries,
  .max_args = 1,
  .run = run,
};
