/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staff-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-error.h"
#include "mc-name-index.h"
#include "mc-name.h"
#include "mc-staff-cell.h"
#include "mc-table-walk.h"

struct _McStaffImport
{
  GObject parent_instance;

  McDay today;
  McNameIndex *agencies;
  McNameIndex *ranks;
  McNameIndex *fields;
  McStaffKnownFunc known_func;
  gpointer known_data;
  GDestroyNotify known_notify;

  McColumnMapping *mapping;
  GListStore *rows;
  GListStore *errors;
  GHashTable *seen;                          /* name, birth date, agency -> row number */
  guint month_first_row[MC_STAFF_N_COLUMNS]; /* the first row that writes the month first, by meaning */
  guint n_known;
};

G_DEFINE_FINAL_TYPE (McStaffImport, mc_staff_import, G_TYPE_OBJECT)

static void
clear_known_func (McStaffImport *self)
{
  if (self->known_notify)
    self->known_notify (self->known_data);
  self->known_notify = NULL;
}

static void
mc_staff_import_finalize (GObject *object)
{
  McStaffImport *self = MC_STAFF_IMPORT (object);

  clear_known_func (self);
  mc_name_index_free (self->agencies);
  mc_name_index_free (self->ranks);
  mc_name_index_free (self->fields);
  g_clear_object (&self->mapping);
  g_clear_object (&self->rows);
  g_clear_object (&self->errors);
  g_hash_table_unref (self->seen);
  G_OBJECT_CLASS (mc_staff_import_parent_class)->finalize (object);
}

static void
mc_staff_import_class_init (McStaffImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_staff_import_finalize;
}

