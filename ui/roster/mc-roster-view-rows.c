/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-view-private.h"

#include <glib/gi18n.h>

#include "mc-duty-load.h"
#include "mc-name.h"
#include "mc-number.h"
#include "mc-post.h"
#include "mc-staff-entry.h"

/* The names at the left: people under their section or agency, or counters and duties; and the feet. */

#define UNEVEN 2 /* Saturdays by which a person may lead the least burdened of the pool */

void
mc_roster_view_row_free (gpointer data)
{
  ViewRow *row = data;

  g_free (row->key);
  g_free (row->name);
  g_free (row->code);
  g_free (row->drag);
  for (guint i = 0; i < MC_ROSTER_GRID_N_FACTS; i++)
    g_free (row->facts[i]);
  g_free (row);
}

/* A person before the rows are in order. */
typedef struct
{
  guint index;
  char *group;
  char *order; /* of groups */
  int rank;    /* within the group */
  char *sort;
  const char *code;
} Person;

static void
person_clear (gpointer data)
{
  Person *person = data;

  g_free (person->group);
  g_free (person->order);
  g_free (person->sort);
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const Person *x = a, *y = b;
  int by_group = g_strcmp0 (x->order, y->order);

  if (by_group != 0)
    return by_group;
  return x->rank != y->rank ? x->rank - y->rank : g_strcmp0 (x->sort, y->sort);
}

static const char *
get_unit_name (McRosterView *self, const McRosterPerson *person)
{
  return person->unit >= 0 ? g_array_index (self->problem->units, McRosterUnit, person->unit).name : NULL;
}

static const char *
get_unit_key (McRosterView *self, const McRosterPerson *person)
{
  return person->unit >= 0 ? g_array_index (self->problem->units, McRosterUnit, person->unit).key : NULL;
}

static McStaffEntry *
find_staff (McRosterView *self, gint64 person)
{
  GListModel *staff = mc_roster_book_get_rows (self->book, MC_TYPE_STAFF_ENTRY);
  guint n = staff ? g_list_model_get_n_items (staff) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McEntity) entry = g_list_model_get_item (staff, i);

      if (mc_entity_get_id (entry) == person)
        return MC_STAFF_ENTRY (entry); /* the list holds it */
    }
  return NULL;
}

static int
get_post_order (McRosterView *self, gint64 post)
{
  GListModel *posts = mc_roster_book_get_rows (self->book, MC_TYPE_POST);

  for (guint i = 0; posts && i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr (McPost) one = g_list_model_get_item (posts, i);

      if (mc_entity_get_id (MC_ENTITY (one)) == post)
        return one->sort_order;
    }
  return 0;
}

/* The leaders, who have a post but no section, stand first as on every paper, the director before the deputies; who has
 * no post stands last. */
static void
describe_section (McRosterView *self, Person *person, McStaffEntry *entry)
{
  if (entry && entry->section_code)
    {
      person->group = g_strdup (entry->section_name);
      person->order = g_strdup_printf ("1%s", entry->section_code);
    }
  else
    {
      gboolean leads = entry && entry->post_id;

      person->group = g_strdup (leads ? _ ("Leaders of the centre") : _ ("Others"));
      person->order = g_strdup (leads ? "0" : "2");
      person->rank = leads ? get_post_order (self, entry->post_id) : 0;
    }
}

static void
describe_agency (Person *person, const char *agency)
{
  person->group = g_strdup (agency ? agency : _ ("The centre's own"));
  person->order = g_strdup_printf ("%d%s", agency ? 1 : 0, agency ? agency : "");
}

static Person
describe_person (McRosterView *self, guint index)
{
  McRosterPerson *person = mc_roster_person (self->problem, index);
  McStaffEntry *entry = find_staff (self, person->id);
  Person described = { .index = index, .code = get_unit_key (self, person) };

  if (self->grouping == MC_ROSTER_GROUP_AGENCY)
    describe_agency (&described, get_unit_name (self, person));
  else
    describe_section (self, &described, entry);
  if (entry)
    described.sort = g_strdup (entry->sort_key);
  else
    {
      g_autofree char *family = NULL, *middle = NULL, *given = NULL;

      mc_name_split (person->name, &family, &middle, &given);
      described.sort = mc_name_sort_key (given, middle, family);
    }
  return described;
}

static gboolean
fits (McRosterView *self, const char *name, const char *code)
{
  g_autofree char *text = g_strdup_printf ("%s %s", name, code ? code : "");
  g_autofree char *folded = mc_fold (text);

  return !self->needle || mc_fold_matches (folded, self->needle);
}

/* --- Figures --- */

static gboolean
counts_saturday (const McRosterSession *session)
{
  return session->flags & MC_ROSTER_SESSION_SATURDAY;
}

static void
count_work (McRosterView *self, guint index, int *minutes, int *saturdays)
{
  McDay last_saturday = MC_DAY_NONE;

  *minutes = *saturdays = 0;
  for (guint k = 0; k < self->problem->sessions->len; k++)
    {
      McRosterSession *session = mc_roster_session (self->problem, k);
      gint duty = mc_roster_solution_get (self->current, index, k);
      McRosterDuty *one = duty >= 0 ? mc_roster_duty (self->problem, duty) : NULL;

      if (!one)
        continue;
      *minutes += one->minutes >= 0 ? one->minutes
                                    : (one->finish >= 0 ? one->finish : session->finish) -
                                          (one->start >= 0 ? one->start : session->start);
      if (counts_saturday (session) && session->day != last_saturday)
        {
          last_saturday = session->day;
          ++*saturdays;
        }
    }
}

