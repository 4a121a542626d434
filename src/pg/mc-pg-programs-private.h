/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

G_BEGIN_DECLS

/** McPgPrograms: a folder with PostgreSQL's programs of one major version */
typedef struct
{
  char *folder;
  int major;
} McPgPrograms;

void _mc_pg_programs_free (McPgPrograms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McPgPrograms, _mc_pg_programs_free)

/**
 * _mc_pg_programs_find: (on a fiber)
 * @major: the version wanted, or 0 for the first that is new enough (15)
 *
 * Looks in $MOTCUA_PG_PATH (folders with colons between; then nowhere else), in the sandbox's /app, in PATH and where
 * the distributions put them.
 *
 * Returns: (transfer full) (nullable): the programs; MC_ERROR_UNSUPPORTED if there are none
 */
McPgPrograms *_mc_pg_programs_find (int major, GError **error);

/** _mc_pg_programs_path: Returns: (transfer full): the program's file */
char *_mc_pg_programs_path (const McPgPrograms *self, const char *program);

/**
 * _mc_pg_run: (on a fiber)
 * @argv: program and arguments
 * @environment: (nullable): NAME=value, beside the caller's own environment
 *
 * Returns: (transfer full) (nullable): what it wrote to its standard outputs; MC_ERROR_FAILED with the end of
 *   that if it could not be started or did not end with status 0
 */
char *_mc_pg_run (const char *const *argv, const char *const *environment, GError **error);

/** _mc_pg_launcher: Returns: (transfer full): with a plain environment (C.UTF-8, no PG* variables) */
GSubprocessLauncher *_mc_pg_launcher (GSubprocessFlags flags);

/** _mc_pg_in_thread: for the file work that may take a while. Returns: (transfer full): a future of what @func's future
 * gives; @func runs on another thread */
DexFuture *_mc_pg_in_thread (DexFiberFunc func, gpointer data, GDestroyNotify destroy);

/** _mc_pg_await_path: (on a fiber) @func on a thread, which is given a copy of @path. Returns: whether its future
 * resolved
 */
gboolean _mc_pg_await_path (DexFiberFunc func, const char *path, GError **error);

G_END_DECLS
