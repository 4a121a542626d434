/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-grid-edit.h"
#include "mc-roster-actions.h"
#include "mc-roster-book.h"
#include "mc-roster-grid-source.h"

G_BEGIN_DECLS

/** McRosterSide: what the rows are. */
typedef enum
{
  MC_ROSTER_SIDE_PEOPLE,
  MC_ROSTER_SIDE_COUNTERS,
} McRosterSide;

/** McRosterGrouping: under what headings people stand. */
typedef enum
{
  MC_ROSTER_GROUP_SECTION,
  MC_ROSTER_GROUP_AGENCY,
} McRosterGrouping;

#define MC_TYPE_ROSTER_GROUPING (mc_roster_grouping_get_type ())
GType mc_roster_grouping_get_type (void);

#define MC_TYPE_ROSTER_VIEW (mc_roster_view_get_type ())
G_DECLARE_FINAL_TYPE (McRosterView, mc_roster_view, MC, ROSTER_VIEW, GObject)

/**
 * McRosterView:
 * A book as a McRosterGridSource: people by days, or counters and duties by days, with the staffing of each counter in
 * the feet. In the rows of people a duty's number is its index in the problem; in those of counters, a person's.
 */
McRosterView *mc_roster_view_new (void);

/** mc_roster_view_set_book: @book: (nullable): ready or not; it is followed. */
void mc_roster_view_set_book (McRosterView *self, McRosterBook *book);
McRosterBook *mc_roster_view_get_book (McRosterView *self);

void mc_roster_view_set_side (McRosterView *self, McRosterSide side);
McRosterSide mc_roster_view_get_side (McRosterView *self);
void mc_roster_view_set_grouping (McRosterView *self, McRosterGrouping grouping);
McRosterGrouping mc_roster_view_get_grouping (McRosterView *self);

/** mc_roster_view_set_needle: @text: (nullable): only rows whose name or code begins words like it. */
void mc_roster_view_set_needle (McRosterView *self, const char *text);

/**
 * mc_roster_view_compare:
 * @other: (nullable): a ready book whose cells are compared with this one's; may be the same
 * @version: of @other: how many of its amendments count, or MC_ROSTER_VERSION_NOW
 *
 * Returns: in how many cells they differ
 */
guint mc_roster_view_compare (McRosterView *self, McRosterBook *other, int version);

/**
 * mc_roster_view_find_difference:
 * @step: 1: the next, -1: the one before
 * @row: @slot: (inout): from where; to where
 *
 * Row by row, round at the ends. Returns: FALSE if no cell that is shown differs
 */
gboolean mc_roster_view_find_difference (McRosterView *self, int step, guint *row, guint *slot);

/** mc_roster_view_set_pending: @edits: (nullable) (element-type McRosterEdit): shown until the book changes. */
void mc_roster_view_set_pending (McRosterView *self, GArray *edits);

/** mc_roster_view_get_place: (out): indices of the problem behind a cell, MC_ROSTER_NONE where there is none. */
gboolean mc_roster_view_get_place (McRosterView *self, guint row, guint slot, gint *person, gint *session, gint *duty);

/** mc_roster_view_find: (out): where a person (index) or, with none, a duty is shown. */
gboolean mc_roster_view_find (McRosterView *self, gint person, gint session, gint duty, guint *row, guint *slot);

/** mc_roster_view_get_n_missing: seats without people in the whole roster. */
guint mc_roster_view_get_n_missing (McRosterView *self);

/** mc_roster_view_tells: whether breaches of the rule are told one by one; those that only make a roster a little
 * dearer would fill the screen. */
gboolean mc_roster_view_tells (const McRosterRule *rule);

/** mc_roster_view_make_edits: (transfer full) (element-type McRosterEdit): what an act of the grid means. */
GArray *mc_roster_view_make_edits (McRosterView *self, McGridEdit *edit);

/** mc_roster_view_make_move: (transfer full) (element-type McRosterEdit): a cell that was dragged to another. */
GArray *mc_roster_view_make_move (McRosterView *self, guint row, guint slot, guint to_row, guint to_slot);

/** mc_roster_view_make_takeover: (transfer full) (element-type McRosterEdit): @person (id) takes what the cell holds.
 */
GArray *mc_roster_view_make_takeover (McRosterView *self, gint64 person, guint row, guint slot);

G_END_DECLS
