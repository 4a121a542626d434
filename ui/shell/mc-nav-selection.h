/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MC_TYPE_NAV_SELECTION (mc_nav_selection_get_type ())
G_DECLARE_FINAL_TYPE (McNavSelection, mc_nav_selection, MC, NAV_SELECTION, GObject)

/**
 * McNavSelection:
 * The selected line of the sidebar is that of the page which is shown, and only the program sets it. GTK's own single
 * selection will not do: a list that is activated by one click selects whatever the pointer passes over, and the arrow
 * keys select too, so that the sidebar would point to a page that nobody opened.
 *
 * "model" is the list of lines, with its sections.
 */

/** mc_nav_selection_set: @position: of the line to mark; %GTK_INVALID_LIST_POSITION: of none. */
void mc_nav_selection_set (McNavSelection *self, guint position);

/** mc_nav_selection_get: the marked line, or %GTK_INVALID_LIST_POSITION. */
guint mc_nav_selection_get (McNavSelection *self);

G_END_DECLS
