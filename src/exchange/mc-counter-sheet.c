/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-sheet.h"

#include <glib/gi18n-lib.h>

#include "mc-counter-entry.h"
#include "mc-counter-import.h"
#include "mc-table-column.h"

static void
read_first_day (gpointer item, McTableCell *cell, gpointer user_data)
{
  McDay from = ((McCounterEntry *)item)->during.from;
  g_autofree char *iso = from == MC_DAY_NONE ? NULL : mc_day_format_iso (from);

  if (iso)
    mc_table_cell_set_iso (cell, iso);
}

/* In lists for people a period ends with its last day. */
static void
read_last_day (gpointer item, McTableCell *cell, gpointer user_data)
{
  McDay until = ((McCounterEntry *)item)->during.until;
  g_autofree char *iso = until == MC_DAY_NONE ? NULL : mc_day_format_iso (until - 1);

  if (iso)
    mc_table_cell_set_iso (cell, iso);
}

GPtrArray *
mc_counter_sheet_columns (void)
{
  static const struct
  {
    McCounterColumn meaning;
    const char *field;
  } parts[] = {
    { MC_COUNTER_COLUMN_NUMBER, "number" },      { MC_COUNTER_COLUMN_NAME, "name" },
    { MC_COUNTER_COLUMN_LEVEL, "level" },        { MC_COUNTER_COLUMN_PLACE, "place" },
    { MC_COUNTER_COLUMN_SEATS, "seats" },        { MC_COUNTER_COLUMN_AGENCIES, "agency_codes" },
    { MC_COUNTER_COLUMN_FIELDS, "field_codes" },
  };
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_ptr_array_add (columns, mc_table_column_new_field (mc_column_set_label (&mc_counter_columns, parts[i].meaning),
                                                         MC_TYPE_COUNTER_ENTRY, parts[i].field));
  g_ptr_array_add (columns, mc_table_column_new_field (NULL, MC_TYPE_COUNTER_ENTRY, "officers"));
  g_ptr_array_add (columns, mc_table_column_new_field (NULL, MC_TYPE_COUNTER_ENTRY, "standbys"));
  g_ptr_array_add (columns, mc_table_column_new (mc_column_set_label (&mc_counter_columns, MC_COUNTER_COLUMN_FROM),
                                                 read_first_day, NULL, NULL));
  g_ptr_array_add (columns, mc_table_column_new (mc_column_set_label (&mc_counter_columns, MC_COUNTER_COLUMN_UNTIL),
                                                 read_last_day, NULL, NULL));
  g_ptr_array_add (columns,
                   mc_table_column_new_field (mc_column_set_label (&mc_counter_columns, MC_COUNTER_COLUMN_NOTE),
                                              MC_TYPE_COUNTER_ENTRY, "note"));
  return columns;
}
