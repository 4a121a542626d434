/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-shift-model.h"

G_BEGIN_DECLS

/* Small invented problems, some with a person's state on the eve. The same @seed gives the same one. */

/** shift_fixture_random: (transfer full): @n_people and @n_days as wanted, everything else by chance; each person has a
 * roster. */
McShiftModel *shift_fixture_random (guint seed, guint n_people, guint n_days);

/**
 * shift_fixture_best_row:
 * By trying all of them: the cheapest days of a person, by the prices of days × choices and the evaluator's rules.
 *
 * Returns: INFINITY if there is none
 */
double shift_fixture_best_row (const McShiftModel *model, guint person, const double *prices);

G_END_DECLS
