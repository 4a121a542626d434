/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-period.h"

G_BEGIN_DECLS

#define MC_TYPE_TOUR_BAR (mc_tour_bar_get_type ())
G_DECLARE_FINAL_TYPE (McTourBar, mc_tour_bar, MC, TOUR_BAR, GtkWidget)

/**
 * McTourBar:
 * Tours on a line of time: each a bar from its first to its last day, past full and to come pale, with the marks of its
 * extensions, and a line at the day that is looked at. Screen readers hear the same in words.
 */

/** mc_tour_bar_set_day: where the mark of "now" stands. */
void mc_tour_bar_set_day (McTourBar *self, McDay day);

/** mc_tour_bar_set_range: the line is this stretch of time, both ends given, whatever stands on it; for bars that are
 * read one beneath the other. */
void mc_tour_bar_set_range (McTourBar *self, McPeriod range);

/** mc_tour_bar_clear: no tours. */
void mc_tour_bar_clear (McTourBar *self);

/**
 * mc_tour_bar_add:
 * @during: without an end, the bar runs on past the right edge
 * @faint: a tour of less weight, such as that of a standby; drawn thinner
 */
void mc_tour_bar_add (McTourBar *self, McPeriod during, gboolean faint);

/** mc_tour_bar_add_mark: an extension: the tour was to end before @day. */
void mc_tour_bar_add_mark (McTourBar *self, McDay day);

/** mc_tour_bar_get_fraction: how much of the time on the line is over at the day, 0…1; -1 without tours. */
double mc_tour_bar_get_fraction (McTourBar *self);

/** mc_tour_bar_describe: (transfer full): what the bar shows, in words. */
char *mc_tour_bar_describe (McTourBar *self);

G_END_DECLS
