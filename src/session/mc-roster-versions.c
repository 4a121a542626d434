/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-versions.h"

#include <glib/gi18n-lib.h>

#include "mc-roster-amendment.h"
#include "mc-roster-words.h"

/* --- One version --- */

int
mc_roster_book_get_n_amendments (McRosterBook *self)
{
  GListModel *list = mc_roster_book_get_rows (self, MC_TYPE_ROSTER_AMENDMENT);

  return list ? (int)g_list_model_get_n_items (list) : 0;
}

static GHashTable *
number_amendments (McRosterBook *self)
{
  GListModel *list = mc_roster_book_get_rows (self, MC_TYPE_ROSTER_AMENDMENT);
  GHashTable *numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; list && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (McRosterAmendment) one = g_list_model_get_item (list, i);
      gint64 id = mc_entity_get_id (MC_ENTITY (one));

      g_hash_table_replace (numbers, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (one->number));
    }
  return numbers;
}

static char *
key_of (gint64 person, McDay day, McDaySession session)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %u", person, day, (guint)session);
}

static int
number_of (GHashTable *numbers, McRosterCell *cell)
{
  return cell->amendment_id ? GPOINTER_TO_INT (g_hash_table_lookup (numbers, &cell->amendment_id)) : 0;
}

GHashTable *
mc_roster_book_make_version (McRosterBook *self, int amendments)
{
  GListModel *cells = mc_roster_book_get_rows (self, MC_TYPE_ROSTER_CELL);
  g_autoptr (GHashTable) numbers = number_amendments (self);
  GHashTable *version = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; cells && i < g_list_model_get_n_items (cells); i++)
    {
      g_autoptr (McRosterCell) cell = g_list_model_get_item (cells, i);
      g_autofree char *key = key_of (cell->person_id, cell->day, cell->session);
      McRosterCell *other = g_hash_table_lookup (version, key);
      int number = number_of (numbers, cell);

      if (number <= amendments && (!other || number > number_of (numbers, other)))
        g_hash_table_replace (version, g_steal_pointer (&key), g_steal_pointer (&cell));
    }
  return version;
}

McRosterPlace
mc_roster_version_get (GHashTable *version, gint64 person, McDay day, McDaySession session)
{
  g_autofree char *key = key_of (person, day, session);
  McRosterCell *cell = g_hash_table_lookup (version, key);

  return cell ? (McRosterPlace){ cell->counter_id, cell->duty_id } : (McRosterPlace){ 0, 0 };
}

/* --- Two of them --- */

typedef struct
{
  McRosterBook *book;
  McRosterBrief *brief;
  McRosterProblem *problem;
  GHashTable *cells;
} Side;

typedef struct
{
  Side before, after;
  McPeriod days;
  GListStore *found;
} Comparison;

static Side
side_of (McRosterBook *book, int version)
{
  McRosterBrief *brief = mc_roster_book_get_brief (book);

  return (Side){ book, brief, mc_roster_brief_get_problem (brief), mc_roster_book_make_version (book, version) };
}

static char *
dup_place (const Side *side, McRosterPlace place)
{
  return g_strdup (mc_roster_words_duty (side->problem, mc_roster_brief_find_duty (side->brief, place)));
}

static char *
dup_when (McDay day, McDaySession session)
{
  g_autofree char *date = mc_day_format (day);

  /* Translators: a session: date, part of the day */
  return g_strdup_printf (_ ("%s, %s"), date, session == MC_DAY_SESSION_MORNING ? _ ("morning") : _ ("afternoon"));
}

static gboolean
compare_cell (Comparison *self, const McRosterPerson *person, McDay day, McDaySession session, guint order)
{
  McRosterPlace before = mc_roster_version_get (self->before.cells, person->id, day, session);
  McRosterPlace after = mc_roster_version_get (self->after.cells, person->id, day, session);
  g_autoptr (McRosterDifference) one = NULL;

  if (before.counter_id == after.counter_id && before.duty_id == after.duty_id)
    return FALSE;
  one = mc_roster_difference_new ();
  one->person = person->id;
  one->day = day;
  one->session = session;
  one->order = order;
  one->name = g_strdup (person->name);
  one->when = dup_when (day, session);
  one->before = dup_place (&self->before, before);
  one->after = dup_place (&self->after, after);
  g_list_store_append (self->found, one);
  return TRUE;
}

/* How many cells of a person differ is known when all were looked at. */
static void
head_person (Comparison *self, const McRosterPerson *person, guint n)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cell", "%u cells", n), n);

  for (guint i = all - n; i < all; i++)
    {
      g_autoptr (McRosterDifference) one = g_list_model_get_item (G_LIST_MODEL (self->found), i);

      one->heading = g_strdup_printf ("%s · %s", person->name, count);
    }
}

static void
compare_person (Comparison *self, const McRosterPerson *person, guint order)
{
  guint n = 0;

  for (McDay day = self->days.from; day < self->days.until; day++)
    for (guint session = 0; session < MC_DAY_SESSIONS; session++)
      n += compare_cell (self, person, day, (McDaySession)session, order);
  head_person (self, person, n);
}

GListStore *
mc_roster_list_differences (McRosterBook *before, int before_version, McRosterBook *after, int after_version)
{
  GListStore *found = g_list_store_new (MC_TYPE_ROSTER_DIFFERENCE);
  Comparison self = { .found = found };
  guint n_after;

  g_return_val_if_fail (mc_roster_book_get_ready (before) && mc_roster_book_get_ready (after), found);
  if (!mc_period_intersect (mc_roster_book_get_roster (before)->during, mc_roster_book_get_roster (after)->during,
                            &self.days))
    return found;
  self.before = side_of (before, before_version);
  self.after = side_of (after, after_version);
  n_after = self.after.problem->people->len;
  for (guint i = 0; i < n_after; i++)
    compare_person (&self, mc_roster_person (self.after.problem, i), i);
  for (guint i = 0; i < self.before.problem->people->len; i++)
    if (mc_roster_brief_find_person (self.after.brief, mc_roster_person (self.before.problem, i)->id) < 0)
      compare_person (&self, mc_roster_person (self.before.problem, i), n_after + i);
  g_hash_table_unref (self.before.cells);
  g_hash_table_unref (self.after.cells);
  return found;
}
