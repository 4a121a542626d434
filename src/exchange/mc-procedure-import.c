/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-procedure-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-name.h"
#include "mc-procedure.h"

struct _McProcedureImport
{
  McListImport parent_instance;

  McDay from;
};

G_DEFINE_FINAL_TYPE (McProcedureImport, mc_procedure_import, MC_TYPE_LIST_IMPORT)

static const McColumnWord words[MC_PROCEDURE_N_COLUMNS] = {
  [MC_PROCEDURE_COLUMN_NOTHING] = { "", N_ ("Not read"), { "stt", "so thu tu", "tt", "so tt" } },
  [MC_PROCEDURE_COLUMN_CODE] = { "code",
                                 N_ ("Code"),
                                 { "ma thu tuc", "ma tthc", "ma so", "ma thu tuc hanh chinh", "ma so tthc",
                                   "ma so thu tuc", "ma", "code", "procedure code" } },
  [MC_PROCEDURE_COLUMN_NAME] = { "name",
                                 N_ ("Name"),
                                 { "ten thu tuc", "ten thu tuc hanh chinh", "ten tthc", "thu tuc hanh chinh", "thu tuc",
                                   "ten", "name", "procedure" } },
  [MC_PROCEDURE_COLUMN_AGENCY] = { "agency",
                                   N_ ("Agency"),
                                   { "co quan", "co quan thuc hien", "co quan giai quyet", "don vi", "so nganh",
                                     "so ban nganh", "don vi thuc hien", "agency" } },
  [MC_PROCEDURE_COLUMN_FIELD] = { "field", N_ ("Field"), { "linh vuc", "ma linh vuc", "field" } },
  [MC_PROCEDURE_COLUMN_RECEIVED] = { "received",
                                     N_ ("Received here"),
                                     { "tiep nhan tai trung tam", "tiep nhan", "co tiep nhan",
                                       "thuc hien tai trung tam", "tiep nhan o trung tam", "received",
                                       "received here" } },
  [MC_PROCEDURE_COLUMN_REASON] = { "reason",
                                   N_ ("Why not received"),
                                   { "ly do", "ly do khong tiep nhan", "ly do khong tiep nhan tai trung tam", "reason",
                                     "why not received" } },
  [MC_PROCEDURE_COLUMN_SOURCE] = { "source",
                                   N_ ("Announced by"),
                                   { "quyet dinh cong bo", "quyet dinh", "can cu", "nguon", "source", "decision" } },
  [MC_PROCEDURE_COLUMN_FROM] = { "from", N_ ("First day"), { "tu ngay", "ngay hieu luc", "hieu luc tu", "from" } },
  [MC_PROCEDURE_COLUMN_NOTE] = { "note", N_ ("Note"), { "ghi chu", "chu thich", "note", "notes", "remark" } },
};

const McColumnSet mc_procedure_columns = {
  .words = words,
  .n_words = MC_PROCEDURE_N_COLUMNS,
  .naming = (const guint[]){ MC_PROCEDURE_COLUMN_CODE, 0 },
  .needed = (const guint[]){ MC_PROCEDURE_COLUMN_CODE, MC_PROCEDURE_COLUMN_NAME, 0 },
  .telling = (const guint[]){ MC_PROCEDURE_COLUMN_CODE, MC_PROCEDURE_COLUMN_FIELD, MC_PROCEDURE_COLUMN_AGENCY, 0 },
  .least = 2,
  .no_header = N_ ("No row with headers was found. The table needs a row with “Mã thủ tục”, “Tên thủ tục” and the "
                   "other headers above the procedures."),
  .no_rows = N_ ("There are no procedures below the headers."),
};

static gboolean
is_one_of (const char *folded, const char *const *some)
{
  return g_strv_contains (some, folded);
}

/* Lists say yes with a word, a cross or a 1. */
static gboolean
read_received (McListImport *self, McTableRow *row, gboolean fallback)
{
  static const char *const yes[] = { "co", "x", "1", "yes", "true", "dung", "v", NULL };
  static const char *const no[] = { "khong", "0", "no", "false", "sai", NULL };
  g_autofree char *text = mc_list_import_get_text (self, row, MC_PROCEDURE_COLUMN_RECEIVED);
  g_autofree char *folded = mc_fold (text);

  if (!*text)
    return fallback;
  if (is_one_of (folded, yes) || g_str_equal (text, "✓"))
    return TRUE;
  if (!is_one_of (folded, no) && !g_str_equal (text, "✗"))
    mc_list_import_take_error (self, row, MC_PROCEDURE_COLUMN_RECEIVED, g_strdup (_ ("write Có or Không")));
  return FALSE;
}

static void
take_reason (McProcedure *procedure, const char *text)
{
  static const struct
  {
    const char *word;
    McProcedureReason reason;
  } reasons[] = {
    { "luu dong", MC_PROCEDURE_REASON_MOBILE },     { "mobile", MC_PROCEDURE_REASON_MOBILE },
    { "hien truong", MC_PROCEDURE_REASON_ON_SITE }, { "tai cho", MC_PROCEDURE_REASON_ON_SITE },
    { "thuc dia", MC_PROCEDURE_REASON_ON_SITE },    { "tai co so", MC_PROCEDURE_REASON_ON_SITE },
    { "on site", MC_PROCEDURE_REASON_ON_SITE },     { "on the spot", MC_PROCEDURE_REASON_ON_SITE },
  };
  g_autofree char *folded = mc_fold (text);

  for (gsize i = 0; i < G_N_ELEMENTS (reasons) && procedure->reason == MC_PROCEDURE_REASON_NONE; i++)
    if (strstr (folded, reasons[i].word))
      procedure->reason = reasons[i].reason;
  if (procedure->reason != MC_PROCEDURE_REASON_NONE)
    return;
  procedure->reason = MC_PROCEDURE_REASON_OTHER;
  if (!procedure->note)
    procedure->note = g_strdup (text);
}

