/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli-evaluation.h"
#include "mc-cli-roster.h"
#include "mc-evaluation-actions.h"
#include "mc-evaluation-store.h"

static char *opt_text;
static char *opt_reopen;

static const GOptionEntry entries[] = {
  { "text", 0, 0, G_OPTION_ARG_STRING, &opt_text, N_ ("what the director says"), N_ ("TEXT") },
  { "reopen", 0, 0, G_OPTION_ARG_STRING, &opt_reopen,
    N_ ("instead of signing, reopen what was signed, for this reason"), N_ ("REASON") },
  G_OPTION_ENTRY_NULL,
};

/* The figures of the moment are those that are signed. */
static McEvaluation *
sign_one (McStore *store, gint64 id, GError **error)
{
  g_autoptr (McEvaluation) evaluation = dex_await_object (mc_evaluation_store_reckon (store, id), error);

  if (!evaluation)
    return NULL;
  if (opt_text &&
      !mc_cli_roster_commit (store, mc_evaluation_change_text (NULL, evaluation, MC_TEXT_ROLE_DIRECTOR, opt_text, TRUE),
                             error))
    return NULL;
  if (!mc_cli_roster_commit (store, mc_evaluation_change_sign (evaluation), error))
    return NULL;
  return dex_await_object (mc_store_get (store, MC_TYPE_EVALUATION, id), error);
}

static McEvaluation *
reopen_one (McStore *store, gint64 id, GError **error)
{
  g_autoptr (McEvaluation) former = dex_await_object (mc_store_get (store, MC_TYPE_EVALUATION, id), error);
  g_autoptr (McQuery) query = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (!former || !mc_cli_roster_commit (store, mc_evaluation_change_reopen (former, opt_reopen), error))
    return NULL;
  query = mc_query_where_id (mc_query_new (), "previous_id", id);
  rows = dex_await_boxed (mc_store_list (store, MC_TYPE_EVALUATION, query), error);
  return rows && rows->len ? g_object_ref (g_ptr_array_index (rows, 0)) : NULL;
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  McStore *store = NULL;
  g_autoptr (McCliEvaluationBook) book = NULL;
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  for (char **argument = arguments; *argument; argument++)
    {
      McEvaluation *one;
      gint64 id;

      if (!mc_cli_parse_id (*argument, &id, error))
        return MC_CLI_USAGE;
      if (!store && !(store = mc_cli_open_store (cli, error)))
        return MC_CLI_FAILURE;
      one = opt_reopen ? reopen_one (store, id, error) : sign_one (store, id, error);
      if (!one)
        return MC_CLI_FAILURE;
      g_ptr_array_add (done, one);
    }
  book = mc_cli_evaluation_book_new (store, error);
  if (!book)
    return MC_CLI_FAILURE;
  if (!mc_cli_wants_json (cli))
    {
      mc_cli_evaluation_print (book, done);
      return MC_CLI_OK;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; i < done->len; i++)
    mc_cli_evaluation_add (builder, book, g_ptr_array_index (done, i));
  json_builder_end_array (builder);
  mc_cli_print_json (json_builder_get_root (builder));
  return MC_CLI_OK;
}

const McCliCommand mc_cli_evaluation_sign = {
  .name = "evaluation sign",
  .arguments = N_ ("ID…"),
  .summary = N_ ("Sign evaluations that all raters have given theirs in, or reopen signed ones"),
  .json = "  [" MC_CLI_EVALUATION_JSON "]",
  .entries = entries,
  .min_args = 1,
  .max_args = 200,
  .run = run,
};
