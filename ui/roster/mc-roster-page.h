/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_PAGE (mc_roster_page_get_type ())
G_DECLARE_FINAL_TYPE (McRosterPage, mc_roster_page, MC, ROSTER_PAGE, McPage)

/**
 * McRosterPage:
 * "Lịch trực": the roster of a month as a table of people or counters by days, in each of its versions; from a first
 * plan to the paper that is signed, and its amendments. Targets: "roster/ID".
 */

G_END_DECLS
