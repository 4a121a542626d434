/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_PLAN_SCREEN (mc_plan_screen_get_type ())
G_DECLARE_FINAL_TYPE (McPlanScreen, mc_plan_screen, MC, PLAN_SCREEN, GtkWindow)

/**
 * mc_plan_screen_present:
 * @floor: the floor to begin with; 0: the lowest
 *
 * The counters of now over a whole screen, for the hall or the director: follows the database and the clock. Page Up
 * and Page Down change the floor, Escape and F11 leave.
 */
void mc_plan_screen_present (GtkWindow *parent, McSession *session, gint64 floor);

G_END_DECLS
