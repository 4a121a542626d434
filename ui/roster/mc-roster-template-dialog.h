/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-roster-book.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_TEMPLATE_DIALOG (mc_roster_template_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McRosterTemplateDialog, mc_roster_template_dialog, MC, ROSTER_TEMPLATE_DIALOG, AdwDialog)

/**
 * McRosterTemplateDialog:
 * The patterns of a week that there are: a draft is filled from one, or one is deleted.
 */

/** mc_roster_template_dialog_new: @book: ready; filled only where it is a draft. */
AdwDialog *mc_roster_template_dialog_new (McRosterBook *book);

G_END_DECLS
