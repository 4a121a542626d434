/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_TABLE_IMPORT_DIALOG (mc_table_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McTableImportDialog, mc_table_import_dialog, MC, TABLE_IMPORT_DIALOG, AdwDialog)

/**
 * mc_table_import_dialog_new:
 * @table: "counter", "procedure" or "attendance"
 *
 * Takes in a list from CSV, XLSX, XLS or ODS: shows what each column is read as and what is wrong with each cell, and
 * writes all rows as one change, or none.
 */
AdwDialog *mc_table_import_dialog_new (McSession *session, const char *table);

/** mc_table_import_dialog_read: as if @file had been chosen. */
void mc_table_import_dialog_read (McTableImportDialog *self, GFile *file);

G_END_DECLS
