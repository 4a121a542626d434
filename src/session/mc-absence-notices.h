/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence-notice.h"
#include "mc-absence.h"
#include "mc-change.h"
#include "mc-roster-book.h"
#include "mc-roster-repair.h"

G_BEGIN_DECLS

/**
 * mc_roster_book_make_notice:
 * @book: ready; of the roster that is out
 * @brief: what @repair is about
 * @answer: of @repair
 * @absence: that it mends
 *
 * Whom the answer concerns and what the hall looks like by it, for the papers: those who move; the home agency of who
 * is away, where one of its standbys is called in, or where it has no other officer here (Decree 118/2025,
 * Article 12.8); the counters of each day on which somebody moves or is missed.
 *
 * Returns: (transfer full)
 */
McAbsenceNotice *mc_roster_book_make_notice (McRosterBook *book,
                                             McRosterBrief *brief,
                                             const McRosterRepair *repair,
                                             const McRosterAnswer *answer,
                                             McAbsence *absence);

/**
 * mc_absence_change_amend:
 * @absence: saved, or a new one, which is then entered; it must count by then
 * @papers: (element-type McRegisteredPaper): drafts, which are entered with it and belong to it
 *
 * The absence, the amendment that mends the roster by @answer, and the papers: one change.
 *
 * Returns: (transfer full)
 */
McChange *mc_absence_change_amend (
    McRosterBook *book, McRosterBrief *brief, const McRosterAnswer *answer, McAbsence *absence, GPtrArray *papers);

G_END_DECLS
