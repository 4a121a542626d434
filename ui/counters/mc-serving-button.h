/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-serving.h"

G_BEGIN_DECLS

#define MC_TYPE_SERVING_BUTTON (mc_serving_button_get_type ())
G_DECLARE_FINAL_TYPE (McServingButton, mc_serving_button, MC, SERVING_BUTTON, GtkButton)

/**
 * McServingButton:
 * One cell of the matrix "who may serve what": a sign, a colour, and a sentence for screen readers. It runs the action
 * "matrix.toggle" (xx: person, field) of a widget around it.
 */
GtkWidget *mc_serving_button_new (void);

/** mc_serving_button_place: whose cell it is. */
void mc_serving_button_place (McServingButton *self, gint64 person, gint64 field);
gint64 mc_serving_button_get_person (McServingButton *self);
gint64 mc_serving_button_get_field (McServingButton *self);

/** mc_serving_button_show: @who, @what: names for the sentence */
void mc_serving_button_show (McServingButton *self, McServingCell cell, const char *who, const char *what);

/** mc_serving_button_sign: (transfer none): "✓", "◐" or "". */
const char *mc_serving_button_sign (McServingState state);

G_END_DECLS
