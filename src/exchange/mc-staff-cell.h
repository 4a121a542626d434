/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-day.h"
#include "mc-person.h"
#include "mc-table-cell.h"
#include "mc-tour.h"

G_BEGIN_DECLS

/* What people write into the cells of a staff list. Each function gives NULL and the value, or a (transfer full)
 * sentence that says why the cell cannot be used. */

/** mc_staff_cell_check: an error of the file, a merged cell, text in TCVN3 or VNI. */
char *mc_staff_cell_check (const McTableCell *cell);

/** mc_staff_cell_text: (transfer full): the text without blanks around it and without the mark against formulas; "" if
 * empty. */
char *mc_staff_cell_text (const McTableCell *cell);

/**
 * mc_staff_cell_day:
 * Days as people write them: d/m/yyyy, dd-mm-yyyy, "ngày 5 tháng 3 năm 1990", ISO, a day of the spreadsheet, or its
 * serial number. Years of two digits, years and months alone, and days that do not exist are refused.
 *
 * @month_first: (out): the text makes sense only with the month first
 */
char *mc_staff_cell_day (const McTableCell *cell, McDay *day, gboolean *month_first);

/** mc_staff_cell_could_be_month_first: text that reads as two different days, by which part is the month. */
gboolean mc_staff_cell_could_be_month_first (const McTableCell *cell);

/** mc_staff_cell_name: (out) (transfer full): a person's full name, cleaned. */
char *mc_staff_cell_name (const char *text, char **name);

char *mc_staff_cell_sex (const char *text, McSex *sex);
char *mc_staff_cell_role (const char *text, McTourRole *role);
char *mc_staff_cell_kind (const char *text, McTourKind *kind);
char *mc_staff_cell_employment (const char *text, McEmployment *employment);

/** mc_staff_cell_phone: @phone: (out) (transfer full): as written; a zero that the spreadsheet dropped is put back. */
char *mc_staff_cell_phone (const McTableCell *cell, char **phone);
char *mc_staff_cell_email (const char *text, char **email);

/** mc_staff_cell_identity: @number: (out) (transfer full): 12 digits (căn cước) or 9 (chứng minh nhân dân). */
char *mc_staff_cell_identity (const McTableCell *cell, char **number);

G_END_DECLS
