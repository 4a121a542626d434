/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staff-sheet.h"

#include <glib/gi18n-lib.h>

#include "mc-staff-column.h"
#include "mc-staff-entry.h"
#include "mc-table-column.h"

static void
add_field (GPtrArray *columns, McStaffColumn meaning, const char *field)
{
  g_ptr_array_add (columns, mc_table_column_new_field (mc_staff_column_label (meaning), MC_TYPE_STAFF_ENTRY, field));
}

/* In lists for people the term ends with its last day. */
static void
read_last_day (gpointer item, McTableCell *cell, gpointer user_data)
{
  McStaffEntry *person = item;
  McDay until = person->planned_until != MC_DAY_NONE ? person->planned_until : person->tour_until;

  if (person->tour_id && until != MC_DAY_NONE)
    {
      g_autofree char *iso = mc_day_format_iso (until - 1);

      mc_table_cell_set_iso (cell, iso);
    }
}

static void
read_agency (gpointer item, McTableCell *cell, gpointer user_data)
{
  McStaffEntry *person = item;

  mc_table_cell_take_text (cell,
                           g_strdup (person->tour_agency_name && *person->tour_agency_name ? person->tour_agency_name
                                                                                           : person->home_agency_name));
}

GPtrArray *
mc_staff_sheet_columns (void)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_object_unref);

  add_field (columns, MC_STAFF_FULL_NAME, "full_name");
  add_field (columns, MC_STAFF_SEX, "sex");
  g_ptr_array_add (columns, mc_table_column_new (mc_staff_column_label (MC_STAFF_AGENCY), read_agency, NULL, NULL));
  add_field (columns, MC_STAFF_RANK, "rank_name");
  add_field (columns, MC_STAFF_ROLE, "tour_role");
  add_field (columns, MC_STAFF_FROM, "tour_from");
  g_ptr_array_add (columns, mc_table_column_new (mc_staff_column_label (MC_STAFF_UNTIL), read_last_day, NULL, NULL));
  add_field (columns, MC_STAFF_DECISION_NO, "decision_no");
  add_field (columns, MC_STAFF_DECISION_DATE, "decision_date");
  add_field (columns, MC_STAFF_PHONE, "public_phone");
  add_field (columns, MC_STAFF_EMAIL, "email");
  g_ptr_array_add (columns, mc_table_column_new_field (_ ("Section"), MC_TYPE_STAFF_ENTRY, "section_name"));
  g_ptr_array_add (columns, mc_table_column_new_field (_ ("Post"), MC_TYPE_STAFF_ENTRY, "post_name"));
  return columns;
}
