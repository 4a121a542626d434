/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** mc_about_present: shows what this program is, above the window of @from. */
void mc_about_present (GtkWidget *from);

G_END_DECLS
