/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-row-item.h"

#include <math.h>

struct _McWorkloadRowItem
{
  GObject parent_instance;

  McChart *chart;
  guint category;
};

G_DEFINE_FINAL_TYPE (McWorkloadRowItem, mc_workload_row_item, G_TYPE_OBJECT)

static void
mc_workload_row_item_finalize (GObject *object)
{
  g_clear_pointer (&MC_WORKLOAD_ROW_ITEM (object)->chart, mc_chart_unref);
  G_OBJECT_CLASS (mc_workload_row_item_parent_class)->finalize (object);
}

static void
mc_workload_row_item_class_init (McWorkloadRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_workload_row_item_finalize;
}

static void
mc_workload_row_item_init (McWorkloadRowItem *self)
{
}

McWorkloadRowItem *
mc_workload_row_item_new (McChart *chart, guint category)
{
  McWorkloadRowItem *self = g_object_new (MC_TYPE_WORKLOAD_ROW_ITEM, NULL);

  self->chart = mc_chart_ref (chart);
  self->category = category;
  return self;
}

char *
mc_workload_row_item_dup_cell (McWorkloadRowItem *self, guint column)
{
  return column < mc_chart_get_n_columns (self->chart) ? mc_chart_dup_cell (self->chart, self->category, column)
                                                       : g_strdup ("");
}

double
mc_workload_row_item_get_number (McWorkloadRowItem *self, guint column)
{
  return column >= 1 && column <= mc_chart_get_n_series (self->chart)
             ? mc_chart_get_value (self->chart, column - 1, self->category)
             : NAN;
}
