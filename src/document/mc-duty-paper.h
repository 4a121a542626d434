/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-duty-sheet.h"
#include "mc-roster-paper.h"

G_BEGIN_DECLS

/**
 * mc_duty_paper_new:
 * @error: MC_ERROR_INVALID where a day has no named leader: the city asks for one, with the list a working day before
 *
 * The duty list of Saturdays and holidays, A4 across.
 *
 * Returns: (transfer full)
 */
McOfficialPaper *mc_duty_paper_new (const McOfficialFrame *frame, const McDutyEntry *entries, guint n, GError **error);

/** mc_duty_paper_append: the same table after the text of @paper, whose sheet lies across. */
gboolean mc_duty_paper_append (McOfficialPaper *paper, const McDutyEntry *entries, guint n, GError **error);

/** mc_day_sheet_paper_new: (transfer full): A4 upright, in letters that are read from a step away. */
McOfficialPaper *mc_day_sheet_paper_new (const McOfficialFrame *frame, const McDaySheet *sheet);

/** mc_day_sheet_paper_append: the same after the text of @paper. */
void mc_day_sheet_paper_append (McOfficialPaper *paper, const McDaySheet *sheet);

G_END_DECLS
