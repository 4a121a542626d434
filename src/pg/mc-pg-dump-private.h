/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-pg-programs-private.h"
#include "mc-pg-server.h"

G_BEGIN_DECLS

/* Dumps of the private server. A dump is two files of one name: .dump (pg_dump -Fc) and .roles.sql (pg_dumpall). All
 * but the last run on a fiber. */

/** _mc_pg_dump_write: Returns: (transfer full) (nullable): path of the .dump; a half-written one never has that name */
char *_mc_pg_dump_write (
    const McPgPrograms *programs, const char *socket_dir, const char *folder, McPgDumpKind kind, GError **error);

/** _mc_pg_dump_read: loads @path with its roles into the empty database @dbname */
gboolean _mc_pg_dump_read (
    const McPgPrograms *programs, const char *socket_dir, const char *path, const char *dbname, GError **error);

/** _mc_pg_dump_is_due: whether there is no daily dump of today (in the office's time zone) */
gboolean _mc_pg_dump_is_due (const char *folder);

/** _mc_pg_dump_list: Returns: (transfer full): paths of the .dump files, newest first */
char **_mc_pg_dump_list (const char *folder);

G_END_DECLS
