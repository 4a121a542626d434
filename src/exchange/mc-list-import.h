/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-column-mapping.h"
#include "mc-entity.h"
#include "mc-import-error.h"
#include "mc-name-index.h"
#include "mc-period.h"
#include "mc-table-reader.h"

G_BEGIN_DECLS

/** More rows than this are no list of an office. */
#define MC_LIST_IMPORT_MAX_ROWS 20000

#define MC_TYPE_LIST_IMPORT (mc_list_import_get_type ())
G_DECLARE_DERIVABLE_TYPE (McListImport, mc_list_import, MC, LIST_IMPORT, GObject)

/**
 * McImportItem:
 * @row: an unsaved row for the register
 * @parent: (nullable): the row of the same import whose id it will name
 * @link: the column that names it
 */
typedef struct
{
  McEntity *row;
  McEntity *parent;
  const char *link;
} McImportItem;

/**
 * McImportPart:
 * One of the things that a cell names.
 *
 * @dated: the cell says when; @during is always otherwise
 */
typedef struct
{
  gint64 id;
  McPeriod during;
  gboolean dated;
} McImportPart;

/** McImportFind: the id of what @text names, or 0 and a (transfer full) @reason. */
typedef gint64 (*McImportFind) (McListImport *self, const char *text, char **reason);

/**
 * McListImport:
 * Turns a table into rows of the register. It writes nothing: when, and only when, there is no bad cell, the caller
 * makes one change of all items, so that the list comes in as a whole or not at all.
 *
 * Order: add what names mean and what is known, find the header, let the person correct the mapping, read; read again
 * after each correction.
 *
 * @columns: what columns can mean
 * @begin: (nullable): forgets what was read before
 * @read_row: makes items of @row with mc_list_import_add_item(), and errors with mc_list_import_take_error()
 */
struct _McListImportClass
{
  GObjectClass parent_class;

  const McColumnSet *columns;
  void (*begin) (McListImport *self);
  void (*read_row) (McListImport *self, McTableRow *row);
};

/** mc_list_import_add_agency: what the list may write for it; call again for former names. */
void
mc_list_import_add_agency (McListImport *self, gint64 id, const char *code, const char *name, const char *short_name);

/** mc_list_import_add_field: @agency: whose it is */
void mc_list_import_add_field (McListImport *self, gint64 id, const char *code, const char *name, gint64 agency);

/** mc_list_import_add_known: the number or code of a row that is in the register already. */
void mc_list_import_add_known (McListImport *self, const char *key);

/** mc_list_import_set_skip_known: known rows are left out; else each is an error. */
void mc_list_import_set_skip_known (McListImport *self, gboolean skip);

DexFuture *mc_list_import_find_header (McListImport *self, McTableReader *reader);

/**
 * mc_list_import_read:
 * Returns: (transfer full): a future of a bool: %TRUE when every cell is good. Bad cells do not reject; a file that
 *   cannot be read on does.
 */
DexFuture *mc_list_import_read (McListImport *self, McTableReader *reader, McColumnMapping *mapping);

/** mc_list_import_get_errors: (transfer none): of McImportError. */
GListModel *mc_list_import_get_errors (McListImport *self);

guint mc_list_import_get_n_items (McListImport *self);
/** mc_list_import_get_item: (transfer none): in an order in which parents come first. */
const McImportItem *mc_list_import_get_item (McListImport *self, guint at);

/** mc_list_import_get_n_rows: rows that come in; mc_list_import_get_n_known: rows left out because they are known. */
guint mc_list_import_get_n_rows (McListImport *self);
guint mc_list_import_get_n_known (McListImport *self);

/* For the kinds of lists. @meaning is one of the kind's columns; texts are (transfer full), "" where there is none. */

/** mc_list_import_has: whether the list has a column of @meaning. */
gboolean mc_list_import_has (McListImport *self, guint meaning);
char *mc_list_import_get_text (McListImport *self, McTableRow *row, guint meaning);
/** mc_list_import_get_day: MC_DAY_NONE where there is none, or where it is bad and an error was taken. */
McDay mc_list_import_get_day (McListImport *self, McTableRow *row, guint meaning);
/** mc_list_import_get_int: a whole number in the range; @fallback where there is none. Takes an error otherwise. */
int mc_list_import_get_int (McListImport *self, McTableRow *row, guint meaning, int least, int most, int fallback);
/** mc_list_import_find_agency, _find_field: for mc_list_import_get_parts(). */
gint64 mc_list_import_find_agency (McListImport *self, const char *text, char **reason);
gint64 mc_list_import_find_field (McListImport *self, const char *text, char **reason);
/** mc_list_import_get_parts: (element-type McImportPart): what the cell names, parted by ; or ,. Takes errors. */
GArray *mc_list_import_get_parts (McListImport *self, McTableRow *row, guint meaning, McImportFind find);
/** mc_list_import_get_agency_of: whose the field is. */
gint64 mc_list_import_get_agency_of (McListImport *self, gint64 field);
/** mc_list_import_take_error: @reason: (transfer full): why the cell is bad; the whole row with MC_COLUMN_NOTHING */
void mc_list_import_take_error (McListImport *self, McTableRow *row, guint meaning, char *reason);
/**
 * mc_list_import_take_key:
 * Takes an error where an earlier row has the same @key, or the register has and known rows are not left out.
 *
 * Returns: whether the row is to be made
 */
gboolean mc_list_import_take_key (McListImport *self, McTableRow *row, guint meaning, const char *key);
/** mc_list_import_add_item: holds @row. */
void mc_list_import_add_item (McListImport *self, gpointer row, gpointer parent, const char *link);

G_END_DECLS
