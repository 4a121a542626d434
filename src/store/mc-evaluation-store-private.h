/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-evaluation-store.h"
#include "mc-evaluation.h"

G_BEGIN_DECLS

/** _mc_evaluation_load_limits: on a fiber: what the office has set of ratings. */
gboolean _mc_evaluation_load_limits (McStore *store, McRatingLimits *limits, GError **error);

/** _mc_evaluation_take_result: writes total, band, veto and flags into @evaluation. */
void _mc_evaluation_take_result (McEvaluation *evaluation, const McEvaluationResult *result);

G_END_DECLS
