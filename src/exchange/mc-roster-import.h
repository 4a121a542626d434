/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-import-error.h"
#include "mc-period.h"
#include "mc-roster-cell.h"
#include "mc-table-reader.h"

G_BEGIN_DECLS

/**
 * McRosterImportCell:
 * What a table says of one session of a person: a counter, a duty, or neither: free.
 */
typedef struct
{
  gint64 person;
  McDay day;
  McDaySession session;
  gint64 counter_id;
  gint64 duty_id;
} McRosterImportCell;

#define MC_TYPE_ROSTER_IMPORT (mc_roster_import_get_type ())
G_DECLARE_FINAL_TYPE (McRosterImport, mc_roster_import, MC, ROSTER_IMPORT, GObject)

/**
 * McRosterImport:
 * A roster read from a table of people by days: as mc_roster_xlsx() writes it (two columns a day, “S” and “C” under the
 * date), or plainly a column a day with one code for both sessions, or two with a stroke between, “3/HD”. One row has
 * the dates (dd/mm/yyyy or dd/mm) and the title of the names (“Họ và tên”). “V” (away) and an empty cell are free. Rows
 * that come after a gap and name nobody are a legend.
 */

/** mc_roster_import_new: @days: of the roster; dates must lie in it. */
McRosterImport *mc_roster_import_new (McPeriod days);

/** mc_roster_import_add_person: whom the table may name; @code: (nullable): of the agency, which tells two of one name
 * apart. */
void mc_roster_import_add_person (McRosterImport *self, gint64 id, const char *name, const char *code);

/** mc_roster_import_add_place: what @code stands for; in any case, counters with a “Q” before too. */
void mc_roster_import_add_place (McRosterImport *self, const char *code, gint64 counter_id, gint64 duty_id);

/**
 * mc_roster_import_read:
 * Reads the selected sheet. Bad cells do not stop it; they are in mc_roster_import_get_errors().
 *
 * Returns: (transfer full): future of TRUE. Rejects with MC_ERROR_INVALID where there is no such table, and with the
 *   errors of the reader
 */
DexFuture *mc_roster_import_read (McRosterImport *self, McTableReader *reader);

/** mc_roster_import_get_errors: (transfer none): of McImportError; none: all of the table was understood. */
GListModel *mc_roster_import_get_errors (McRosterImport *self);

/** mc_roster_import_get_cells: (transfer none) (element-type McRosterImportCell): each session of each person that the
 * table has. */
GArray *mc_roster_import_get_cells (McRosterImport *self);

/** mc_roster_import_get_n_people: how many the table names. */
guint mc_roster_import_get_n_people (McRosterImport *self);

G_END_DECLS
