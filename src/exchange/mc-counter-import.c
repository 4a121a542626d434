/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-counter-agency.h"
#include "mc-counter-assignment.h"
#include "mc-counter-field.h"
#include "mc-counter-people.h"
#include "mc-counter.h"
#include "mc-name.h"

struct _McCounterImport
{
  McListImport parent_instance;

  McDay from;
  McCounterPeople *people;
  GArray *sitting; /* Sitting: who got a seat in the list */
};

typedef struct
{
  gint64 person;
  McPeriod during;
  guint row;
} Sitting;

G_DEFINE_FINAL_TYPE (McCounterImport, mc_counter_import, MC_TYPE_LIST_IMPORT)

static const McColumnWord words[MC_COUNTER_N_COLUMNS] = {
  [MC_COUNTER_COLUMN_NOTHING] = { "", N_ ("Not read"), { "stt", "so thu tu", "tt", "so tt" } },
  [MC_COUNTER_COLUMN_NUMBER] = { "number",
                                 N_ ("Counter number"),
                                 { "so quay", "quay so", "so hieu quay", "quay", "so", "counter", "counter number",
                                   "number", "no" } },
  [MC_COUNTER_COLUMN_NAME] = { "name", N_ ("Counter name"), { "ten quay", "ten", "ten goi", "counter name", "name" } },
  [MC_COUNTER_COLUMN_LEVEL] = { "level", N_ ("Floor"), { "tang", "lau", "floor", "level" } },
  [MC_COUNTER_COLUMN_PLACE] = { "place", N_ ("Place"), { "vi tri", "khu vuc", "day", "noi dat", "place", "position" } },
  [MC_COUNTER_COLUMN_SEATS] = { "seats",
                                N_ ("Seats"),
                                { "so cho", "so ghe", "cho ngoi", "so cho ngoi", "seats", "places" } },
  [MC_COUNTER_COLUMN_AGENCIES] = { "agencies",
                                   N_ ("Agencies"),
                                   { "co quan", "don vi", "so nganh", "so ban nganh", "cac co quan", "ma co quan",
                                     "agencies", "agency", "agency codes" } },
  [MC_COUNTER_COLUMN_FIELDS] = { "fields",
                                 N_ ("Fields"),
                                 { "linh vuc", "cac linh vuc", "ma linh vuc", "fields", "field", "field codes" } },
  [MC_COUNTER_COLUMN_OFFICERS] = { "officers",
                                   N_ ("Officers at the counter"),
                                   { "can bo", "can bo tai quay", "can bo truc", "cong chuc", "nguoi truc",
                                     "nguoi truc quay", "officers", "officers at the counter" } },
  [MC_COUNTER_COLUMN_STANDBYS] = { "standbys",
                                   N_ ("Standbys"),
                                   { "du phong", "can bo du phong", "nguoi du phong", "standbys", "standby" } },
  [MC_COUNTER_COLUMN_FROM] = { "from",
                               N_ ("First day"),
                               { "tu ngay", "ngay bat dau", "bat dau", "ngay mo", "from", "first day", "start" } },
  [MC_COUNTER_COLUMN_UNTIL] = { "until",
                                N_ ("Last day"),
                                { "den ngay", "den het ngay", "ngay ket thuc", "ngay dong", "until", "last day",
                                  "end" } },
  [MC_COUNTER_COLUMN_NOTE] = { "note", N_ ("Note"), { "ghi chu", "chu thich", "note", "notes", "remark" } },
};

const McColumnSet mc_counter_columns = {
  .words = words,
  .n_words = MC_COUNTER_N_COLUMNS,
  .naming = (const guint[]){ MC_COUNTER_COLUMN_NUMBER, 0 },
  .needed = (const guint[]){ MC_COUNTER_COLUMN_NUMBER, MC_COUNTER_COLUMN_NAME, 0 },
  .telling = (const guint[]){ MC_COUNTER_COLUMN_NUMBER, MC_COUNTER_COLUMN_AGENCIES, 0 },
  .least = 2,
  .no_header = N_ ("No row with headers was found. The table needs a row with “Số quầy”, “Tên quầy” and the other "
                   "headers above the counters."),
  .no_rows = N_ ("There are no counters below the headers."),
};

/* "0", "trệt", "tầng trệt" are the ground floor; "lầu 1" is the one above it. "Tầng 1" means either, and is asked for.
 */
