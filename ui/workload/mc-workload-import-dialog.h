/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"
#include "mc-workload-file.h"

G_BEGIN_DECLS

#define MC_TYPE_WORKLOAD_IMPORT_DIALOG (mc_workload_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McWorkloadImportDialog, mc_workload_import_dialog, MC, WORKLOAD_IMPORT_DIALOG, AdwDialog)

/**
 * mc_workload_import_dialog_new:
 * @wrong: (nullable): the file that is corrected: the new one counts in its place
 *
 * Takes in an export of the dossier system, the queue machine or the feedback devices: from which source it is, what
 * its columns mean, what is wrong with each cell, and then all of it as counts, or nothing. Reading can be stopped.
 */
AdwDialog *mc_workload_import_dialog_new (McSession *session, McWorkloadFile *wrong);

/** mc_workload_import_dialog_read: as if @file had been chosen. */
void mc_workload_import_dialog_read (McWorkloadImportDialog *self, GFile *file);

G_END_DECLS