static void
mc_staff_import_init (McStaffImport *self)
{
  self->agencies = mc_name_index_new ();
  self->ranks = mc_name_index_new ();
  self->fields = mc_name_index_new ();
  self->rows = g_list_store_new (MC_TYPE_STAFF_IMPORT_ROW);
  self->errors = g_list_store_new (MC_TYPE_IMPORT_ERROR);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

McStaffImport *
mc_staff_import_new (McDay today)
{
  McStaffImport *self = g_object_new (MC_TYPE_STAFF_IMPORT, NULL);

  self->today = today;
  return self;
}

void
mc_staff_import_add_agency (McStaffImport *self, gint64 id, const char *code, const char *name, const char *short_name)
{
  g_return_if_fail (MC_IS_STAFF_IMPORT (self));
  mc_name_index_add (self->agencies, id, code, name, short_name);
}

void
mc_staff_import_add_rank (McStaffImport *self, gint64 id, const char *code, const char *name)
{
  g_return_if_fail (MC_IS_STAFF_IMPORT (self));
  mc_name_index_add (self->ranks, id, code, name, NULL);
}

void
mc_staff_import_add_field (McStaffImport *self, gint64 id, const char *code, const char *name)
{
  g_return_if_fail (MC_IS_STAFF_IMPORT (self));
  mc_name_index_add (self->fields, id, code, name, NULL);
}

void
mc_staff_import_set_known_func (McStaffImport *self, McStaffKnownFunc func, gpointer user_data, GDestroyNotify notify)
{
  g_return_if_fail (MC_IS_STAFF_IMPORT (self));
  clear_known_func (self);
  self->known_func = func;
  self->known_data = user_data;
  self->known_notify = notify;
}

GListModel *
mc_staff_import_get_rows (McStaffImport *self)
{
  g_return_val_if_fail (MC_IS_STAFF_IMPORT (self), NULL);
  return G_LIST_MODEL (self->rows);
}

GListModel *
mc_staff_import_get_errors (McStaffImport *self)
{
  g_return_val_if_fail (MC_IS_STAFF_IMPORT (self), NULL);
  return G_LIST_MODEL (self->errors);
}

guint
mc_staff_import_get_n_known (McStaffImport *self)
{
  g_return_val_if_fail (MC_IS_STAFF_IMPORT (self), 0);
  return self->n_known;
}

static void
take_error (McStaffImport *self, McStaffImportRow *row, McStaffColumn meaning, char *reason)
{
  int column = meaning == MC_STAFF_NOTHING ? -1 : mc_column_mapping_find (self->mapping, meaning);
  g_autofree char *letters = column < 0 ? g_strdup ("") : mc_table_column_letters ((guint)column);
  const McTableCell *cell =
      column < 0 ? NULL : mc_table_row_get_cell (mc_staff_import_row_get_cells (row), (guint)column);
  const char *value = cell && cell->kind != MC_CELL_EMPTY && cell->text ? cell->text : "";
  g_autoptr (McImportError) error = mc_import_error_new (
      mc_staff_import_row_get_number (row), letters,
      column < 0 ? "" : mc_column_mapping_get_header (self->mapping, (guint)column), value, reason);

  g_list_store_append (self->errors, error);
  mc_staff_import_row_add_error (row);
  g_free (reason);
}

/* The days of a row, by meaning: where the value goes and what is plausible. */
static char *
set_day (McStaffImport *self, McStaffImportRow *row, McStaffColumn meaning, const McTableCell *cell)
{
  McTour *tour = mc_staff_import_row_get_tour (row);
  gboolean month_first;
  McDay day;
  char *reason = mc_staff_cell_day (cell, &day, &month_first);

  if (month_first && self->month_first_row[meaning] == 0)
    self->month_first_row[meaning] = mc_staff_import_row_get_number (row);
  if (reason)
    return reason;
  if (day == MC_DAY_NONE)
    return meaning == MC_STAFF_FROM ? g_strdup (_ ("the first day is missing")) : NULL;
  if (meaning == MC_STAFF_BIRTH_DATE)
    {
      if (day > mc_day_add_months (self->today, -16 * 12) || day < mc_day_add_months (self->today, -90 * 12))
        return g_strdup (_ ("this cannot be the birth date of somebody at work"));
      mc_staff_import_row_get_private (row)->birth_date = day;
      return NULL;
    }
  if (day < mc_day_new (1950, 1, 1) || day > mc_day_add_months (self->today, 50 * 12))
    return g_strdup (_ ("this year cannot be meant"));
  if (meaning == MC_STAFF_FROM)
    tour->during.from = day;
  else if (meaning == MC_STAFF_UNTIL)
    tour->during.until = tour->planned_until = day + 1;
  else if (meaning == MC_STAFF_DECISION_DATE)
    tour->decision_date = day;
  else
    mc_staff_import_row_get_person (row)->joined_state_service = day;
  return NULL;
}

/* Names out of the three indexes. */
static char *
set_reference (McStaffImport *self, McStaffImportRow *row, McStaffColumn meaning, const char *text)
{
  McNameIndex *index = meaning == MC_STAFF_AGENCY ? self->agencies
                       : meaning == MC_STAFF_RANK ? self->ranks
                                                  : self->fields;
  char *reason = NULL;
  gint64 id;

  if (!*text)
    return meaning == MC_STAFF_AGENCY ? g_strdup (_ ("the sending agency is missing")) : NULL;
  /* A centre that has not entered its fields yet can take in its people all the same. */
  if (meaning == MC_STAFF_FIELD && mc_name_index_is_empty (index))
    return NULL;
  id = mc_name_index_find (index, text, &reason);
  if (meaning == MC_STAFF_AGENCY)
    {
      mc_staff_import_row_get_tour (row)->agency_id = id;
      mc_staff_import_row_set_agency_name (row, id ? mc_name_index_get_name (index, id) : text);
    }
  else if (meaning == MC_STAFF_RANK)
    mc_staff_import_row_get_person (row)->rank_id = id;
  else
    mc_staff_import_row_set_field (row, id);
  return reason;
}

static char *
set_private (McStaffImportRow *row, McStaffColumn meaning, const McTableCell *cell, const char *text)
{
  McPersonPrivate *data = mc_staff_import_row_get_private (row);

  if (meaning == MC_STAFF_IDENTITY_NO)
    return mc_staff_cell_identity (cell, &data->identity_no);
  if (meaning == MC_STAFF_PRIVATE_PHONE)
    return mc_staff_cell_phone (cell, &data->private_phone);
  if (*text)
    g_set_str (&data->home_address, text);
  return NULL;
}

static char *
set_plain (McStaffImportRow *row, McStaffColumn meaning, const McTableCell *cell, const char *text)
{
  McPerson *person = mc_staff_import_row_get_person (row);
  McTour *tour = mc_staff_import_row_get_tour (row);

  switch ((guint)meaning)
    {
    case MC_STAFF_SEX:
      return mc_staff_cell_sex (text, &person->sex);
    case MC_STAFF_EMPLOYMENT:
      return mc_staff_cell_employment (text, &person->employment);
    case MC_STAFF_KIND:
      return mc_staff_cell_kind (text, &tour->kind);
    case MC_STAFF_ROLE:
      return mc_staff_cell_role (text, &tour->role);
    case MC_STAFF_PHONE:
      return mc_staff_cell_phone (cell, &person->public_phone);
    case MC_STAFF_EMAIL:
      return mc_staff_cell_email (text, &person->email);
    case MC_STAFF_DECISION_NO:
      g_set_str (&tour->decision_no, *text ? text : NULL);
      return NULL;
    case MC_STAFF_SIGNER:
      g_set_str (&tour->signer, *text ? text : NULL);
      return NULL;
    case MC_STAFF_NOTE:
      g_set_str (&person->note, *text ? text : NULL);
      return NULL;
    default:
      return NULL;
    }
}

static void
read_cell (McStaffImport *self, McStaffImportRow *row, guint column)
{
  McStaffColumn meaning = mc_column_mapping_get (self->mapping, column);
  const McTableCell *cell = mc_table_row_get_cell (mc_staff_import_row_get_cells (row), column);
  g_autofree char *text = NULL;
  char *reason;

  /* The name is put together from one or two columns by itself. */
  if (meaning == MC_STAFF_NOTHING)
    return;
  reason = mc_staff_cell_check (cell);
  text = reason ? NULL : mc_staff_cell_text (cell);
  if (reason || meaning == MC_STAFF_FULL_NAME || meaning == MC_STAFF_NAME_BEGIN || meaning == MC_STAFF_NAME_END)
    ;
  else if (mc_staff_column_is_day (meaning))
    reason = set_day (self, row, meaning, cell);
  else if (meaning == MC_STAFF_AGENCY || meaning == MC_STAFF_RANK || meaning == MC_STAFF_FIELD)
    reason = set_reference (self, row, meaning, text);
  else if (meaning == MC_STAFF_IDENTITY_NO || meaning == MC_STAFF_ADDRESS || meaning == MC_STAFF_PRIVATE_PHONE)
    reason = set_private (row, meaning, cell, text);
  else
    reason = set_plain (row, meaning, cell, text);
  if (reason)
    take_error (self, row, meaning, reason);
}

static char *
text_of (McStaffImport *self, McStaffImportRow *row, McStaffColumn meaning)
{
  int column = mc_column_mapping_find (self->mapping, meaning);

  if (column < 0)
    return g_strdup ("");
  return mc_staff_cell_text (mc_table_row_get_cell (mc_staff_import_row_get_cells (row), (guint)column));
}

/* Whether read_cell() has refused the cell already. */
static gboolean
is_refused (McStaffImport *self, McStaffImportRow *row, McStaffColumn meaning)
{
  int column = mc_column_mapping_find (self->mapping, meaning);
  g_autofree char *reason = NULL;

  if (column >= 0)
    reason = mc_staff_cell_check (mc_table_row_get_cell (mc_staff_import_row_get_cells (row), (guint)column));
  return reason != NULL;
}

static void
read_name (McStaffImport *self, McStaffImportRow *row)
{
  McPerson *person = mc_staff_import_row_get_person (row);
  gboolean whole = mc_column_mapping_find (self->mapping, MC_STAFF_FULL_NAME) >= 0;
  g_autofree char *begin = text_of (self, row, MC_STAFF_NAME_BEGIN);
  g_autofree char *end = text_of (self, row, MC_STAFF_NAME_END);
  g_autofree char *text = whole ? text_of (self, row, MC_STAFF_FULL_NAME) : g_strconcat (begin, " ", end, NULL);
  char *reason;

  if (is_refused (self, row, MC_STAFF_FULL_NAME) || is_refused (self, row, MC_STAFF_NAME_BEGIN) ||
      is_refused (self, row, MC_STAFF_NAME_END))
    return;
  reason = mc_staff_cell_name (text, &person->full_name);
  if (reason)
    take_error (self, row, whole ? MC_STAFF_FULL_NAME : MC_STAFF_NAME_END, reason);
  else
    mc_name_split (person->full_name, &person->family_name, &person->middle_name, &person->given_name);
}

static void
check_row (McStaffImport *self, McStaffImportRow *row)
{
  McTour *tour = mc_staff_import_row_get_tour (row);
  McDay birth = mc_staff_import_row_get_private (row)->birth_date;
  McDay joined = mc_staff_import_row_get_person (row)->joined_state_service;

  if (tour->during.from != MC_DAY_NONE && tour->during.until != MC_DAY_NONE && tour->during.until <= tour->during.from)
    take_error (self, row, MC_STAFF_UNTIL, g_strdup (_ ("the last day lies before the first")));
  if (birth != MC_DAY_NONE && joined != MC_DAY_NONE && joined < birth)
    take_error (self, row, MC_STAFF_JOINED, g_strdup (_ ("this lies before the birth date")));
}

static void
check_twin (McStaffImport *self, McStaffImportRow *row)
{
  McPerson *person = mc_staff_import_row_get_person (row);
  McDay birth = mc_staff_import_row_get_private (row)->birth_date;
  gint64 agency = mc_staff_import_row_get_tour (row)->agency_id;
  g_autofree char *folded = mc_fold (person->full_name ? person->full_name : "");
  g_autofree char *key = g_strdup_printf ("%s|%d|%" G_GINT64_FORMAT, folded, birth, agency);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, key));

  if (!*folded || agency == 0)
    return;
  if (before > 0)
    take_error (self, row,
                mc_column_mapping_find (self->mapping, MC_STAFF_FULL_NAME) >= 0 ? MC_STAFF_FULL_NAME
                                                                                : MC_STAFF_NAME_END,
                g_strdup_printf (_ ("the same person stands in row %u already"), before));
  else
    g_hash_table_insert (self->seen, g_steal_pointer (&key), GUINT_TO_POINTER (mc_staff_import_row_get_number (row)));
}

