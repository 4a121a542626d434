/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-import.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "mc-error.h"
#include "mc-name-index.h"
#include "mc-name.h"

#define AWAY "V"    /* as mc_roster_xlsx() marks who is absent */
#define LOOK_FOR 30 /* rows in which the dates must come */
#define NO_COLUMN G_MAXUINT

/* What a column is: sessions of a day. */
typedef struct
{
  guint column;
  McDay day;
  gboolean halves[MC_DAY_SESSIONS];
  char *header;
} Column;

typedef struct
{
  gint64 counter_id;
  gint64 duty_id;
} Place;

struct _McRosterImport
{
  GObject parent_instance;

  McPeriod days;
  McNameIndex *people;
  McNameIndex *coded; /* by name and agency */
  GHashTable *places; /* upper case -> Place */
  GHashTable *met;    /* gint64 of those who had a row */
  GListStore *errors;
  GArray *cells;

  /* While it reads */
  GArray *columns; /* Column */
  guint names;     /* column; NO_COLUMN: the dates have not come yet */
  guint codes;     /* likewise; NO_COLUMN: there is none */
  guint last_row;
  gboolean halved; /* sessions stand under the dates */
  gboolean begun;  /* somebody was named */
  gboolean gap;    /* rows were left out after that */
};

G_DEFINE_FINAL_TYPE (McRosterImport, mc_roster_import, G_TYPE_OBJECT)

static void
column_clear (gpointer data)
{
  g_free (((Column *)data)->header);
}

static void
mc_roster_import_finalize (GObject *object)
{
  McRosterImport *self = MC_ROSTER_IMPORT (object);

  mc_name_index_free (self->people);
  mc_name_index_free (self->coded);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->met);
  g_object_unref (self->errors);
  g_array_unref (self->cells);
  g_array_unref (self->columns);
  G_OBJECT_CLASS (mc_roster_import_parent_class)->finalize (object);
}

static void
mc_roster_import_class_init (McRosterImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_roster_import_finalize;
}

static void
mc_roster_import_init (McRosterImport *self)
{
  self->people = mc_name_index_new ();
  self->coded = mc_name_index_new ();
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->met = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->errors = g_list_store_new (MC_TYPE_IMPORT_ERROR);
  self->cells = g_array_new (FALSE, TRUE, sizeof (McRosterImportCell));
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->names = self->codes = NO_COLUMN;
}

McRosterImport *
mc_roster_import_new (McPeriod days)
{
  McRosterImport *self = g_object_new (MC_TYPE_ROSTER_IMPORT, NULL);

  self->days = days;
  return self;
}

void
mc_roster_import_add_person (McRosterImport *self, gint64 id, const char *name, const char *code)
{
  g_autofree char *both = g_strdup_printf ("%s %s", name, code ? code : "");

  g_return_if_fail (MC_IS_ROSTER_IMPORT (self));
  mc_name_index_add (self->people, id, NULL, name, NULL);
  mc_name_index_add (self->coded, id, NULL, both, NULL);
}

void
mc_roster_import_add_place (McRosterImport *self, const char *code, gint64 counter_id, gint64 duty_id)
{
  Place place = { counter_id, duty_id };

  g_return_if_fail (MC_IS_ROSTER_IMPORT (self));
  g_hash_table_replace (self->places, g_utf8_strup (code, -1), g_memdup2 (&place, sizeof place));
  if (counter_id)
    g_hash_table_replace (self->places, g_strdup_printf ("Q%s", code), g_memdup2 (&place, sizeof place));
}

/* @reason: (transfer full) */
static void
take_error (McRosterImport *self, McTableRow *row, guint column, const char *header, char *reason)
{
  g_autofree char *letters = mc_table_column_letters (column), *why = reason;
  const McTableCell *cell = mc_table_row_get_cell (row, column);
  g_autoptr (McImportError) error =
      mc_import_error_new (mc_table_row_get_number (row), letters, header, cell->text ? cell->text : "", why);

  g_list_store_append (self->errors, error);
}

static char *
dup_text (McTableRow *row, guint column)
{
  const McTableCell *cell = mc_table_row_get_cell (row, column);

  return cell->text && !cell->merged ? g_strstrip (g_strdup (cell->text)) : g_strdup ("");
}

/* --- The head --- */

/* “01/12/2026”, “1/12”: the year is the roster's. */
static McDay
read_date (McRosterImport *self, McTableRow *row, guint column)
{
  const McTableCell *cell = mc_table_row_get_cell (row, column);
  g_autofree char *text = dup_text (row, column);
  int day = 0, month = 0, year = 0, end = 0;

  if (cell->kind == MC_CELL_DATE)
    return (McDay)cell->number;
  if (cell->kind != MC_CELL_TEXT)
    return MC_DAY_NONE;
  if (sscanf (text, "%d/%d/%d%n", &day, &month, &year, &end) == 3 && !text[end])
    return mc_day_new (year, month, day);
  end = 0;
  if (sscanf (text, "%d/%d%n", &day, &month, &end) != 2 || text[end])
    return MC_DAY_NONE;
  mc_day_split (self->days.from, &year, NULL, NULL);
  if (mc_day_new (year, month, day) < self->days.from)
    year++;
  return mc_day_new (year, month, day);
}

