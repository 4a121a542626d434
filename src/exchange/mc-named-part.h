/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-period.h"

G_BEGIN_DECLS

/* What a cell says of one thing that it names: “Nguyễn Văn A (01/03/2026–31/12/2026)”. Days include the last; either
 * may be missing, “(01/03/2026–)” has no end. */

/** mc_named_part_format: Returns: (transfer full): @what with the days of @during after it */
char *mc_named_part_format (const char *what, McPeriod during);

/**
 * mc_named_part_cut:
 * @text: is cut before the days; parentheses that hold anything but days belong to the name and stay
 * @during: (out): the days; %MC_PERIOD_ALWAYS where there are none
 * @reason: (out) (transfer full): why they cannot be read; %NULL if they can
 *
 * Returns: whether @text names days
 */
gboolean mc_named_part_cut (char *text, McPeriod *during, char **reason);

G_END_DECLS