/* On a fiber: asks the register. */
static gboolean
look_up (McStaffImport *self, McStaffImportRow *row, GError **error)
{
  McPerson *person = mc_staff_import_row_get_person (row);
  GError *failure = NULL;
  g_autoptr (McPerson) known = NULL;

  if (!self->known_func || mc_staff_import_row_get_n_errors (row) > 0)
    return TRUE;
  known = dex_await_object (self->known_func (person->full_name, mc_staff_import_row_get_private (row)->birth_date,
                                              mc_staff_import_row_get_tour (row)->agency_id, self->known_data),
                            &failure);
  if (failure)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  mc_staff_import_row_set_known (row, known);
  self->n_known += known != NULL;
  return TRUE;
}

/* In a column where one row has the month first, no day that could be read both ways is safe. */
static void
check_ambiguous_days (McStaffImport *self)
{
  for (guint meaning = 0; meaning < MC_STAFF_N_COLUMNS; meaning++)
    {
      int column = mc_column_mapping_find (self->mapping, (McStaffColumn)meaning);

      if (self->month_first_row[meaning] == 0 || column < 0)
        continue;
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
        {
          g_autoptr (McStaffImportRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

          if (mc_staff_cell_could_be_month_first (
                  mc_table_row_get_cell (mc_staff_import_row_get_cells (row), (guint)column)))
            take_error (
                self, row, (McStaffColumn)meaning,
                g_strdup_printf (_ ("day and month cannot be told apart, as row %u of this column has the month first"),
                                 self->month_first_row[meaning]));
        }
    }
}

static gboolean
add_row (McStaffImport *self, McTableRow *cells, GError **error)
{
  g_autoptr (McStaffImportRow) row = mc_staff_import_row_new (cells);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) >= MC_STAFF_IMPORT_MAX_ROWS)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("The list has more than %d people; it is not read."),
                   MC_STAFF_IMPORT_MAX_ROWS);
      return FALSE;
    }
  for (guint i = 0; i < mc_column_mapping_get_n_columns (self->mapping); i++)
    read_cell (self, row, i);
  read_name (self, row);
  check_row (self, row);
  check_twin (self, row);
  if (!look_up (self, row, error))
    return FALSE;
  g_list_store_append (self->rows, row);
  return TRUE;
}

