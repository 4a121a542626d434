/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence.h"
#include "mc-roster-amendment.h"
#include "mc-roster-book.h"

G_BEGIN_DECLS

/* The acts on rosters as changes, to be committed. Those that take a step (submit, approve, publish) are not
 * undone: another step takes them back, and says why. An amendment stays; undoing it is another one. */

/**
 * McRosterEdit:
 * What a cell shall be.
 *
 * @place: nowhere frees it
 * @pinned: 1 or 0; -1: as it is
 */
typedef struct
{
  gint64 person;
  McDay day;
  McDaySession session;
  McRosterPlace place;
  int pinned;
} McRosterEdit;

/** mc_roster_change_new: a draft without cells. @title: (nullable). */
McChange *mc_roster_change_new (McPeriod during, const char *title);

/**
 * mc_roster_change_copy:
 * @source: a ready book
 * @during: the days of the new draft
 *
 * A draft in which each day has the places of a like day of @source: the first Monday those of the first Monday, and so
 * on (the last one where there are more). Who is not there any more, and places that are gone, are left out.
 */
McChange *mc_roster_change_copy (McRosterBook *source, McPeriod during, const char *title);

/** mc_roster_change_delete: a draft with its cells; can be undone, without the cells. */
McChange *mc_roster_change_delete (McRoster *roster);

/**
 * mc_roster_change_edit:
 * @book: of a draft
 * @edits: (element-type McRosterEdit)
 * @label: what the undo menu says
 *
 * Returns: (transfer full): empty where nothing would be different
 */
McChange *mc_roster_change_edit (McRosterBook *book, const char *label, GArray *edits);

/**
 * mc_roster_change_amend:
 * @book: of a published roster
 * @reason: why; everybody reads it
 * @absence: (nullable): what it repairs: a saved one, or a new one, which is then entered with it
 */
McChange *mc_roster_change_amend (McRosterBook *book, const char *reason, McAbsence *absence, GArray *edits);

/**
 * mc_roster_book_diff:
 * @brief: what @to was planned from, which may be older than the book: others may have changed rows meanwhile
 * @to: a roster of the brief's problem
 * @people: (nullable) (element-type gint64): only theirs
 * @days: only in these; MC_PERIOD_ALWAYS for all
 *
 * Returns: (transfer full) (element-type McRosterEdit): what makes the current roster that one
 */
GArray *mc_roster_book_diff (
    McRosterBook *self, McRosterBrief *brief, const McRosterSolution *to, GArray *people, McPeriod days);

/**
 * mc_roster_book_keep_places:
 * @edits: (element-type McRosterEdit): taken from; those about other places are dropped
 * @places: (element-type McRosterPlace)
 *
 * A cell is about the place where the person would be, or, if they would be free, about the one that they leave.
 */
void mc_roster_book_keep_places (McRosterBook *self, GArray *edits, GArray *places);

/** mc_roster_book_get_edit_place: what @edit is about, as above. */
McRosterPlace mc_roster_book_get_edit_place (McRosterBook *self, const McRosterEdit *edit);

/**
 * mc_roster_change_accept:
 * @problem: that was solved; the brief's own, or a copy with other rules or pins
 * @solution: of the planner
 * @edits: mc_roster_book_diff(), or a part of it
 *
 * Takes a plan over into the draft, and keeps how it was made, by which it can be verified.
 */
McChange *
mc_roster_change_accept (McRosterBook *book, McRosterProblem *problem, const McRosterSolution *solution, GArray *edits);

/**
 * mc_roster_change_step:
 * @state: where it goes
 * @reason: (nullable): why it is sent back
 */
McChange *mc_roster_change_step (McRoster *roster, McRosterState state, const char *reason);

/** mc_roster_change_confirm: a leader confirms an amendment that the office made. */
McChange *mc_roster_change_confirm (McRosterAmendment *amendment);

G_END_DECLS