static gboolean
is_name_title (const char *text)
{
  g_autofree char *folded = mc_fold (text);

  return g_str_equal (folded, "ho va ten") || g_str_equal (folded, "ho ten") || g_str_equal (folded, "ten") ||
         g_str_equal (folded, "can bo") || g_str_equal (folded, "name") || g_str_equal (folded, "person");
}

static gboolean
is_code_title (const char *text)
{
  g_autofree char *folded = mc_fold (text);

  return g_str_equal (folded, "co quan") || g_str_equal (folded, "don vi") || g_str_equal (folded, "agency");
}

static void
add_column (McRosterImport *self, McTableRow *row, guint at, McDay day)
{
  Column column = { at, day, { TRUE, TRUE }, dup_text (row, at) };

  g_array_append_val (self->columns, column);
  if (!mc_period_contains (self->days, day))
    take_error (self, row, at, column.header, g_strdup (_ ("this day lies outside the roster")));
}

/* Whether this is the row of the dates; it has the title of the names, too. */
static gboolean
read_dates (McRosterImport *self, McTableRow *row)
{
  guint n = mc_table_row_get_n_cells (row), names = NO_COLUMN;

  for (guint i = 0; i < n && names == NO_COLUMN; i++)
    {
      g_autofree char *text = dup_text (row, i);

      if (is_name_title (text))
        names = i;
    }
  if (names == NO_COLUMN)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = dup_text (row, i);
      McDay day = read_date (self, row, i);

      if (day != MC_DAY_NONE)
        add_column (self, row, i, day);
      else if (is_code_title (text))
        self->codes = i;
    }
  if (self->columns->len > 0)
    self->names = names;
  return self->columns->len > 0;
}

/* -1: it names none. */
static int
read_half (const char *text)
{
  g_autofree char *folded = mc_fold (text);

  if (g_str_equal (folded, "s") || g_str_equal (folded, "sang") || g_str_equal (folded, "morning"))
    return MC_DAY_SESSION_MORNING;
  if (g_str_equal (folded, "c") || g_str_equal (folded, "chieu") || g_str_equal (folded, "afternoon"))
    return MC_DAY_SESSION_AFTERNOON;
  return -1;
}

static Column *
find_column (GArray *columns, guint at)
{
  Column *found = NULL;

  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, Column, i).column <= at)
      found = &g_array_index (columns, Column, i);
  return found;
}

/* The sessions under the dates, if this row has them: each belongs to the last date at its left. */
static void
read_halves (McRosterImport *self, McTableRow *row)
{
  g_autoptr (GArray) halves = g_array_new (FALSE, TRUE, sizeof (Column));

  for (guint i = 0; i < mc_table_row_get_n_cells (row); i++)
    {
      g_autofree char *text = dup_text (row, i);
      int half = read_half (text);
      Column *date = find_column (self->columns, i);
      Column column = { .column = i };

      if (half < 0 || !date)
        continue;
      column.day = date->day;
      column.halves[half] = TRUE;
      column.header = g_strdup_printf ("%s %s", date->header, text);
      g_array_append_val (halves, column);
    }
  if (halves->len == 0)
    return;
  g_array_set_clear_func (halves, column_clear);
  g_array_unref (self->columns);
  self->columns = g_steal_pointer (&halves);
  self->halved = TRUE;
}

/* --- The rows --- */

static gboolean
has_codes (McRosterImport *self, McTableRow *row)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *text = dup_text (row, g_array_index (self->columns, Column, i).column);

      if (*text)
        return TRUE;
    }
  return FALSE;
}

/* 0: nobody, and why is among the errors, unless the row is of the legend. */
static gint64
read_person (McRosterImport *self, McTableRow *row, const char *name)
{
  g_autofree char *code = self->codes == NO_COLUMN ? g_strdup ("") : dup_text (row, self->codes);
  g_autofree char *both = g_strdup_printf ("%s %s", name, code), *unused = NULL;
  char *reason = NULL;
  gint64 person = mc_name_index_find (self->people, name, &reason);

  if (!person && *code && (person = mc_name_index_find (self->coded, both, &unused)))
    g_clear_pointer (&reason, g_free);
  if (!person && self->gap && !has_codes (self, row))
    g_free (reason);
  else if (!person)
    take_error (self, row, self->names, _ ("Name"), reason);
  else if (g_hash_table_contains (self->met, &person))
    {
      take_error (self, row, self->names, _ ("Name"), g_strdup (_ ("this person has a row already")));
      return 0;
    }
  return person;
}

