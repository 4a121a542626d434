/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-agency-entry.h"
#include "mc-agency-name.h"
#include "mc-agency-store.h"
#include "mc-attendance-import.h"
#include "mc-cli.h"
#include "mc-clock.h"
#include "mc-counter-assignment.h"
#include "mc-counter-import.h"
#include "mc-counter.h"
#include "mc-error.h"
#include "mc-field.h"
#include "mc-person.h"
#include "mc-procedure-import.h"
#include "mc-procedure.h"
#include "mc-session-time.h"
#include "mc-tour.h"

static char *opt_sheet;
static char *opt_from;
static gboolean opt_skip_known;
static gboolean opt_dry_run;
static int opt_grace;

static const GOptionEntry entries[] = {
  { "sheet", 0, 0, G_OPTION_ARG_STRING, &opt_sheet, N_ ("the sheet, from 1 (default: the first)"), N_ ("N") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &opt_from, N_ ("the first day of rows that name none (default: today)"),
    N_ ("DAY") },
  { "skip-known", 0, 0, G_OPTION_ARG_NONE, &opt_skip_known, N_ ("leave out what is in the register already"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &opt_dry_run, N_ ("only check; write nothing"), NULL },
  G_OPTION_ENTRY_NULL,
};

static const GOptionEntry attendance_entries[] = {
  { "sheet", 0, 0, G_OPTION_ARG_STRING, &opt_sheet, N_ ("the sheet, from 1 (default: the first)"), N_ ("N") },
  { "grace", 0, 0, G_OPTION_ARG_INT, &opt_grace,
    N_ ("minutes after the beginning when nobody is late yet (default: 0)"), N_ ("MINUTES") },
  { "skip-known", 0, 0, G_OPTION_ARG_NONE, &opt_skip_known, N_ ("leave out what is in the register already"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &opt_dry_run, N_ ("only check; write nothing"), NULL },
  G_OPTION_ENTRY_NULL,
};

static GPtrArray *
list_at (McStore *store, GType noun, McDay day, GError **error)
{
  g_autoptr (McQuery) query = mc_query_at (mc_query_new (), day);

  return dex_await_boxed (mc_store_list (store, noun, query), error);
}

/* Lists name an agency as it is called on the day, or was before. */
static gboolean
add_agencies (McListImport *import, McStore *store, McDay day, GError **error)
{
  g_autoptr (GPtrArray) agencies = dex_await_boxed (mc_agency_store_list (store, day), error);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; agencies && i < agencies->len; i++)
    {
      McAgencyEntry *row = agencies->pdata[i];
      gint64 id = mc_entity_get_id (MC_ENTITY (row));

      g_hash_table_add (there, g_memdup2 (&id, sizeof id));
      mc_list_import_add_agency (import, id, row->code, row->name, row->short_name);
    }
  names = agencies ? dex_await_boxed (mc_store_list (store, MC_TYPE_AGENCY_NAME, NULL), error) : NULL;
  for (guint i = 0; names && i < names->len; i++)
    {
      McAgencyName *row = names->pdata[i];

      if (g_hash_table_contains (there, &row->agency_id))
        mc_list_import_add_agency (import, row->agency_id, NULL, row->name, row->short_name);
    }
  return names != NULL;
}

static gboolean
add_words (McListImport *import, McStore *store, gboolean procedures, McDay day, GError **error)
{
  g_autoptr (GPtrArray) fields = list_at (store, MC_TYPE_FIELD, day, error);
  g_autoptr (GPtrArray) known =
      fields ? list_at (store, procedures ? MC_TYPE_PROCEDURE : MC_TYPE_COUNTER, day, error) : NULL;

  for (guint i = 0; fields && i < fields->len; i++)
    {
      McField *row = fields->pdata[i];

      mc_list_import_add_field (import, mc_entity_get_id (MC_ENTITY (row)), row->code, row->name, row->agency_id);
    }
  for (guint i = 0; known && i < known->len; i++)
    {
      g_autofree char *key = mc_entity_get_text (known->pdata[i], procedures ? "code" : "number");

      mc_list_import_add_known (import, key);
    }
  return known && add_agencies (import, store, day, error);
}

/* Whom the list may name, when they are here, and where they sit. */
static gboolean
add_people (McCounterImport *import, McStore *store, GError **error)
{
  const GType nouns[] = { MC_TYPE_PERSON, MC_TYPE_TOUR, MC_TYPE_COUNTER_ASSIGNMENT };

  for (gsize n = 0; n < G_N_ELEMENTS (nouns); n++)
    {
      g_autoptr (GPtrArray) rows = dex_await_boxed (mc_store_list (store, nouns[n], NULL), error);

      if (!rows)
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        mc_counter_import_add_person (import, rows->pdata[i]);
    }
  return TRUE;
}

static gboolean
read_list (McListImport *import, const char *name, guint sheet, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (McTableReader) reader = dex_await_object (mc_table_reader_open (file), error);
  g_autoptr (McColumnMapping) mapping = NULL;

  if (!reader || (sheet > 1 && !dex_await (mc_table_reader_select_sheet (reader, sheet - 1), error)))
    return FALSE;
  mapping = dex_await_object (mc_list_import_find_header (import, reader), error);
  return mapping && dex_await (mc_list_import_read (import, reader, mapping), error);
}

/* All in one transaction. */
static gboolean
write_rows (McListImport *import, McStore *store, GError **error)
{
  g_autoptr (GPtrArray) ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);

  for (guint i = 0; i < mc_list_import_get_n_items (import); i++)
    {
      const McImportItem *item = mc_list_import_get_item (import, i);
      McRowOp *op = mc_row_op_new_insert (item->row);

      if (item->parent)
        mc_row_op_link (op, item->link, item->parent);
      g_ptr_array_add (ops, op);
    }
  return opt_dry_run || ops->len == 0 || dex_await (mc_store_apply (store, ops), error);
}

