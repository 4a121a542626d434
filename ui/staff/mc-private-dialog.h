/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-session-records.h"

G_BEGIN_DECLS

/**
 * mc_private_dialog_ask:
 * @data: what was read, with its person
 * @name: of the person
 *
 * A form for what the law hides, and the writing of it. Nothing is kept as a draft.
 *
 * Returns: (transfer full): future of the McPersonPrivate as it was written; rejects with MC_ERROR_CANCELLED, or with
 *   the reason, which has been shown
 */
DexFuture *mc_private_dialog_ask (GtkWidget *from, McSession *session, McPersonPrivate *data, const char *name);

G_END_DECLS
