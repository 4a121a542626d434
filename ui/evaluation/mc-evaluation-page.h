/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_EVALUATION_PAGE (mc_evaluation_page_get_type ())
G_DECLARE_FINAL_TYPE (McEvaluationPage, mc_evaluation_page, MC, EVALUATION_PAGE, McPage)

/**
 * McEvaluationPage:
 * Evaluation: the cycles, who is evaluated in them and how far, one evaluation with its evidence, and the notices to
 * the home agencies. Opens "evaluation/ID" and "evaluation_cycle/ID".
 */

G_END_DECLS
