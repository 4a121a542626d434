/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mc-absence.h"
#include "mc-day.h"

G_BEGIN_DECLS

/** McSheetDayKind: what a day of a sheet is. */
typedef enum
{
  MC_SHEET_WORKING,
  MC_SHEET_WEEKEND,
  MC_SHEET_HOLIDAY,
} McSheetDayKind;

/** McSheetMarking: how a cell is set off, besides what is written in it. */
typedef enum
{
  MC_SHEET_PLAIN,
  MC_SHEET_ABSENT,
  MC_SHEET_STANDBY, /* stands in for another */
  MC_SHEET_GAP,     /* nobody where somebody should be */
  MC_SHEET_AMENDED, /* other than in the version before */
} McSheetMarking;

/**
 * McSheetDay:
 * @sessions: how many halves of it are filled in: 0 closed (a narrow column), 1 the whole day at once or one half, 2
 * @label: (nullable): small under the date: the lunar day, the name of the holiday
 */
typedef struct
{
  McDay day;
  McSheetDayKind kind;
  guint sessions;
  char *label;
} McSheetDay;

/** McSheetRow: a person, or a counter. @group: (nullable): the heading it stands under; rows of one group are together.
 */
typedef struct
{
  char *name;
  char *code; /* nullable: of the agency */
  char *group;
} McSheetRow;

/**
 * McRosterSheet:
 * Rows by days, as it is printed and exported: a month's or a week's roster by people or by counters, or a month's
 * attendance. It holds values only; who fills it has them from nouns. Reference counted; not changed once it is given
 * to a paper.
 */
typedef struct _McRosterSheet McRosterSheet;

/** mc_roster_sheet_new: (transfer full): the days from @first to @last, all working, with two sessions. */
McRosterSheet *mc_roster_sheet_new (McDay first, McDay last);
McRosterSheet *mc_roster_sheet_ref (McRosterSheet *self);
void mc_roster_sheet_unref (McRosterSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McRosterSheet, mc_roster_sheet_unref)

/** mc_roster_sheet_set_day: what @day is; ignored where it is not of the sheet. */
void mc_roster_sheet_set_day (McRosterSheet *self, McDay day, McSheetDayKind kind, guint sessions, const char *label);

/** mc_roster_sheet_set_row_title: what rows are, for the head: "Họ và tên", "Quầy"; and their codes: "Cơ quan". */
void mc_roster_sheet_set_row_title (McRosterSheet *self, const char *name, const char *code);

/** mc_roster_sheet_add_row: returns its index. */
guint mc_roster_sheet_add_row (McRosterSheet *self, const char *name, const char *code, const char *group);

/**
 * mc_roster_sheet_set_cell:
 * @session: MC_HALF_MORNING or MC_HALF_AFTERNOON; MC_HALF_DAY for both
 * @text: the code of a counter or duty, of an absence, or a name
 */
void mc_roster_sheet_set_cell (
    McRosterSheet *self, guint row, McDay day, McHalf session, const char *text, McSheetMarking marking);

/**
 * mc_roster_sheet_add_total: a column after the days.
 * @codes: (nullable) (array zero-terminated=1): counted are half-days with one of these texts, as days; %NULL: all that
 *   have any text but a gap's
 *
 * Returns: its index
 */
guint mc_roster_sheet_add_total (McRosterSheet *self, const char *title, const char *const *codes);

/** mc_roster_sheet_add_legend: what a code means, in the order they are added. */
void mc_roster_sheet_add_legend (McRosterSheet *self, const char *code, const char *words);

guint mc_roster_sheet_get_n_days (McRosterSheet *self);
const McSheetDay *mc_roster_sheet_get_day (McRosterSheet *self, guint index);
guint mc_roster_sheet_get_n_rows (McRosterSheet *self);
const McSheetRow *mc_roster_sheet_get_row (McRosterSheet *self, guint row);
const char *mc_roster_sheet_get_name_title (McRosterSheet *self);
/** mc_roster_sheet_get_code_title: (nullable): %NULL where rows have no codes. */
const char *mc_roster_sheet_get_code_title (McRosterSheet *self);

/** mc_roster_sheet_get_cell: (nullable): what stands there; @session is a half. @day is an index. */
const char *
mc_roster_sheet_get_cell (McRosterSheet *self, guint row, guint day, McHalf session, McSheetMarking *marking);

guint mc_roster_sheet_get_n_totals (McRosterSheet *self);
const char *mc_roster_sheet_get_total_title (McRosterSheet *self, guint total);
/** mc_roster_sheet_get_total_codes: (nullable) (transfer none) */
const char *const *mc_roster_sheet_get_total_codes (McRosterSheet *self, guint total);
/** mc_roster_sheet_get_total: in days: half-days count 0.5. */
double mc_roster_sheet_get_total (McRosterSheet *self, guint row, guint total);

guint mc_roster_sheet_get_n_legends (McRosterSheet *self);
void mc_roster_sheet_get_legend (McRosterSheet *self, guint index, const char **code, const char **words);

G_END_DECLS
