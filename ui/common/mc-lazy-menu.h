/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * mc_lazy_menu_set:
 * @menu: what @button opens; held
 *
 * As gtk_menu_button_set_menu_model(), but the items are made when the menu is first opened and not with the window.
 */
void mc_lazy_menu_set (GtkMenuButton *button, GMenuModel *menu);

G_END_DECLS
