/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-change.h"
#include "mc-registered-paper.h"
#include "mc-session.h"

G_BEGIN_DECLS

/** mc_session_read_paper: future of the content of a paper (string, JSON); MC_ERROR_NOT_FOUND when it is gone. */
DexFuture *mc_session_read_paper (McSession *self, gint64 paper);

/**
 * mc_paper_change_issue:
 * @content: what is printed, with the authority and the signer that @capacity and @signer say
 * @day: its date; MC_DAY_NONE: the day on which it is issued
 *
 * Draws the number. The database refuses it to all but the director and the deputies, the one in the name of the other.
 *
 * Returns: (transfer full): for mc_session_commit(); it cannot be undone afterwards
 */
McChange *mc_paper_change_issue (
    McRegisteredPaper *draft, const char *content, McPaperCapacity capacity, const char *signer, McDay day);

/** mc_paper_change_withdraw: (transfer full): it stays in the register, with the reason. */
McChange *mc_paper_change_withdraw (McRegisteredPaper *issued, const char *reason);

/** mc_paper_change_answer: (transfer full): what came back; @number and @note may be %NULL. */
McChange *mc_paper_change_answer (McRegisteredPaper *issued, McDay day, const char *number, const char *note);

G_END_DECLS
