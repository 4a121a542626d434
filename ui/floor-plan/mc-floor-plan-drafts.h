/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-plan-feed.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The verbs of the floor plan's page; each shows what it has to say above @from. */

/** mc_floor_plan_new_draft: asks for a name; a copy of the version that is shown, or an empty plan where there is none,
 * and shows it. Meant to be in force from @since on. */
void mc_floor_plan_new_draft (GtkWidget *from, McPlanFeed *feed, McDay since);

/** mc_floor_plan_adopt: asks once, then puts the draft that is shown in force from @since on. */
void mc_floor_plan_adopt (GtkWidget *from, McPlanFeed *feed, McDay since);

/** mc_floor_plan_rename: asks for another name of the draft that is shown. */
void mc_floor_plan_rename (GtkWidget *from, McPlanFeed *feed);

/** mc_floor_plan_delete: asks once, then deletes the draft that is shown with all that is drawn on it. */
void mc_floor_plan_delete (GtkWidget *from, McPlanFeed *feed);

/** mc_floor_plan_add_floor: asks for a name; a floor over (@above) or under all others, of every version, which is then
 * shown. */
void mc_floor_plan_add_floor (GtkWidget *from, McPlanFeed *feed, gboolean above);

/** mc_floor_plan_save_dxf: asks for a file, and writes the floor that is shown as lines. */
void mc_floor_plan_save_dxf (GtkWidget *from, McPlanFeed *feed);

/** mc_floor_plan_assign: the dialog that assigns @person (0: to be chosen) to @counter (0: to be chosen). */
void mc_floor_plan_assign (GtkWidget *from, McSession *session, gint64 counter, gint64 person);

G_END_DECLS
