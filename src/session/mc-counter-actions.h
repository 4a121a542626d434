/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-counter-assignment.h"
#include "mc-counter.h"
#include "mc-session.h"

G_BEGIN_DECLS

/* The acts on counters as changes, to be committed. Days given as "last" are inclusive. */

/**
 * mc_counter_change_add:
 * @counter: a new McCounter with its period
 * @agency: the agency that receives there from the first day, or 0
 */
McChange *mc_counter_change_add (McSession *session, McCounter *counter, gint64 agency);

/**
 * mc_counter_change_close:
 * Returns: (transfer full): future of McChange: the counter, with its agencies, fields, things and people, ends on
 *   @last_day; what would begin later falls away
 */
DexFuture *mc_counter_change_close (McSession *session, McCounter *counter, McDay last_day);

/**
 * mc_counter_change_assign:
 * @assignment: a new one: counter, person, role, period, note
 *
 * Who sits at another counter in that time leaves it for this one: what lies before stays, what lies after too.
 *
 * Returns: (transfer full): future of McChange
 */
DexFuture *mc_counter_change_assign (McSession *session, McCounterAssignment *assignment);

/** mc_counter_change_end: the work ends on @last_day; deletes it where it would end before it begins. */
McChange *mc_counter_change_end (McSession *session, McCounterAssignment *assignment, McDay last_day);

/**
 * mc_competence_change_toggle:
 * @competence: (nullable): an McCompetence that holds on @day, to be ended the day before; %NULL: one begins on @day
 */
McChange *mc_competence_change_toggle (McSession *session, gpointer competence, gint64 person, gint64 field, McDay day);

G_END_DECLS
