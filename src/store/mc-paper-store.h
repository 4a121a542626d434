/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store.h"

G_BEGIN_DECLS

/** mc_paper_store_read: a future of the content of an official paper (string); MC_ERROR_NOT_FOUND when it is gone. */
DexFuture *mc_paper_store_read (McStore *store, gint64 paper);

G_END_DECLS
