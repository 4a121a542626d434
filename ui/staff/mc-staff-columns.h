/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-day.h"

G_BEGIN_DECLS

/* How a person of the staff table reads, on screen, copied and exported. */

/** mc_staff_state_text: (transfer full): a McStaffState as a sign and a word: "✓ Có mặt". */
char *mc_staff_state_text (guint state);

/** mc_staff_until_text: (transfer full): the last day of a tour that ends before @until, and how long that is away. */
char *mc_staff_until_text (McDay until, int days_left);

/** mc_staff_columns_fill: gives the columns of the staff table, known by their ids, their cells of McStaffEntry. */
void mc_staff_columns_fill (GtkColumnView *table);

/** mc_staff_columns_for_export: (transfer full) (element-type McTableColumn): what a file of the staff holds. */
GPtrArray *mc_staff_columns_for_export (void);

/** mc_staff_columns_copy: (transfer full): the selected people, a line each, columns parted by tabs, under a head. */
char *mc_staff_columns_copy (GtkSelectionModel *selection);

/**
 * mc_staff_columns_group:
 * @field: (nullable): the field of McStaffEntry by which the table has headings; %NULL: no headings
 */
void mc_staff_columns_group (GtkColumnView *table, GtkSortListModel *sorted, const char *field);

G_END_DECLS