typedef struct
{
  McStaffImport *self;
  McTableReader *reader;
  McColumnMapping *mapping;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->self);
  g_clear_object (&reading->reader);
  g_clear_object (&reading->mapping);
  g_free (reading);
}

static Reading *
reading_new (McStaffImport *self, McTableReader *reader, McColumnMapping *mapping)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->self = g_object_ref (self);
  reading->reader = g_object_ref (reader);
  g_set_object (&reading->mapping, mapping);
  return reading;
}

DexFuture *
mc_staff_import_find_header (McStaffImport *self, McTableReader *reader)
{
  g_return_val_if_fail (MC_IS_STAFF_IMPORT (self), NULL);
  return mc_table_walk_find_header (reader, &mc_staff_columns);
}

static void
begin_reading (McStaffImport *self, McColumnMapping *mapping)
{
  g_set_object (&self->mapping, mapping);
  g_list_store_remove_all (self->rows);
  g_list_store_remove_all (self->errors);
  g_hash_table_remove_all (self->seen);
  memset (self->month_first_row, 0, sizeof self->month_first_row);
  self->n_known = 0;
}

static gboolean
take_row (McTableRow *row, gpointer user_data, GError **error)
{
  return add_row (user_data, row, error);
}

static DexFuture *
read_fiber (gpointer data)
{
  Reading *reading = data;
  McStaffImport *self = reading->self;
  GError *error = NULL;

  begin_reading (self, reading->mapping);
  if (!mc_table_walk_rows (reading->reader, self->mapping, take_row, self, &error))
    return dex_future_new_for_error (error);
  check_ambiguous_days (self);
  return dex_future_new_for_boolean (g_list_model_get_n_items (G_LIST_MODEL (self->errors)) == 0);
}

DexFuture *
mc_staff_import_read (McStaffImport *self, McTableReader *reader, McColumnMapping *mapping)
{
  g_return_val_if_fail (MC_IS_STAFF_IMPORT (self), NULL);
  g_return_val_if_fail (MC_IS_TABLE_READER (reader), NULL);
  g_return_val_if_fail (MC_IS_COLUMN_MAPPING (mapping), NULL);
  return dex_scheduler_spawn (NULL, 0, read_fiber, reading_new (self, reader, mapping), reading_free);
}
