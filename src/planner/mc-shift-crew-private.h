/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-shift-pricing-private.h"

G_BEGIN_DECLS

/** McShiftCrewFunc: job @index; @worker: which one of the crew does it. */
typedef void (*McShiftCrewFunc) (guint index, guint worker, gpointer data);

/**
 * McShiftCrew:
 * Threads that share out numbered jobs. Each job writes to a place of its own, and whoever gave them reads these in the
 * order of numbers: so the outcome does not depend on who did what, or on how many there are.
 */
typedef struct _McShiftCrew McShiftCrew;

/** mc_shift_crew_new: @n: how many, the caller included; at least 1. */
McShiftCrew *mc_shift_crew_new (guint n);

void mc_shift_crew_free (McShiftCrew *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McShiftCrew, mc_shift_crew_free)

/** mc_shift_crew_run: does the jobs 0 … @n_jobs − 1 and returns when all are done. */
void mc_shift_crew_run (McShiftCrew *self, guint n_jobs, McShiftCrewFunc func, gpointer data);

/** mc_shift_crew_scratch: (transfer none): the memory of a worker. */
McShiftScratch *mc_shift_crew_scratch (McShiftCrew *self, guint worker);

G_END_DECLS
