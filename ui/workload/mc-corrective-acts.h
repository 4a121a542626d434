/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-corrective-names.h"
#include "mc-wait-cause.h"

G_BEGIN_DECLS

/** mc_corrective_row_new: (transfer full): of a time at which people waited @minutes; NAN: not known. */
McCorrectiveAction *mc_corrective_row_new (const McWaitTime *time, double minutes);

/** mc_corrective_dialog_new: the form of a row: what is to be done and, where it is there already, what came of it. */
AdwDialog *mc_corrective_dialog_new (McSession *session, McCorrectiveNames *names, McCorrectiveAction *row);
void mc_corrective_remove (GtkWidget *from, McSession *session, McCorrectiveAction *row);

/** mc_corrective_list_dialog_new: all that was recorded, the latest first. */
AdwDialog *mc_corrective_list_dialog_new (McSession *session);

/** mc_corrective_may_read: whether the person is told what was recorded. */
gboolean mc_corrective_may_read (McSession *session);

G_END_DECLS
