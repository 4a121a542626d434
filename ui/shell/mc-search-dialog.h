/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_SEARCH_DIALOG (mc_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McSearchDialog, mc_search_dialog, MC, SEARCH_DIALOG, AdwDialog)

/**
 * McSearchDialog:
 * Type to find anything: people, agencies, posts, findings, pages and commands. The keyboard stays in the entry; Up and
 * Down move through the hits, Enter goes there ("win.open-target").
 */
void mc_search_dialog_present (GtkWidget *from, McSession *session);

G_END_DECLS