static void
read_reception (McListImport *self, McTableRow *row, McProcedure *procedure)
{
  g_autofree char *reason = mc_list_import_get_text (self, row, MC_PROCEDURE_COLUMN_REASON);

  procedure->received = read_received (self, row, !*reason);
  if (procedure->received && *reason)
    mc_list_import_take_error (self, row, MC_PROCEDURE_COLUMN_REASON,
                               g_strdup (_ ("a procedure that is received needs no reason why not")));
  else if (!procedure->received && !*reason)
    mc_list_import_take_error (self, row,
                               mc_list_import_has (self, MC_PROCEDURE_COLUMN_REASON) ? MC_PROCEDURE_COLUMN_REASON
                                                                                     : MC_PROCEDURE_COLUMN_RECEIVED,
                               g_strdup (_ ("say why it is not received here: lưu động (on the move), hiện trường (on "
                                            "the spot), or another reason")));
  else if (!procedure->received)
    take_reason (procedure, reason);
}

static gint64
read_one (McListImport *self, McTableRow *row, guint meaning, McImportFind find)
{
  g_autoptr (GArray) parts = mc_list_import_get_parts (self, row, meaning, find);

  if (parts->len > 1)
    mc_list_import_take_error (self, row, meaning, g_strdup (_ ("only one can stand here")));
  else if (parts->len > 0 && g_array_index (parts, McImportPart, 0).dated)
    mc_list_import_take_error (self, row, meaning, g_strdup (_ ("no days can stand here")));
  return parts->len ? g_array_index (parts, McImportPart, 0).id : 0;
}

/* The agency may be told by the field alone. */
static void
read_owner (McListImport *self, McTableRow *row, McProcedure *procedure)
{
  guint before = g_list_model_get_n_items (mc_list_import_get_errors (self));

  procedure->field_id = read_one (self, row, MC_PROCEDURE_COLUMN_FIELD, mc_list_import_find_field);
  procedure->agency_id = read_one (self, row, MC_PROCEDURE_COLUMN_AGENCY, mc_list_import_find_agency);
  if (!procedure->agency_id && procedure->field_id)
    procedure->agency_id = mc_list_import_get_agency_of (self, procedure->field_id);
  if (!procedure->agency_id && g_list_model_get_n_items (mc_list_import_get_errors (self)) == before)
    mc_list_import_take_error (self, row,
                               mc_list_import_has (self, MC_PROCEDURE_COLUMN_AGENCY) ? MC_PROCEDURE_COLUMN_AGENCY
                                                                                     : MC_PROCEDURE_COLUMN_FIELD,
                               g_strdup (_ ("the agency is missing, or a field that tells it")));
}

static void
read_row (McListImport *list, McTableRow *row)
{
  g_autoptr (McProcedure) procedure = mc_procedure_new ();
  g_autofree char *note = mc_list_import_get_text (list, row, MC_PROCEDURE_COLUMN_NOTE);
  g_autofree char *source = mc_list_import_get_text (list, row, MC_PROCEDURE_COLUMN_SOURCE);

  procedure->code = mc_list_import_get_text (list, row, MC_PROCEDURE_COLUMN_CODE);
  procedure->name = mc_list_import_get_text (list, row, MC_PROCEDURE_COLUMN_NAME);
  g_set_str (&procedure->note, *note ? note : NULL);
  g_set_str (&procedure->source, *source ? source : NULL);
  procedure->during.from = mc_list_import_get_day (list, row, MC_PROCEDURE_COLUMN_FROM);
  if (procedure->during.from == MC_DAY_NONE)
    procedure->during.from = MC_PROCEDURE_IMPORT (list)->from;
  procedure->during.until = MC_DAY_NONE;
  read_owner (list, row, procedure);
  read_reception (list, row, procedure);
  if (!*procedure->name)
    mc_list_import_take_error (list, row, MC_PROCEDURE_COLUMN_NAME, g_strdup (_ ("the name is missing")));
  if (!*procedure->code)
    mc_list_import_take_error (list, row, MC_PROCEDURE_COLUMN_CODE, g_strdup (_ ("the code is missing")));
  else if (mc_list_import_take_key (list, row, MC_PROCEDURE_COLUMN_CODE, procedure->code))
    mc_list_import_add_item (list, procedure, NULL, NULL);
}

static void
mc_procedure_import_class_init (McProcedureImportClass *klass)
{
  MC_LIST_IMPORT_CLASS (klass)->columns = &mc_procedure_columns;
  MC_LIST_IMPORT_CLASS (klass)->read_row = read_row;
}

static void
mc_procedure_import_init (McProcedureImport *self)
{
}

McListImport *
mc_procedure_import_new (McDay from)
{
  McProcedureImport *self = g_object_new (MC_TYPE_PROCEDURE_IMPORT, NULL);

  self->from = from;
  return MC_LIST_IMPORT (self);
}
