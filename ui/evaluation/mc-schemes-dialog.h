/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-evaluation-book.h"

G_BEGIN_DECLS

#define MC_TYPE_SCHEMES_DIALOG (mc_schemes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McSchemesDialog, mc_schemes_dialog, MC, SCHEMES_DIALOG, AdwDialog)

/**
 * McSchemesDialog:
 * All schemes of evaluation and their versions. Those of the centre are added, copied and edited; those of the law are
 * read. Edits that are not saved stay while the dialog is open, and are asked for when it closes.
 */
AdwDialog *mc_schemes_dialog_new (McEvaluationBook *book);

G_END_DECLS
