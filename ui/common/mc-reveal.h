/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * mc_reveal_sidebar:
 * Shows or hides the sidebar of @split. One that has no size yet, because its page was never shown, gets its sidebar
 * when it has: libadwaita divides by the width when it slides the sidebar in, and ends the program over the sizes that
 * come of it.
 */
void mc_reveal_sidebar (AdwOverlaySplitView *split, gboolean show);

G_END_DECLS
