/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mc_number_format:
 * @value: a number
 * @decimals: how many digits after the comma, 0 to 9, rounded half away from zero
 *
 * Returns: (transfer full): the Vietnamese form whatever the locale: “1.234.567,5”;
 *   a dash if @value is not finite
 */
char *mc_number_format (double value, int decimals);

/** mc_number_format_bytes: “193 bytes”, “1,4 kB”, “2,5 MB” in the person's language. Returns: (transfer full) */
char *mc_number_format_bytes (guint64 n_bytes);

/** mc_number_format_int: “1.234.567”. Returns: (transfer full) */
char *mc_number_format_int (gint64 value);

G_END_DECLS
