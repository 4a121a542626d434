/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-evaluation-spread.h"

G_BEGIN_DECLS

#define MC_TYPE_SPREAD_STRIP (mc_spread_strip_get_type ())
G_DECLARE_FINAL_TYPE (McSpreadStrip, mc_spread_strip, MC, SPREAD_STRIP, GtkWidget)

/**
 * McSpreadStrip:
 * How results lie on a line: a faint mark for each, a bar for the interval of their mean, a stroke for the mean, and a
 * dashed stroke for what it is compared with; of too few the marks alone. What it shows is said in words beside it.
 *
 * @values: (element-type double): copied
 * @low, @high: the ends of the line
 * @beside: what the mean is compared with; NAN for nothing
 */
GtkWidget *mc_spread_strip_new (const GArray *values, const McSpread *spread, double low, double high, double beside);

G_END_DECLS
