/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * mc_what_if_table_fill:
 * @results: (element-type McWhatIfResult): of mc_what_if_run_all(); held
 *
 * The comparison as a list: a row for each measure, a column for today and for each scenario, with how it differs.
 */
void mc_what_if_table_fill (GtkColumnView *table, GPtrArray *results);

G_END_DECLS
