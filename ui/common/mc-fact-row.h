/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MC_TYPE_FACT_ROW (mc_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (McFactRow, mc_fact_row, MC, FACT_ROW, AdwActionRow)

/**
 * McFactDescribe:
 * How one row of the register reads in a boxed list.
 *
 * @title: (out) (transfer full)
 * @subtitle: (out) (transfer full) (nullable)
 * @target: (out) (transfer full) (nullable): what the row opens by `win.open-target` ("person/12")
 */
typedef void (*McFactDescribe) (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target);

/**
 * mc_fact_rows_bind:
 * @box: a boxed list
 * @model: (nullable): entities; %NULL empties the list
 * @empty: (nullable): hidden while there are rows, shown when there are none
 *
 * One McFactRow for each entity; a row follows its entity when the database changes it.
 */
void
mc_fact_rows_bind (GtkListBox *box, GListModel *model, McFactDescribe describe, gpointer user_data, GtkWidget *empty);

G_END_DECLS
