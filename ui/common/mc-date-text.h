/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-day.h"

G_BEGIN_DECLS

#define MC_TYPE_DATE_TEXT (mc_date_text_get_type ())
G_DECLARE_FINAL_TYPE (McDateText, mc_date_text, MC, DATE_TEXT, GObject)

/**
 * McDateText:
 * A day while it is typed: what McDateEntry and McDateRow have in common. Has their properties "day", "optional",
 * "valid", "error", "earliest" and "latest", and drives their parts.
 */

/**
 * mc_date_text_new:
 * @widget: the entry or row; marked as wrong or right in style, tooltip and for screen readers
 * @editable: where the day is typed
 * @calendar: where it is picked
 * @button: what opens the calendar
 *
 * None of them is held; all must live as long as the result.
 */
McDateText *mc_date_text_new (GtkWidget *widget, GtkEditable *editable, GtkCalendar *calendar, GtkMenuButton *button);

/** mc_date_text_set_words: @label: says what is wrong with the text, such as how a day is written; not held. */
void mc_date_text_set_words (McDateText *self, GtkLabel *label);

McDay mc_date_text_get_day (McDateText *self);
void mc_date_text_set_day (McDateText *self, McDay day);
gboolean mc_date_text_get_valid (McDateText *self);

/**
 * mc_date_text_forward:
 * @klass: the class of the entry or row
 *
 * Gives the class the properties above; its get_property and set_property call the two functions below, and
 * changes of the McDateText are notified on the widget.
 */
void mc_date_text_forward (GObjectClass *klass);
void mc_date_text_get_forwarded (McDateText *self, GParamSpec *pspec, GValue *value);
void mc_date_text_set_forwarded (McDateText *self, GParamSpec *pspec, const GValue *value);

G_END_DECLS
