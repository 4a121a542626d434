/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-agency-entry.h"
#include "mc-cli-drawing.h"
#include "mc-counter-assignment.h"
#include "mc-counter.h"
#include "mc-drawing-file.h"
#include "mc-paper.h"
#include "mc-error.h"
#include "mc-number.h"
#include "mc-org-counters.h"
#include "mc-org-layout.h"
#include "mc-post.h"
#include "mc-seat-entry.h"
#include "mc-section.h"
#include "mc-staff-entry.h"
#include "mc-store-model.h"

static char *opt_as_of;
static char *opt_compare;
static char *opt_detail;
static char *opt_direction;
static char *opt_group;
static char *opt_paper;
static char *opt_output;
static gboolean opt_fold;
static gboolean opt_portrait;
static gboolean opt_force;

static const GOptionEntry entries[] = {
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &opt_as_of, N_ ("the day to look at (default: today)"), N_ ("DAY") },
  { "compare", 0, 0, G_OPTION_ARG_STRING, &opt_compare, N_ ("mark what has changed since this day"), N_ ("DAY") },
  { "detail", 0, 0, G_OPTION_ARG_STRING, &opt_detail, N_ ("name, post (default) or full"), N_ ("LEVEL") },
  { "direction", 0, 0, G_OPTION_ARG_STRING, &opt_direction, N_ ("down (default) or right"), N_ ("WAY") },
  { "group", 0, 0, G_OPTION_ARG_STRING, &opt_group, N_ ("Reception by agency (default) or counter"), N_ ("WHAT") },
  { "fold", 0, 0, G_OPTION_ARG_NONE, &opt_fold, N_ ("show agencies or counters without their people"), NULL },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &opt_paper, N_ ("a3 (default) or a4"), N_ ("SIZE") },
  { "portrait", 0, 0, G_OPTION_ARG_NONE, &opt_portrait, N_ ("the sheet upright"), NULL },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &opt_output, N_ ("the file to write: .pdf, .svg or .png"), N_ ("FILE") },
  { "force", 0, 0, G_OPTION_ARG_NONE, &opt_force, N_ ("replace a file that is there already"), NULL },
  G_OPTION_ENTRY_NULL,
};

static const char *const details[] = { "name", "post", "full", NULL };
static const char *const directions[] = { "down", "right", NULL };
static const char *const groups[] = { "agency", "counter", NULL };

typedef struct
{
  McDay day;
  McDay compare;
  guint detail, direction, group, paper;
} Wanted;

static gboolean
parse (Wanted *wanted, GError **error)
{
  if (!mc_cli_parse_day (opt_as_of, &wanted->day, error))
    return FALSE;
  wanted->compare = MC_DAY_NONE;
  if (opt_compare && !mc_cli_parse_day (opt_compare, &wanted->compare, error))
    return FALSE;
  if (!mc_cli_parse_choice ("detail", opt_detail, details, MC_ORG_POST, &wanted->detail, error) ||
      !mc_cli_parse_choice ("direction", opt_direction, directions, MC_ORG_TOP_DOWN, &wanted->direction, error) ||
      !mc_cli_parse_choice ("group", opt_group, groups, MC_ORG_BY_AGENCY, &wanted->group, error) ||
      !mc_cli_parse_choice ("paper", opt_paper, mc_cli_papers, MC_PAPER_A3, &wanted->paper, error))
    return FALSE;
  return mc_cli_check_output (opt_output, FALSE, opt_force, error);
}

static McOrgChart *
load_chart (McStore *store, McDay day, GError **error)
{
  g_autoptr (GListModel) seats = mc_store_await_model (store, MC_TYPE_SEAT_ENTRY, day, error);
  g_autoptr (GListModel) posts = seats ? mc_store_await_model (store, MC_TYPE_POST, day, error) : NULL;
  g_autoptr (GListModel) sections = posts ? mc_store_await_model (store, MC_TYPE_SECTION, day, error) : NULL;
  g_autoptr (GListModel) staff = sections ? mc_store_await_model (store, MC_TYPE_STAFF_ENTRY, day, error) : NULL;
  g_autoptr (GListModel) agencies = staff ? mc_store_await_model (store, MC_TYPE_AGENCY_ENTRY, day, error) : NULL;
  const McOrgChartInput input = { day, seats, posts, sections, staff, agencies };

  return agencies ? mc_org_chart_new (&input) : NULL;
}

