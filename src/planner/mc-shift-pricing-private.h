/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-shift-tables-private.h"

G_BEGIN_DECLS

/**
 * McShiftPricer:
 * One person's cheapest roster under any prices of the cells, exactly, by dynamic programming over the days. A state is
 * what the limits ask about what has been: the shift and the length of the run (or the days off), weekends worked and
 * minutes. Most limits on the number of shifts of a type are not reached; one that the answer breaks joins the state
 * and the days are gone through again.
 */
typedef struct _McShiftPricer McShiftPricer;

/** McShiftScratch: the memory of a run; one for each thread. */
typedef struct _McShiftScratch McShiftScratch;

McShiftPricer *mc_shift_pricer_new (const McShiftModel *model, guint person);
void mc_shift_pricer_free (McShiftPricer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McShiftPricer, mc_shift_pricer_free)

McShiftScratch *mc_shift_scratch_new (void);
void mc_shift_scratch_free (McShiftScratch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McShiftScratch, mc_shift_scratch_free)

/**
 * mc_shift_pricer_run:
 * @prices: day × choice
 * @allowed: (nullable): for each day the choices that may be, as far as the person's own allow; %NULL: the person's own
 * @cutoff: of no interest is what costs as much
 * @choices: (out): for each day; untouched unless the answer costs less than @cutoff
 *
 * Returns: the cost of the cheapest roster; of one that is not cheaper than @cutoff something between @cutoff and its
 *   cost; INFINITY if there is none
 */
double mc_shift_pricer_run (const McShiftPricer *self,
                            McShiftScratch *scratch,
                            const double *prices,
                            const guint32 *allowed,
                            double cutoff,
                            guint8 *choices);

G_END_DECLS
