/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-column-mapping.h"
#include "mc-session.h"
#include "mc-watched-file.h"
#include "mc-workload-source.h"

G_BEGIN_DECLS

/**
 * mc_workload_intake:
 * Takes in a file without a person: only if the meaning of each of its columns is remembered of a source, no cell is
 * bad, and no file of the source that counts lists any of its days.
 *
 * Returns: (transfer full): future of TRUE if it was taken in, FALSE if a person has to look at it; undoable. Errors:
 * those of reading and of mc_session_import_workload()
 */
DexFuture *mc_workload_intake (McSession *session, McWatchedFile *file);

/**
 * mc_workload_intake_guess:
 * Returns: (transfer full): future of a text (string): what the file probably is, and from where.
 *   Errors: those of reading
 */
DexFuture *mc_workload_intake_guess (McSession *session, McWatchedFile *file);

G_END_DECLS
