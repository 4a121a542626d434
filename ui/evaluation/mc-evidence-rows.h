/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-evaluation-evidence.h"
#include "mc-session.h"

G_BEGIN_DECLS

/** mc_evidence_rows_compare: evidence of one criterion by kind, what was entered by hand at the end. */
int mc_evidence_rows_compare (McEvaluationEvidence *a, McEvaluationEvidence *b);

/** mc_evidence_rows_can_list: whether the evidence counts single rows of a person: days, feedback, checks. */
gboolean mc_evidence_rows_can_list (McEvaluationEvidence *evidence);

/**
 * mc_evidence_rows_new: a button that lists these rows by kind, the newest first; those that a page shows open it.
 *
 * @person: whose they are
 */
GtkWidget *mc_evidence_rows_new (McSession *session, McEvaluationEvidence *evidence, gint64 person);

G_END_DECLS
