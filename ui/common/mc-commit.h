/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include <libdex.h>

#include "mc-change.h"
#include "mc-session.h"

G_BEGIN_DECLS

/**
 * mc_commit:
 * @from: a widget of the window; dialogs open above it
 *
 * mc_session_commit() with everything that the person is to see about it: a rival edit opens the field-by-field choice
 * and is committed again as chosen; a lost server says that the change is kept; success shows a toast with "Undo";
 * anything else is reported.
 *
 * Returns: (transfer full): future of McCommitResult. Rejects when nothing was written: with MC_ERROR_CANCELLED when
 *   the person left the choice, MC_ERROR_CONNECTION when the change is kept for later, else with the reason; all of
 *   it has been shown already, so that callers only decide whether their form stays open.
 */
DexFuture *mc_commit (GtkWidget *from, McSession *session, McChange *change);

G_END_DECLS
