/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_SICK_DIALOG (mc_roster_sick_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McRosterSickDialog, mc_roster_sick_dialog, MC, ROSTER_SICK_DIALOG, AdwDialog)

/**
 * McRosterSickDialog:
 * "Báo vắng": who, then since when, how long and why; what closes by it; the three best ways to go on, each one click
 * from being written with the absence and the papers that go out; and these papers, to be printed or opened.
 *
 * @person: 0: is asked first
 * @day: from which on the first session that is worked is proposed, of today one that is not over
 * @exact: that very day is proposed: somebody is rostered on it
 */
AdwDialog *mc_roster_sick_dialog_new (McSession *session, gint64 person, McDay day, gboolean exact);

G_END_DECLS
