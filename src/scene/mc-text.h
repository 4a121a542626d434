/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-scene-node.h"

G_BEGIN_DECLS

/**
 * mc_text_measure:
 * @width: the most it may be wide, in points; 0: one line as long as it takes
 * @text_width, @text_height: (out) (optional): the room that @text takes, in points, with its lines wrapped and its
 *   end left out as in a mark of this style
 *
 * The same on every screen and printer: nothing is rounded to pixels. May be called on any thread.
 */
void
mc_text_measure (const char *text, const McTextStyle *style, double width, double *text_width, double *text_height);

G_END_DECLS
