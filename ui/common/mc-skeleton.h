/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MC_TYPE_SKELETON (mc_skeleton_get_type ())
G_DECLARE_FINAL_TYPE (McSkeleton, mc_skeleton, MC, SKELETON, GtkWidget)

/**
 * McSkeleton:
 * Grey rows where a table is about to be. Draws nothing for the first 200 ms, so that a quick load does not flicker.
 * Property "row-height" (int, pixels; 36).
 */

G_END_DECLS
