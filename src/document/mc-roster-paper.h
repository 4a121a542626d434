/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-official-paper.h"
#include "mc-roster-sheet.h"

G_BEGIN_DECLS

/**
 * mc_roster_paper_new:
 * @size: the sheet lies across; MC_PAPER_A3 holds a month of forty people on one page, names in 9 points or more and
 *   cells in 7.5 or more; on MC_PAPER_A4 the days come in as many parts as these sizes need
 *
 * A month's or a week's roster, or a month's attendance, with its legend and its totals.
 *
 * Returns: (transfer full)
 */
McOfficialPaper *mc_roster_paper_new (const McOfficialFrame *frame, McRosterSheet *sheet, McPaperSize size);

/** mc_roster_paper_append: the same table at the end of a paper or of its last appendix, whose sheet lies across. */
void mc_roster_paper_append (McOfficialPaper *paper, McRosterSheet *sheet, McPaperSize size);

G_END_DECLS
