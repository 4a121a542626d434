/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-agency.h"
#include "mc-cli-evaluation.h"
#include "mc-evaluation-result.h"
#include "mc-evaluation-spread.h"
#include "mc-evaluation-store.h"

static char *opt_cycle;
static char *opt_scheme;
static char *opt_person;
static gboolean opt_trial;

static const GOptionEntry entries[] = {
  { "cycle", 0, 0, G_OPTION_ARG_STRING, &opt_cycle, N_ ("a month, quarter or year: 2026-09, 2026-Q3, 2026"),
    N_ ("CYCLE") },
  { "scheme", 0, 0, G_OPTION_ARG_STRING, &opt_scheme, N_ ("one scheme by its code"), N_ ("CODE") },
  { "person", 0, 0, G_OPTION_ARG_STRING, &opt_person, N_ ("one person by number or name"), N_ ("WHO") },
  { "trial", 0, 0, G_OPTION_ARG_NONE, &opt_trial, N_ ("only try the scheme; nothing is kept"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* Which are good and which are at the top, where the scheme caps the top. */
static void
add_cap (JsonBuilder *builder, McCliEvaluationBook *book, const GPtrArray *evaluations)
{
  for (guint s = 0; s < book->schemes->len; s++)
    {
      McEvaluationScheme *scheme = g_ptr_array_index (book->schemes, s);
      McEvaluationCap cap;

      if (!mc_evaluation_count_cap (scheme, evaluations, &cap))
        continue;
      json_builder_begin_object (builder);
      mc_cli_set_string (builder, "scheme", scheme->code);
      mc_cli_set_int (builder, "top", cap.n_top);
      mc_cli_set_int (builder, "good", cap.n_good);
      mc_cli_set_int (builder, "most", cap.most);
      mc_cli_set_int (builder, "most_of_excellent_unit", cap.most_of_excellent_unit);
      json_builder_end_object (builder);
    }
}

/* How the totals of a scheme lie over the agencies that sent the people. */
static void
add_spread (JsonBuilder *builder, McCliEvaluationBook *book, McEvaluationScheme *scheme, const GPtrArray *evaluations)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (McSpreadItem));
  g_autoptr (GArray) spreads = NULL;

  for (guint i = 0; i < evaluations->len; i++)
    {
      McEvaluation *one = g_ptr_array_index (evaluations, i);
      McSpreadItem item = { one->agency_id, one->total };

      if (one->scheme_id == mc_entity_get_id (MC_ENTITY (scheme)) && !isnan (one->total))
        g_array_append_val (items, item);
    }
  spreads = mc_evaluation_spread (items);
  for (guint i = 0; items->len > 0 && i < spreads->len; i++)
    {
      const McSpread *spread = &g_array_index (spreads, McSpread, i);
      McAgency *agency = mc_cli_evaluation_find (book->agencies, spread->key);

      json_builder_begin_object (builder);
      mc_cli_set_string (builder, "scheme", scheme->code);
      mc_cli_set_string (builder, "agency", agency ? agency->code : NULL);
      mc_cli_set_int (builder, "n", spread->n);
      mc_cli_set_double (builder, "mean", spread->mean);
      mc_cli_set_double (builder, "deviation", spread->deviation);
      mc_cli_set_bool (builder, "apart", spread->apart);
      json_builder_end_object (builder);
    }
}

static void
print_json (McCliEvaluationBook *book, McCycleKind kind, McDay day, const GPtrArray *evaluations)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  McPeriod during = mc_evaluation_cycle_around (kind, day);

  json_builder_begin_object (builder);
  mc_cli_set_enum (builder, "kind", mc_cycle_kind_values, kind);
  mc_cli_set_day (builder, "from", during.from);
  mc_cli_set_last_day (builder, "until", during.until);
  mc_cli_set_bool (builder, "trial", opt_trial);
  json_builder_set_member_name (builder, "evaluations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < evaluations->len; i++)
    mc_cli_evaluation_add (builder, book, g_ptr_array_index (evaluations, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "cap");
  json_builder_begin_array (builder);
  add_cap (builder, book, evaluations);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "spread");
  json_builder_begin_array (builder);
  for (guint s = 0; s < book->schemes->len; s++)
    add_spread (builder, book, g_ptr_array_index (book->schemes, s), evaluations);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

/* Opens what is not there yet, and reckons all that is not signed. */
static GPtrArray *
reckon_all (McStore *store, McCliEvaluationBook **book, McCycleKind kind, McDay day, gint64 person, GError **error)
{
  g_autoptr (GPtrArray) evaluations = NULL;

  if (!dex_await (mc_evaluation_store_open (store, kind, day, opt_scheme, person), error))
    return NULL;
  *book = mc_cli_evaluation_book_new (store, error);
  evaluations = *book ? mc_cli_evaluation_list (store, *book, kind, day, opt_scheme, person, error) : NULL;
  for (guint i = 0; evaluations && i < evaluations->len; i++)
    {
      McEvaluation *one = g_ptr_array_index (evaluations, i);
      McEvaluation *now;

      if (one->state == MC_EVALUATION_STATE_SIGNED)
        continue;
      now = dex_await_object (mc_evaluation_store_reckon (store, mc_entity_get_id (MC_ENTITY (one))), error);
      if (!now)
        return NULL;
      g_object_unref (one);
      evaluations->pdata[i] = now;
    }
  return g_steal_pointer (&evaluations);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McCliEvaluationBook) book = NULL;
  g_autoptr (GPtrArray) evaluations = NULL;
  g_autoptr (McStaffEntry) person = NULL;
  McCycleKind kind;
  McDay day;
  McStore *store;

  if (!mc_cli_parse_cycle (opt_cycle, &kind, &day, error))
    return MC_CLI_USAGE;
  if (opt_trial && !opt_scheme)
    return mc_cli_usage (error, _ ("A trial needs --scheme"));
  store = mc_cli_open_store (cli, error);
  if (!store || (opt_person && !(person = mc_cli_find_person (store, opt_person, day, error))))
    return MC_CLI_FAILURE;
  if (opt_trial)
    {
      book = mc_cli_evaluation_book_new (store, error);
      evaluations = book ? dex_await_boxed (mc_evaluation_store_trial (store, kind, day, opt_scheme), error) : NULL;
    }
  else
    evaluations = reckon_all (store, &book, kind, day, person ? mc_entity_get_id (MC_ENTITY (person)) : 0, error);
  if (!evaluations)
    return MC_CLI_FAILURE;
  if (mc_cli_wants_json (cli))
    print_json (book, kind, day, evaluations);
  else
    mc_cli_evaluation_print (book, evaluations);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_evaluation_run = {
  .name = "evaluation run",
  .summary = N_ ("Open a cycle, gather the evidence and reckon all that is not signed"),
  .json = "  {\"kind\", \"from\", \"until\", \"trial\", \"evaluations\": [" MC_CLI_EVALUATION_JSON "],\n"
          "   \"cap\": [{\"scheme\", \"top\", \"good\", \"most\", \"most_of_excellent_unit\"}],\n"
          "   \"spread\": [{\"scheme\", \"agency\", \"n\", \"mean\", \"deviation\", \"apart\"}]}",
  .entries = entries,
  .run = run,
};
