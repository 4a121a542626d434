/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-evaluation-book.h"

G_BEGIN_DECLS

/* Acts on a whole cycle; each asks and reports above @from. */

/** mc_evaluation_run_cycle: takes in who was at the centre, gathers the evidence and reckons all that is not signed. */
void mc_evaluation_run_cycle (GtkWidget *from, McEvaluationBook *book, McEvaluationCycle *cycle);

/**
 * mc_evaluation_make_notices: drafts of what goes out of what is signed: of a month or quarter a notice to each home
 * agency, of a quarter also the table, of a year the proposals. Drafts that are there already are not made again.
 */
void mc_evaluation_make_notices (GtkWidget *from, McEvaluationBook *book, McEvaluationCycle *cycle);

/** mc_evaluation_close_cycle: closes it; the database refuses while something of it is not signed. */
void mc_evaluation_close_cycle (GtkWidget *from, McEvaluationBook *book, McEvaluationCycle *cycle);

G_END_DECLS
