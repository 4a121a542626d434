/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-pg-programs-private.h"

G_BEGIN_DECLS

/**
 * _mc_pg_upgrade: (on a fiber, with the lock held)
 * @folder: the private server's folder
 * @data: its cluster, of version @old
 * @old: programs of that version
 * @new: programs of the version to come
 *
 * Dumps the old cluster and reads the dump into a new one beside it. The old one is not changed and stays as
 * `data-VERSION`; until the new one is whole, nothing takes its place.
 */
gboolean _mc_pg_upgrade (const char *folder,
                         const char *data,
                         const char *socket_dir,
                         int lock_fd,
                         const McPgPrograms *old,
                         const McPgPrograms *new,
                         GError **error);

G_END_DECLS
