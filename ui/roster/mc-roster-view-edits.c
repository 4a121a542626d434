/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-view-private.h"

/* What hands did in the grid, as what cells of the roster shall be. */

static void
add (McRosterView *self, GArray *edits, guint person, guint slot, gint duty, int pinned)
{
  McRosterEdit edit = { mc_roster_person (self->problem, person)->id, self->days.from + (McDay)(slot / self->n_parts),
                        (McDaySession)(slot % self->n_parts), mc_roster_brief_get_place (self->brief, duty), pinned };

  g_array_append_val (edits, edit);
}

static GArray *
new_edits (void)
{
  return g_array_new (FALSE, TRUE, sizeof (McRosterEdit));
}

static void
edit_person (McRosterView *self, GArray *edits, McGridVerb verb, const McGridEditCell *cell)
{
  guint person = (guint)mc_roster_view_get_row (self, cell->row)->index;
  gint now = mc_roster_view_get_duty (self, person, self->sessions[cell->slot]);

  if (verb == MC_GRID_VERB_PIN || verb == MC_GRID_VERB_UNPIN)
    add (self, edits, person, cell->slot, now, verb == MC_GRID_VERB_PIN);
  else
    add (self, edits, person, cell->slot, cell->duty, -1);
}

/* In the rows of counters a cell is whoever is there: another name takes the place of all. */
static void
edit_counter (McRosterView *self, GArray *edits, McGridVerb verb, const McGridEditCell *cell)
{
  gint duty = mc_roster_view_get_row (self, cell->row)->index, session = self->sessions[cell->slot];

  for (guint i = 0; session >= 0 && i < self->problem->people->len; i++)
    {
      if (mc_roster_solution_get (self->current, i, (guint)session) != duty || (gint)i == cell->duty)
        continue;
      if (verb == MC_GRID_VERB_PIN || verb == MC_GRID_VERB_UNPIN)
        add (self, edits, i, cell->slot, duty, verb == MC_GRID_VERB_PIN);
      else
        add (self, edits, i, cell->slot, MC_ROSTER_FREE, -1);
    }
  if (verb != MC_GRID_VERB_PIN && verb != MC_GRID_VERB_UNPIN && cell->duty >= 0)
    add (self, edits, (guint)cell->duty, cell->slot, duty, -1);
}

GArray *
mc_roster_view_make_edits (McRosterView *self, McGridEdit *edit)
{
  GArray *edits = new_edits ();

  g_return_val_if_fail (MC_IS_ROSTER_VIEW (self), edits);
  for (guint i = 0; self->problem && i < edit->cells->len; i++)
    {
      McGridEditCell *cell = &g_array_index (edit->cells, McGridEditCell, i);

      if (self->side == MC_ROSTER_SIDE_PEOPLE)
        edit_person (self, edits, edit->verb, cell);
      else
        edit_counter (self, edits, edit->verb, cell);
    }
  return edits;
}

static gint
first_at (McRosterView *self, gint duty, guint slot)
{
  gint session = self->sessions[slot];

  for (guint i = 0; session >= 0 && i < self->problem->people->len; i++)
    if (mc_roster_solution_get (self->current, i, (guint)session) == duty)
      return (gint)i;
  return MC_ROSTER_NONE;
}

/* People change places, or go where nobody is. */
static void
move_counter (McRosterView *self, GArray *edits, guint row, guint slot, guint to_row, guint to_slot)
{
  gint duty = mc_roster_view_get_row (self, row)->index, to_duty = mc_roster_view_get_row (self, to_row)->index;
  gint person = first_at (self, duty, slot), other = first_at (self, to_duty, to_slot);

  if (person < 0)
    return;
  if (slot != to_slot)
    add (self, edits, (guint)person, slot, MC_ROSTER_FREE, -1);
  add (self, edits, (guint)person, to_slot, to_duty, -1);
  if (other < 0)
    return;
  if (slot != to_slot)
    add (self, edits, (guint)other, to_slot, MC_ROSTER_FREE, -1);
  add (self, edits, (guint)other, slot, duty, -1);
}

GArray *
mc_roster_view_make_move (McRosterView *self, guint row, guint slot, guint to_row, guint to_slot)
{
  GArray *edits = new_edits ();
  guint person, other;

  g_return_val_if_fail (MC_IS_ROSTER_VIEW (self), edits);
  if (!self->problem)
    return edits;
  if (self->side == MC_ROSTER_SIDE_COUNTERS)
    {
      move_counter (self, edits, row, slot, to_row, to_slot);
      return edits;
    }
  person = (guint)mc_roster_view_get_row (self, row)->index;
  other = (guint)mc_roster_view_get_row (self, to_row)->index;
  add (self, edits, person, slot, mc_roster_view_get_duty (self, other, self->sessions[to_slot]), -1);
  add (self, edits, other, to_slot, mc_roster_view_get_duty (self, person, self->sessions[slot]), -1);
  return edits;
}

GArray *
mc_roster_view_make_takeover (McRosterView *self, gint64 person, guint row, guint slot)
{
  GArray *edits = new_edits ();
  gint index, holder, session, duty;

  g_return_val_if_fail (MC_IS_ROSTER_VIEW (self), edits);
  if (!mc_roster_view_get_place (self, row, slot, &holder, &session, &duty) || duty < 0)
    return edits;
  index = mc_roster_brief_find_person (self->brief, person);
  if (index < 0 || index == holder)
    return edits;
  if (holder >= 0)
    add (self, edits, (guint)holder, slot, MC_ROSTER_FREE, -1);
  add (self, edits, (guint)index, slot, duty, -1);
  return edits;
}
