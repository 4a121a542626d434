/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-registered-paper.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_PAPER_DETAIL (mc_paper_detail_get_type ())
G_DECLARE_FINAL_TYPE (McPaperDetail, mc_paper_detail, MC, PAPER_DETAIL, AdwBin)

/**
 * McPaperDetail:
 * One paper of the register as it is printed, and what may be done with it. Actions: "paper.issue", "paper.edit",
 * "paper.print", "paper.export", "paper.answer", "paper.withdraw", "paper.delete".
 */

/** mc_paper_detail_show: @paper: (nullable) */
void mc_paper_detail_show (McPaperDetail *self, McSession *session, McRegisteredPaper *paper);

G_END_DECLS
