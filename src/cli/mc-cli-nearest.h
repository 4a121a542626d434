/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mc_cli_nearest:
 * @text: what was typed
 * @choices: (array zero-terminated=1): what could have been meant
 *
 * The choice that is one slip of the fingers in three letters away, or less: a letter too much, missing, wrong, or two
 * that changed places. Accents and case do not count.
 *
 * Returns: (transfer none) (nullable)
 */
const char *mc_cli_nearest (const char *text, const char *const *choices);

G_END_DECLS
