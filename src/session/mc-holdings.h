/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-change.h"

G_BEGIN_DECLS

/* What a person holds while a tour runs: seats (McAppointment) and counters (McCounterAssignment). They go on when the
 * tour goes on and end with it. @rows holds such rows, also of other people. Days are the first one after. */

/** mc_holdings_extend: what @person holds until @old_end is held until @new_end. */
void mc_holdings_extend (McChange *change, GListModel *rows, gint64 person, McDay old_end, McDay new_end);

/** mc_holdings_cut: what @person holds on @day ends there; what would begin later falls away. */
void mc_holdings_cut (McChange *change, GListModel *rows, gint64 person, McDay day);

G_END_DECLS
