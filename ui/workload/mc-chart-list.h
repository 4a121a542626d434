/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-chart.h"

G_BEGIN_DECLS

/**
 * mc_chart_list_show:
 * @table: gets a column for each line of the chart
 * @rows: the model of @table: gets a McWorkloadRowItem for each time or part
 * @chart: (nullable): none: no rows
 *
 * The list says what the picture says.
 */
void mc_chart_list_show (GtkColumnView *table, GListStore *rows, McChart *chart);

G_END_DECLS
