/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-actions.h"

#include <glib/gi18n-lib.h>

#include "mc-counter.h"
#include "mc-duty.h"
#include "mc-roster-origin.h"
#include "mc-tour.h"

static char *
name_days (McPeriod days)
{
  return mc_period_format_people (days);
}

McChange *
mc_roster_change_new (McPeriod during, const char *title)
{
  g_autofree char *days = name_days (during);
  g_autofree char *label = g_strdup_printf (_ ("Begin the roster %s"), days);
  g_autoptr (McRoster) roster = mc_roster_new ();
  McChange *change = mc_change_new (label);

  roster->during = during;
  roster->title = g_strdup (title);
  mc_change_insert (change, MC_ENTITY (roster));
  return change;
}

/* --- Copies --- */

/* The day of @source that is to @day as the same weekday of the same turn: third Tuesday to third Tuesday. */
static McDay
like_day (McPeriod source, McPeriod target, McDay day)
{
  int weekday = mc_day_weekday (day);
  McDay first = source.from + (weekday - mc_day_weekday (source.from) + 7) % 7;
  McDay begin = target.from + (weekday - mc_day_weekday (target.from) + 7) % 7;
  McDay found = first + (day - begin);

  while (found >= source.until)
    found -= 7;
  return found < source.from ? MC_DAY_NONE : found;
}

static gboolean
is_here (McRosterBook *source, gint64 person, McDay day)
{
  GListModel *tours = mc_roster_book_get_rows (source, MC_TYPE_TOUR);

  for (guint i = 0; i < g_list_model_get_n_items (tours); i++)
    {
      g_autoptr (McTour) tour = g_list_model_get_item (tours, i);

      if (tour->person_id == person && mc_period_contains (tour->during, day))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_there (McRosterBook *source, McRosterPlace place, McDay day)
{
  GListModel *list = mc_roster_book_get_rows (source, place.counter_id ? MC_TYPE_COUNTER : MC_TYPE_DUTY);
  gint64 wanted = place.counter_id ? place.counter_id : place.duty_id;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (McEntity) row = g_list_model_get_item (list, i);

      if (mc_entity_get_id (row) == wanted)
        return mc_period_contains (place.counter_id ? MC_COUNTER (row)->during : MC_DUTY (row)->during, day);
    }
  return FALSE;
}

static void
copy_cell (McChange *change, McRosterBook *source, McRoster *roster, gint64 person, McDay day, McDaySession half)
{
  McDay from = like_day (mc_roster_book_get_roster (source)->during, roster->during, day);
  McRosterCell *cell = from == MC_DAY_NONE ? NULL : mc_roster_book_get_cell (source, person, from, half);
  g_autoptr (McRosterCell) copy = NULL;

  if (!cell || (!cell->counter_id && !cell->duty_id) || !is_here (source, person, day) ||
      !is_there (source, (McRosterPlace){ cell->counter_id, cell->duty_id }, day) ||
      !mc_work_calendar_works (mc_roster_book_get_calendar (source), day, (McDaySession)half))
    return;
  copy = mc_roster_cell_new ();
  copy->person_id = person;
  copy->day = day;
  copy->session = half;
  copy->counter_id = cell->counter_id;
  copy->duty_id = cell->duty_id;
  mc_change_insert (change, MC_ENTITY (copy));
  mc_change_link (change, MC_ENTITY (copy), "roster_id", MC_ENTITY (roster));
}

McChange *
mc_roster_change_copy (McRosterBook *source, McPeriod during, const char *title)
{
  McRosterProblem *problem;
  g_autofree char *days = name_days (during);
  g_autofree char *label = g_strdup_printf (_ ("Begin the roster %s as a copy"), days);
  g_autoptr (McRoster) roster = mc_roster_new ();
  McChange *change;

  g_return_val_if_fail (mc_roster_book_get_ready (source), NULL);
  change = mc_change_new (label);
  problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (source));
  roster->during = during;
  roster->title = g_strdup (title);
  roster->based_on_id = mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (source)));
  mc_change_insert (change, MC_ENTITY (roster));
  for (guint i = 0; i < problem->people->len; i++)
    for (McDay day = during.from; day < during.until; day++)
      for (guint half = 0; half < 2; half++)
        copy_cell (change, source, roster, mc_roster_person (problem, i)->id, day, half);
  return change;
}

McChange *
mc_roster_change_delete (McRoster *roster)
{
  g_autofree char *days = name_days (roster->during);
  g_autofree char *label = g_strdup_printf (_ ("Delete the draft of the roster %s"), days);
  McChange *change = mc_change_new (label);

  mc_change_delete (change, MC_ENTITY (roster));
  return change;
}

/* --- Cells --- */

static gboolean
is_place (McRosterCell *cell, McRosterPlace place)
{
  return (cell ? cell->counter_id : 0) == place.counter_id && (cell ? cell->duty_id : 0) == place.duty_id;
}

