/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-agency-entry.h"
#include "mc-agency-name.h"
#include "mc-agency-store.h"
#include "mc-cli.h"
#include "mc-competence.h"
#include "mc-error.h"
#include "mc-field.h"
#include "mc-home-agency.h"
#include "mc-rank.h"
#include "mc-staff-import.h"
#include "mc-staff-store.h"

static char *opt_sheet;
static char *opt_mapping;
static gboolean opt_skip_known;
static gboolean opt_dry_run;
static char *opt_correction;

static const GOptionEntry entries[] = {
  { "sheet", 0, 0, G_OPTION_ARG_STRING, &opt_sheet, N_ ("the sheet, from 1 (default: the first)"), N_ ("N") },
  { "mapping", 0, 0, G_OPTION_ARG_FILENAME, &opt_mapping,
    N_ ("what the columns mean: JSON as this command prints under “mapping”"), N_ ("FILE") },
  { "skip-known", 0, 0, G_OPTION_ARG_NONE, &opt_skip_known, N_ ("leave out who is in the register already"), NULL },
  { "correction", 0, 0, G_OPTION_ARG_STRING, &opt_correction,
    N_ ("why tours that ended long ago are entered (director and deputies)"), N_ ("REASON") },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &opt_dry_run, N_ ("only check; write nothing"), NULL },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  McStore *store;
  McTableReader *reader;
  McStaffImport *import;
  McColumnMapping *mapping;
  guint sheet; /* from 1 */
  guint imported;
  guint skipped;
} Import;

static void
import_clear (Import *import)
{
  g_clear_object (&import->reader);
  g_clear_object (&import->import);
  g_clear_object (&import->mapping);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static DexFuture *
first_of (DexFuture *found, gpointer user_data)
{
  GPtrArray *people = g_value_get_boxed (dex_future_get_value (found, NULL));

  return dex_future_new_take_object (people->len > 0 ? g_object_ref (people->pdata[0]) : NULL);
}

static DexFuture *
known (const char *full_name, McDay birth_date, gint64 agency, gpointer user_data)
{
  return dex_future_then (mc_staff_store_find_duplicates (user_data, full_name, birth_date, agency), first_of, NULL,
                          NULL);
}

/* Lists name an agency as it is called today, or was before. */
static gboolean
add_agencies (Import *import, GError **error)
{
  g_autoptr (GPtrArray) agencies = dex_await_boxed (mc_agency_store_list (import->store, mc_day_today ()), error);
  g_autoptr (GPtrArray) names = NULL;

  for (guint i = 0; agencies && i < agencies->len; i++)
    {
      McAgencyEntry *agency = agencies->pdata[i];

      mc_staff_import_add_agency (import->import, mc_entity_get_id (MC_ENTITY (agency)), agency->code, agency->name,
                                  agency->short_name);
    }
  names = agencies ? dex_await_boxed (mc_store_list (import->store, MC_TYPE_AGENCY_NAME, NULL), error) : NULL;
  for (guint i = 0; names && i < names->len; i++)
    {
      McAgencyName *name = names->pdata[i];

      for (guint k = 0; k < agencies->len; k++)
        if (mc_entity_get_id (agencies->pdata[k]) == name->agency_id)
          mc_staff_import_add_agency (import->import, name->agency_id, NULL, name->name, name->short_name);
    }
  return names != NULL;
}

static gboolean
add_words (Import *import, GError **error)
{
  g_autoptr (McQuery) today = mc_query_at (mc_query_new (), mc_day_today ());
  g_autoptr (GPtrArray) ranks = dex_await_boxed (mc_store_list (import->store, MC_TYPE_RANK, NULL), error);
  g_autoptr (GPtrArray) fields = NULL;

  for (guint i = 0; ranks && i < ranks->len; i++)
    {
      McRank *rank = ranks->pdata[i];

      mc_staff_import_add_rank (import->import, mc_entity_get_id (MC_ENTITY (rank)), rank->code, rank->name);
    }
  fields = ranks ? dex_await_boxed (mc_store_list (import->store, MC_TYPE_FIELD, today), error) : NULL;
  for (guint i = 0; fields && i < fields->len; i++)
    {
      McField *field = fields->pdata[i];

      mc_staff_import_add_field (import->import, mc_entity_get_id (MC_ENTITY (field)), field->code, field->name);
    }
  return fields && add_agencies (import, error);
}

static gboolean
apply_mapping (Import *import, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!opt_mapping)
    return TRUE;
  if (!json_parser_load_from_file (parser, opt_mapping, error))
    return FALSE;
  mc_column_mapping_apply_json (import->mapping, json_parser_get_root (parser));
  return TRUE;
}

