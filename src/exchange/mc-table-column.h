/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mc-table-cell.h"

G_BEGIN_DECLS

#define MC_TYPE_TABLE_COLUMN (mc_table_column_get_type ())
G_DECLARE_FINAL_TYPE (McTableColumn, mc_table_column, MC, TABLE_COLUMN, GObject)

/**
 * McTableColumnFunc:
 * @item: an item of the list
 * @cell: empty; to be filled with mc_table_cell_…()
 */
typedef void (*McTableColumnFunc) (gpointer item, McTableCell *cell, gpointer user_data);

/** mc_table_column_new: a column whose cells a function makes. */
McTableColumn *
mc_table_column_new (const char *title, McTableColumnFunc func, gpointer user_data, GDestroyNotify notify);

/** mc_table_column_new_property: text, number or yes/no, by the type of the items' property @property. */
McTableColumn *mc_table_column_new_property (const char *title, const char *property);

/** mc_table_column_new_day: the items' property @property is a McDay. */
McTableColumn *mc_table_column_new_day (const char *title, const char *property);

/**
 * mc_table_column_new_field:
 * @title: (nullable): %NULL: the field's own label
 * @noun: the type of the items, a McEntity
 * @field: the name of one of its fields; days and numbers stay such, the rest is written as people read it
 */
McTableColumn *mc_table_column_new_field (const char *title, GType noun, const char *field);

const char *mc_table_column_get_title (McTableColumn *self);

/** mc_table_column_read: fills @cell, which the caller clears. */
void mc_table_column_read (McTableColumn *self, gpointer item, McTableCell *cell);

G_END_DECLS
