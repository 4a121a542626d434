/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"

G_BEGIN_DECLS

#define MC_TYPE_BULK_EXTEND_DIALOG (mc_bulk_extend_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McBulkExtendDialog, mc_bulk_extend_dialog, MC, BULK_EXTEND_DIALOG, McActDialog)

/**
 * mc_bulk_extend_dialog_new:
 * @entries: (element-type McStaffEntry): people with a tour on the day that they show
 *
 * One decision lets several tours go on to the same day, as one change.
 */
AdwDialog *mc_bulk_extend_dialog_new (McSession *session, GPtrArray *entries);

G_END_DECLS
