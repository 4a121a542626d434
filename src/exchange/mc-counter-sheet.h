/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MC_TYPE_COUNTER_SHEET (mc_counter_sheet_get_type ())
G_DECLARE_FINAL_TYPE (McCounterSheet, mc_counter_sheet, MC, COUNTER_SHEET, GObject)

/**
 * McCounterSheet:
 * A list of counters for mc_table_export(), whose items are McCounterEntry. Its headers and cells are those that
 * McCounterImport understands: what goes out comes in as the same counters, with whom they serve, who sits there and
 * who stands by, each with its days. Remarks about people's work stay at home.
 */
McCounterSheet *mc_counter_sheet_new (void);

/** mc_counter_sheet_noun: the @at-th of the nouns that the list needs all rows of; G_TYPE_INVALID after the last. */
GType mc_counter_sheet_noun (guint at);

/** mc_counter_sheet_add: @row: of one of these nouns; McPerson of any time, the others of the day; in any order. */
void mc_counter_sheet_add (McCounterSheet *self, gpointer row);

/** mc_counter_sheet_get_columns: (transfer full) (element-type McTableColumn): they hold @self. */
GPtrArray *mc_counter_sheet_get_columns (McCounterSheet *self);

G_END_DECLS
