/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MC_CLOCK_NONE: no time of the day. */
#define MC_CLOCK_NONE (-1)

/**
 * mc_clock_parse:
 * @text: (nullable): HH:MM as the database has it; also H:MM, H.MM, “7h15”, “7 giờ 15” and seconds, as people and time
 *   clocks write
 *
 * Returns: minutes since midnight, 0 to 1439, or %MC_CLOCK_NONE
 */
int mc_clock_parse (const char *text);

/** mc_clock_format: (transfer full): HH:MM; "" for %MC_CLOCK_NONE. */
char *mc_clock_format (int minutes);

/** mc_clock_now: minutes since midnight in Cần Thơ, which keeps UTC+7 all year. */
int mc_clock_now (void);

G_END_DECLS
