/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-evaluation-criterion.h"

G_BEGIN_DECLS

/** mc_figure_label: (transfer none): what people call a figure of evidence; @name itself for an unknown one. */
const char *mc_figure_label (const char *name);

/** mc_figure_name: (transfer none) (nullable): the figure at place @at when they are told; %NULL after the last one. */
const char *mc_figure_name (guint at);

/**
 * mc_criterion_source_figures:
 * Returns: (transfer none): %NULL-ended: the figures that evidence of @source has, as centre.gather_evidence() counts
 *   them or people enter them; empty for what is judged alone
 */
const char *const *mc_criterion_source_figures (McCriterionSource source);

/**
 * mc_criterion_dup_rule_text:
 * Returns: (transfer full): in a few words how points come about, what keeps the level down, and which points may be
 *   given: "10 less 1 for each late · from 1 without leave: at best C"
 */
char *mc_criterion_dup_rule_text (McEvaluationCriterion *criterion);

G_END_DECLS
