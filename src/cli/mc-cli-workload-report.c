/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli-workload.h"
#include "mc-rule-version.h"
#include "mc-service-quality.h"

static char *opt_from;
static char *opt_to;
static char *opt_by;

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &opt_from, N_ ("the first day"), N_ ("DAY") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &opt_to, N_ ("the last day"), N_ ("DAY") },
  { "by", 0, 0, G_OPTION_ARG_STRING, &opt_by,
    N_ ("counter, agency, field, procedure or officer (default: the centre as a whole)"), N_ ("WHAT") },
  G_OPTION_ENTRY_NULL,
};

/* What people see of it in the table; --json has all. */
static const McWorkloadFigure shown[] = { MC_FIGURE_RECEIVED,  MC_FIGURE_RESOLVED,          MC_FIGURE_OVERDUE_SHARE,
                                          MC_FIGURE_OPEN_LATE, MC_FIGURE_ARRIVED,           MC_FIGURE_SERVED,
                                          MC_FIGURE_WAIT,      MC_FIGURE_ABOVE_LEVEL_SHARE, MC_FIGURE_UNSERVED,
                                          MC_FIGURE_SERVICE,   MC_FIGURE_SATISFIED_SHARE };

static gboolean
parse_by (McWorkloadBy *by, GError **error)
{
  static const struct
  {
    const char *word;
    McWorkloadBy by;
  } words[] = { { "counter", MC_WORKLOAD_BY_COUNTER }, { "agency", MC_WORKLOAD_BY_AGENCY },
                { "field", MC_WORKLOAD_BY_FIELD },     { "procedure", MC_WORKLOAD_BY_PROCEDURE },
                { "officer", MC_WORKLOAD_BY_PERSON },  { "person", MC_WORKLOAD_BY_PERSON } };

  *by = MC_WORKLOAD_BY_NONE;
  if (!opt_by)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, opt_by))
      {
        *by = words[i].by;
        return TRUE;
      }
  mc_cli_usage (error, _ ("--by is counter, agency, field, procedure or officer"));
  return FALSE;
}

static void
set_figures (JsonBuilder *builder, const McWorkloadRow *row)
{
  for (McWorkloadFigure figure = MC_FIGURE_RECEIVED; figure < MC_N_FIGURES; figure++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (mc_workload_figure_name (figure)), "-", '_');
      double value = mc_workload_figure_value (figure, row);

      if (mc_workload_figure_is_sum (figure))
        mc_cli_set_int (builder, name, (gint64)value);
      else
        mc_cli_set_double (builder, name, value);
    }
}

static void
set_quality (JsonBuilder *builder, const McRule *rule, const McWorkloadRow *total)
{
  json_builder_set_member_name (builder, "quality");
  if (!rule)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "source", mc_rule_get_citation (rule));
  json_builder_set_member_name (builder, "groups");
  json_builder_begin_array (builder);
  for (McQualityGroup group = 0; group < MC_N_QUALITY_GROUPS; group++)
    {
      json_builder_begin_object (builder);
      mc_cli_set_string (builder, "group", mc_quality_group_name (group));
      mc_cli_set_int (builder, "max", mc_quality_group_max (group, rule));
      mc_cli_set_double (builder, "share", mc_quality_group_share (group, total));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (GArray *rows, const McWorkloadRow *total, GHashTable *names, McPeriod days, const McRule *quality)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  mc_cli_set_day (builder, "from", days.from);
  mc_cli_set_last_day (builder, "to", days.until);
  mc_cli_set_string (builder, "by", opt_by);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, i);

      json_builder_begin_object (builder);
      mc_cli_set_int (builder, "id", row->key);
      mc_cli_set_string (builder, "name", opt_by && row->key ? mc_cli_workload_name (names, row->key) : NULL);
      set_figures (builder, row);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "total");
  json_builder_begin_object (builder);
  set_figures (builder, total);
  json_builder_end_object (builder);
  set_quality (builder, quality, total);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static char **
make_row (const char *name, const McWorkloadRow *row)
{
  char **texts = g_new0 (char *, G_N_ELEMENTS (shown) + 2);

  texts[0] = g_strdup (name);
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    texts[i + 1] = mc_workload_figure_format (shown[i], mc_workload_figure_value (shown[i], row));
  return texts;
}

static void
print_table (GArray *rows, const McWorkloadRow *total, GHashTable *names)
{
  const char *titles[G_N_ELEMENTS (shown) + 2] = { C_ ("column", "Name") };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    titles[i + 1] = mc_workload_figure_label (shown[i]);
  for (guint i = 0; opt_by && i < rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, i);

      g_ptr_array_add (texts, make_row (mc_cli_workload_name (names, row->key), row));
    }
  g_ptr_array_add (texts, make_row (_ ("All"), total));
  mc_cli_print_table (titles, texts);
  if (total->incomplete > 0)
    {
      guint n = (guint)MIN (total->incomplete, G_MAXUINT);

      g_print (g_dngettext (GETTEXT_PACKAGE, "%u served ticket is incomplete: its times are not in these figures.",
                            "%u served tickets are incomplete: their times are not in these figures.", n),
               n);
      g_print ("\n");
    }
}

