/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The private server's folder: locks, socket, configuration. Each call touches a few small files and is done at once.
 */

/** _mc_pg_server_socket_dir: Returns: (transfer full): a folder in the user's runtime directory, short enough for a
 * socket, the same for every program that uses @folder. Not made yet. */
char *_mc_pg_server_socket_dir (const char *folder);

/** _mc_pg_server_make_private_dir: makes @path (0700); MC_ERROR_DENIED if it stands there and is not this user's own */
gboolean _mc_pg_server_make_private_dir (const char *path, GError **error);

/** _mc_pg_server_open_lock: opens the file @name in @folder, to be locked. Returns: a descriptor, or -1 */
int _mc_pg_server_open_lock (const char *folder, const char *name, GError **error);

/** _mc_pg_server_write_owner: what the lock file says: where the socket is */
void _mc_pg_server_write_owner (int lock_fd, const char *socket_dir);

/** _mc_pg_server_read_owner: Returns: (transfer full) (nullable): the socket's folder as the lock file has it */
char *_mc_pg_server_read_owner (const char *folder);

/** _mc_pg_server_read_major: the version in @data/PG_VERSION; 0 if there is no cluster */
int _mc_pg_server_read_major (const char *data);

/** _mc_pg_server_write_hba: who may log in: this operating-system user, as motcua_admin and as local */
gboolean _mc_pg_server_write_hba (const char *data, GError **error);

/**
 * _mc_pg_server_clear_stale_pid:
 *
 * With the lock in our hands no server of ours runs; but the number in an old postmaster.pid may belong to some other
 * process by now, above all in a sandbox, and PostgreSQL would refuse to start for ever.
 *
 * Returns: %FALSE with MC_ERROR_BUSY if a server really runs there, started by somebody else
 */
gboolean _mc_pg_server_clear_stale_pid (const char *data, GError **error);

/** _mc_pg_server_clear_socket: removes a dead server's socket, whose lock file names a process likewise. With the lock
 * in our hands there is no living one. */
void _mc_pg_server_clear_socket (const char *socket_dir);

/** _mc_pg_server_read_pid: the process in @data/postmaster.pid if it runs as a server on @data; 0 otherwise */
int _mc_pg_server_read_pid (const char *data);

/** _mc_pg_server_log_tail: Returns: (transfer full): the last complaints in the server's log */
char *_mc_pg_server_log_tail (const char *log);

/** _mc_pg_server_rotate_log: keeps the log and the one before it, each below 1 MB at start */
void _mc_pg_server_rotate_log (const char *log);

/** _mc_pg_server_remove_tree: removes a folder and all in it; links are not followed */
void _mc_pg_server_remove_tree (const char *path);

G_END_DECLS
