/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_STAFF_IMPORT_DIALOG (mc_staff_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McStaffImportDialog, mc_staff_import_dialog, MC, STAFF_IMPORT_DIALOG, AdwDialog)

/**
 * McStaffImportDialog:
 * Brings a list of people in from a CSV, XLSX, XLS or ODS file: shows how its columns are understood, every bad cell
 * and who is in the register already, and imports all of it as one change, or nothing.
 */
AdwDialog *mc_staff_import_dialog_new (McSession *session);

/** mc_staff_import_dialog_read: reads @file instead of asking for one. */
void mc_staff_import_dialog_read (McStaffImportDialog *self, GFile *file);

G_END_DECLS