static GHashTable *
load_counters (McStore *store, McDay day, GError **error)
{
  g_autoptr (GListModel) counters = mc_store_await_model (store, MC_TYPE_COUNTER, day, error);
  g_autoptr (GListModel) assignments =
      counters ? mc_store_await_model (store, MC_TYPE_COUNTER_ASSIGNMENT, day, error) : NULL;

  return assignments ? mc_org_counters_new (counters, assignments, day) : NULL;
}

/* The drawing whose shape suits the paper best. */
static void
draw (McPaper *paper, McOrgChart *chart, McOrgDiff *diff, GHashTable *counters, const Wanted *wanted)
{
  McOrgLayoutOptions options = { .direction = wanted->direction,
                                 .detail = wanted->detail,
                                 .grouping = wanted->group,
                                 .counters = counters,
                                 .diff = diff };
  g_autoptr (GHashTable) collapsed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) keys = mc_org_layout_list_groups (chart, &options);
  g_autoptr (McScene) best = NULL;
  double scale = 0;

  for (guint i = 0; opt_fold && i < keys->len; i++)
    g_hash_table_add (collapsed, g_ptr_array_index (keys, i));
  options.collapsed = collapsed;
  for (options.aspect = 0.6; options.aspect < 2.4; options.aspect += 0.1)
    {
      g_autoptr (McScene) scene = mc_org_layout (chart, &options);

      g_object_set (paper, "scene", scene, NULL);
      if (mc_paper_get_scale (paper) > scale + 1e-6)
        {
          scale = mc_paper_get_scale (paper);
          g_set_object (&best, scene);
        }
    }
  g_object_set (paper, "scene", best, NULL);
}

static void
tell (McCli *cli, McOrgChart *chart, McPaper *paper)
{
  McOrgCount count = mc_org_chart_count (chart);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *headline = mc_org_chart_dup_headline (chart);
  g_autofree char *why = mc_org_chart_dup_why (chart);
  double least = mc_paper_get_least_text (paper);
  g_autofree char *size = mc_number_format (least, 1);

  if (!mc_cli_wants_json (cli))
    {
      g_print ("%s: %s\n%s\n", opt_output, headline, why);
      if (least < MC_PAPER_READABLE)
        g_print (_ ("The smallest text comes out at %s pt, too small to read: show less (--detail, --fold) or take a "
                    "larger sheet.\n"),
                 size);
      return;
    }
  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "file", opt_output);
  mc_cli_set_day (builder, "as_of", mc_org_chart_get_day (chart));
  mc_cli_set_int (builder, "seats", count.seats);
  mc_cli_set_int (builder, "heads", count.heads);
  mc_cli_set_int (builder, "filled", count.filled);
  mc_cli_set_int (builder, "vacant", count.vacant);
  mc_cli_set_int (builder, "people", count.people);
  mc_cli_set_int (builder, "pages", mc_paper_get_n_pages (paper));
  json_builder_set_member_name (builder, "least_text_pt");
  json_builder_add_double_value (builder, least);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McOrgChart) chart = NULL;
  g_autoptr (McOrgChart) earlier = NULL;
  g_autoptr (McOrgDiff) diff = NULL;
  g_autoptr (GHashTable) counters = NULL;
  g_autoptr (McPaper) paper = NULL;
  McStore *store;
  Wanted wanted;

  if (!parse (&wanted, error))
    return MC_CLI_FAILURE;
  store = mc_cli_open_store (cli, error);
  if (!store || !(chart = load_chart (store, wanted.day, error)))
    return MC_CLI_FAILURE;
  if (wanted.compare != MC_DAY_NONE && !(earlier = load_chart (store, wanted.compare, error)))
    return MC_CLI_FAILURE;
  if (wanted.group == MC_ORG_BY_COUNTER && !(counters = load_counters (store, wanted.day, error)))
    return MC_CLI_FAILURE;
  if (earlier)
    diff = mc_org_diff_new (earlier, chart);
  paper = mc_cli_make_paper (store, wanted.paper, !opt_portrait, wanted.day, error);
  if (!paper)
    return MC_CLI_FAILURE;
  draw (paper, chart, diff, counters, &wanted);
  if (!mc_drawing_write (MC_SHEETS (paper), opt_output, 0, error))
    return MC_CLI_FAILURE;
  tell (cli, chart, paper);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_org_chart = {
  .name = "org-chart",
  .summary = N_ ("Draw the organisation chart of a day as PDF, SVG or PNG"),
  .json = "  {\"file\": path, \"as_of\": day, \"seats\", \"heads\", \"filled\", \"vacant\", \"people\", \"pages\": "
          "numbers,\n"
          "   \"least_text_pt\": number}",
  .entries = entries,
  .run = run,
};
