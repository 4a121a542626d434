/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MC_TYPE_WATCHED_FILE (mc_watched_file_get_type ())
G_DECLARE_FINAL_TYPE (McWatchedFile, mc_watched_file, MC, WATCHED_FILE, GObject)

/**
 * McWatchedFile:
 * A table that lies whole in a watched folder.
 */

/** mc_watched_file_new: @digest: SHA-256 of its bytes, hex; @size: bytes */
McWatchedFile *mc_watched_file_new (GFile *file, const char *digest, guint64 size);

GFile *mc_watched_file_get_file (McWatchedFile *self);
const char *mc_watched_file_get_digest (McWatchedFile *self);
guint64 mc_watched_file_get_size (McWatchedFile *self);

G_END_DECLS
