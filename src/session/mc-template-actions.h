/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-actions.h"
#include "mc-roster-template.h"

G_BEGIN_DECLS

/* Patterns of a week, saved from a roster and filled into drafts. */

/**
 * mc_template_change_save:
 * @book: ready, of any state
 * @name: of the template
 *
 * The week as it mostly is: of each person, weekday and session the place that the roster has most often, the earlier
 * one if several are as frequent. What stands on days that are off, or is worked in exchange, is no part of a week.
 */
McChange *mc_template_change_save (McRosterBook *book, const char *name);

/**
 * mc_template_change_fill:
 * @book: of a draft
 * @cells: of McRosterTemplateCell, those of one template
 * @name: of the template, for the undo menu
 *
 * Fills the empty cells of the draft on days that are worked. Who is not there any more, is away, and places that are
 * gone or need nobody more, are left out.
 *
 * Returns: (transfer full): empty where there is nothing to fill
 */
McChange *mc_template_change_fill (McRosterBook *book, GListModel *cells, const char *name);

/** mc_template_change_delete: with its cells; they do not come back. */
McChange *mc_template_change_delete (McRosterTemplate *template_);

G_END_DECLS
