/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-people.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-counter-assignment.h"
#include "mc-name.h"
#include "mc-person.h"
#include "mc-tour.h"

typedef struct
{
  gint64 id;
  char *name;    /* NULL until the person was added, and for one who was made anonymous */
  GArray *tours; /* McPeriod */
  GArray *seats; /* McPeriod */
} Person;

struct _McCounterPeople
{
  GHashTable *people;  /* id to Person */
  GHashTable *by_name; /* folded name to GPtrArray of Person, not owned */
};

static void
person_free (gpointer data)
{
  Person *person = data;

  g_free (person->name);
  g_array_unref (person->tours);
  g_array_unref (person->seats);
  g_free (person);
}

McCounterPeople *
mc_counter_people_new (void)
{
  McCounterPeople *self = g_new0 (McCounterPeople, 1);

  self->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, person_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  return self;
}

void
mc_counter_people_free (McCounterPeople *self)
{
  if (!self)
    return;
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->people);
  g_free (self);
}

static Person *
get_person (McCounterPeople *self, gint64 id)
{
  Person *person = g_hash_table_lookup (self->people, &id);

  if (person)
    return person;
  person = g_new0 (Person, 1);
  person->id = id;
  person->tours = g_array_new (FALSE, FALSE, sizeof (McPeriod));
  person->seats = g_array_new (FALSE, FALSE, sizeof (McPeriod));
  g_hash_table_insert (self->people, &person->id, person);
  return person;
}

static void
add_name (McCounterPeople *self, McPerson *row)
{
  Person *person = get_person (self, mc_entity_get_id (MC_ENTITY (row)));
  g_autofree char *folded = row->full_name ? mc_fold (row->full_name) : NULL;
  GPtrArray *namesakes;

  if (!folded || person->name)
    return;
  person->name = g_strdup (row->full_name);
  namesakes = g_hash_table_lookup (self->by_name, folded);
  if (!namesakes)
    {
      namesakes = g_ptr_array_new ();
      g_hash_table_insert (self->by_name, g_steal_pointer (&folded), namesakes);
    }
  g_ptr_array_add (namesakes, person);
}

void
mc_counter_people_add (McCounterPeople *self, gpointer row)
{
  if (MC_IS_PERSON (row))
    add_name (self, row);
  else if (MC_IS_TOUR (row))
    g_array_append_val (get_person (self, MC_TOUR (row)->person_id)->tours, MC_TOUR (row)->during);
  else if (MC_IS_COUNTER_ASSIGNMENT (row) && MC_COUNTER_ASSIGNMENT (row)->role == MC_COUNTER_ROLE_PRIMARY)
    g_array_append_val (get_person (self, MC_COUNTER_ASSIGNMENT (row)->person_id)->seats,
                        MC_COUNTER_ASSIGNMENT (row)->during);
}

static char *
list_namesakes (GPtrArray *namesakes)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < namesakes->len; i++)
    {
      const Person *person = namesakes->pdata[i];

      g_string_append_printf (list, "%s%s #%" G_GINT64_FORMAT, i > 0 ? ", " : "", person->name, person->id);
    }
  return g_string_free_and_steal (g_steal_pointer (&list));
}

/* With its accents a name may be that of one only. */
static const Person *
choose (GPtrArray *namesakes, const char *name, gint64 number)
{
  const Person *chosen = NULL;

  for (guint i = 0; i < namesakes->len; i++)
    {
      const Person *person = namesakes->pdata[i];

      if (number ? person->id != number : namesakes->len > 1 && !g_str_equal (person->name, name))
        continue;
      if (chosen)
        return NULL;
      chosen = person;
    }
  return chosen;
}

gint64
mc_counter_people_find (McCounterPeople *self, const char *text, char **reason)
{
  g_autofree char *given = g_strdup (text);
  g_autofree char *name = NULL, *folded = NULL, *list = NULL;
  char *sign = strrchr (given, '#');
  gint64 number = 0;
  GPtrArray *namesakes;
  const Person *person;

  if (sign && g_ascii_string_to_signed (sign + 1, 10, 1, G_MAXINT64, &number, NULL))
    *sign = '\0';
  name = g_utf8_normalize (g_strstrip (given), -1, G_NORMALIZE_DEFAULT_COMPOSE);
  folded = mc_fold (name ? name : given);
  namesakes = g_hash_table_lookup (self->by_name, folded);
  person = namesakes ? choose (namesakes, name ? name : given, number) : NULL;
  if (person)
    return person->id;
  if (!namesakes)
    *reason = g_strdup_printf (_ ("nobody is called “%s”"), given);
  else
    {
      list = list_namesakes (namesakes);
      *reason = g_strdup_printf (_ ("“%s” is not one person; write %s"), text, list);
    }
  return 0;
}

char *
mc_counter_people_dup_label (McCounterPeople *self, gint64 id)
{
  const Person *person = g_hash_table_lookup (self->people, &id);
  g_autofree char *folded = person && person->name ? mc_fold (person->name) : NULL;

  if (!folded)
    return NULL;
  if (((GPtrArray *)g_hash_table_lookup (self->by_name, folded))->len == 1)
    return g_strdup (person->name);
  return g_strdup_printf ("%s #%" G_GINT64_FORMAT, person->name, id);
}

/* Lets @stay grow by a tour that follows it day on day, or goes before it. */
static gboolean
join (McPeriod *stay, McPeriod tour)
{
  if (tour.from != MC_DAY_NONE && tour.from == stay->until)
    stay->until = tour.until;
  else if (tour.until != MC_DAY_NONE && tour.until == stay->from)
    stay->from = tour.from;
  else
    return FALSE;
  return TRUE;
}

gboolean
mc_counter_people_get_stay (McCounterPeople *self, gint64 id, McDay day, McPeriod *stay)
{
  const Person *person = g_hash_table_lookup (self->people, &id);
  guint n = person ? person->tours->len : 0;
  gboolean found = FALSE, grew = TRUE;

  for (guint i = 0; i < n && !found; i++)
    {
      *stay = g_array_index (person->tours, McPeriod, i);
      found = mc_period_contains (*stay, day);
    }
  while (found && grew)
    {
      grew = FALSE;
      for (guint i = 0; i < n; i++)
        grew |= join (stay, g_array_index (person->tours, McPeriod, i));
    }
  return found;
}

gboolean
mc_counter_people_is_taken (McCounterPeople *self, gint64 id, McPeriod during)
{
  const Person *person = g_hash_table_lookup (self->people, &id);

  for (guint i = 0; person && i < person->seats->len; i++)
    if (mc_period_overlaps (g_array_index (person->seats, McPeriod, i), during))
      return TRUE;
  return FALSE;
}
