/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-evaluation-evidence.h"
#include "mc-evaluation-score.h"
#include "mc-rating-interval.h"

G_BEGIN_DECLS

/** mc_evaluation_evidence_text: (transfer full): "12 sessions · 1 late"; of ratings the interval by @limits, or "too
 * few". */
char *mc_evaluation_evidence_text (McEvaluationEvidence *evidence, const McRatingLimits *limits);

/** mc_evaluation_evidence_is_sum: whether it is a sum of imported files, which know no dossier and no citizen. */
gboolean mc_evaluation_evidence_is_sum (McEvaluationEvidence *evidence);

/** mc_evaluation_rater_short: (transfer none): the head of a narrow column. */
const char *mc_evaluation_rater_short (McRaterRole role);

G_END_DECLS
