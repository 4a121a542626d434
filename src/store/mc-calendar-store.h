/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store.h"

G_BEGIN_DECLS

/** mc_calendar_store_load: a future of the McWorkCalendar that the database has now. */
DexFuture *mc_calendar_store_load (McStore *store);

G_END_DECLS
