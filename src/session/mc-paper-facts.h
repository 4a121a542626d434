/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-paper-matter.h"
#include "mc-session.h"

G_BEGIN_DECLS

/**
 * mc_session_gather_paper:
 * @kind: MC_PAPER_KIND_LEAVE or _STANDBY_REQUEST: @id is that of an absence; _TERM_ENDING or _REPLACEMENT: of a tour;
 *   _ASSIGNMENT: of work at a counter (counter_assignment)
 *
 * All that the register knows for a paper on one of its rows.
 *
 * Returns: (transfer full): future of a McPaperMatter (boxed). Rejects with MC_ERROR_NOT_FOUND where the row is gone,
 *   with MC_ERROR_INVALID where such a paper is not for it: a leave paper for a leave that nobody has agreed to
 */
DexFuture *mc_session_gather_paper (McSession *self, McPaperKind kind, gint64 id);

/** mc_session_find_paper: future of the id (int64) of a draft or paper of @kind on that row; 0 where there is none. */
DexFuture *mc_session_find_paper (McSession *self, McPaperKind kind, McPaperSubject subject, gint64 id);

/** mc_session_find_template: future of the McPaperTemplate of @kind in force; MC_ERROR_NOT_FOUND where there is none.
 */
DexFuture *mc_session_find_template (McSession *self, McPaperKind kind);

G_END_DECLS
