/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libdex.h>

G_BEGIN_DECLS

#define MC_TYPE_ZIP_WRITER (mc_zip_writer_get_type ())
G_DECLARE_FINAL_TYPE (McZipWriter, mc_zip_writer, MC, ZIP_WRITER, GObject)

/**
 * McZipWriter:
 * A ZIP file, entry by entry, so that no more than one entry is in memory. Each step runs on a thread; one at a time.
 * What was at the place of the file stays until mc_zip_writer_finish(), and for good if that is not reached.
 */
McZipWriter *mc_zip_writer_new (GFile *file);

/**
 * mc_zip_writer_add:
 * @name: its path inside, UTF-8, with "/" between folders
 *
 * Returns: (transfer full): a future of %TRUE; the error of the disk, or MC_ERROR_FAILED if it cannot be packed
 */
DexFuture *mc_zip_writer_add (McZipWriter *self, const char *name, GBytes *bytes);

/** mc_zip_writer_finish: Returns: (transfer full): a future of %TRUE when the file is whole and in its place. */
DexFuture *mc_zip_writer_finish (McZipWriter *self);

/** mc_zip_writer_get_size: bytes in the file up to now. */
guint64 mc_zip_writer_get_size (McZipWriter *self);

G_END_DECLS
