/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-day.h"

G_BEGIN_DECLS

/**
 * mc_org_counters_new:
 * @counters: of McCounter
 * @assignments: of McCounterAssignment; those of other days and of standbys are passed over
 *
 * Returns: (transfer full): for McOrgLayoutOptions: address of a person's id → "Counter 03"; keys and values are owned
 */
GHashTable *mc_org_counters_new (GListModel *counters, GListModel *assignments, McDay day);

G_END_DECLS
