/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-counter-agency.h"
#include "mc-counter-field.h"
#include "mc-counter.h"
#include "mc-name.h"

struct _McCounterImport
{
  McListImport parent_instance;

  McDay from;
};

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

static void
add_served (McListImport *self, McCounter *counter, GArray *ids, GType noun, const char *column)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (McEntity) row = g_object_new (noun, NULL);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (ids, gint64, i));
      g_autofree char *period = mc_period_format (counter->during);

      mc_entity_set_text (row, column, id, NULL);
      mc_entity_set_text (row, "during", period, NULL);
      mc_list_import_add_item (self, row, counter, "counter_id");
    }
}

static void
read_row (McListImport *list, McTableRow *row)
{
  g_autoptr (McCounter) counter = mc_counter_new ();
  g_autoptr (GArray) agencies = mc_list_import_get_agencies (list, row, MC_COUNTER_COLUMN_AGENCIES);
  g_autoptr (GArray) fields = mc_list_import_get_fields (list, row, MC_COUNTER_COLUMN_FIELDS);
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
  add_served (list, counter, agencies, MC_TYPE_COUNTER_AGENCY, "agency_id");
  add_served (list, counter, fields, MC_TYPE_COUNTER_FIELD, "field_id");
}

static void
mc_counter_import_class_init (McCounterImportClass *klass)
{
  MC_LIST_IMPORT_CLASS (klass)->columns = &mc_counter_columns;
  MC_LIST_IMPORT_CLASS (klass)->read_row = read_row;
}

static void
mc_counter_import_init (McCounterImport *self)
{
}

McListImport *
mc_counter_import_new (McDay from)
{
  McCounterImport *self = g_object_new (MC_TYPE_COUNTER_IMPORT, NULL);

  self->from = from;
  return MC_LIST_IMPORT (self);
}
