/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libdex.h>

G_BEGIN_DECLS

/** mc_file_write: mc_whole_file_write() on a thread. Returns: (transfer full): a future of %TRUE */
DexFuture *mc_file_write (GFile *file, GBytes *bytes, GFileCreateFlags flags);

G_END_DECLS
