/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-grid.h"

G_BEGIN_DECLS

#define TEST_TYPE_ROSTER (test_roster_get_type ())
G_DECLARE_FINAL_TYPE (TestRoster, test_roster, TEST, ROSTER, GObject)

/**
 * TestRoster:
 * A made-up month as a McRosterGridSource: people under headings, counters 1 to 20 and the duties HD and LĐ; duty n is
 * counter n, 21 is HD, 22 LĐ. It does what it is asked to (test_roster_follow()), as a page would.
 */
TestRoster *test_roster_new (guint n_people, guint per_heading, guint n_feet);

int test_roster_get (TestRoster *self, guint row, guint slot);
void test_roster_set (TestRoster *self, guint row, guint slot, int duty);
void test_roster_mark (TestRoster *self, guint row, guint slot, McRosterMarks marks);

/** test_roster_follow: takes every edit of the grid at once. */
void test_roster_follow (TestRoster *self, McRosterGrid *grid);

/** test_roster_shorten: drops the people below the first @n_people. */
void test_roster_shorten (TestRoster *self, guint n_people);

G_END_DECLS
