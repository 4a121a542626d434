/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-canvas.h"
#include "mc-plan-feed.h"

G_BEGIN_DECLS

#define MC_TYPE_PLAN_EDITOR (mc_plan_editor_get_type ())
G_DECLARE_FINAL_TYPE (McPlanEditor, mc_plan_editor, MC, PLAN_EDITOR, AdwBin)

/**
 * mc_plan_editor_new:
 * @canvas: shows the scene of @feed, which is of a draft
 *
 * Draws on a draft while it stands in a McPage: takes the tools, the overlay and the cursor of @canvas, and gives the
 * page the actions "plan.…" and their keys. Everything is put back when it leaves the page. Each gesture is one change
 * that is written at once and can be undone.
 */
GtkWidget *mc_plan_editor_new (McCanvas *canvas, McPlanFeed *feed);

G_END_DECLS