static void
print_json (McListImport *import, guint imported)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  mc_cli_set_bool (builder, "dry_run", opt_dry_run);
  mc_cli_set_int (builder, "rows", mc_list_import_get_n_rows (import));
  mc_cli_set_int (builder, "imported", imported);
  mc_cli_set_int (builder, "known", mc_list_import_get_n_known (import));
  mc_cli_add_import_errors (builder, mc_list_import_get_errors (import));
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static void
print_text (McListImport *import, guint imported)
{
  GListModel *errors = mc_list_import_get_errors (import);

  for (guint i = 0; i < g_list_model_get_n_items (errors); i++)
    {
      g_autoptr (McImportError) error = g_list_model_get_item (errors, i);
      g_autofree char *text = mc_import_error_format (error);

      g_print ("%s\n", text);
    }
  if (g_list_model_get_n_items (errors) == 0)
    g_print (opt_dry_run ? _ ("%u rows could be imported, %u are there already.\n")
                         : _ ("%u rows imported, %u were there already.\n"),
             imported, mc_list_import_get_n_known (import));
}

/* One kind of list: how its import is made, and what it is told of the register. */
typedef struct
{
  McListImport *(*make) (McDay day);
  gboolean (*fill) (McListImport *import, McStore *store, McDay day, GError **error);
} ListKind;

static gboolean
fill_counters (McListImport *import, McStore *store, McDay day, GError **error)
{
  return add_words (import, store, FALSE, day, error) && add_people (MC_COUNTER_IMPORT (import), store, error);
}

static gboolean
fill_procedures (McListImport *import, McStore *store, McDay day, GError **error)
{
  return add_words (import, store, TRUE, day, error);
}

static McListImport *
make_attendance (McDay day)
{
  return mc_attendance_import_new (opt_grace);
}

