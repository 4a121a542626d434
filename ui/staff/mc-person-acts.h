/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-person-register.h"

G_BEGIN_DECLS

/**
 * mc_person_act:
 * @from: a widget of the window
 * @act: "extend", "term", "end", "replace", "move" (the tour of the day, or the latest); "tour" (another); "edit";
 *   "appoint", "competence", "qualification", "service", "rating", "condition", "home" (a new row);
 *   "letter-term_ending", "letter-replacement" (a letter on that tour)
 *
 * Opens the dialog of an act on a person as soon as what it needs is loaded.
 */
void mc_person_act (GtkWidget *from, McPersonRegister *registry, const char *act);

/** mc_person_remove: removes a row of the person; the toast undoes it. */
void mc_person_remove (GtkWidget *from, McPersonRegister *registry, McEntity *entity);

/** mc_person_appoint_to: somebody is chosen for a seat of @post that is free. */
void mc_person_appoint_to (GtkWidget *from, McSession *session, gint64 post);

G_END_DECLS
