/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_TODAY_PAGE (mc_today_page_get_type ())
G_DECLARE_FINAL_TYPE (McTodayPage, mc_today_page, MC, TODAY_PAGE, McPage)

/**
 * McTodayPage:
 * "Hôm nay": the floor in small, each counter with who is there, who is away, and what needs attention first; all of
 * it leads to where it comes from. By standing assignments and reported absences.
 */

G_END_DECLS