static gboolean
read_file (Import *import, const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);

  import->reader = dex_await_object (mc_table_reader_open (file), error);
  if (!import->reader)
    return FALSE;
  if (import->sheet > 1 && !dex_await (mc_table_reader_select_sheet (import->reader, import->sheet - 1), error))
    return FALSE;
  import->import = mc_staff_import_new (mc_day_today ());
  mc_staff_import_set_known_func (import->import, known, g_object_ref (import->store), g_object_unref);
  if (!add_words (import, error))
    return FALSE;
  import->mapping = dex_await_object (mc_staff_import_find_header (import->import, import->reader), error);
  if (!import->mapping || !apply_mapping (import, error))
    return FALSE;
  return dex_await (mc_staff_import_read (import->import, import->reader, import->mapping), error);
}

static void
take_op (GPtrArray *ops, gpointer entity, gpointer person)
{
  McRowOp *op = mc_row_op_new_insert (entity);

  if (person)
    mc_row_op_link (op, "person_id", person);
  g_ptr_array_add (ops, op);
}

static void
take_home (GPtrArray *ops, McStaffImportRow *row)
{
  g_autoptr (McHomeAgency) home = mc_home_agency_new ();
  McTour *tour = mc_staff_import_row_get_tour (row);

  home->agency_id = tour->agency_id;
  home->during.from = tour->during.from;
  take_op (ops, home, mc_staff_import_row_get_person (row));
}

static void
take_competence (GPtrArray *ops, McStaffImportRow *row)
{
  g_autoptr (McCompetence) competence = NULL;

  if (!mc_staff_import_row_get_field (row))
    return;
  competence = mc_competence_new ();
  competence->level = MC_COMPETENCE_LEVEL_TRAINED;
  competence->field_id = mc_staff_import_row_get_field (row);
  competence->during.from = mc_staff_import_row_get_tour (row)->during.from;
  take_op (ops, competence, mc_staff_import_row_get_person (row));
}

static void
take_person (GPtrArray *ops, McStaffImportRow *row)
{
  take_op (ops, mc_staff_import_row_get_person (row), NULL);
}

static void
take_tour (GPtrArray *ops, McStaffImportRow *row)
{
  take_op (ops, mc_staff_import_row_get_tour (row), mc_staff_import_row_get_person (row));
}

static void
take_private (GPtrArray *ops, McStaffImportRow *row)
{
  if (mc_staff_import_row_has_private (row))
    take_op (ops, mc_staff_import_row_get_private (row), mc_staff_import_row_get_person (row));
}

/* Noun by noun, so that each goes in a few statements and not in one per row. */
static void
take_rows (GPtrArray *ops, GListModel *rows)
{
  static void (*const steps[]) (GPtrArray *, McStaffImportRow *) = { take_person, take_home, take_tour, take_competence,
                                                                     take_private };

  for (gsize step = 0; step < G_N_ELEMENTS (steps); step++)
    for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
      {
        g_autoptr (McStaffImportRow) row = g_list_model_get_item (rows, i);

        if (!mc_staff_import_row_get_known (row))
          steps[step](ops, row);
      }
}

/* All in one transaction. */
static gboolean
write_rows (Import *import, GError **error)
{
  g_autoptr (GPtrArray) ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);
  GListModel *rows = mc_staff_import_get_rows (import->import);

  if (mc_staff_import_get_n_known (import->import) > 0 && !opt_skip_known)
    {
      g_set_error (
          error, MC_ERROR, MC_ERROR_EXISTS,
          _ ("%u of the people are in the register already; nothing was changed. Use --skip-known to leave them out."),
          mc_staff_import_get_n_known (import->import));
      return FALSE;
    }
  if (opt_correction)
    g_ptr_array_add (ops, mc_store_correction_op (opt_correction));
  take_rows (ops, rows);
  import->skipped = mc_staff_import_get_n_known (import->import);
  import->imported = g_list_model_get_n_items (rows) - import->skipped;
  if (opt_dry_run || import->imported == 0)
    return TRUE;
  if (dex_await (mc_store_apply (import->store, ops), error))
    return TRUE;
  import->imported = 0;
  return FALSE;
}

