/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-cli.h"
#include "mc-erlang.h"
#include "mc-number.h"
#include "mc-staffing.h"

/* What is taken for served in time if nobody says: 80 % within 20 seconds is the custom where queues are reckoned. */
#define DEFAULT_SHARE 0.8
#define DEFAULT_WITHIN 20

static char *opt_arrivals;
static char *opt_aht;
static char *opt_agents;
static char *opt_target;
static char *opt_patience;
static char *opt_pool;

static const GOptionEntry entries[] = {
  { "arrivals", 0, 0, G_OPTION_ARG_STRING, &opt_arrivals, N_ ("how many people come in an hour"), N_ ("PER_HOUR") },
  { "aht", 0, 0, G_OPTION_ARG_STRING, &opt_aht, N_ ("how long one is served on average"), N_ ("MINUTES") },
  { "agents", 0, 0, G_OPTION_ARG_STRING, &opt_agents,
    N_ ("what it comes to with so many counters; --target then only says what is in time"), N_ ("NUMBER") },
  { "target", 0, 0, G_OPTION_ARG_STRING, &opt_target,
    N_ ("the fewest counters at which so many per cent wait no longer (default: 80/20)"), N_ ("PCT/SECONDS") },
  { "patience", 0, 0, G_OPTION_ARG_STRING, &opt_patience,
    N_ ("after how long people give up on average: Erlang A (default: nobody does, Erlang C)"), N_ ("MINUTES") },
  { "pool", 0, 0, G_OPTION_ARG_STRING, &opt_pool,
    N_ ("another queue: what both wait each by itself, and if all serve all (with --agents)"),
    N_ ("PER_HOUR/MINUTES/NUMBER") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
parse_agents (int *agents, GError **error)
{
  gint64 number;

  *agents = 0;
  if (!opt_agents)
    return TRUE;
  if (!g_ascii_string_to_signed (opt_agents, 10, 1, 2 * MC_ERLANG_MOST, &number, NULL))
    {
      mc_cli_usage (error, _ ("--agents: “%s” is no whole number from 1 to %d"), opt_agents, 2 * MC_ERLANG_MOST);
      return FALSE;
    }
  *agents = (int)number;
  return TRUE;
}

static gboolean
parse_queue (McErlangQueue *queue, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!opt_arrivals || !opt_aht)
    {
      mc_cli_usage (error, "%s", _ ("say how many come and how long each takes: --arrivals PER_HOUR --aht MINUTES"));
      return FALSE;
    }
  queue->patience = INFINITY;
  if (!mc_cli_parse_number (opt_arrivals, "--arrivals", &queue->arrivals, error) ||
      !mc_cli_parse_number (opt_aht, "--aht", &queue->service, error) ||
      (opt_patience && !mc_cli_parse_number (opt_patience, "--patience", &queue->patience, error)))
    return FALSE;
  if (queue->arrivals <= 0)
    {
      mc_cli_usage (error, "%s", _ ("--arrivals is a number above 0: where nobody comes there is no queue"));
      return FALSE;
    }
  if (mc_erlang_check (queue, &failure))
    return TRUE;
  mc_cli_usage (error, "%s", failure->message);
  return FALSE;
}

static void
print_line (const char *label, double value, int decimals, const char *unit)
{
  g_autofree char *text = mc_number_format (value, decimals);

  g_print ("%s: %s%s\n", label, text, unit);
}

static void
print_result (const McErlangQueue *queue, const McErlangResult *result)
{
  g_autofree char *within = mc_number_format (queue->within, 0);
  g_autofree char *label = g_strdup_printf (_ ("Served within %s seconds"), within);

  print_line (_ ("Counters"), result->agents, 0, "");
  print_line (_ ("Offered load"), result->offered, 2, " erlang");
  print_line (_ ("Occupancy"), 100 * result->occupancy, 1, " %");
  print_line (_ ("Have to wait"), 100 * result->p_wait, 1, " %");
  if (result->stable)
    print_line (_ ("Mean wait"), result->mean_wait, 1, _ (" seconds"));
  print_line (label, 100 * result->service_level, 1, " %");
  print_line (_ ("Give up"), 100 * result->abandon, 1, " %");
  if (!result->stable)
    g_print ("%s\n", _ ("More come than can be served, and nobody gives up: the line grows without end."));
}

/* What the queue and another come to, apart and together; @agents 0: not asked for. */
typedef struct
{
  McErlangQueue other;
  int agents;
  double apart;
  double pooled;
} Pool;

static gboolean
parse_pool (int agents, Pool *pool, GError **error)
{
  g_auto (GStrv) parts = NULL;
  double number;

  pool->agents = 0;
  if (!opt_pool)
    return TRUE;
  parts = g_strsplit (opt_pool, "/", -1);
  pool->other.patience = INFINITY;
  if (agents == 0 || opt_patience || g_strv_length (parts) != 3)
    {
      mc_cli_usage (error, "%s", _ ("--pool takes PER_HOUR/MINUTES/NUMBER, with --agents and without --patience"));
      return FALSE;
    }
  if (!mc_cli_parse_number (parts[0], "--pool", &pool->other.arrivals, error) ||
      !mc_cli_parse_number (parts[1], "--pool", &pool->other.service, error) ||
      !mc_cli_parse_number (parts[2], "--pool", &number, error))
    return FALSE;
  if (number >= 1 && number <= MC_ERLANG_MOST && number == floor (number) && mc_erlang_check (&pool->other, NULL))
    {
      pool->agents = (int)number;
      return TRUE;
    }
  mc_cli_usage (error, _ ("--pool: “%s” is no queue with a whole number of counters"), opt_pool);
  return FALSE;
}

static void
print_pool (const Pool *pool)
{
  g_autofree char *apart = mc_number_format (pool->apart, 1);
  g_autofree char *pooled = mc_number_format (pool->pooled, 1);

  g_print (_ ("Both queues: each by itself one waits %s minutes on average, if all serve all %s."), apart, pooled);
  g_print ("\n");
}

static void
print_json (const McErlangResult *result, const Pool *pool)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  mc_cli_set_int (builder, "agents", result->agents);
  mc_cli_set_double (builder, "offered", result->offered);
  mc_cli_set_double (builder, "occupancy", result->occupancy);
  mc_cli_set_double (builder, "p_wait", result->p_wait);
  mc_cli_set_double (builder, "mean_wait_s", result->mean_wait);
  mc_cli_set_double (builder, "service_level", result->service_level);
  mc_cli_set_double (builder, "abandon", result->abandon);
  if (pool->agents > 0)
    {
      mc_cli_set_double (builder, "apart_min", pool->apart);
      mc_cli_set_double (builder, "pooled_min", pool->pooled);
    }
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  McErlangQueue queue = { .within = DEFAULT_WITHIN };
  McErlangResult result;
  Pool pool = { 0 };
  double share = DEFAULT_SHARE;
  int agents;

  if (!mc_cli_parse_target (opt_target, &share, &queue.within, error) || !parse_queue (&queue, error) ||
      !parse_agents (&agents, error) || !parse_pool (agents, &pool, error))
    return MC_CLI_USAGE;
  if (agents > 0)
    mc_erlang_evaluate (&queue, agents, &result);
  else if (!mc_erlang_find (&queue, share, &result, error))
    return MC_CLI_FAILURE;
  if (pool.agents > 0)
    mc_staffing_pool (&queue, agents, &pool.other, pool.agents, &pool.apart, &pool.pooled);
  if (mc_cli_wants_json (cli))
    print_json (&result, &pool);
  else
    print_result (&queue, &result);
  if (pool.agents > 0 && !mc_cli_wants_json (cli))
    print_pool (&pool);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_erlang = {
  .name = "erlang",
  .summary = N_ ("Reckon how long people wait, or how many counters are needed (Erlang C, Erlang A)"),
  .json = "  {\"agents\": counters, \"offered\": erlang, \"occupancy\", \"p_wait\": shares from 0 to 1,\n"
          "   \"mean_wait_s\": seconds over all arrivals, null if the line grows without end,\n"
          "   \"service_level\": share of arrivals served within the seconds of --target (default: 20),\n"
          "   \"abandon\": share that gives up;\n"
          "   with --pool also \"apart_min\", \"pooled_min\": mean wait of both queues, null without end}",
  .entries = entries,
  .max_args = 0,
  .run = run,
};