static gboolean
find_place (McRosterImport *self, const char *code, Place *place)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (code)), *upper = g_utf8_strup (trimmed, -1);
  Place *found = g_hash_table_lookup (self->places, upper);

  *place = found ? *found : (Place){ 0, 0 };
  return found || !*upper || g_str_equal (upper, AWAY) || g_str_equal (upper, "–") || g_str_equal (upper, "-");
}

/* @halves: those that have this one code. */
static void
add_cells (McRosterImport *self,
           McTableRow *row,
           const Column *column,
           gint64 person,
           const gboolean *halves,
           const char *code)
{
  Place place;

  if (!find_place (self, code, &place))
    {
      take_error (self, row, column->column, column->header,
                  g_strdup_printf (_ ("no counter and no duty has the code “%s”"), code));
      return;
    }
  for (guint half = 0; half < MC_DAY_SESSIONS; half++)
    {
      McRosterImportCell cell = { person, column->day, (McDaySession)half, place.counter_id, place.duty_id };

      if (halves[half])
        g_array_append_val (self->cells, cell);
    }
}

static void
read_cell (McRosterImport *self, McTableRow *row, const Column *column, gint64 person)
{
  const McTableCell *cell = mc_table_row_get_cell (row, column->column);
  g_autofree char *text = dup_text (row, column->column);
  g_auto (GStrv) halves = NULL;

  if (!mc_period_contains (self->days, column->day))
    return; /* told at the head */
  if (cell->kind == MC_CELL_ERROR)
    {
      take_error (self, row, column->column, column->header, g_strdup (text));
      return;
    }
  halves = g_strsplit (text, "/", 2);
  if (g_strv_length (halves) == 2 && column->halves[0] && column->halves[1])
    {
      add_cells (self, row, column, person, (const gboolean[]){ TRUE, FALSE }, halves[0]);
      add_cells (self, row, column, person, (const gboolean[]){ FALSE, TRUE }, halves[1]);
    }
  else
    add_cells (self, row, column, person, column->halves, text);
}

static void
read_row (McRosterImport *self, McTableRow *row)
{
  g_autofree char *name = dup_text (row, self->names);
  guint number = mc_table_row_get_number (row);
  gint64 person;

  if (!*name)
    {
      if (!self->begun && !self->halved)
        read_halves (self, row);
      else if (self->begun && has_codes (self, row))
        take_error (self, row, self->names, _ ("Name"), g_strdup (_ ("codes stand here, but no name")));
      return;
    }
  self->gap |= self->begun && number > self->last_row + 1;
  person = read_person (self, row, name);
  self->last_row = number;
  self->begun = TRUE;
  if (!person)
    return;
  g_hash_table_add (self->met, g_memdup2 (&person, sizeof person));
  for (guint i = 0; i < self->columns->len; i++)
    read_cell (self, row, &g_array_index (self->columns, Column, i), person);
}

typedef struct
{
  McRosterImport *self;
  McTableReader *reader;
} Reading;

static void
reading_free (gpointer data)
{
  g_object_unref (((Reading *)data)->self);
  g_object_unref (((Reading *)data)->reader);
  g_free (data);
}

static DexFuture *
read_fiber (gpointer data)
{
  McRosterImport *self = ((Reading *)data)->self;
  GError *error = NULL;
  guint n = 0;

  for (;;)
    {
      g_autoptr (McTableRow) row = dex_await_object (mc_table_reader_next_row (((Reading *)data)->reader), &error);

      if (error)
        return dex_future_new_for_error (error);
      if (!row)
        break;
      if (self->names != NO_COLUMN)
        read_row (self, row);
      else if (n++ >= LOOK_FOR || read_dates (self, row))
        if (self->names == NO_COLUMN)
          break;
    }
  if (self->names == NO_COLUMN)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, "%s",
                                  _ ("No row with dates was found. The table needs a row with “Họ và tên” and the days "
                                     "(01/12/2026, 02/12/2026, …) above the people."));
  if (!self->begun)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, "%s", _ ("There is nobody below the dates."));
  return dex_future_new_true ();
}

DexFuture *
mc_roster_import_read (McRosterImport *self, McTableReader *reader)
{
  Reading *reading;

  g_return_val_if_fail (MC_IS_ROSTER_IMPORT (self) && self->names == NO_COLUMN, NULL);
  reading = g_new (Reading, 1);
  reading->self = g_object_ref (self);
  reading->reader = g_object_ref (reader);
  return dex_scheduler_spawn (NULL, 0, read_fiber, reading, reading_free);
}

GListModel *
mc_roster_import_get_errors (McRosterImport *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_IMPORT (self), NULL);
  return G_LIST_MODEL (self->errors);
}

GArray *
mc_roster_import_get_cells (McRosterImport *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_IMPORT (self), NULL);
  return self->cells;
}

guint
mc_roster_import_get_n_people (McRosterImport *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_IMPORT (self), 0);
  return g_hash_table_size (self->met);
}
