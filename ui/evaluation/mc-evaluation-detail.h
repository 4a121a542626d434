/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-evaluation-book.h"

G_BEGIN_DECLS

#define MC_TYPE_EVALUATION_DETAIL (mc_evaluation_detail_get_type ())
G_DECLARE_FINAL_TYPE (McEvaluationDetail, mc_evaluation_detail, MC, EVALUATION_DETAIL, AdwBin)

/**
 * McEvaluationDetail:
 * One evaluation: the points of each rater beside each other, each criterion with its evidence, the texts, and the acts
 * that whoever is at work may do now, as actions "evaluation.ACT".
 */

/** mc_evaluation_detail_show: @book, @evaluation: (nullable) */
void mc_evaluation_detail_show (McEvaluationDetail *self, McEvaluationBook *book, McEvaluation *evaluation);

G_END_DECLS
