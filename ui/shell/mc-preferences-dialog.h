/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MC_TYPE_PREFERENCES_DIALOG (mc_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McPreferencesDialog, mc_preferences_dialog, MC, PREFERENCES_DIALOG, AdwPreferencesDialog)

/**
 * McPreferencesDialog:
 * What one person sets for this computer; what holds for the whole centre stands on the page "Settings".
 */
void mc_preferences_dialog_present (GtkWidget *from, GSettings *settings);

G_END_DECLS
