/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence-notice.h"
#include "mc-paper-office.h"

G_BEGIN_DECLS

/**
 * mc_absence_papers_new:
 * @templates: of McPaperTemplate; the first of a kind counts. Kinds without a text are left out
 * @today: the day on which they are drawn up
 *
 * The papers that an absence and its repair ask for, as drafts for the register: a notice to each person who moves, the
 * letter to the home agency where one is due, and the sheet for the hall with a page for each day.
 *
 * Returns: (transfer full) (element-type McRegisteredPaper): in this order
 */
GPtrArray *
mc_absence_papers_new (const McAbsenceNotice *notice, GListModel *templates, McPaperOffice *office, McDay today);

G_END_DECLS
