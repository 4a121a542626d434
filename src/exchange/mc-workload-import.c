/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-name.h"
#include "mc-staff-cell.h"
#include "mc-workload-import-private.h"

G_DEFINE_FINAL_TYPE (McWorkloadImport, mc_workload_import, G_TYPE_OBJECT)

/* The column that names one of a thing. */
static const McWorkloadColumn named_by[N_NAMED] = {
  [MC_WORKLOAD_BY_COUNTER] = MC_WORKLOAD_COLUMN_COUNTER, [MC_WORKLOAD_BY_AGENCY] = MC_WORKLOAD_COLUMN_AGENCY,
  [MC_WORKLOAD_BY_FIELD] = MC_WORKLOAD_COLUMN_FIELD,     [MC_WORKLOAD_BY_PROCEDURE] = MC_WORKLOAD_COLUMN_PROCEDURE,
  [MC_WORKLOAD_BY_PERSON] = MC_WORKLOAD_COLUMN_PERSON,
};

/* What else one of a thing tells; -1: nothing, for there are several. */
typedef struct
{
  gint64 ids[N_NAMED];
} McWorkloadLink;

static void
mc_workload_import_finalize (GObject *object)
{
  McWorkloadImport *self = MC_WORKLOAD_IMPORT (object);

  for (guint i = MC_WORKLOAD_BY_COUNTER; i < N_NAMED; i++)
    {
      mc_name_index_free (self->names[i]);
      g_hash_table_unref (self->known[i]);
      g_hash_table_unref (self->linked[i]);
    }
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->last_given);
  g_clear_object (&self->mapping);
  g_clear_pointer (&self->tally, mc_workload_tally_free);
  g_array_unref (self->counts);
  g_object_unref (self->errors);
  g_ptr_array_unref (self->bad);
  G_OBJECT_CLASS (mc_workload_import_parent_class)->finalize (object);
}

static void
mc_workload_import_class_init (McWorkloadImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_workload_import_finalize;
}

