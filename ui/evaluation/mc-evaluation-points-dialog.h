/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-evaluation-book.h"

G_BEGIN_DECLS

#define MC_TYPE_EVALUATION_POINTS_DIALOG (mc_evaluation_points_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McEvaluationPointsDialog, mc_evaluation_points_dialog, MC, EVALUATION_POINTS_DIALOG, McActDialog)

/**
 * mc_evaluation_points_dialog_new:
 * @role: as whom: self, section, supervision or director
 * @scores: those of the evaluation
 * @text: (nullable): what this rater has written so far
 *
 * Points for each criterion that people give points for, and a text, as one change; handed over on wish, and then they
 * stay.
 */
AdwDialog *mc_evaluation_points_dialog_new (
    McEvaluationBook *book, McEvaluation *evaluation, McRaterRole role, McLiveList *scores, McEvaluationText *text);

G_END_DECLS