static void
add_known (JsonBuilder *builder, GListModel *rows)
{
  json_builder_set_member_name (builder, "known");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (McStaffImportRow) row = g_list_model_get_item (rows, i);
      McPerson *person = mc_staff_import_row_get_known (row);

      if (!person)
        continue;
      json_builder_begin_object (builder);
      mc_cli_set_int (builder, "row", mc_staff_import_row_get_number (row));
      mc_cli_set_int (builder, "person_id", mc_entity_get_id (MC_ENTITY (person)));
      mc_cli_set_string (builder, "full_name", person->full_name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (Import *import)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GListModel *rows = mc_staff_import_get_rows (import->import);

  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "format", mc_table_reader_get_format (import->reader));
  mc_cli_set_string (builder, "sheet",
                     mc_table_reader_get_sheets (import->reader)[mc_table_reader_get_sheet (import->reader)]);
  mc_cli_set_string (builder, "note", mc_table_reader_get_note (import->reader));
  mc_cli_set_bool (builder, "dry_run", opt_dry_run);
  mc_cli_set_int (builder, "rows", g_list_model_get_n_items (rows));
  mc_cli_set_int (builder, "imported", import->imported);
  mc_cli_set_int (builder, "skipped", import->skipped);
  add_known (builder, rows);
  mc_cli_add_import_errors (builder, mc_staff_import_get_errors (import->import));
  json_builder_set_member_name (builder, "mapping");
  json_builder_add_value (builder, mc_column_mapping_to_json (import->mapping));
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static void
print_text (Import *import)
{
  GListModel *errors = mc_staff_import_get_errors (import->import);
  const char *note = mc_table_reader_get_note (import->reader);

  if (note)
    g_print ("%s\n", note);
  for (guint i = 0; i < g_list_model_get_n_items (errors); i++)
    {
      g_autoptr (McImportError) error = g_list_model_get_item (errors, i);
      g_autofree char *text = mc_import_error_format (error);

      g_print ("%s\n", text);
    }
  if (import->imported > 0 || g_list_model_get_n_items (errors) == 0)
    g_print (opt_dry_run ? _ ("%u people could be imported, %u left out.\n") : _ ("%u people imported, %u left out.\n"),
             import->imported, import->skipped);
}

static gboolean
parse_sheet (guint *sheet, GError **error)
{
  guint64 number = 1;

  if (opt_sheet && !g_ascii_string_to_unsigned (opt_sheet, 10, 1, G_MAXUINT16, &number, NULL))
    {
      mc_cli_usage (error, _ ("“%s” is no number of a sheet: they count from 1"), opt_sheet);
      return FALSE;
    }
  *sheet = (guint)number;
  return TRUE;
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_auto (Import) import = { 0 };
  gboolean done;
  guint n_errors;

  if (!parse_sheet (&import.sheet, error))
    return MC_CLI_USAGE;
  import.store = mc_cli_open_store (cli, error);
  if (!import.store || !read_file (&import, arguments[0], error))
    return MC_CLI_FAILURE;
  n_errors = g_list_model_get_n_items (mc_staff_import_get_errors (import.import));
  if (n_errors > 0)
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE, "%u cell is bad; nothing was changed.",
                              "%u cells are bad; nothing was changed.", n_errors),
                 n_errors);
  done = n_errors == 0 && write_rows (&import, error);
  if (mc_cli_wants_json (cli))
    print_json (&import);
  else
    print_text (&import);
  return done ? MC_CLI_OK : MC_CLI_FAILURE;
}

const McCliCommand mc_cli_person_import = {
  .name = "person import",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Take in people and their tours from CSV, XLSX, XLS or ODS: all of them or none"),
  .json = "  {\"format\", \"sheet\", \"note\": text or null, \"dry_run\": bool, \"rows\", \"imported\", "
          "\"skipped\": numbers,\n"
          "   \"known\": [{\"row\", \"person_id\", \"full_name\"}],\n"
          "   \"errors\": [{\"row\", \"column\": letters, \"header\", \"value\", \"reason\"}],\n"
          "   \"mapping\": {\"columns\": [{\"header\", \"field\"}]}}",
  .entries = entries,
  .min_args = 1,
  .max_args = 1,
  .run = run,
};
