/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_WORKLOAD_FILES_DIALOG (mc_workload_files_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McWorkloadFilesDialog, mc_workload_files_dialog, MC, WORKLOAD_FILES_DIALOG, AdwDialog)

/**
 * mc_workload_files_dialog_new:
 * The files of figures and the entries by hand: of what, from where, of which days, how many rows, who took them in and
 * when, and whether they count. One is withdrawn, counted again or corrected as a whole.
 */
AdwDialog *mc_workload_files_dialog_new (McSession *session);

G_END_DECLS
