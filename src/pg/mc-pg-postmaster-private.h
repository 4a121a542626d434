/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-pg-connection.h"
#include "mc-pg-programs-private.h"

G_BEGIN_DECLS

/* A PostgreSQL server as a child process. The functions with a fiber's business run on a fiber. */

/**
 * _mc_pg_postmaster_spawn:
 * @lock_fd: a locked descriptor that the server and all its processes inherit, so that the lock lasts as long as any
 *   of them, whatever becomes of this program; or -1
 *
 * Returns: (transfer full) (nullable): the process, in a session of its own, writing to @log
 */
GSubprocess *_mc_pg_postmaster_spawn (const McPgPrograms *programs,
                                      const char *data,
                                      const char *socket_dir,
                                      const char *log,
                                      int lock_fd,
                                      GError **error);

/** _mc_pg_postmaster_config: Returns: (transfer full): how to reach a server through its socket */
McPgConfig *_mc_pg_postmaster_config (const char *socket_dir, const char *user, const char *dbname);

/**
 * _mc_pg_postmaster_wait: (on a fiber)
 *
 * What PQping() finds out, without its blocking: tries to connect until the server takes it, through a recovery, too.
 *
 * Returns: (transfer full) (nullable): the first connection; an error if the server ends or refuses
 */
McPgConnection *
_mc_pg_postmaster_wait (GSubprocess *process, const McPgConfig *config, const char *log, GError **error);

/**
 * _mc_pg_postmaster_guard:
 * @users: the file that every program using the server has locked
 *
 * A program that is killed cannot stop its server. The guard waits, in a process of its own and without waking up,
 * until nobody holds @users any more, and then stops the server of @process if it still serves @data.
 *
 * Returns: (transfer full) (nullable): the guard; %NULL where flock(1) is missing
 */
GSubprocess *_mc_pg_postmaster_guard (GSubprocess *process, const char *data, const char *users);

/** _mc_pg_postmaster_stop: (on a fiber) fast; after ten seconds at once; after five more by force */
void _mc_pg_postmaster_stop (GSubprocess *process);

G_END_DECLS
