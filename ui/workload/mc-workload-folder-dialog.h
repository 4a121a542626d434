/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-workload-watch.h"

G_BEGIN_DECLS

#define MC_TYPE_WORKLOAD_FOLDER_DIALOG (mc_workload_folder_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McWorkloadFolderDialog, mc_workload_folder_dialog, MC, WORKLOAD_FOLDER_DIALOG, AdwDialog)

/** mc_workload_folder_dialog_new: the folder in which exports are laid, and what is new there; @watch has a session. */
AdwDialog *mc_workload_folder_dialog_new (McWorkloadWatch *watch);

G_END_DECLS
