/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <libdex.h>

#include "mc-conflict.h"

G_BEGIN_DECLS

#define MC_TYPE_CONFLICT_DIALOG (mc_conflict_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McConflictDialog, mc_conflict_dialog, MC, CONFLICT_DIALOG, AdwDialog)

/**
 * McConflictDialog:
 * Somebody else changed the same row first: field by field, mine or theirs.
 */

/**
 * mc_conflict_dialog_ask:
 * @from: a widget of the window
 *
 * Returns: (transfer full): future of the McChange to commit; rejects with MC_ERROR_CANCELLED when the person leaves
 */
DexFuture *mc_conflict_dialog_ask (GtkWidget *from, McConflict *conflict);

G_END_DECLS
