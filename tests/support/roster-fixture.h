/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-solution.h"

G_BEGIN_DECLS

/* Invented rosters, the same for the same seed on every machine. */

/**
 * roster_fixture_month:
 * A month of the centre: 40 people (3 leaders, 27 officers of 17 agencies of which 7 send one, 5 centre staff who are
 * authorised for four counters each, 3 for the guidance desk, 2 guards), 18 counters, Saturday mornings, 5 % of leave
 * in blocks of one to three days, Saturdays carried over. Stages: cover; burdens; wishes, places and changes.
 */
McRosterProblem *roster_fixture_month (guint seed);

/** roster_fixture_city: the same month for @units offices of @people in all, with an officer in ten authorised for a
 * counter of the next office. Stages: cover; Saturdays; places. */
McRosterProblem *roster_fixture_city (guint seed, guint units, guint people);

/** roster_fixture_small: a few people and sessions, and some of all rule families, hard and soft: small enough to try
 * all rosters. */
McRosterProblem *roster_fixture_small (guint seed);

/** roster_fixture_exhaust: (transfer full): the best roster of all that there are, found by trying each; evaluated. */
McRosterSolution *roster_fixture_exhaust (const McRosterProblem *problem);

/* A problem by hand: counters A, B, … with a seat each, and people P0, P1, … who may do all. */

/** roster_fixture_plain: @n_days days from Monday 07/12/2026 with @n_parts sessions each, @n_people, @n_duties; not
 * sealed. */
McRosterProblem *roster_fixture_plain (guint n_days, guint n_parts, guint n_people, guint n_duties);

/** roster_fixture_seal: seals; a mistake ends the test. Returns: @problem */
McRosterProblem *roster_fixture_seal (McRosterProblem *problem);

G_END_DECLS
