/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-change.h"
#include "mc-finding.h"
#include "mc-list-hub.h"
#include "mc-rule-book.h"

G_BEGIN_DECLS

#define MC_TYPE_FINDING_LIST (mc_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (McFindingList, mc_finding_list, MC, FINDING_LIST, GObject)

/**
 * McFindingList:
 * A GListModel of McFinding for one day, errors first, that follows the register. A finding that stays keeps its
 * object.
 *
 * Property `ready` (bool, read-only, notifying): computed at least once.
 */
McFindingList *mc_finding_list_new (McListHub *hub, McDay as_of);

/** mc_finding_list_move: judges another day from now on. */
void mc_finding_list_move (McFindingList *self, McDay as_of);

/** mc_finding_list_when_ready: (transfer full): future of this McFindingList. */
DexFuture *mc_finding_list_when_ready (McFindingList *self);

/**
 * mc_finding_list_try:
 * @change: not committed yet, or as committed
 *
 * Returns: (transfer full) (element-type McFinding): what would be found after @change and is not found now; empty as
 *   long as not ready
 */
GPtrArray *mc_finding_list_try (McFindingList *self, McChange *change);

G_END_DECLS
