/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-entity.h"
#include "mc-session.h"

G_BEGIN_DECLS

/** mc_feedback_row_new: (transfer full): an unsaved row of "feedback", "supervision_note" or "supervision_kind". */
McEntity *mc_feedback_row_new (McSession *session, const char *table, gint64 person);

/** mc_feedback_dialog: (transfer floating): adds or changes such a row. */
AdwDialog *mc_feedback_dialog (McSession *session, McEntity *row);

/**
 * mc_feedback_next_verb:
 * Returns: (transfer none) (nullable): the label of the step that @row takes next ("_Settle…"), %NULL where none is
 * left
 */
const char *mc_feedback_next_verb (McEntity *row);

/** mc_feedback_may_step: whether this session may take that step. */
gboolean mc_feedback_may_step (McSession *session, McEntity *row);

/** mc_feedback_step: takes that step, asking for what belongs to it. */
void mc_feedback_step (GtkWidget *from, McSession *session, McEntity *row);

/** mc_feedback_remove: removes a row; it can be undone. */
void mc_feedback_remove (GtkWidget *from, McSession *session, McEntity *row);

G_END_DECLS
