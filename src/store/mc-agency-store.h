/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store.h"

G_BEGIN_DECLS

/** mc_agency_store_list: a future of a GPtrArray of McAgencyEntry: the agencies of @day with quota and present. */
DexFuture *mc_agency_store_list (McStore *store, McDay day);

/** mc_agency_store_successor_of: a future of an int64: who is on @day what @agency_id was; @agency_id itself if
 * unchanged. */
DexFuture *mc_agency_store_successor_of (McStore *store, gint64 agency_id, McDay day);

/**
 * mc_agency_store_rename_op:
 * The agency carries another name from @effective on; the old name keeps its period.
 *
 * Returns: (transfer full): a step for mc_store_apply()
 */
McRowOp *mc_agency_store_rename_op (gint64 agency_id,
                                    McDay effective,
                                    const char *name,
                                    const char *short_name,
                                    const char *decision_no,
                                    McDay decision_date);

/**
 * mc_agency_store_merge_op:
 * @predecessors: agencies that end on @effective
 * @successor_id: who takes over their people, quotas and tours
 *
 * Returns: (transfer full): a step for mc_store_apply()
 */
McRowOp *mc_agency_store_merge_op (const gint64 *predecessors,
                                   gsize n_predecessors,
                                   gint64 successor_id,
                                   McDay effective,
                                   const char *decision_no,
                                   McDay decision_date);

/**
 * mc_agency_store_merge_into_new_op:
 * As mc_agency_store_merge_op(), but a new agency takes over.
 *
 * @code: of the new agency
 * @short_name: (nullable): its name if %NULL
 */
McRowOp *mc_agency_store_merge_into_new_op (const gint64 *predecessors,
                                            gsize n_predecessors,
                                            const char *code,
                                            const char *name,
                                            const char *short_name,
                                            McDay effective,
                                            const char *decision_no,
                                            McDay decision_date);

G_END_DECLS
