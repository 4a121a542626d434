/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-view-private.h"

#include "mc-needle.h"
#include "mc-roster-versions.h"

G_DEFINE_ENUM_TYPE (McRosterGrouping,
                    mc_roster_grouping,
                    G_DEFINE_ENUM_VALUE (MC_ROSTER_GROUP_SECTION, "section"),
                    G_DEFINE_ENUM_VALUE (MC_ROSTER_GROUP_AGENCY, "agency"))

G_DEFINE_FINAL_TYPE_WITH_CODE (McRosterView,
                               mc_roster_view,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MC_TYPE_ROSTER_GRID_SOURCE, mc_roster_view_source_init))

/* Also what it is compared with: that lies by the indices of a problem that goes. */
static void
forget (McRosterView *self)
{
  g_clear_pointer (&self->other, g_free);
  mc_roster_view_clear_tables (self);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->feet, 0);
  g_clear_pointer (&self->current, mc_roster_solution_unref);
  g_clear_pointer (&self->brief, mc_roster_brief_unref);
  self->problem = NULL;
  self->n_parts = 2;
}

static void
rebuild (McRosterView *self)
{
  mc_roster_grid_source_changed (MC_ROSTER_GRID_SOURCE (self));
}

static void
refill_rows (McRosterView *self)
{
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->feet, 0);
  if (self->problem)
    mc_roster_view_fill_rows (self);
  rebuild (self);
}

static void
book_changed_cb (McRosterView *self)
{
  McRosterBrief *brief = self->book ? mc_roster_book_get_brief (self->book) : NULL;
  McRoster *roster = self->book ? mc_roster_book_get_roster (self->book) : NULL;

  forget (self);
  g_hash_table_remove_all (self->pending);
  if (brief && roster)
    {
      self->brief = mc_roster_brief_ref (brief);
      self->problem = mc_roster_brief_get_problem (brief);
      self->current = mc_roster_solution_ref (mc_roster_book_get_current (self->book));
      self->days = roster->during;
      mc_roster_view_fill_tables (self);
    }
  refill_rows (self);
}

void
mc_roster_view_set_book (McRosterView *self, McRosterBook *book)
{
  g_return_if_fail (MC_IS_ROSTER_VIEW (self));
  if (self->book == book)
    return;
  if (self->book)
    g_signal_handlers_disconnect_by_func (self->book, book_changed_cb, self);
  g_set_object (&self->book, book);
  if (book)
    g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  book_changed_cb (self);
}

McRosterBook *
mc_roster_view_get_book (McRosterView *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_VIEW (self), NULL);
  return self->book;
}

void
mc_roster_view_set_side (McRosterView *self, McRosterSide side)
{
  g_return_if_fail (MC_IS_ROSTER_VIEW (self));
  if (self->side == side)
    return;
  self->side = side;
  refill_rows (self);
}

McRosterSide
mc_roster_view_get_side (McRosterView *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_VIEW (self), MC_ROSTER_SIDE_PEOPLE);
  return self->side;
}

void
mc_roster_view_set_grouping (McRosterView *self, McRosterGrouping grouping)
{
  g_return_if_fail (MC_IS_ROSTER_VIEW (self));
  if (self->grouping == grouping)
    return;
  self->grouping = grouping;
  refill_rows (self);
}

McRosterGrouping
mc_roster_view_get_grouping (McRosterView *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_VIEW (self), MC_ROSTER_GROUP_SECTION);
  return self->grouping;
}

void
mc_roster_view_set_needle (McRosterView *self, const char *text)
{
  g_return_if_fail (MC_IS_ROSTER_VIEW (self));
  if (mc_needle_set (&self->needle, text))
    refill_rows (self);
}

guint
mc_roster_view_compare (McRosterView *self, McRosterBook *other, int version)
{
  g_autoptr (GHashTable) cells = NULL;
  guint n = 0;

  g_return_val_if_fail (MC_IS_ROSTER_VIEW (self), 0);
  g_clear_pointer (&self->other, g_free);
  if (other && mc_roster_book_get_ready (other) && self->problem)
    {
      cells = mc_roster_book_make_version (other, version);
      self->other = g_new (gint16, self->problem->people->len * self->problem->sessions->len + 1);
    }
  for (guint i = 0; cells && i < self->problem->people->len; i++)
    for (guint k = 0; k < self->problem->sessions->len; k++)
      {
        McRosterSession *session = mc_roster_session (self->problem, k);
        McRosterPlace place = mc_roster_version_get (cells, mc_roster_person (self->problem, i)->id, session->day,
                                                     (McDaySession)session->part);
        gint there = mc_roster_brief_find_duty (self->brief, place);

        self->other[i * self->problem->sessions->len + k] = (gint16)there;
        n += there != mc_roster_solution_get (self->current, i, k);
      }
  rebuild (self);
  return n;
}

