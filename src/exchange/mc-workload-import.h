/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-column-mapping.h"
#include "mc-import-error.h"
#include "mc-table-reader.h"
#include "mc-workload-columns.h"
#include "mc-workload-count.h"
#include "mc-workload-query.h"

G_BEGIN_DECLS

/** MC_WORKLOAD_MAX_ERRORS: errors that are kept of a file; all are counted. */
#define MC_WORKLOAD_MAX_ERRORS 200

#define MC_TYPE_WORKLOAD_IMPORT (mc_workload_import_get_type ())
G_DECLARE_FINAL_TYPE (McWorkloadImport, mc_workload_import, MC, WORKLOAD_IMPORT, GObject)

/**
 * McWorkloadImport:
 * Makes counts of an export with a row for each dossier, ticket or rating, row by row: memory grows with how many
 * different days, places and people there are, not with the rows. Nothing that names a dossier or a person of the
 * public is kept. A file counts as a whole or not at all: with one error there is nothing to be taken.
 */

/**
 * mc_workload_import_new:
 * @wait_level: minutes of waiting above which a ticket counts as above the level
 * @today: no row lies after it
 */
McWorkloadImport *mc_workload_import_new (McWorkloadKind kind, int wait_level, McDay today);

/**
 * mc_workload_import_add:
 * @what: MC_WORKLOAD_BY_COUNTER, _AGENCY, _FIELD, _PROCEDURE or _PERSON
 * @code: (nullable)
 * @name: (nullable)
 * @short_name: (nullable)
 *
 * Makes known what a list may name, by code or name, with or without accents; also under former names.
 */
void mc_workload_import_add (
    McWorkloadImport *self, McWorkloadBy what, gint64 id, const char *code, const char *name, const char *short_name);

/** mc_workload_import_link: whoever is at @id of @what is also at @of_id of @of: a field's agency, a procedure's field.
 */
void mc_workload_import_link (McWorkloadImport *self, McWorkloadBy what, gint64 id, McWorkloadBy of, gint64 of_id);

/** mc_workload_import_link_only: likewise, as long as there is one such alone; two tell nothing. */
void mc_workload_import_link_only (McWorkloadImport *self, McWorkloadBy what, gint64 id, McWorkloadBy of, gint64 of_id);

/**
 * McWorkloadProgress:
 * @fraction: 0…1, or below 0 where the length is not known
 *
 * Called on the thread that reads.
 */
typedef void (*McWorkloadProgress) (guint n_rows, double fraction, gpointer user_data);

/**
 * mc_workload_import_read:
 * @reader: opened, its sheet selected
 * @mapping: of mc_table_walk_find_header() with mc_workload_columns()
 * @cancellable: (nullable): stops it
 * @progress: (nullable)
 *
 * The file is read on a thread of its own; until the future resolves, nothing else of @self or @reader may be used.
 *
 * Returns: (transfer full): a future of %TRUE, also if there are errors; rejects with MC_ERROR_INVALID for a file that
 *   cannot be read on, G_IO_ERROR_CANCELLED when it was stopped
 */
DexFuture *mc_workload_import_read (McWorkloadImport *self,
                                    McTableReader *reader,
                                    McColumnMapping *mapping,
                                    GCancellable *cancellable,
                                    McWorkloadProgress progress,
                                    gpointer user_data);

McWorkloadKind mc_workload_import_get_kind (McWorkloadImport *self);

/** mc_workload_import_get_counts: (transfer none) (element-type McWorkloadCount): by day; empty if there are errors. */
GArray *mc_workload_import_get_counts (McWorkloadImport *self);

/** mc_workload_import_get_errors: (transfer none): GListModel of McImportError, the first MC_WORKLOAD_MAX_ERRORS. */
GListModel *mc_workload_import_get_errors (McWorkloadImport *self);
guint mc_workload_import_get_n_errors (McWorkloadImport *self);

guint mc_workload_import_get_n_rows (McWorkloadImport *self);

/** mc_workload_import_get_n_days: how many days have anything. */
guint mc_workload_import_get_n_days (McWorkloadImport *self);

/** mc_workload_import_get_first_day: of reception, drawing or rating; MC_DAY_NONE without rows. */
McDay mc_workload_import_get_first_day (McWorkloadImport *self);
McDay mc_workload_import_get_last_day (McWorkloadImport *self);

G_END_DECLS
