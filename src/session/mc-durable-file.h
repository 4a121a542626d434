/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libdex.h>

G_BEGIN_DECLS

/**
 * mc_durable_file_write:
 * @path: the file; its folder is made when needed (mode 0700)
 *
 * Writes beside and renames, with fsync, on a thread of the pool: after `kill -9` there is the old file or the new one.
 *
 * Returns: (transfer full): future of bool
 */
DexFuture *mc_durable_file_write (const char *path, GBytes *bytes, int mode);

/** mc_durable_file_remove: future of bool; a file that is not there is no error. */
DexFuture *mc_durable_file_remove (const char *path);

/** mc_durable_file_remove_tree: future of bool; a folder with all that is in it. One that is not there is no error. */
DexFuture *mc_durable_file_remove_tree (const char *path);

/** mc_durable_file_read: future of GBytes; rejects with G_FILE_ERROR_NOENT when there is none. */
DexFuture *mc_durable_file_read (const char *path);

G_END_DECLS
