/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-person-register.h"

G_BEGIN_DECLS

/**
 * mc_person_attach:
 * @file: (nullable): %NULL asks for one
 *
 * Puts a file, such as the scan of a decision, to the tour of the day, or to the person when there is none.
 */
void mc_person_attach (GtkWidget *from, McPersonRegister *registry, GFile *file);

/** mc_person_open_attachment: opens the file with the program that the desktop has for it. */
void mc_person_open_attachment (GtkWidget *from, McPersonRegister *registry, gint64 attachment);

G_END_DECLS
