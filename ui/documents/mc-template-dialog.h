/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-paper-template.h"

G_BEGIN_DECLS

#define MC_TYPE_TEMPLATE_DIALOG (mc_template_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McTemplateDialog, mc_template_dialog, MC, TEMPLATE_DIALOG, McActDialog)

/** mc_template_dialog_new: the text that papers of a kind begin with, with invented people in the preview. */
AdwDialog *mc_template_dialog_new (McSession *session);

G_END_DECLS
