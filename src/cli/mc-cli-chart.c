/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-chart-scene.h"
#include "mc-cli-drawing.h"
#include "mc-drawing-file.h"
#include "mc-store-model.h"
#include "mc-workload-names.h"
#include "mc-workload-report.h"
#include "mc-workload-store.h"

static char *opt_from;
static char *opt_to;
static char *opt_figure;
static char *opt_by;
static char *opt_bucket;
static char *opt_compare;
static char *opt_scale;
static char *opt_output;
static gboolean opt_force;

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &opt_from, N_ ("the first day"), N_ ("DAY") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &opt_to, N_ ("the last day"), N_ ("DAY") },
  { "figure", 0, 0, G_OPTION_ARG_STRING, &opt_figure, N_ ("what is shown: received (default), overdue, wait …"),
    N_ ("WHAT") },
  { "by", 0, 0, G_OPTION_ARG_STRING, &opt_by, N_ ("counter (default), agency, field or procedure"), N_ ("WHAT") },
  { "bucket", 0, 0, G_OPTION_ARG_STRING, &opt_bucket, N_ ("day (default), week, month or year"), N_ ("STEP") },
  { "compare", 0, 0, G_OPTION_ARG_STRING, &opt_compare, N_ ("none (default), previous or year"), N_ ("TIME") },
  { "scale", 0, 0, G_OPTION_ARG_STRING, &opt_scale, N_ ("linear (default), log or share"), N_ ("SCALE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &opt_output, N_ ("the file to write: .pdf, .svg or .png"), N_ ("FILE") },
  { "force", 0, 0, G_OPTION_ARG_NONE, &opt_force, N_ ("replace a file that is there already"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* In the order of their enums; "report" is the page of all. */
static const char *const charts[] = { "time",   "stacked", "panels", "hours",  "ranking", "on-time",
                                      "funnel", "waiting", "load",   "report", NULL };
static const char *const bys[] = { "none", "counter", "agency", "field", "procedure", NULL };
static const char *const buckets[] = { "day", "week", "month", "year", NULL };
static const char *const compares[] = { "none", "previous", "year", NULL };
static const char *const scales[] = { "linear", "log", "share", NULL };

static gboolean
parse_days (McWorkloadChartSpec *spec, GError **error)
{
  if (!opt_from || !opt_to)
    {
      mc_cli_usage (error, "%s", _ ("say the time with --from DAY --to DAY"));
      return FALSE;
    }
  if (!mc_cli_parse_day (opt_from, &spec->from, error) || !mc_cli_parse_day (opt_to, &spec->to, error))
    return FALSE;
  spec->to++;
  if (spec->to > spec->from)
    return TRUE;
  mc_cli_usage (error, "%s", _ ("the last day is before the first"));
  return FALSE;
}

static gboolean
parse (const char *name, McWorkloadChartSpec *spec, guint *chart, guint *scale, GError **error)
{
  guint bucket, by, compare;

  *spec = (McWorkloadChartSpec){ .level = 15, .split = MC_DAY_NONE, .known_to = MC_DAY_NONE };
  if (!mc_cli_parse_choice ("chart", name, charts, 0, chart, error) || !parse_days (spec, error) ||
      !mc_cli_parse_choice ("by", opt_by, bys, 1, &by, error) ||
      !mc_cli_parse_choice ("bucket", opt_bucket, buckets, 0, &bucket, error) ||
      !mc_cli_parse_choice ("compare", opt_compare, compares, 0, &compare, error) ||
      !mc_cli_parse_choice ("scale", opt_scale, scales, 0, scale, error))
    return FALSE;
  if (opt_figure && !mc_workload_figure_parse (opt_figure, &spec->figure))
    {
      mc_cli_usage (error, _ ("there is no figure “%s”: see motcua-cli chart --help"), opt_figure);
      return FALSE;
    }
  spec->kind = MIN (*chart, MC_N_WORKLOAD_CHARTS - 1);
  spec->by = by;
  spec->bucket = MC_WORKLOAD_DAY + bucket;
  spec->compare = compare;
  mc_workload_chart_spec_settle (spec);
  return mc_cli_check_output (opt_output, FALSE, opt_force, error);
}

static GArray *
load_rows (McStore *store, const McWorkloadQuery *query, GError **error)
{
  return dex_await_boxed (mc_workload_store_load (store, query), error);
}

static McChart *
load_chart (McStore *store, const McWorkloadChartSpec *spec, GError **error)
{
  GType names_noun = mc_workload_names_noun (spec->by);
  GType staff_noun = spec->kind == MC_WORKLOAD_CHART_LOAD ? mc_workload_staff_noun (spec->by) : G_TYPE_INVALID;
  McWorkloadQuery query;
  McWorkloadChartInput input = { 0 };
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) compared = NULL;
  g_autoptr (GListModel) named = NULL;
  g_autoptr (GListModel) people = NULL;
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GHashTable) staff = NULL;

  mc_workload_chart_get_query (spec, &query);
  if (!(rows = load_rows (store, &query, error)))
    return NULL;
  if (mc_workload_chart_get_compared (spec, &query) && !(compared = load_rows (store, &query, error)))
    return NULL;
  if (names_noun != G_TYPE_INVALID && !(named = mc_store_await_model (store, names_noun, MC_DAY_NONE, error)))
    return NULL;
  if (staff_noun != G_TYPE_INVALID && !(people = mc_store_await_model (store, staff_noun, spec->to - 1, error)))
    return NULL;
  names = named ? mc_workload_names_new (spec->by, named, spec->to - 1) : NULL;
  staff = people ? mc_workload_staff_new (spec->by, people) : NULL;
  input = (McWorkloadChartInput){ rows, compared, names, staff };
  return mc_workload_chart_new (spec, &input);
}

static gboolean
load_sum (McStore *store, McWorkloadQuery query, McWorkloadRow *sum, GError **error)
{
  g_autoptr (GArray) rows = NULL;

  query.bucket = MC_WORKLOAD_WHOLE;
  query.by = MC_WORKLOAD_BY_NONE;
  rows = load_rows (store, &query, error);
  *sum = (McWorkloadRow){ .slot = -1 };
  for (guint i = 0; rows && i < rows->len; i++)
    mc_workload_row_add (sum, &g_array_index (rows, McWorkloadRow, i));
  return rows != NULL;
}

static McScene *
load_report (McStore *store, const McWorkloadChartSpec *spec, GError **error)
{
  McWorkloadChartSpec specs[MC_WORKLOAD_REPORT_CHARTS];
  guint n = mc_workload_report_list (spec->from, spec->to, specs, G_N_ELEMENTS (specs));
  g_autoptr (GPtrArray) drawn = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_chart_unref);
  McWorkloadQuery query = { .from = spec->from, .to = spec->to };
  McWorkloadRow sum, before;

  if (!load_sum (store, query, &sum, error))
    return NULL;
  mc_workload_chart_get_compared (&specs[0], &query);
  if (!load_sum (store, query, &before, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      McChart *chart = load_chart (store, &specs[i], error);

      if (!chart)
        return NULL;
      g_ptr_array_add (drawn, chart);
    }
  return mc_workload_report_scene_new (&sum, before.days || before.received || before.arrived ? &before : NULL, drawn,
                                       spec->from, spec->to);
}

static McScene *
load_scene (McStore *store, const McWorkloadChartSpec *spec, guint chart, guint scale, GError **error)
{
  const McChartOptions options = { .scale = scale };
  g_autoptr (McChart) one = NULL;

  if (chart == MC_N_WORKLOAD_CHARTS)
    return load_report (store, spec, error);
  one = load_chart (store, spec, error);
  return one ? mc_chart_scene_new (one, &options) : NULL;
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  McWorkloadChartSpec spec;
  g_autoptr (McScene) scene = NULL;
  g_autoptr (McPaper) paper = NULL;
  McStore *store;
  guint chart, scale;

  if (!parse (arguments[0], &spec, &chart, &scale, error))
    return MC_CLI_FAILURE;
  store = mc_cli_open_store (cli, error);
  if (!store || !(scene = load_scene (store, &spec, chart, scale, error)))
    return MC_CLI_FAILURE;
  paper = mc_cli_make_paper (store, MC_PAPER_A4, chart != MC_N_WORKLOAD_CHARTS, spec.to - 1, error);
  if (!paper)
    return MC_CLI_FAILURE;
  g_object_set (paper, "scene", scene, NULL);
  if (!mc_drawing_write (MC_SHEETS (paper), opt_output, 0, error))
    return MC_CLI_FAILURE;
  if (mc_cli_wants_json (cli))
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      mc_cli_set_string (builder, "file", opt_output);
      mc_cli_set_string (builder, "chart", charts[chart]);
      mc_cli_set_string (builder, "finding", mc_scene_get_title (scene));
      mc_cli_set_day (builder, "from", spec.from);
      mc_cli_set_day (builder, "to", spec.to - 1);
      json_builder_end_object (builder);
      mc_cli_print_json (json_builder_get_root (builder));
    }
  else
    g_print ("%s: %s\n", opt_output, mc_scene_get_title (scene));
  return MC_CLI_OK;
}

const McCliCommand mc_cli_chart = {
  .name = "chart",
  .arguments = N_ ("time|stacked|panels|hours|ranking|on-time|funnel|waiting|load|report"),
  .summary = N_ ("Draw a chart of the workload, or the report of a month, as PDF, SVG or PNG"),
  .json = "  {\"file\": path, \"chart\": name, \"finding\": text, \"from\", \"to\": days}",
  .entries = entries,
  .min_args = 1,
  .max_args = 1,
  .run = run,
};