static void
mc_workload_import_init (McWorkloadImport *self)
{
  for (guint i = MC_WORKLOAD_BY_COUNTER; i < N_NAMED; i++)
    {
      self->names[i] = mc_name_index_new ();
      self->known[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      self->linked[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
    }
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->last_given = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->counts = g_array_new (FALSE, FALSE, sizeof (McWorkloadCount));
  self->errors = g_list_store_new (MC_TYPE_IMPORT_ERROR);
  self->bad = g_ptr_array_new_with_free_func (g_object_unref);
  self->first_day = self->last_day = self->last_event = MC_DAY_NONE;
}

McWorkloadImport *
mc_workload_import_new (McWorkloadKind kind, int wait_level, McDay today)
{
  McWorkloadImport *self = g_object_new (MC_TYPE_WORKLOAD_IMPORT, NULL);

  self->kind = kind;
  self->wait_level = wait_level;
  self->today = today;
  return self;
}

void
mc_workload_import_add (
    McWorkloadImport *self, McWorkloadBy what, gint64 id, const char *code, const char *name, const char *short_name)
{
  g_return_if_fail (MC_IS_WORKLOAD_IMPORT (self) && what > MC_WORKLOAD_BY_NONE && what < N_NAMED);
  mc_name_index_add (self->names[what], id, code, name, short_name);
}

static gint64 *
edit_link (McWorkloadImport *self, McWorkloadBy what, gint64 id, McWorkloadBy of)
{
  McWorkloadLink *link = g_hash_table_lookup (self->linked[what], &id);

  if (!link)
    {
      link = g_new0 (McWorkloadLink, 1);
      g_hash_table_insert (self->linked[what], g_memdup2 (&id, sizeof id), link);
    }
  return &link->ids[of];
}

void
mc_workload_import_link (McWorkloadImport *self, McWorkloadBy what, gint64 id, McWorkloadBy of, gint64 of_id)
{
  g_return_if_fail (MC_IS_WORKLOAD_IMPORT (self) && what < N_NAMED && of < N_NAMED);
  *edit_link (self, what, id, of) = of_id;
}

void
mc_workload_import_link_only (McWorkloadImport *self, McWorkloadBy what, gint64 id, McWorkloadBy of, gint64 of_id)
{
  gint64 *place;

  g_return_if_fail (MC_IS_WORKLOAD_IMPORT (self) && what < N_NAMED && of < N_NAMED);
  place = edit_link (self, what, id, of);
  *place = *place == 0 || *place == of_id ? of_id : -1;
}

const McTableCell *
_mc_workload_import_cell (McWorkloadImport *self, McTableRow *row, McWorkloadColumn meaning)
{
  const McTableCell *cell;

  if (self->columns[meaning] < 0)
    return NULL;
  cell = mc_table_row_get_cell (row, (guint)self->columns[meaning]);
  return cell->kind == MC_CELL_EMPTY && !cell->merged ? NULL : cell;
}

void
_mc_workload_import_take_error (McWorkloadImport *self, McTableRow *row, McWorkloadColumn meaning, char *reason)
{
  g_autofree char *why = reason;
  int column = self->columns[meaning];
  const McTableCell *cell = column < 0 ? NULL : mc_table_row_get_cell (row, (guint)column);
  g_autofree char *letters = column < 0 ? g_strdup ("") : mc_table_column_letters ((guint)column);

  self->n_errors++;
  if (self->bad->len < MC_WORKLOAD_MAX_ERRORS)
    g_ptr_array_add (self->bad,
                     mc_import_error_new (mc_table_row_get_number (row), letters,
                                          column < 0 ? "" : mc_column_mapping_get_header (self->mapping, (guint)column),
                                          cell && cell->text ? cell->text : "", why));
}

gboolean
_mc_workload_import_time (McWorkloadImport *self, McTableRow *row, McWorkloadColumn meaning, McDay *day, int *seconds)
{
  const McTableCell *cell = _mc_workload_import_cell (self, row, meaning);
  char *reason = NULL;

  *day = MC_DAY_NONE;
  *seconds = MC_TIME_UNSAID;
  if (!cell)
    return TRUE;
  if (cell->merged || cell->kind == MC_CELL_ERROR)
    reason = mc_staff_cell_check (cell);
  else
    reason = mc_workload_time_read (cell, day, seconds);
  if (!reason && *day != MC_DAY_NONE && *day > self->today && meaning != MC_WORKLOAD_COLUMN_DUE)
    reason = g_strdup (_ ("this day has not come yet"));
  if (!reason && *day != MC_DAY_NONE && *day < mc_day_new (2000, 1, 1))
    reason = g_strdup (_ ("this is too long ago to be true"));
  if (!reason)
    return TRUE;
  _mc_workload_import_take_error (self, row, meaning, reason);
  return FALSE;
}

/* The one that the cell names; 0 for an empty cell, -1 with an error. What was looked up once is known by its text. */
static gint64
find_named (McWorkloadImport *self, McTableRow *row, McWorkloadBy what)
{
  const McTableCell *cell = _mc_workload_import_cell (self, row, named_by[what]);
  gint64 *known;
  gint64 id;
  char *reason;

  if (!cell)
    return 0;
  known = cell->text && !cell->merged && cell->kind != MC_CELL_ERROR
              ? g_hash_table_lookup (self->known[what], cell->text)
              : NULL;
  if (known && *known)
    return *known;
  reason = mc_staff_cell_check (cell);
  id = 0;
  if (!reason)
    {
      g_autofree char *text = mc_staff_cell_text (cell);

      id = mc_name_index_find (self->names[what], text, &reason);
    }
  if (id)
    {
      g_hash_table_replace (self->known[what], g_strdup (cell->text), g_memdup2 (&id, sizeof id));
      return id;
    }
  _mc_workload_import_take_error (self, row, named_by[what], reason);
  return -1;
}

gboolean
_mc_workload_import_places (McWorkloadImport *self, McTableRow *row, McWorkloadCount *key)
{
  gint64 ids[N_NAMED] = { 0 };

  for (guint what = MC_WORKLOAD_BY_COUNTER; what < N_NAMED; what++)
    {
      ids[what] = find_named (self, row, what);
      if (ids[what] < 0)
        return FALSE;
    }
  /* A procedure tells its field, that tells its agency; a counter tells what is served there alone. */
  for (guint what = N_NAMED; what-- > MC_WORKLOAD_BY_COUNTER;)
    {
      McWorkloadLink *link = ids[what] ? g_hash_table_lookup (self->linked[what], &ids[what]) : NULL;

      for (guint of = MC_WORKLOAD_BY_COUNTER; link && of < N_NAMED; of++)
        if (!ids[of])
          ids[of] = MAX (link->ids[of], 0);
    }
  key->counter_id = ids[MC_WORKLOAD_BY_COUNTER];
  key->agency_id = ids[MC_WORKLOAD_BY_AGENCY];
  key->field_id = ids[MC_WORKLOAD_BY_FIELD];
  key->procedure_id = ids[MC_WORKLOAD_BY_PROCEDURE];
  key->person_id = ids[MC_WORKLOAD_BY_PERSON];
  return TRUE;
}

guint
_mc_workload_import_word (McWorkloadImport *self, McTableRow *row, McWorkloadColumn meaning, McWorkloadMeaning tell)
{
  const McTableCell *cell = _mc_workload_import_cell (self, row, meaning);
  g_autofree char *folded = NULL;
  guint known, found;

  if (!cell || !cell->text || cell->merged)
    return 0;
  known = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, cell->text));
  /* One text may stand in two columns with two meanings. */
  if (known && (known - 1) / MC_WORKLOAD_N_COLUMNS != 0 && (known - 1) % MC_WORKLOAD_N_COLUMNS == meaning)
    return (known - 1) / MC_WORKLOAD_N_COLUMNS;
  folded = mc_fold (cell->text);
  found = tell (folded);
  /* Remarks that differ in each row are not remembered. */
  if (found && g_hash_table_size (self->words) < 1000)
    g_hash_table_replace (self->words, g_strdup (cell->text),
                          GUINT_TO_POINTER (found * MC_WORKLOAD_N_COLUMNS + meaning + 1));
  return found;
}

