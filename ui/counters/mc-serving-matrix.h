/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-serving-view.h"

G_BEGIN_DECLS

#define MC_TYPE_SERVING_MATRIX (mc_serving_matrix_get_type ())
G_DECLARE_FINAL_TYPE (McServingMatrix, mc_serving_matrix, MC, SERVING_MATRIX, AdwBin)

/**
 * McServingMatrix:
 * Who may serve what: a row for each person at the centre, a column for each field. A cell is a button: it begins or
 * ends the competence on the day that is looked at, and can be undone. Arrow keys walk from cell to cell.
 */

void mc_serving_matrix_show (McServingMatrix *self, McSession *session, McDay day, McServingView *serving);

/** mc_serving_matrix_look_at: the fields of @counter (0: all), and @person in sight (0: everybody). */
void mc_serving_matrix_look_at (McServingMatrix *self, gint64 counter, gint64 person);

gboolean mc_serving_matrix_grab_search (McServingMatrix *self);

/** mc_serving_matrix_export: asks for a file and writes the matrix as it is shown. */
void mc_serving_matrix_export (McServingMatrix *self);

G_END_DECLS