static gboolean
fill_attendance (McListImport *import, McStore *store, McDay day, GError **error)
{
  g_autoptr (GPtrArray) people = dex_await_boxed (mc_store_list (store, MC_TYPE_PERSON, NULL), error);
  g_autoptr (GPtrArray) known =
      people ? dex_await_boxed (mc_store_list (store, MC_TYPE_ATTENDANCE, NULL), error) : NULL;
  g_autoptr (GPtrArray) times = known ? list_at (store, MC_TYPE_SESSION_TIME, day, error) : NULL;

  for (guint i = 0; times && i < people->len; i++)
    mc_attendance_import_add_person (MC_ATTENDANCE_IMPORT (import), mc_entity_get_id (people->pdata[i]),
                                     MC_PERSON (people->pdata[i])->full_name);
  for (guint i = 0; times && i < known->len; i++)
    {
      g_autofree char *key = mc_attendance_import_dup_key (known->pdata[i]);

      mc_list_import_add_known (import, key);
    }
  for (guint i = 0; times && i < times->len; i++)
    {
      McSessionTime *time = times->pdata[i];

      if (time->purpose == MC_HOURS_OFFICE && time->first_weekday == 1)
        mc_attendance_import_set_hours (MC_ATTENDANCE_IMPORT (import), time->session, mc_clock_parse (time->starts),
                                        mc_clock_parse (time->ends));
    }
  return times != NULL;
}

static int
import_list (McCli *cli, const char *name, const ListKind *kind, GError **error)
{
  g_autoptr (McListImport) import = NULL;
  McStore *store;
  McDay day;
  guint64 sheet = 1;
  guint n_errors;
  gboolean done;

  if (opt_sheet && !g_ascii_string_to_unsigned (opt_sheet, 10, 1, G_MAXUINT16, &sheet, NULL))
    return mc_cli_usage (error, _ ("“%s” is no number of a sheet: they count from 1"), opt_sheet);
  if (!mc_cli_parse_day (opt_from, &day, error))
    return MC_CLI_USAGE;
  import = kind->make (day);
  mc_list_import_set_skip_known (import, opt_skip_known);
  store = mc_cli_open_store (cli, error);
  if (!store || !kind->fill (import, store, day, error) || !read_list (import, name, (guint)sheet, error))
    return MC_CLI_FAILURE;
  n_errors = g_list_model_get_n_items (mc_list_import_get_errors (import));
  if (n_errors > 0)
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE, "%u cell is bad; nothing was changed.",
                              "%u cells are bad; nothing was changed.", n_errors),
                 n_errors);
  done = n_errors == 0 && write_rows (import, store, error);
  if (mc_cli_wants_json (cli))
    print_json (import, done ? mc_list_import_get_n_rows (import) : 0);
  else if (done || n_errors > 0)
    print_text (import, mc_list_import_get_n_rows (import));
  return done ? MC_CLI_OK : MC_CLI_FAILURE;
}

static int
run_counters (McCli *cli, char **arguments, GError **error)
{
  const ListKind kind = { mc_counter_import_new, fill_counters };

  return import_list (cli, arguments[0], &kind, error);
}

static int
run_procedures (McCli *cli, char **arguments, GError **error)
{
  const ListKind kind = { mc_procedure_import_new, fill_procedures };

  return import_list (cli, arguments[0], &kind, error);
}

static int
run_attendance (McCli *cli, char **arguments, GError **error)
{
  const ListKind kind = { make_attendance, fill_attendance };

  return import_list (cli, arguments[0], &kind, error);
}

#define JSON_TEXT                                                                                                      \
  "  {\"dry_run\": bool, \"rows\", \"imported\", \"known\": numbers,\n"                                                \
  "   \"errors\": [{\"row\", \"column\": letters, \"header\", \"value\", \"reason\"}]}"

const McCliCommand mc_cli_counter_import = {
  .name = "counter import",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Take in counters with agencies, fields and people from CSV, XLSX, XLS or ODS: all of them or none"),
  .json = JSON_TEXT,
  .entries = entries,
  .min_args = 1,
  .max_args = 1,
  .run = run_counters,
};

const McCliCommand mc_cli_import_procedures = {
  .name = "import procedures",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Take in the catalogue of procedures from CSV, XLSX, XLS or ODS: all of it or nothing"),
  .json = JSON_TEXT,
  .entries = entries,
  .min_args = 1,
  .max_args = 1,
  .run = run_procedures,
};

const McCliCommand mc_cli_attendance_import = {
  .name = "attendance import",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Take in who came and left when, from a time clock's CSV, XLSX, XLS or ODS: all of it or nothing"),
  .json = JSON_TEXT,
  .entries = attendance_entries,
  .min_args = 1,
  .max_args = 1,
  .run = run_attendance,
};
