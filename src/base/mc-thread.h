/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

G_BEGIN_DECLS

/**
 * McThreadFunc:
 * @data: what was given to mc_thread_spawn()
 *
 * Work that blocks. Runs on a thread of its own.
 *
 * Returns: (transfer full): a future that is already resolved or rejected
 */
typedef DexFuture *(*McThreadFunc) (gpointer data);

/**
 * mc_thread_spawn:
 * @name: the thread's name in a debugger
 * @data: (transfer full): freed by @destroy on the thread
 *
 * libdex has dex_thread_spawn() from 0.12 on; 0.10 does not.
 *
 * Returns: (transfer full): a future of what @func's future came to
 */
DexFuture *mc_thread_spawn (const char *name, McThreadFunc func, gpointer data, GDestroyNotify destroy);

G_END_DECLS