static int
read_level (McListImport *self, McTableRow *row)
{
  g_autofree char *text = mc_list_import_get_text (self, row, MC_COUNTER_COLUMN_LEVEL);
  g_autofree char *folded = mc_fold (text);
  gint64 level;

  if (!*folded || g_str_equal (folded, "tret") || g_str_equal (folded, "tang tret"))
    return 0;
  if (g_ascii_string_to_signed (text, 10, -5, 100, &level, NULL) ||
      (g_str_has_prefix (folded, "lau ") && g_ascii_string_to_signed (folded + 4, 10, 1, 100, &level, NULL)))
    return (int)level;
  mc_list_import_take_error (self, row, MC_COUNTER_COLUMN_LEVEL,
                             g_strdup (_ ("write 0 or trệt for the ground floor, 1 or lầu 1 for the one above it")));
  return 0;
}

static void
read_period (McCounterImport *self, McTableRow *row, McPeriod *during)
{
  McListImport *list = MC_LIST_IMPORT (self);
  McDay last = mc_list_import_get_day (list, row, MC_COUNTER_COLUMN_UNTIL);

  during->from = mc_list_import_get_day (list, row, MC_COUNTER_COLUMN_FROM);
  if (during->from == MC_DAY_NONE)
    during->from = self->from;
  during->until = last == MC_DAY_NONE ? MC_DAY_NONE : last + 1;
  if (last != MC_DAY_NONE && last < during->from)
    mc_list_import_take_error (list, row, MC_COUNTER_COLUMN_UNTIL, g_strdup (_ ("the last day lies before the first")));
}

/* A period of its own lies within the counter's; without one it is the counter's. */
static gboolean
place_part (McListImport *self, McTableRow *row, guint meaning, const McCounter *counter, McImportPart *part)
{
  McPeriod within = counter->during;

  if (!part->dated)
    part->during = counter->during;
  else if (part->during.from == MC_DAY_NONE)
    part->during.from = counter->during.from;
  if (mc_period_intersect (part->during, counter->during, &within) && mc_period_equal (part->during, within))
    return TRUE;
  mc_list_import_take_error (self, row, meaning, g_strdup (_ ("the days are not all days of the counter")));
  return FALSE;
}

static gboolean
is_repeated (GArray *parts, guint at)
{
  const McImportPart *part = &g_array_index (parts, McImportPart, at);

  for (guint i = 0; i < at; i++)
    if (g_array_index (parts, McImportPart, i).id == part->id &&
        mc_period_overlaps (g_array_index (parts, McImportPart, i).during, part->during))
      return TRUE;
  return FALSE;
}

static McEntity *
new_row (GType noun, const char *column, const McImportPart *part)
{
  McEntity *row = g_object_new (noun, NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, part->id);
  g_autofree char *period = mc_period_format (part->during);

  mc_entity_set_text (row, column, id, NULL);
  mc_entity_set_text (row, "during", period, NULL);
  return row;
}

static void
add_served (McListImport *self, McTableRow *row, guint meaning, McCounter *counter, GArray *parts)
{
  gboolean agencies = meaning == MC_COUNTER_COLUMN_AGENCIES;

  for (guint i = 0; i < parts->len; i++)
    {
      McImportPart *part = &g_array_index (parts, McImportPart, i);
      g_autoptr (McEntity) served = NULL;

      if (!place_part (self, row, meaning, counter, part))
        continue;
      if (is_repeated (parts, i))
        mc_list_import_take_error (self, row, meaning, g_strdup (_ ("this is named twice for the same days")));
      served = new_row (agencies ? MC_TYPE_COUNTER_AGENCY : MC_TYPE_COUNTER_FIELD, agencies ? "agency_id" : "field_id",
                        part);
      mc_list_import_add_item (self, served, counter, "counter_id");
    }
}

static gint64
find_person (McListImport *self, const char *text, char **reason)
{
  return mc_counter_people_find (MC_COUNTER_IMPORT (self)->people, text, reason);
}

