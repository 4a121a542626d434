/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mc-evaluation-evidence.h"

G_BEGIN_DECLS

/**
 * McFigures:
 * The figures of the evidence of one criterion: name to number. What is gathered and what is entered adds up.
 */
typedef struct _McFigures McFigures;

McFigures *mc_figures_new (void);
void mc_figures_free (McFigures *self);

/** mc_figures_add: adds to what there is of this name. */
void mc_figures_add (McFigures *self, const char *name, double value);

/** mc_figures_add_evidence: adds all numbers of the evidence; what is no number is passed over. */
void mc_figures_add_evidence (McFigures *self, McEvaluationEvidence *evidence);

/** mc_figures_has: whether there is a figure of this name, 0 too. */
gboolean mc_figures_has (McFigures *self, const char *name);

/** mc_figures_get: 0 where there is none of this name. */
double mc_figures_get (McFigures *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McFigures, mc_figures_free)

G_END_DECLS