static McRosterCell *
make_cell (McRosterBook *book, const McRosterEdit *edit)
{
  McRosterCell *cell = mc_roster_cell_new ();

  cell->roster_id = mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (book)));
  cell->person_id = edit->person;
  cell->day = edit->day;
  cell->session = edit->session;
  cell->counter_id = edit->place.counter_id;
  cell->duty_id = edit->place.duty_id;
  cell->pinned = edit->pinned == 1;
  return cell;
}

static void
edit_draft (McChange *change, McRosterBook *book, const McRosterEdit *edit)
{
  McRosterCell *cell = mc_roster_book_get_cell (book, edit->person, edit->day, edit->session);
  gboolean pinned = edit->pinned < 0 ? cell && cell->pinned : edit->pinned == 1;
  gboolean empty = !edit->place.counter_id && !edit->place.duty_id && !pinned;

  if (cell && empty)
    mc_change_delete (change, MC_ENTITY (cell));
  else if (cell && (!is_place (cell, edit->place) || cell->pinned != pinned))
    {
      g_autoptr (McRosterCell) after = mc_entity_clone (cell);

      after->counter_id = edit->place.counter_id;
      after->duty_id = edit->place.duty_id;
      after->pinned = pinned;
      mc_change_update (change, MC_ENTITY (cell), MC_ENTITY (after));
    }
  else if (!cell && !empty)
    {
      g_autoptr (McRosterCell) fresh = make_cell (book, edit);

      mc_change_insert (change, MC_ENTITY (fresh));
    }
}

McChange *
mc_roster_change_edit (McRosterBook *book, const char *label, GArray *edits)
{
  McChange *change = mc_change_new (label);

  for (guint i = 0; i < edits->len; i++)
    edit_draft (change, book, &g_array_index (edits, McRosterEdit, i));
  return change;
}

/* The row of what @edit does, in @amendment. */
static void
insert_cell (McChange *change, McRosterBook *book, McRosterAmendment *amendment, const McRosterEdit *edit)
{
  g_autoptr (McRosterCell) cell = make_cell (book, edit);

  mc_change_insert (change, MC_ENTITY (cell));
  mc_change_link (change, MC_ENTITY (cell), "amendment_id", MC_ENTITY (amendment));
}

static McRosterAmendment *
insert_amendment (McChange *change, McRosterBook *book, const char *reason)
{
  g_autoptr (McRosterAmendment) amendment = mc_roster_amendment_new ();

  amendment->roster_id = mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (book)));
  amendment->reason = g_strdup (reason);
  mc_change_insert (change, MC_ENTITY (amendment));
  return amendment; /* the change holds it */
}

/* What undoes the amendment: another one, by which all is as it was. Only who was away before it, and rostered all the
 * same, is not put back: no roster that is out may name them. */
static McChange *
take_amendment_back (McRosterBook *book, const char *reason, GArray *edits)
{
  g_autofree char *why = g_strdup_printf (_ ("Taken back: %s"), reason);
  McChange *change = mc_change_new (why);
  McRosterAmendment *amendment = insert_amendment (change, book, why);

  for (guint i = 0; i < edits->len; i++)
    {
      McRosterEdit edit = g_array_index (edits, McRosterEdit, i);
      McRosterCell *cell = mc_roster_book_get_cell (book, edit.person, edit.day, edit.session);

      if (is_place (cell, edit.place))
        continue;
      edit.place = (McRosterPlace){ 0, 0 };
      if (cell && !mc_roster_book_is_on_leave (book, edit.person, edit.day, edit.session))
        edit.place = (McRosterPlace){ cell->counter_id, cell->duty_id };
      insert_cell (change, book, amendment, &edit);
    }
  return change;
}

McChange *
mc_roster_change_amend (McRosterBook *book, const char *reason, McAbsence *absence, GArray *edits)
{
  McRoster *roster = mc_roster_book_get_roster (book);
  g_autofree char *days = name_days (roster->during);
  g_autofree char *label = g_strdup_printf (_ ("Amend the roster %s"), days);
  McChange *change = mc_change_new (label);
  g_autoptr (McChange) counter = take_amendment_back (book, reason, edits);
  McRosterAmendment *amendment;

  if (absence && !mc_entity_get_id (MC_ENTITY (absence)))
    mc_change_insert (change, MC_ENTITY (absence));
  amendment = insert_amendment (change, book, reason);
  if (absence && mc_entity_get_id (MC_ENTITY (absence)))
    amendment->absence_id = mc_entity_get_id (MC_ENTITY (absence));
  else if (absence)
    mc_change_link (change, MC_ENTITY (amendment), "absence_id", MC_ENTITY (absence));
  for (guint i = 0; i < edits->len; i++)
    {
      const McRosterEdit *edit = &g_array_index (edits, McRosterEdit, i);

      if (!is_place (mc_roster_book_get_cell (book, edit->person, edit->day, edit->session), edit->place))
        insert_cell (change, book, amendment, edit);
    }
  mc_change_set_counter (change, counter);
  return change;
}

