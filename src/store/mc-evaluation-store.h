/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-evaluation-chain.h"
#include "mc-evaluation-cycle.h"
#include "mc-evaluation-result.h"
#include "mc-evaluation-spread.h"
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

/**
 * mc_evaluation_store_try:
 * @scheme: one that is not in the database, such as a draft
 * @criteria: (element-type McEvaluationCriterion): its criteria
 * @weights: (element-type McEvaluationWeight): criterion_id is the place of the criterion in @criteria, from 0
 *
 * As mc_evaluation_store_trial(). What the database would refuse at commit it refuses here. Held until it is done; not
 * changed.
 */
DexFuture *mc_evaluation_store_try (
    McStore *store, McCycleKind kind, McDay day, McEvaluationScheme *scheme, GPtrArray *criteria, GPtrArray *weights);

/**
 * mc_evaluation_store_load_marks:
 * What the raters of a cycle have given, as far as whoever asks sees it: what was not given by all stays hidden.
 *
 * Returns: (transfer full): a future of a GPtrArray of McRaterMark
 */
DexFuture *mc_evaluation_store_load_marks (McStore *store, gint64 cycle);

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
