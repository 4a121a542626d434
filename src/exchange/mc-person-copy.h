/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libdex.h>

G_BEGIN_DECLS

/** McPersonCopyRead: Returns: (transfer full): a future of GBytes: the file of number @attachment. */
typedef DexFuture *(*McPersonCopyRead) (gpointer data, gint64 attachment);

/** McPersonCopy: what a copy came to. */
typedef struct
{
  guint n_scans;
  guint64 size; /* bytes of the file */
} McPersonCopy;

/**
 * mc_person_copy_write:
 * @json: all that is held on a person, as the database gives it; its member `attachment` lists the files
 * @read: asked for each of them in turn, so that one at a time is in memory
 * @data: held by the caller until the future settles
 * @copy: (out caller-allocates): filled when the future resolves; held likewise
 *
 * A person's own data as one ZIP file (Law 91/2025): the object as "du-lieu.json", and each scan as it was stored under
 * "tep/NUMBER-NAME".
 *
 * Returns: (transfer full): a future of %TRUE. On an error there is no file, and one that was there stays.
 */
DexFuture *mc_person_copy_write (GFile *file, GBytes *json, McPersonCopyRead read, gpointer data, McPersonCopy *copy);

G_END_DECLS
