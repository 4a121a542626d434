/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-evaluation-chain.h"
#include "mc-evaluation-cycle.h"
#include "mc-evaluation-result.h"
#include "mc-store.h"

G_BEGIN_DECLS

/**
 * mc_evaluation_store_open:
 * @day: any day of the cycle
 * @scheme: (nullable): code of the one scheme that is meant
 * @person: the one person who is meant; 0: all who were here
 *
 * Opens the cycle, and the evaluations of it that are not there yet, by the schemes in force on its last day.
 *
 * Returns: (transfer full): a future of the cycle's id (int64)
 */
DexFuture *mc_evaluation_store_open (McStore *store, McCycleKind kind, McDay day, const char *scheme, gint64 person);

/**
 * mc_evaluation_store_reckon:
 * Gathers the evidence anew, computes points from it, and writes total, band, veto and flags. What was signed is
 * refused.
 *
 * Returns: (transfer full): a future of the McEvaluation as it is then
 */
DexFuture *mc_evaluation_store_reckon (McStore *store, gint64 evaluation);

/**
 * mc_evaluation_store_trial:
 * @day: any day of the cycle to try it on, such as one of last quarter
 * @scheme: code of the scheme as it is in the database, for whatever cycles it is meant
 *
 * What a scheme would give those who were here. All of it is taken back; nothing is kept.
 *
 * Returns: (transfer full): a future of a GPtrArray of McEvaluation: person, post, total, band, veto, flags
 */
DexFuture *mc_evaluation_store_trial (McStore *store, McCycleKind kind, McDay day, const char *scheme);

/** mc_evaluation_store_read_seal: a future of the frozen content (nullable string, JSON) of a signed evaluation. */
DexFuture *mc_evaluation_store_read_seal (McStore *store, gint64 evaluation);

/**
 * McChainReport:
 * One chain after mc_seal_chain_verify().
 *
 * @chain: "office" or "sample"
 * @links: (element-type McSealLink)
 * @findings: (element-type McSealFinding)
 */
typedef struct
{
  char *chain;
  GPtrArray *links;
  GArray *findings;
} McChainReport;

void mc_chain_report_free (McChainReport *self);

/**
 * mc_evaluation_store_verify:
 * Reads all seals and checks them here, not in the database. For those who see all evaluations.
 *
 * Returns: (transfer full): a future of a GPtrArray of McChainReport, one for each chain
 */
DexFuture *mc_evaluation_store_verify (McStore *store);

G_END_DECLS
