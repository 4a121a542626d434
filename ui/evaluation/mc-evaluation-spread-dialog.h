/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-evaluation-book.h"

G_BEGIN_DECLS

#define MC_TYPE_EVALUATION_SPREAD_DIALOG (mc_evaluation_spread_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McEvaluationSpreadDialog, mc_evaluation_spread_dialog, MC, EVALUATION_SPREAD_DIALOG, AdwDialog)

/**
 * McEvaluationSpreadDialog:
 * How the totals of @cycle lie by scheme and agency, and what the raters have given, each with the interval of its
 * mean, and which lie apart by more than chance. To talk about, not to rank by.
 */
AdwDialog *mc_evaluation_spread_dialog_new (McEvaluationBook *book, McEvaluationCycle *cycle);

G_END_DECLS