/* Who has no days comes with the counter, not before the list is taken in, and stays as long as the tours last. */
static gboolean
place_person (McCounterImport *self, McTableRow *row, guint meaning, const McCounter *counter, McImportPart *part)
{
  McListImport *list = MC_LIST_IMPORT (self);
  gboolean open = !part->dated;
  McPeriod stay = MC_PERIOD_ALWAYS;
  g_autofree char *name = mc_counter_people_dup_label (self->people, part->id);
  g_autofree char *days = NULL;

  if (open)
    {
      part->dated = TRUE;
      part->during = counter->during;
      part->during.from = MAX (part->during.from, self->from);
    }
  if (!place_part (list, row, meaning, counter, part))
    return FALSE;
  if (mc_counter_people_get_stay (self->people, part->id, part->during.from, &stay))
    {
      McPeriod there = part->during;

      mc_period_intersect (part->during, stay, &there);
      if (open || mc_period_equal (there, part->during))
        {
          part->during = there;
          return TRUE;
        }
    }
  days = mc_period_format_people (part->during);
  mc_list_import_take_error (list, row, meaning, g_strdup_printf (_ ("%s is not at the centre: %s"), name, days));
  return FALSE;
}

/* Nobody sits at two counters at a time, neither in the list nor in the register. */
static void
take_seat (McCounterImport *self, McTableRow *row, const McImportPart *part)
{
  McListImport *list = MC_LIST_IMPORT (self);
  Sitting own = { part->id, part->during, mc_table_row_get_number (row) };
  g_autofree char *name = mc_counter_people_dup_label (self->people, part->id);

  if (mc_counter_people_is_taken (self->people, part->id, part->during))
    mc_list_import_take_error (list, row, MC_COUNTER_COLUMN_OFFICERS,
                               g_strdup_printf (_ ("%s sits at another counter then"), name));
  for (guint i = 0; i < self->sitting->len; i++)
    {
      Sitting *other = &g_array_index (self->sitting, Sitting, i);

      if (other->person == own.person && other->row != own.row && mc_period_overlaps (other->during, own.during))
        mc_list_import_take_error (list, row, MC_COUNTER_COLUMN_OFFICERS,
                                   g_strdup_printf (_ ("%s sits at the counter of row %u then"), name, other->row));
    }
  g_array_append_val (self->sitting, own);
}

/* People come one by one: on the first day of one of them there are most. */
static void
check_seats (McListImport *self, McTableRow *row, const McCounter *counter, GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      McDay day = g_array_index (parts, McImportPart, i).during.from;
      g_autofree char *text = mc_day_format (day);
      int n = 0;

      for (guint k = 0; k < parts->len; k++)
        n += mc_period_contains (g_array_index (parts, McImportPart, k).during, day);
      if (n <= counter->seats)
        continue;
      mc_list_import_take_error (
          self, row, MC_COUNTER_COLUMN_OFFICERS,
          g_strdup_printf (_ ("from %s there are %d officers, more than the seats (%d)"), text, n, counter->seats));
      return;
    }
}

/* The people of one cell whom nothing speaks against; @taken are those of the other cell. */
static GArray *
read_people (McCounterImport *self, McTableRow *row, guint meaning, const McCounter *counter, GArray *taken)
{
  g_autoptr (GArray) parts = mc_list_import_get_parts (MC_LIST_IMPORT (self), row, meaning, find_person);
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (McImportPart));
  guint n_taken = taken ? taken->len : 0;

  if (n_taken > 0)
    g_array_append_vals (placed, taken->data, n_taken);
  for (guint i = 0; i < parts->len; i++)
    {
      McImportPart part = g_array_index (parts, McImportPart, i);

      if (!place_person (self, row, meaning, counter, &part))
        continue;
      g_array_append_val (placed, part);
      if (is_repeated (placed, placed->len - 1))
        mc_list_import_take_error (MC_LIST_IMPORT (self), row, meaning,
                                   g_strdup (_ ("this person is named twice for the same days")));
      else if (meaning == MC_COUNTER_COLUMN_OFFICERS)
        take_seat (self, row, &part);
    }
  if (n_taken > 0)
    g_array_remove_range (placed, 0, n_taken);
  return placed;
}