static void
print_quality (const McRule *rule, const McWorkloadRow *total)
{
  const char *const titles[] = { C_ ("column", "Quality of service"), C_ ("column", "At most"), C_ ("column", "Share"),
                                 C_ ("column", "Of what"), NULL };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (McQualityGroup group = 0; group < MC_N_QUALITY_GROUPS; group++)
    {
      char **row = g_new0 (char *, G_N_ELEMENTS (titles));

      row[0] = g_strdup (mc_quality_group_label (group));
      row[1] = g_strdup_printf ("%d", mc_quality_group_max (group, rule));
      row[2] = mc_workload_figure_format (MC_FIGURE_ON_TIME_SHARE, mc_quality_group_share (group, total));
      row[3] = g_strdup (mc_quality_group_words (group));
      g_ptr_array_add (texts, row);
    }
  g_print ("\n");
  mc_cli_print_table (titles, texts);
  g_print (
      _ ("The most points by %s. The national portal reckons the points itself; these shares are our own figures and "
         "no points."),
      mc_rule_get_citation (rule));
  g_print ("\n");
}

static McRuleBook *
load_book (McStore *store, GError **error)
{
  g_autoptr (GPtrArray) versions = dex_await_boxed (mc_store_list (store, MC_TYPE_RULE_VERSION, NULL), error);
  g_autoptr (McRuleBook) book = mc_rule_book_new ();

  for (guint i = 0; versions && i < versions->len; i++)
    if (!mc_rule_book_add (book, versions->pdata[i], error))
      return NULL;
  return versions ? g_steal_pointer (&book) : NULL;
}

/* By what no roster knows the parts have no staff; all together have. */
static gboolean
sum_rows (McStore *store, McWorkloadQuery query, GArray *rows, McWorkloadRow *total, GError **error)
{
  g_autoptr (GArray) whole = NULL;

  for (guint i = 0; i < rows->len; i++)
    mc_workload_row_add (total, &g_array_index (rows, McWorkloadRow, i));
  if (query.by == MC_WORKLOAD_BY_NONE || query.by == MC_WORKLOAD_BY_COUNTER)
    return TRUE;
  query.by = MC_WORKLOAD_BY_NONE;
  if (!(whole = mc_cli_load_workload (store, &query, error)))
    return FALSE;
  for (guint i = 0; i < whole->len; i++)
    {
      total->staffed_minutes += g_array_index (whole, McWorkloadRow, i).staffed_minutes;
      total->busy_seconds += g_array_index (whole, McWorkloadRow, i).busy_seconds;
    }
  return TRUE;
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  McWorkloadQuery query = { .bucket = MC_WORKLOAD_WHOLE, .staffed = TRUE };
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (McRuleBook) book = NULL;
  McWorkloadRow total = { 0 };
  const McRule *quality;
  McPeriod days;
  McStore *store;

  if (!mc_cli_parse_days (opt_from, opt_to, &days, error) || !parse_by (&query.by, error))
    return MC_CLI_USAGE;
  query.from = days.from;
  query.to = days.until;
  store = mc_cli_open_store (cli, error);
  names = store ? mc_cli_workload_names (store, query.by, days.until - 1, error) : NULL;
  rows = names ? mc_cli_load_workload (store, &query, error) : NULL;
  book = rows ? load_book (store, error) : NULL;
  if (!book || !sum_rows (store, query, rows, &total, error))
    return MC_CLI_FAILURE;
  quality = mc_rule_book_find (book, MC_SERVICE_QUALITY_TOPIC, days.until - 1);
  if (mc_cli_wants_json (cli))
    print_json (rows, &total, names, days, quality);
  else
    print_table (rows, &total, names);
  if (quality && !mc_cli_wants_json (cli))
    print_quality (quality, &total);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_workload_report = {
  .name = "workload report",
  .summary = N_ ("What came, what was settled, how long people waited, in a period"),
  .json =
      "  {\"from\", \"to\": first and last day, \"by\": what or null,\n"
      "   \"rows\": [{\"id\": 0 where it is not known, \"name\": or null, and each figure}],\n"
      "   \"total\": {each figure},\n"
      "   \"quality\": null where no rule has it, or {\"source\", \"groups\": [{\"group\": \"transparency\", "
      "\"progress\",\n"
      "     \"digitised\", \"online\" or \"satisfaction\", \"max\": points, \"share\": our own, no points; null: no "
      "data}]}}\n"
      "  Figures: counts as \"received\", \"resolved\", \"early\", \"on_time\", \"overdue\", \"arrived\", \"served\";\n"
      "  \"wait\", \"service\", \"staffed_hours\", \"idle_hours\", \"utilisation\".",
  .json_note =
      N_ ("Shares lie between 0 and 1, waiting and service are in minutes; hours at the counters are told of all "
          "together or by counter, where roster and tickets are known; null where there is nothing to reckon with."),
  .entries = entries,
  .max_args = 0,
  .run = run,
};
