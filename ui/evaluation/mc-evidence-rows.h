/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-evaluation-evidence.h"
#include "mc-session.h"

G_BEGIN_DECLS

/** mc_evidence_rows_can_list: whether the evidence counts days of a person, which no page shows one by one. */
gboolean mc_evidence_rows_can_list (McEvaluationEvidence *evidence);

/** mc_evidence_rows_new: a button that opens these days: when, which session, what was. @person: whose they are */
GtkWidget *mc_evidence_rows_new (McSession *session, McEvaluationEvidence *evidence, gint64 person);

G_END_DECLS