void
_mc_workload_import_note_day (McWorkloadImport *self, McDay day)
{
  if (self->first_day == MC_DAY_NONE || day < self->first_day)
    self->first_day = day;
  self->last_day = MAX (self->last_day, day);
  self->last_event = MAX (self->last_event, day);
}

McWorkloadKind
mc_workload_import_get_kind (McWorkloadImport *self)
{
  g_return_val_if_fail (MC_IS_WORKLOAD_IMPORT (self), MC_WORKLOAD_DOSSIER);
  return self->kind;
}

GArray *
mc_workload_import_get_counts (McWorkloadImport *self)
{
  g_return_val_if_fail (MC_IS_WORKLOAD_IMPORT (self), NULL);
  return self->counts;
}

GListModel *
mc_workload_import_get_errors (McWorkloadImport *self)
{
  g_return_val_if_fail (MC_IS_WORKLOAD_IMPORT (self), NULL);
  return G_LIST_MODEL (self->errors);
}

guint
mc_workload_import_get_n_errors (McWorkloadImport *self)
{
  return self->n_errors;
}

guint
mc_workload_import_get_n_rows (McWorkloadImport *self)
{
  return self->n_rows;
}

guint
mc_workload_import_get_n_days (McWorkloadImport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->counts->len; i++)
    n += i == 0 || g_array_index (self->counts, McWorkloadCount, i).day !=
                       g_array_index (self->counts, McWorkloadCount, i - 1).day;
  return n;
}

McDay
mc_workload_import_get_first_day (McWorkloadImport *self)
{
  return self->first_day;
}

McDay
mc_workload_import_get_last_day (McWorkloadImport *self)
{
  return self->last_day;
}
