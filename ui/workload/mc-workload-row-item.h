/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-chart.h"

G_BEGIN_DECLS

#define MC_TYPE_WORKLOAD_ROW_ITEM (mc_workload_row_item_get_type ())
G_DECLARE_FINAL_TYPE (McWorkloadRowItem, mc_workload_row_item, MC, WORKLOAD_ROW_ITEM, GObject)

/** McWorkloadRowItem: a row of the list of a chart. */
McWorkloadRowItem *mc_workload_row_item_new (McChart *chart, guint category);
/** mc_workload_row_item_dup_cell: (transfer full): what stands in a column; empty where the chart has none such. */
char *mc_workload_row_item_dup_cell (McWorkloadRowItem *self, guint column);
/** mc_workload_row_item_get_number: as a number; NAN where it is a text or not known. */
double mc_workload_row_item_get_number (McWorkloadRowItem *self, guint column);

G_END_DECLS
