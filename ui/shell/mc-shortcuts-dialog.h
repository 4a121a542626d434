/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MC_TYPE_SHORTCUTS_DIALOG (mc_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McShortcutsDialog, mc_shortcuts_dialog, MC, SHORTCUTS_DIALOG, AdwDialog)

/**
 * McShortcutsDialog:
 * The keys. (GtkShortcutsWindow is deprecated since GTK 4.18 and AdwShortcutsDialog needs libadwaita 1.8.)
 */
void mc_shortcuts_dialog_present (GtkWidget *from);

G_END_DECLS