static int
carried_saturdays (McRosterView *self, gint64 person)
{
  GListModel *loads = mc_roster_book_get_rows (self->book, MC_TYPE_DUTY_LOAD);

  for (guint i = 0; loads && i < g_list_model_get_n_items (loads); i++)
    {
      g_autoptr (McDutyLoad) load = g_list_model_get_item (loads, i);

      if (load->person_id == person)
        return load->saturdays;
    }
  return 0;
}

/* Saturdays of the year with this roster's, and whether they are far above the least of those one shares them with. */
static void
fill_figures (McRosterView *self)
{
  guint n = self->problem->people->len;
  g_autofree int *minutes = g_new0 (int, n + 1), *saturdays = g_new0 (int, n + 1);

  for (guint i = 0; i < n; i++)
    {
      count_work (self, i, &minutes[i], &saturdays[i]);
      saturdays[i] += carried_saturdays (self, mc_roster_person (self->problem, i)->id);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      ViewRow *row = g_ptr_array_index (self->rows, i);
      gint pool = row->heading ? MC_ROSTER_NONE : mc_roster_person (self->problem, row->index)->pool;
      int least = G_MAXINT;

      if (row->heading)
        continue;
      for (guint j = 0; pool >= 0 && j < n; j++)
        if (mc_roster_person (self->problem, j)->pool == pool)
          least = MIN (least, saturdays[j]);
      row->facts[0] = mc_number_format (minutes[row->index] / 60.0, minutes[row->index] % 60 ? 1 : 0);
      row->facts[1] = mc_number_format_int (saturdays[row->index]);
      row->fact_tones[1] = least != G_MAXINT && saturdays[row->index] - least > UNEVEN ? MC_TONE_WARNING : MC_TONE_NONE;
    }
}

/* --- Rows --- */

static void
add_heading (GPtrArray *rows, const char *name, guint n)
{
  ViewRow *row = g_new0 (ViewRow, 1);

  row->heading = TRUE;
  row->index = MC_ROSTER_NONE;
  row->key = g_strdup_printf ("group/%s", name);
  row->name = g_strdup_printf ("%s · %u", name, n);
  g_ptr_array_add (rows, row);
}

static void
fill_people (McRosterView *self)
{
  g_autoptr (GArray) people = g_array_new (FALSE, TRUE, sizeof (Person));

  g_array_set_clear_func (people, person_clear);
  for (guint i = 0; i < self->problem->people->len; i++)
    {
      McRosterPerson *person = mc_roster_person (self->problem, i);

      if (fits (self, person->name, get_unit_key (self, person)))
        {
          Person described = describe_person (self, i);

          g_array_append_val (people, described);
        }
    }
  g_array_sort (people, compare_people);
  for (guint i = 0; i < people->len; i++)
    {
      Person *one = &g_array_index (people, Person, i);
      McRosterPerson *person = mc_roster_person (self->problem, one->index);
      ViewRow *row = g_new0 (ViewRow, 1);
      guint n = 1;

      if (i == 0 || g_strcmp0 (one->order, g_array_index (people, Person, i - 1).order) != 0)
        {
          while (i + n < people->len && g_strcmp0 (one->order, g_array_index (people, Person, i + n).order) == 0)
            n++;
          add_heading (self->rows, one->group, n);
        }
      row->index = (gint)one->index;
      row->key = g_strdup_printf ("person/%" G_GINT64_FORMAT, person->id);
      row->drag = g_strdup (row->key);
      row->name = g_strdup (person->name);
      row->code = g_strdup (one->code);
      g_ptr_array_add (self->rows, row);
    }
  fill_figures (self);
}

static char *
dup_capital (const char *name)
{
  g_autofree char *first = g_utf8_substring (name, 0, MIN (1, g_utf8_strlen (name, -1)));
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, name + strlen (first), NULL);
}

static ViewRow *
make_duty_row (McRosterView *self, guint index)
{
  McRosterDuty *duty = mc_roster_duty (self->problem, index);
  ViewRow *row = g_new0 (ViewRow, 1);

  row->index = (gint)index;
  row->key =
      g_strdup_printf ("%s/%" G_GINT64_FORMAT, duty->kind == MC_ROSTER_DUTY_COUNTER ? "counter" : "duty", duty->id);
  row->name = dup_capital (duty->name);
  row->code = g_strdup (duty->key);
  return row;
}

static void
fill_duties (McRosterView *self, GPtrArray *rows, gboolean counters, gboolean heading)
{
  guint first = rows->len, n;

  for (guint i = 0; i < self->problem->duties->len; i++)
    {
      McRosterDuty *duty = mc_roster_duty (self->problem, i);

      if ((duty->kind == MC_ROSTER_DUTY_COUNTER) == counters && (!heading || fits (self, duty->name, duty->key)))
        g_ptr_array_add (rows, make_duty_row (self, i));
    }
  n = rows->len - first;
  if (!heading || n == 0)
    return;
  add_heading (rows, counters ? _ ("Counters") : _ ("Other duties"), n);
  g_ptr_array_insert (rows, (gint)first, g_ptr_array_steal_index (rows, rows->len - 1));
}

static void
add_total (McRosterView *self)
{
  ViewRow *row = g_new0 (ViewRow, 1);

  row->index = MC_ROSTER_NONE;
  row->key = g_strdup ("all-seats");
  row->name = g_strdup (_ ("Seats without people"));
  g_ptr_array_add (self->feet, row);
}

void
mc_roster_view_fill_rows (McRosterView *self)
{
  add_total (self);
  if (self->side == MC_ROSTER_SIDE_PEOPLE)
    {
      fill_people (self);
      fill_duties (self, self->feet, TRUE, FALSE);
      fill_duties (self, self->feet, FALSE, FALSE);
      return;
    }
  fill_duties (self, self->rows, TRUE, TRUE);
  fill_duties (self, self->rows, FALSE, TRUE);
}
