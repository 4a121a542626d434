/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-column-mapping.h"
#include "mc-import-error.h"
#include "mc-staff-column.h"
#include "mc-staff-import-row.h"
#include "mc-table-reader.h"

G_BEGIN_DECLS

/** More rows than this are no list of a centre's staff. */
#define MC_STAFF_IMPORT_MAX_ROWS 20000

#define MC_TYPE_STAFF_IMPORT (mc_staff_import_get_type ())
G_DECLARE_FINAL_TYPE (McStaffImport, mc_staff_import, MC, STAFF_IMPORT, GObject)

/**
 * McStaffImport:
 * Turns a table into people and their tours. It writes nothing: when, and only when, there is no bad cell, the caller
 * makes one change of all rows, so that the list comes in as a whole or not at all.
 *
 * Order: add what names mean, find the header, let the person correct the mapping, read; read again after each
 * correction.
 */

/**
 * McStaffKnownFunc:
 * @birth_date: MC_DAY_NONE if the list does not say
 *
 * Returns: (transfer full): a future of the McPerson who is in the register already under this name, birth date and
 *   sending agency, or of %NULL
 */
typedef DexFuture *(*McStaffKnownFunc) (const char *full_name, McDay birth_date, gint64 agency, gpointer user_data);

/** mc_staff_import_new: @today: birth dates and others are judged by it */
McStaffImport *mc_staff_import_new (McDay today);

/** mc_staff_import_add_agency: what the list may write for it; call again for former names. */
void
mc_staff_import_add_agency (McStaffImport *self, gint64 id, const char *code, const char *name, const char *short_name);
void mc_staff_import_add_rank (McStaffImport *self, gint64 id, const char *code, const char *name);
void mc_staff_import_add_field (McStaffImport *self, gint64 id, const char *code, const char *name);

/** mc_staff_import_set_known_func: without one, duplicates are looked for inside the list only. */
void
mc_staff_import_set_known_func (McStaffImport *self, McStaffKnownFunc func, gpointer user_data, GDestroyNotify notify);

/**
 * mc_staff_import_find_header:
 * Looks through the first rows of the selected sheet for the headers; titles above them are passed over.
 *
 * Returns: (transfer full): a future of the McColumnMapping, guessed; MC_ERROR_INVALID when there is no header
 */
DexFuture *mc_staff_import_find_header (McStaffImport *self, McTableReader *reader);

/**
 * mc_staff_import_read:
 * Reads the selected sheet anew from below the header.
 *
 * Returns: (transfer full): a future of a bool: %TRUE when every cell is good. Bad cells do not reject; a file that
 *   cannot be read on does.
 */
DexFuture *mc_staff_import_read (McStaffImport *self, McTableReader *reader, McColumnMapping *mapping);

/** mc_staff_import_get_rows: (transfer none): of McStaffImportRow, in the order of the file. */
GListModel *mc_staff_import_get_rows (McStaffImport *self);

/** mc_staff_import_get_errors: (transfer none): of McImportError. */
GListModel *mc_staff_import_get_errors (McStaffImport *self);

/** mc_staff_import_get_n_known: how many of the people are in the register already. */
guint mc_staff_import_get_n_known (McStaffImport *self);

G_END_DECLS
