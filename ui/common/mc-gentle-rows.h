/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MC_TYPE_GENTLE_ROWS (mc_gentle_rows_get_type ())
G_DECLARE_FINAL_TYPE (McGentleRows, mc_gentle_rows, MC, GENTLE_ROWS, GObject)

/**
 * McGentleRows:
 * GTK makes the widgets of 200 rows at once whenever a long table changes altogether, which takes several frames' time.
 * This lets the table show what fits the screen at once, and the rest a few rows per frame once the hands rest.
 */

/**
 * mc_gentle_rows_new:
 * @slice: the last model before the selection
 * @view: the table; not owned, it lives at least as long
 */
McGentleRows *mc_gentle_rows_new (GtkSliceListModel *slice, GtkWidget *view);

/** mc_gentle_rows_begin: call before the rows change altogether: a key in the filter, another list. */
void mc_gentle_rows_begin (McGentleRows *self);

/**
 * mc_gentle_rows_follow_search:
 * @search: the entry whose text filters the rows; not owned
 *
 * Once @search takes the keyboard, the rows out of sight go, a few per frame, so that the first letter finds few to
 * replace. They come back when the keyboard leaves it, or the pointer is used over the table. To be called once.
 */
void mc_gentle_rows_follow_search (McGentleRows *self, GtkWidget *search);

/** mc_gentle_rows_finish: all rows are there from now on, at once. */
void mc_gentle_rows_finish (McGentleRows *self);

G_END_DECLS