static void
add_people (McListImport *self, McTableRow *row, McCounter *counter)
{
  g_autoptr (GArray) officers = read_people (MC_COUNTER_IMPORT (self), row, MC_COUNTER_COLUMN_OFFICERS, counter, NULL);
  g_autoptr (GArray) standbys =
      read_people (MC_COUNTER_IMPORT (self), row, MC_COUNTER_COLUMN_STANDBYS, counter, officers);

  check_seats (self, row, counter, officers);
  for (guint i = 0; i < officers->len + standbys->len; i++)
    {
      gboolean sits = i < officers->len;
      g_autoptr (McEntity) work =
          new_row (MC_TYPE_COUNTER_ASSIGNMENT, "person_id",
                   &g_array_index (sits ? officers : standbys, McImportPart, sits ? i : i - officers->len));

      MC_COUNTER_ASSIGNMENT (work)->role = sits ? MC_COUNTER_ROLE_PRIMARY : MC_COUNTER_ROLE_STANDBY;
      mc_list_import_add_item (self, work, counter, "counter_id");
    }
}

static void
read_row (McListImport *list, McTableRow *row)
{
  g_autoptr (McCounter) counter = mc_counter_new ();
  g_autoptr (GArray) agencies =
      mc_list_import_get_parts (list, row, MC_COUNTER_COLUMN_AGENCIES, mc_list_import_find_agency);
  g_autoptr (GArray) fields = mc_list_import_get_parts (list, row, MC_COUNTER_COLUMN_FIELDS, mc_list_import_find_field);
  g_autofree char *number = mc_list_import_get_text (list, row, MC_COUNTER_COLUMN_NUMBER);
  g_autofree char *key = NULL;
  g_autofree char *note = mc_list_import_get_text (list, row, MC_COUNTER_COLUMN_NOTE);
  g_autofree char *place = mc_list_import_get_text (list, row, MC_COUNTER_COLUMN_PLACE);

  counter->number = mc_list_import_get_int (list, row, MC_COUNTER_COLUMN_NUMBER, 1, 9999, 0);
  counter->name = mc_list_import_get_text (list, row, MC_COUNTER_COLUMN_NAME);
  counter->level = read_level (list, row);
  counter->seats = mc_list_import_get_int (list, row, MC_COUNTER_COLUMN_SEATS, 1, 50, 1);
  g_set_str (&counter->place, *place ? place : NULL);
  g_set_str (&counter->note, *note ? note : NULL);
  read_period (MC_COUNTER_IMPORT (list), row, &counter->during);
  if (!*number)
    mc_list_import_take_error (list, row, MC_COUNTER_COLUMN_NUMBER, g_strdup (_ ("the number is missing")));
  if (!*counter->name)
    mc_list_import_take_error (list, row, MC_COUNTER_COLUMN_NAME, g_strdup (_ ("the name is missing")));
  key = g_strdup_printf ("%d", counter->number);
  if (counter->number == 0 || !mc_list_import_take_key (list, row, MC_COUNTER_COLUMN_NUMBER, key))
    return;
  mc_list_import_add_item (list, counter, NULL, NULL);
  add_served (list, row, MC_COUNTER_COLUMN_AGENCIES, counter, agencies);
  add_served (list, row, MC_COUNTER_COLUMN_FIELDS, counter, fields);
  add_people (list, row, counter);
}

static void
begin (McListImport *list)
{
  g_array_set_size (MC_COUNTER_IMPORT (list)->sitting, 0);
}

static void
mc_counter_import_finalize (GObject *object)
{
  McCounterImport *self = MC_COUNTER_IMPORT (object);

  mc_counter_people_free (self->people);
  g_array_unref (self->sitting);
  G_OBJECT_CLASS (mc_counter_import_parent_class)->finalize (object);
}

static void
mc_counter_import_class_init (McCounterImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_counter_import_finalize;
  MC_LIST_IMPORT_CLASS (klass)->columns = &mc_counter_columns;
  MC_LIST_IMPORT_CLASS (klass)->begin = begin;
  MC_LIST_IMPORT_CLASS (klass)->read_row = read_row;
}

static void
mc_counter_import_init (McCounterImport *self)
{
  self->people = mc_counter_people_new ();
  self->sitting = g_array_new (FALSE, FALSE, sizeof (Sitting));
}

McListImport *
mc_counter_import_new (McDay from)
{
  McCounterImport *self = g_object_new (MC_TYPE_COUNTER_IMPORT, NULL);

  self->from = from;
  return MC_LIST_IMPORT (self);
}

void
mc_counter_import_add_person (McCounterImport *self, gpointer row)
{
  g_return_if_fail (MC_IS_COUNTER_IMPORT (self));
  mc_counter_people_add (self->people, row);
}