gboolean
mc_roster_view_find_difference (McRosterView *self, int step, guint *row, guint *slot)
{
  guint n_slots, n;

  g_return_val_if_fail (MC_IS_ROSTER_VIEW (self) && (step == 1 || step == -1), FALSE);
  if (!self->problem || !self->other || self->rows->len == 0)
    return FALSE;
  n_slots = (guint)(self->days.until - self->days.from) * self->n_parts;
  n = self->rows->len * n_slots;
  for (guint i = 1, at = *row * n_slots + *slot; i <= n; i++)
    {
      at = (at + (step > 0 ? 1 : n - 1)) % n;
      if (mc_roster_grid_source_get_look (MC_ROSTER_GRID_SOURCE (self), at / n_slots, at % n_slots).marks &
          MC_ROSTER_MARK_CHANGED)
        {
          *row = at / n_slots;
          *slot = at % n_slots;
          return TRUE;
        }
    }
  return FALSE;
}

gint64
mc_roster_view_pending_key (guint person, guint slot)
{
  return ((gint64)person << 24) | slot;
}

void
mc_roster_view_set_pending (McRosterView *self, GArray *edits)
{
  g_return_if_fail (MC_IS_ROSTER_VIEW (self));
  g_hash_table_remove_all (self->pending);
  for (guint i = 0; edits && self->brief && i < edits->len; i++)
    {
      McRosterEdit *edit = &g_array_index (edits, McRosterEdit, i);
      gint person = mc_roster_brief_find_person (self->brief, edit->person);
      gint duty = mc_roster_brief_find_duty (self->brief, edit->place);
      guint slot = (guint)(edit->day - self->days.from) * self->n_parts + edit->session;
      gint64 key = mc_roster_view_pending_key ((guint)MAX (0, person), slot);

      if (person >= 0)
        g_hash_table_replace (self->pending, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (duty + 2));
    }
  rebuild (self);
}

gboolean
mc_roster_view_get_place (McRosterView *self, guint row, guint slot, gint *person, gint *session, gint *duty)
{
  ViewRow *shown;

  g_return_val_if_fail (MC_IS_ROSTER_VIEW (self), FALSE);
  if (!self->problem || row >= self->rows->len + self->feet->len ||
      slot >= (guint)(self->days.until - self->days.from) * self->n_parts)
    return FALSE;
  shown = mc_roster_view_get_row (self, row);
  *session = self->sessions[slot];
  *person = *duty = MC_ROSTER_NONE;
  if (shown->heading)
    return FALSE;
  if (row < self->rows->len && self->side == MC_ROSTER_SIDE_PEOPLE)
    {
      *person = shown->index;
      *duty = *session >= 0 ? mc_roster_view_get_duty (self, (guint)shown->index, *session) : MC_ROSTER_FREE;
    }
  else
    *duty = shown->index;
  return TRUE;
}

static gboolean
find_row (GPtrArray *rows, gint index, guint *row)
{
  for (guint i = 0; i < rows->len; i++)
    {
      ViewRow *shown = g_ptr_array_index (rows, i);

      if (!shown->heading && shown->index == index)
        {
          *row = i;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
mc_roster_view_find (McRosterView *self, gint person, gint session, gint duty, guint *row, guint *slot)
{
  gboolean people = self->side == MC_ROSTER_SIDE_PEOPLE;

  g_return_val_if_fail (MC_IS_ROSTER_VIEW (self), FALSE);
  if (!self->problem)
    return FALSE;
  *slot = session >= 0 ? self->slots[session] : 0;
  if (people && person >= 0)
    return find_row (self->rows, person, row);
  if (!people && duty >= 0)
    return find_row (self->rows, duty, row);
  if (duty < 0 || !find_row (self->feet, duty, row))
    return FALSE;
  *row += self->rows->len;
  return TRUE;
}

guint
mc_roster_view_get_n_missing (McRosterView *self)
{
  guint n = 0;

  g_return_val_if_fail (MC_IS_ROSTER_VIEW (self), 0);
  for (guint i = 0; self->current && i < self->current->gaps->len; i++)
    n += g_array_index (self->current->gaps, McRosterGap, i).seats;
  return n;
}

static void
mc_roster_view_dispose (GObject *object)
{
  McRosterView *self = MC_ROSTER_VIEW (object);

  if (self->book)
    g_signal_handlers_disconnect_by_func (self->book, book_changed_cb, self);
  g_clear_object (&self->book);
  forget (self);
  G_OBJECT_CLASS (mc_roster_view_parent_class)->dispose (object);
}

static void
mc_roster_view_finalize (GObject *object)
{
  McRosterView *self = MC_ROSTER_VIEW (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->feet);
  g_hash_table_unref (self->pending);
  g_free (self->needle);
  G_OBJECT_CLASS (mc_roster_view_parent_class)->finalize (object);
}

static void
mc_roster_view_class_init (McRosterViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_roster_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_roster_view_finalize;
}

static void
mc_roster_view_init (McRosterView *self)
{
  self->n_parts = 2;
  self->rows = g_ptr_array_new_with_free_func (mc_roster_view_row_free);
  self->feet = g_ptr_array_new_with_free_func (mc_roster_view_row_free);
  self->pending = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

McRosterView *
mc_roster_view_new (void)
{
  return g_object_new (MC_TYPE_ROSTER_VIEW, NULL);
}