static gboolean
has_id (GArray *ids, gint64 id)
{
  for (guint i = 0; ids && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return ids == NULL;
}

/* By people and days, not by indices: the book may have been counted anew since. */
GArray *
mc_roster_book_diff (
    McRosterBook *self, McRosterBrief *brief, const McRosterSolution *to, GArray *people, McPeriod days)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (brief);
  GArray *edits = g_array_new (FALSE, TRUE, sizeof (McRosterEdit));

  for (guint i = 0; i < problem->people->len; i++)
    for (guint k = 0; k < problem->sessions->len; k++)
      {
        McRosterSession *session = mc_roster_session (problem, k);
        gint64 person = mc_roster_person (problem, i)->id;
        McRosterCell *cell = mc_roster_book_get_cell (self, person, session->day, session->part);
        McRosterPlace now = { cell ? cell->counter_id : 0, cell ? cell->duty_id : 0 };
        gint duty = mc_roster_solution_get (to, i, k);
        McRosterEdit edit = { person, session->day, session->part, mc_roster_brief_get_place (brief, duty), -1 };

        if (duty != mc_roster_brief_find_duty (brief, now) && has_id (people, person) &&
            mc_period_contains (days, session->day))
          g_array_append_val (edits, edit);
      }
  return edits;
}

McRosterPlace
mc_roster_book_get_edit_place (McRosterBook *self, const McRosterEdit *edit)
{
  McRosterCell *cell;

  if (edit->place.counter_id || edit->place.duty_id)
    return edit->place;
  cell = mc_roster_book_get_cell (self, edit->person, edit->day, edit->session);
  return cell ? (McRosterPlace){ cell->counter_id, cell->duty_id } : (McRosterPlace){ 0, 0 };
}

static gboolean
has_place (GArray *places, McRosterPlace place)
{
  for (guint i = 0; i < places->len; i++)
    {
      McRosterPlace *one = &g_array_index (places, McRosterPlace, i);

      if (one->counter_id == place.counter_id && one->duty_id == place.duty_id)
        return TRUE;
    }
  return FALSE;
}

void
mc_roster_book_keep_places (McRosterBook *self, GArray *edits, GArray *places)
{
  guint kept = 0;

  for (guint i = 0; i < edits->len; i++)
    if (has_place (places, mc_roster_book_get_edit_place (self, &g_array_index (edits, McRosterEdit, i))))
      g_array_index (edits, McRosterEdit, kept++) = g_array_index (edits, McRosterEdit, i);
  g_array_set_size (edits, kept);
}

/* --- A plan --- */

McChange *
mc_roster_change_accept (McRosterBook *book, McRosterProblem *problem, const McRosterSolution *solution, GArray *edits)
{
  McRoster *roster = mc_roster_book_get_roster (book);
  g_autofree char *days = name_days (roster->during);
  g_autofree char *label = g_strdup_printf (_ ("Plan the roster %s"), days);
  McChange *change = mc_roster_change_edit (book, label, edits);
  g_autoptr (McRoster) after = mc_entity_clone (roster);

  after->seed = (int)solution->seed;
  g_free (after->planned_by);
  after->planned_by = mc_roster_dup_origin (problem);
  g_free (after->quality);
  after->quality = mc_roster_dup_quality (problem, solution);
  mc_change_update (change, MC_ENTITY (roster), MC_ENTITY (after));
  return change;
}

/* --- Steps --- */

static char *
name_step (McRosterState from, McRosterState to, const char *days)
{
  switch (to)
    {
    case MC_ROSTER_STATE_SUBMITTED:
      return g_strdup_printf (_ ("Submit the roster %s"), days);
    case MC_ROSTER_STATE_APPROVED:
      return g_strdup_printf (_ ("Approve the roster %s"), days);
    case MC_ROSTER_STATE_PUBLISHED:
      return g_strdup_printf (_ ("Publish the roster %s"), days);
    case MC_ROSTER_STATE_DRAFT:
    case MC_ROSTER_STATE_AMENDED:
      break;
    }
  return g_strdup_printf (_ ("Send the roster %s back"), days);
}

McChange *
mc_roster_change_step (McRoster *roster, McRosterState state, const char *reason)
{
  g_autofree char *days = name_days (roster->during);
  g_autofree char *label = name_step (roster->state, state, days);
  g_autoptr (McRoster) after = mc_entity_clone (roster);
  McChange *change = mc_change_new (label);

  after->state = state;
  if (state == MC_ROSTER_STATE_DRAFT)
    {
      g_free (after->return_reason);
      after->return_reason = g_strdup (reason);
    }
  mc_change_update (change, MC_ENTITY (roster), MC_ENTITY (after));
  return change;
}

McChange *
mc_roster_change_confirm (McRosterAmendment *amendment)
{
  g_autofree char *label = g_strdup_printf (_ ("Confirm amendment %d"), amendment->number);
  g_autoptr (McRosterAmendment) after = mc_entity_clone (amendment);
  McChange *change = mc_change_new (label);

  /* In whose right it is, the database knows better. */
  after->confirmed_as = MC_ROSTER_SIGNER_DIRECTOR;
  mc_change_update (change, MC_ENTITY (amendment), MC_ENTITY (after));
  return change;
}
