/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-pg-connection.h"
#include "mc-pg-programs-private.h"

G_BEGIN_DECLS

/* Making the private server's cluster. A cluster is made beside its place and moved there when it is whole; it counts
 * from the moment that it is on the disk for good and a mark in it says so. All run on a fiber. */

/** _mc_pg_cluster_make: initdb at @data, where nothing stands yet; not on the disk for good */
gboolean _mc_pg_cluster_make (const McPgPrograms *programs, const char *data, GError **error);

/** _mc_pg_cluster_fill: makes the roles and the database `motcua`; @connection: of motcua_admin to `postgres` */
gboolean _mc_pg_cluster_fill (McPgConnection *connection, GError **error);

/** _mc_pg_cluster_sync: Returns: (transfer full): a future of %TRUE when all files below @data are on the disk */
DexFuture *_mc_pg_cluster_sync (const char *data);

/** _mc_pg_cluster_set_complete: sets the mark */
gboolean _mc_pg_cluster_set_complete (const char *data, GError **error);

/** _mc_pg_cluster_is_complete: whether the mark is there */
gboolean _mc_pg_cluster_is_complete (const char *data);

/** _mc_pg_cluster_set_aside: moves what an interrupted making left at @data out of the way; nobody ever used it */
void _mc_pg_cluster_set_aside (const char *data);

G_END_DECLS
