/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-evaluation-book.h"

G_BEGIN_DECLS

/**
 * mc_evaluation_spread_dialog_new: how the totals of @cycle lie, by scheme and agency: how many, their mean, and which
 * lie apart from all others by more than chance. To talk about, not to rank by.
 */
AdwDialog *mc_evaluation_spread_dialog_new (McEvaluationBook *book, McEvaluationCycle *cycle);

G_END_DECLS
