/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli.h"
#include "mc-error.h"
#include "mc-person.h"
#include "mc-table-walk.h"
#include "mc-workload-known.h"
#include "mc-workload-store.h"

static char *opt_mapping;
static char *opt_source;
static char *opt_sheet;
static gboolean opt_replace;
static gboolean opt_dry_run;

static const GOptionEntry entries[] = {
  { "mapping", 0, 0, G_OPTION_ARG_STRING, &opt_mapping,
    N_ ("what the columns mean: a JSON file, or the name of a source (default: as remembered of the source, else "
        "guessed)"),
    N_ ("M") },
  { "source", 0, 0, G_OPTION_ARG_STRING, &opt_source,
    N_ ("the system that it comes from (default: the one source of this kind, or a new one)"), N_ ("NAME") },
  { "sheet", 0, 0, G_OPTION_ARG_STRING, &opt_sheet, N_ ("the sheet, from 1 (default: the first)"), N_ ("N") },
  { "replace", 0, 0, G_OPTION_ARG_NONE, &opt_replace, N_ ("instead of the file of the source that lists the same days"),
    NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &opt_dry_run, N_ ("only check; write nothing"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* One file on its way. */
typedef struct
{
  McCli *cli;
  McStore *store;
  McWorkloadKind kind;
  GFile *file;
  McTableReader *reader;
  McColumnMapping *mapping;
  McWorkloadSource *source;
  McWorkloadImport *import;
  McWorkloadFile *row;
  DexFuture *digest; /* reckoned while the file is read */
  gint64 id;
} Job;

static void
job_clear (Job *job)
{
  g_clear_object (&job->file);
  g_clear_object (&job->reader);
  g_clear_object (&job->mapping);
  g_clear_object (&job->source);
  g_clear_object (&job->import);
  g_clear_object (&job->row);
  dex_clear (&job->digest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static GPtrArray *
list_sources (Job *job, GError **error)
{
  g_autoptr (McQuery) query = mc_query_where_text (mc_query_new (), "kind", mc_workload_kind_values[job->kind].text);

  return dex_await_boxed (mc_store_list (job->store, MC_TYPE_WORKLOAD_SOURCE, query), error);
}

/* The source named, or the only real one, or a new one. */
static gboolean
choose_source (Job *job, GError **error)
{
  g_autoptr (GPtrArray) sources = list_sources (job, error);
  McWorkloadSource *only = NULL;
  guint n_real = 0;

  if (!sources)
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    {
      McWorkloadSource *source = sources->pdata[i];

      if (g_strcmp0 (source->name, opt_source) == 0)
        g_set_object (&job->source, source);
      if (!source->is_sample)
        {
          only = source;
          n_real++;
        }
    }
  if (!opt_source && n_real > 1)
    return mc_cli_usage (error, "%s", _ ("there are several sources of this kind: name one with --source")), FALSE;
  if (!opt_source && n_real == 1)
    g_set_object (&job->source, only);
  if (job->source)
    return TRUE;
  job->source = mc_workload_source_new ();
  job->source->kind = job->kind;
  job->source->name = g_strdup (opt_source ? opt_source : _ (mc_workload_kind_values[job->kind].label));
  return TRUE;
}

/* What --mapping says: the text of a file, or what is remembered of another source. */
static char *
load_mapping (Job *job, GError **error)
{
  g_autoptr (GPtrArray) sources = NULL;
  char *text;

  if (!opt_mapping)
    return g_strdup (job->source->mapping);
  sources = list_sources (job, error);
  if (!sources)
    return NULL;
  for (guint i = 0; i < sources->len; i++)
    if (g_strcmp0 (MC_WORKLOAD_SOURCE (sources->pdata[i])->name, opt_mapping) == 0)
      return g_strdup (MC_WORKLOAD_SOURCE (sources->pdata[i])->mapping);
  return g_file_get_contents (opt_mapping, &text, NULL, error) ? text : NULL;
}

/* The headers; of a table that has none that are known, those that were told before what they mean. */
static McColumnMapping *
find_columns (Job *job, JsonNode *told, GError **error)
{
  const McColumnSet *set = mc_workload_columns (job->kind);
  g_autoptr (GError) failure = NULL;
  g_autoptr (McColumnMapping) mapping = dex_await_object (mc_table_walk_find_header (job->reader, set), &failure);
  gboolean known = mapping != NULL;

  if (!known && told)
    mapping = dex_await_object (mc_table_walk_likely_header (job->reader, set), NULL);
  if (mapping && told)
    mc_column_mapping_apply_json (mapping, told);
  if (known || (mapping && mc_column_mapping_check (mapping, NULL)))
    return g_steal_pointer (&mapping);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
map_columns (Job *job, GError **error)
{
  g_autofree char *text = load_mapping (job, error);
  g_autoptr (JsonNode) node = text ? json_from_string (text, error) : NULL;
  g_autoptr (JsonNode) remembered = NULL;

  if (!text || (error && *error))
    return FALSE;
  job->mapping = find_columns (job, node && JSON_NODE_HOLDS_OBJECT (node) ? node : NULL, error);
  if (!job->mapping)
    return FALSE;
  remembered = mc_column_mapping_to_json (job->mapping);
  g_free (job->source->mapping);
  job->source->mapping = json_to_string (remembered, FALSE);
  return TRUE;
}

/* What the file may name, as it was in force on its first day. */
static gboolean
learn_names (Job *job, GError **error)
{
  GError *failure = NULL;
  McDay day = dex_await_int (mc_workload_known_peek_day (job->reader, job->mapping), &failure);
  guint n;
  const GType *nouns = mc_workload_known_nouns (&n);

  if (failure)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  job->import = mc_workload_import_new (job->kind, job->source->wait_level, mc_day_today ());
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McQuery) query = mc_query_new ();
      g_autoptr (GPtrArray) rows = NULL;

      if (nouns[i] != MC_TYPE_PERSON)
        mc_query_at (query, day == MC_DAY_NONE ? mc_day_today () : day);
      rows = dex_await_boxed (mc_store_list (job->store, nouns[i], query), error);
      if (!rows)
        return FALSE;
      for (guint k = 0; k < rows->len; k++)
        mc_workload_known_add (job->import, rows->pdata[k]);
    }
  return TRUE;
}

/* The one file of the source in force that lists some of these days. */
static gboolean
find_replaced (Job *job, GError **error)
{
  g_autoptr (McQuery) query = mc_query_new ();
  g_autoptr (GPtrArray) files = NULL;
  guint n = 0;

  if (!opt_replace)
    return TRUE;
  mc_query_where_text (mc_query_where_id (query, "source_id", mc_entity_get_id (MC_ENTITY (job->source))), "state",
                       "imported");
  files = dex_await_boxed (mc_store_list (job->store, MC_TYPE_WORKLOAD_FILE, query), error);
  for (guint i = 0; files && i < files->len; i++)
    {
      McWorkloadFile *file = files->pdata[i];

      if (file->first_day > job->row->last_day || file->last_day < job->row->first_day)
        continue;
      job->row->replaces_id = mc_entity_get_id (MC_ENTITY (file));
      n++;
    }
  if (!files || n == 1)
    return files != NULL;
  g_set_error_literal (error, MC_ERROR, MC_ERROR_NOT_FOUND,
                       n ? _ ("Several files list some of these days; withdraw them first.")
                         : _ ("No file of this source that counts lists any of these days."));
  return FALSE;
}

static gboolean
write_all (Job *job, GError **error)
{
  GError *failure = NULL;

  job->row = mc_workload_file_new ();
  job->row->kind = job->kind;
  job->row->file_name = g_file_get_basename (job->file);
  job->row->digest = dex_await_string (g_steal_pointer (&job->digest), error);
  job->row->first_day = mc_workload_import_get_first_day (job->import);
  job->row->last_day = mc_workload_import_get_last_day (job->import);
  job->row->rows_read = (int)mc_workload_import_get_n_rows (job->import);
  if (!job->row->digest || !find_replaced (job, error))
    return FALSE;
  if (opt_dry_run)
    return TRUE;
  job->id = dex_await_int64 (
      mc_workload_store_import (job->store, job->source, job->row, mc_workload_import_get_counts (job->import)),
      &failure);
  if (failure)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static void
print_json (Job *job, gboolean done)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *name = g_file_get_basename (job->file);

  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "file", name);
  mc_cli_set_string (builder, "source", job->source->name);
  mc_cli_set_bool (builder, "dry_run", opt_dry_run);
  mc_cli_set_bool (builder, "imported", done && !opt_dry_run);
  mc_cli_set_int (builder, "file_id", job->id);
  mc_cli_set_int (builder, "rows", mc_workload_import_get_n_rows (job->import));
  mc_cli_set_int (builder, "days", mc_workload_import_get_n_days (job->import));
  mc_cli_set_int (builder, "groups", mc_workload_import_get_counts (job->import)->len);
  mc_cli_set_day (builder, "first_day", mc_workload_import_get_first_day (job->import));
  mc_cli_set_day (builder, "last_day", mc_workload_import_get_last_day (job->import));
  mc_cli_set_string (builder, "note", mc_table_reader_get_note (job->reader));
  json_builder_set_member_name (builder, "mapping");
  json_builder_add_value (builder, mc_column_mapping_to_json (job->mapping));
  mc_cli_set_int (builder, "n_errors", mc_workload_import_get_n_errors (job->import));
  mc_cli_add_import_errors (builder, mc_workload_import_get_errors (job->import));
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static void
print_text (Job *job, gboolean done)
{
  GListModel *errors = mc_workload_import_get_errors (job->import);
  g_autofree char *first = mc_day_format (mc_workload_import_get_first_day (job->import));
  g_autofree char *last = mc_day_format (mc_workload_import_get_last_day (job->import));

  if (mc_table_reader_get_note (job->reader))
    g_print ("%s\n", mc_table_reader_get_note (job->reader));
  for (guint i = 0; i < g_list_model_get_n_items (errors); i++)
    {
      g_autoptr (McImportError) item = g_list_model_get_item (errors, i);
      g_autofree char *text = mc_import_error_format (item);

      g_print ("%s\n", text);
    }
  if (done)
    g_print (opt_dry_run ? _ ("%u rows of %s to %s could be taken in, as %u counts.\n")
                         : _ ("%u rows of %s to %s taken in, as %u counts.\n"),
             mc_workload_import_get_n_rows (job->import), first, last,
             mc_workload_import_get_counts (job->import)->len);
}

static int
import_file (McCli *cli, McWorkloadKind kind, const char *name, GError **error)
{
  g_auto (Job) job = { .cli = cli, .kind = kind, .file = g_file_new_for_commandline_arg (name) };
  guint64 sheet = 1;
  guint n_errors;
  gboolean done;

  if (opt_sheet && !g_ascii_string_to_unsigned (opt_sheet, 10, 1, G_MAXUINT16, &sheet, NULL))
    return mc_cli_usage (error, _ ("“%s” is no number of a sheet: they count from 1"), opt_sheet);
  job.store = mc_cli_open_store (cli, error);
  if (!job.store)
    return MC_CLI_FAILURE;
  job.reader = dex_await_object (mc_table_reader_open (job.file), error);
  if (job.reader)
    job.digest = mc_workload_file_digest (job.file);
  if (!job.reader || !choose_source (&job, error) ||
      (sheet > 1 && !dex_await (mc_table_reader_select_sheet (job.reader, (guint)sheet - 1), error)) ||
      !map_columns (&job, error) || !learn_names (&job, error) ||
      !dex_await (mc_workload_import_read (job.import, job.reader, job.mapping, NULL, NULL, NULL), error))
    return MC_CLI_FAILURE;
  n_errors = mc_workload_import_get_n_errors (job.import);
  if (n_errors > 0)
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE, "%u cell is bad; nothing was changed.",
                              "%u cells are bad; nothing was changed.", n_errors),
                 n_errors);
  done = n_errors == 0 && write_all (&job, error);
  if (mc_cli_wants_json (cli))
    print_json (&job, done);
  else
    print_text (&job, done);
  return done ? MC_CLI_OK : MC_CLI_FAILURE;
}

static int
run_dossiers (McCli *cli, char **arguments, GError **error)
{
  return import_file (cli, MC_WORKLOAD_DOSSIER, arguments[0], error);
}

static int
run_tickets (McCli *cli, char **arguments, GError **error)
{
  return import_file (cli, MC_WORKLOAD_TICKET, arguments[0], error);
}

static int
run_ratings (McCli *cli, char **arguments, GError **error)
{
  return import_file (cli, MC_WORKLOAD_RATING, arguments[0], error);
}

#define JSON_TEXT                                                                                                      \
  "  {\"file\", \"source\": names, \"dry_run\", \"imported\": bools, \"file_id\", \"rows\", \"days\", \"groups\": "    \
  "numbers,\n"                                                                                                         \
  "   \"first_day\", \"last_day\": days, \"note\": text or null,\n"                                                    \
  "   \"mapping\": {\"columns\": [{\"header\", \"field\"}]}, \"n_errors\": number,\n"                                  \
  "   \"errors\": [{\"row\", \"column\": letters, \"header\", \"value\", \"reason\"}]}"

const McCliCommand mc_cli_import_dossiers = {
  .name = "import dossiers",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Take in a dossier system's export as counts; no dossier and no citizen is kept"),
  .json = JSON_TEXT,
  .entries = entries,
  .min_args = 1,
  .max_args = 1,
  .run = run_dossiers,
};

const McCliCommand mc_cli_import_tickets = {
  .name = "import tickets",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Take in a queue machine's export as counts by half-hour"),
  .json = JSON_TEXT,
  .entries = entries,
  .min_args = 1,
  .max_args = 1,
  .run = run_tickets,
};

const McCliCommand mc_cli_import_ratings = {
  .name = "import ratings",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Take in the export of the devices on which citizens rate, as counts"),
  .json = JSON_TEXT,
  .entries = entries,
  .min_args = 1,
  .max_args = 1,
  .run = run_ratings,
};
