/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** mc_help_show: opens the handbook, in the language of the program, with the desktop's reader of web pages. */
void mc_help_show (GtkWindow *parent);

G_END_DECLS
