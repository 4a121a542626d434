/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-attachment-store.h"
#include "mc-cli.h"
#include "mc-error.h"
#include "mc-file-write.h"
#include "mc-person-copy.h"
#include "mc-person-store.h"
#include "mc-staff-sheet.h"
#include "mc-staff-entry.h"
#include "mc-staff-store.h"
#include "mc-table-export.h"

static char *opt_as_of;
static char *opt_person;
static char *opt_purpose;
static gboolean opt_force;

static const GOptionEntry entries[] = {
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &opt_as_of, N_ ("the day to look at (default: today)"), N_ ("DAY") },
  { "person", 0, 0, G_OPTION_ARG_STRING, &opt_person,
    N_ ("instead of the list: all that is held on this person, as ZIP with the scans or as JSON (Law 91/2025)"),
    N_ ("ID") },
  { "purpose", 0, 0, G_OPTION_ARG_STRING, &opt_purpose, N_ ("why; goes into the access log with --person"),
    N_ ("TEXT") },
  { "force", 0, 0, G_OPTION_ARG_NONE, &opt_force, N_ ("replace a file that is there already"), NULL },
  G_OPTION_ENTRY_NULL,
};

static gboolean
export_list (McStore *store, McDay day, GFile *file, guint *n, GError **error)
{
  g_autoptr (GPtrArray) people = dex_await_boxed (mc_staff_store_list (store, day), error);
  g_autoptr (GListStore) list = g_list_store_new (MC_TYPE_STAFF_ENTRY);
  g_autoptr (GPtrArray) columns = NULL;

  if (!people)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    g_list_store_append (list, people->pdata[i]);
  *n = people->len;
  columns = mc_staff_sheet_columns ();
  return dex_await (mc_table_export (G_LIST_MODEL (list), columns, _ ("Staff"), file), error);
}

static gboolean
has_ending (GFile *file, const char *ending)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ending);
}

static DexFuture *
read_scan (gpointer store, gint64 attachment)
{
  return mc_attachment_store_read (store, attachment);
}

static gboolean
export_person (McStore *store, gint64 id, GFile *file, McPersonCopy *copy, GError **error)
{
  g_autofree char *text = dex_await_string (mc_person_store_export (store, id, opt_purpose), error);
  g_autoptr (GBytes) bytes = text ? g_bytes_new (text, strlen (text)) : NULL;

  if (!bytes)
    return FALSE;
  if (has_ending (file, ".zip"))
    return dex_await (mc_person_copy_write (file, bytes, read_scan, store, copy), error);
  return dex_await (mc_file_write (file, bytes, G_FILE_CREATE_PRIVATE), error);
}

/* What can be told without a database. A pipe or a device is no file to be lost. */
static gboolean
check_file (GFile *file, gint64 person, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (person && !has_ending (file, ".zip") && !has_ending (file, ".json"))
    mc_cli_usage (error, _ ("%s: one person's data are written as .zip or .json"), name);
  else if (!person && !has_ending (file, ".xlsx") && !has_ending (file, ".csv"))
    mc_cli_usage (error, _ ("%s: a list is written as .xlsx or .csv"), name);
  else if (!opt_force && g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR)
    g_set_error (error, MC_ERROR, MC_ERROR_EXISTS,
                 _ ("The file %s is there already; nothing was written. Use --force to replace it."), name);
  else
    return TRUE;
  return FALSE;
}

/* @copy: empty unless it is one person's with the scans */
static void
print_result (McCli *cli, const char *path, guint n, const McPersonCopy *copy)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *size = g_format_size (copy->size);

  if (!mc_cli_wants_json (cli))
    {
      g_print (g_dngettext (GETTEXT_PACKAGE, "%s: %u person\n", "%s: %u people\n", n), path, n);
      if (copy->size)
        g_print (_ ("Scans: %u, size: %s\n"), copy->n_scans, size);
      return;
    }
  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "file", path);
  mc_cli_set_int (builder, "people", n);
  if (copy->size)
    {
      mc_cli_set_int (builder, "scans", copy->n_scans);
      mc_cli_set_int (builder, "bytes", (gint64)copy->size);
    }
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (arguments[0]);
  g_autofree char *path = g_file_get_path (file);
  McPersonCopy copy = { 0 };
  McStore *store;
  McDay day;
  gint64 id = 0;
  guint n = 1;

  if (opt_person && (!opt_purpose || opt_as_of))
    return mc_cli_usage (error, "%s", _ ("--person needs --purpose, and no --as-of"));
  if ((opt_person && !mc_cli_parse_id (opt_person, &id, error)) || !mc_cli_parse_day (opt_as_of, &day, error) ||
      !check_file (file, id, error))
    return MC_CLI_FAILURE;
  store = mc_cli_open_store (cli, error);
  if (!store || !(id ? export_person (store, id, file, &copy, error) : export_list (store, day, file, &n, error)))
    return MC_CLI_FAILURE;
  print_result (cli, path, n, &copy);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_person_export = {
  .name = "person export",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Write the people of a day to FILE.xlsx or FILE.csv, or one person's own data to FILE.zip (FILE.json: "
                 "without the scans)"),
  .json = "  {\"file\": path, \"people\": number}, of FILE.zip also \"scans\": number, \"bytes\": number",
  .entries = entries,
  .min_args = 1,
  .max_args = 1,
  .run = run,
};
