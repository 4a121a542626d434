/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session.h"
#include "mc-table-bin.h"

G_BEGIN_DECLS

#define MC_TYPE_FEEDBACK_LIST (mc_feedback_list_get_type ())
G_DECLARE_FINAL_TYPE (McFeedbackList, mc_feedback_list, MC, FEEDBACK_LIST, McTableBin)

/**
 * McFeedbackList:
 * The register of feedback, or the log of supervision: a searchable table, and beside it the chosen row with the steps
 * that it may take.
 *
 * Property: "table" (string, construct-only): "feedback" or "supervision_note".
 */

void mc_feedback_list_show (McFeedbackList *self, McSession *session);

/** mc_feedback_list_open: chooses the row @id as soon as it is there; 0 opens the form of a new one. */
void mc_feedback_list_open (McFeedbackList *self, gint64 id);

gboolean mc_feedback_list_grab_search (McFeedbackList *self);

/** mc_feedback_list_go_back: from the row back to the table; FALSE where that is shown. */
gboolean mc_feedback_list_go_back (McFeedbackList *self);

G_END_DECLS
