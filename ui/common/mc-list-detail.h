/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What every page does that shows a table of entities and the chosen one beside it. */

/**
 * mc_list_detail_choose:
 * @table: of McEntity, one of them chosen at a time
 *
 * Chooses the row of the entity with @id and brings it into sight.
 *
 * Returns: FALSE where it is not in the table, or the filter hides it
 */
gboolean mc_list_detail_choose (GtkColumnView *table, gint64 id);

/**
 * mc_list_detail_keep:
 * @wanted: the row that was chosen last or is to be; 0 for none
 *
 * To be called when the rows have changed: chooses @wanted where no row is chosen now.
 */
void mc_list_detail_keep (GtkColumnView *table, gint64 wanted);

/** mc_list_detail_go_back: from the detail to the list, where only one of them is seen. Returns: FALSE at the list */
gboolean mc_list_detail_go_back (AdwNavigationSplitView *split);

G_END_DECLS
