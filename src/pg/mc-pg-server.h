/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-pg-config.h"

G_BEGIN_DECLS

/**
 * McPgServerState:
 * @MC_PG_SERVER_STOPPED: not started, or left
 * @MC_PG_SERVER_STARTING: being made, started or restarted
 * @MC_PG_SERVER_RUNNING: this program's own child serves
 * @MC_PG_SERVER_JOINED: another program's server serves
 * @MC_PG_SERVER_FAILED: it stopped again and again, and is not tried any more
 */
typedef enum
{
  MC_PG_SERVER_STOPPED,
  MC_PG_SERVER_STARTING,
  MC_PG_SERVER_RUNNING,
  MC_PG_SERVER_JOINED,
  MC_PG_SERVER_FAILED,
} McPgServerState;

/**
 * McPgServerLogin:
 * @MC_PG_SERVER_LOCAL: `local`, a member of motcua_director: for all work with the data
 * @MC_PG_SERVER_ADMIN: `motcua_admin`, superuser: for migrations and accounts alone
 */
typedef enum
{
  MC_PG_SERVER_LOCAL,
  MC_PG_SERVER_ADMIN,
} McPgServerLogin;

/** McPgDumpKind: why a dump is made; each kind has a rotation of its own */
typedef enum
{
  MC_PG_DUMP_DAILY,
  MC_PG_DUMP_SCHEMA,
  MC_PG_DUMP_MANUAL,
} McPgDumpKind;

/**
 * McPgServer:
 * The private server: a PostgreSQL of this user on this computer, reachable through a socket that only this user can
 * open. In its folder stand
 * - `data`: the cluster (UTF-8, ICU locale vi, data checksums), fsync on
 * - `lock`: locked (flock) by the server's processes and by the program that started it, until the last of them
 *   has gone; `postmaster.pid` cannot protect the data across two sandboxes. Says where the socket is.
 * - `users`: locked (shared) by each program that uses the server; who finds to be the last stops it. A guard, a
 * process that waits for this lock, does so if the last one was killed
 * - `dumps`: what mc_pg_server_dump() wrote; `server.log`
 *
 * The operating system tells the server who knocks (peer), so there is no password. A server that dies is started
 * again; one that another program had started is taken over when it goes.
 *
 * Signal "state" (guint state, const GError *error), emitted from the main loop.
 */
#define MC_TYPE_PG_SERVER (mc_pg_server_get_type ())
G_DECLARE_FINAL_TYPE (McPgServer, mc_pg_server, MC, PG_SERVER, GObject)

/** mc_pg_server_default_folder: Returns: (transfer full): $XDG_DATA_HOME/motcua/db */
char *mc_pg_server_default_folder (void);

/** mc_pg_server_new: @folder: where its data stand or shall stand; made when needed */
McPgServer *mc_pg_server_new (const char *folder);

/**
 * mc_pg_server_start:
 *
 * Makes the cluster if there is none, starts the server or joins the one that another program has started.
 *
 * Returns: (transfer full): a future of %TRUE when it takes connections. Rejected with MC_ERROR_UNSUPPORTED (run as
 *   root; no PostgreSQL programs; data of a newer version, or of an older one whose programs are not there),
 *   MC_ERROR_BUSY (another program holds the data and cannot be reached) or MC_ERROR_FAILED with what the server said
 */
DexFuture *mc_pg_server_start (McPgServer *self);

/**
 * mc_pg_server_stop:
 *
 * Leaves the server. The last program that uses it stops it: fast, and if that takes too long, at once (the next start
 * then recovers). In a Flatpak sandbox the server ends with the sandbox that started it, so it is stopped properly
 * here, and another instance takes over.
 *
 * Returns: (transfer full): a future of %TRUE when done; never rejected. Until then do not let the program end.
 */
DexFuture *mc_pg_server_stop (McPgServer *self);

McPgServerState mc_pg_server_get_state (McPgServer *self);

/** mc_pg_server_get_config: Returns: (transfer full): how to connect to the database `motcua` */
McPgConfig *mc_pg_server_get_config (McPgServer *self, McPgServerLogin login);

/** mc_pg_server_get_pid: the server's process as this program sees it; 0 unless MC_PG_SERVER_RUNNING */
GPid mc_pg_server_get_pid (McPgServer *self);

/**
 * mc_pg_server_dump:
 *
 * Writes database and roles with pg_dump beside the data (a custom-format file and one of SQL), then removes older
 * dumps of the same kind: 14 daily, 10 before schema changes and 10 manual ones stay.
 *
 * Returns: (transfer full): a future of the file's path (string)
 */
DexFuture *mc_pg_server_dump (McPgServer *self, McPgDumpKind kind);

/** mc_pg_server_dump_daily: as mc_pg_server_dump(), unless there is a dump of today. Returns: (transfer full): a future
 * of %TRUE if one was made */
DexFuture *mc_pg_server_dump_daily (McPgServer *self);

/** mc_pg_server_list_dumps: Returns: (transfer full): paths of the dumps, newest first */
char **mc_pg_server_list_dumps (McPgServer *self);

/**
 * mc_pg_server_restore:
 * @path: a dump made by mc_pg_server_dump()
 *
 * Puts the dump in the place of the database, which stays as `motcua_before_restore`. Everybody is disconnected.
 *
 * Returns: (transfer full): a future of %TRUE; if it is rejected, nothing has changed
 */
DexFuture *mc_pg_server_restore (McPgServer *self, const char *path);

G_END_DECLS
