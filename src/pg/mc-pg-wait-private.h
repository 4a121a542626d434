/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

G_BEGIN_DECLS

/**
 * _mc_pg_wait_fd:
 * @fd: a file descriptor; it stays the caller's and must stay open while the future is pending
 * @condition: what to wait for; errors and hang-ups are always waited for
 *
 * libdex has this as dex_fd_watch() from version 1.1 on. The watch is removed when
 * nobody awaits the future any more, so it can stand in dex_future_first() beside a
 * time-out.
 *
 * Returns: (transfer full): a future of an int, the #GIOCondition that came true
 */
DexFuture *_mc_pg_wait_fd (int fd, GIOCondition condition);

G_END_DECLS
