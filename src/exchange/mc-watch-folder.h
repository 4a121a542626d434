/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-watched-file.h"

G_BEGIN_DECLS

/** MC_WATCH_STEADY_MS: for how long a file keeps its size and time until it is taken for whole. */
#define MC_WATCH_STEADY_MS 3000

#define MC_TYPE_WATCH_FOLDER (mc_watch_folder_get_type ())
G_DECLARE_FINAL_TYPE (McWatchFolder, mc_watch_folder, MC, WATCH_FOLDER, GObject)

/**
 * McWatchFolder:
 * The tables of a folder (CSV, XLSX, XLS, ODS; none of its folders) as a GListModel of McWatchedFile, by name, and each
 * content once. A file that is still being written is waited for; one that goes away leaves the list. The folder's own
 * notices are heard, and it is looked at now and then as well, because a folder of the network gives none.
 */

/** mc_watch_folder_new: @steady_ms: MC_WATCH_STEADY_MS, or less in tests */
McWatchFolder *mc_watch_folder_new (GFile *folder, guint steady_ms);

GFile *mc_watch_folder_get_folder (McWatchFolder *self);

/**
 * mc_watch_folder_look:
 * Looks at the folder now, or waits for the look under way.
 *
 * Returns: (transfer full): a future of TRUE; rejects with GIO's error where it cannot be read
 */
DexFuture *mc_watch_folder_look (McWatchFolder *self);

G_END_DECLS
