/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * mc_late_parts_watch:
 * @top: a page, a dialog or another part of a window
 *
 * Sees to it that screen readers hear of the parts of @top that come into view later. GTK (4.18) tells of a widget that
 * appears only if a screen reader has met it before, which it cannot have while the widget was hidden from the start.
 * May be called again when @top got other parts. The rows of lists come and go by GTK's own means and are left alone.
 */
void mc_late_parts_watch (GtkWidget *top);

G_END_DECLS
