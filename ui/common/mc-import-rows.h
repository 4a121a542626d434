/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-column-mapping.h"
#include "mc-import-error.h"

G_BEGIN_DECLS

/* What dialogs that take in a table show of it. */

/** mc_import_error_row_new: (transfer full): a row for one McImportError; a GtkListBoxCreateWidgetFunc. */
GtkWidget *mc_import_error_row_new (gpointer item, gpointer user_data);

/**
 * mc_import_column_row_new:
 * Returns: (transfer full): an AdwComboRow that asks what @column means; meanings that the kind of list does not know
 *   are not offered
 */
GtkWidget *mc_import_column_row_new (McColumnMapping *mapping, guint column);

/** mc_import_column_row_show: selects what @column means in @mapping. */
void mc_import_column_row_show (AdwComboRow *row, McColumnMapping *mapping, guint column);

/** mc_import_column_row_get: what is selected. */
guint mc_import_column_row_get (AdwComboRow *row);

G_END_DECLS
