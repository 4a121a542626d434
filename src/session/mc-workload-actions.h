/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session.h"
#include "mc-workload-count.h"
#include "mc-workload-file.h"

G_BEGIN_DECLS

/* The acts on figures. */

/** mc_workload_change_withdraw: the file and all figures that came with it count no longer; undoable. */
McChange *mc_workload_change_withdraw (McWorkloadFile *file);

/** mc_workload_change_restore: a file that was withdrawn counts again. */
McChange *mc_workload_change_restore (McWorkloadFile *file);

/**
 * mc_session_import_workload:
 * @source: from where the file is; what its columns mean is remembered
 * @file: name, kind, digest, days, rows, perhaps which one it replaces
 * @counts: (element-type McWorkloadCount): held
 *
 * In one transaction. Undo withdraws it, and what it replaced counts again. Not kept while the server is away: read it
 * in again.
 *
 * Returns: (transfer full): future of the file's id (int64). MC_ERROR_EXISTS: it counts already; MC_ERROR_INVALID:
 * another file of the source lists one of its days; MC_ERROR_DENIED: the role may not
 */
DexFuture *mc_session_import_workload (McSession *self, McWorkloadSource *source, McWorkloadFile *file, GArray *counts);

/**
 * mc_session_enter_workload:
 * @count: figures of one day (and half-hour) at one place, counted by hand where there is no export
 * @place: the counter or the agency, as the list of files names it
 *
 * What was entered for the same day and place before is replaced. Undone like an import.
 *
 * Returns: (transfer full): future of the file's id (int64)
 */
DexFuture *
mc_session_enter_workload (McSession *self, McWorkloadKind kind, const McWorkloadCount *count, const char *place);

G_END_DECLS
