/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-evaluation-book.h"

G_BEGIN_DECLS

/* Acts on one evaluation, with the questions that belong to them; each reports what came of it above @from. */

/** mc_evaluation_act_sign: tells who, what, by which article and what is frozen, and signs. */
void mc_evaluation_act_sign (GtkWidget *from, McEvaluationBook *book, McEvaluation *evaluation);

/** mc_evaluation_act_waive: asks why, and goes on without whose turn it is. */
void mc_evaluation_act_waive (GtkWidget *from, McEvaluationBook *book, McEvaluation *evaluation);

/** mc_evaluation_act_reopen: asks why; the signed one stays and can be read. */
void mc_evaluation_act_reopen (GtkWidget *from, McEvaluationBook *book, McEvaluation *evaluation);

/** mc_evaluation_act_gather: counts the evidence anew and reckons the points that come from it. */
void mc_evaluation_act_gather (GtkWidget *from, McEvaluationBook *book, McEvaluation *evaluation);

/** mc_evaluation_home_dialog: (transfer floating): what the home agency has answered. */
AdwDialog *mc_evaluation_home_dialog (McSession *session, McEvaluation *evaluation);

G_END_DECLS
