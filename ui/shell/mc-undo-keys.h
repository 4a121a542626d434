/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * mc_undo_keys_install:
 * @window: has the actions win.undo and win.redo
 *
 * Ctrl+Z, and Ctrl+Shift+Z or Ctrl+Y for redo. Where something was typed since the field got the keyboard, they go to
 * the field, and otherwise to the window. GTK (4.18) gives them to the field even if it has nothing to undo, and a
 * search entry that took the keyboard with its page would swallow them.
 */
void mc_undo_keys_install (GtkWindow *window);

G_END_DECLS
