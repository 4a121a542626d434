/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McDay:
 * A calendar day: days since 01/01/1970, Gregorian, years 1 to 9999. Days compare
 * and subtract as the integers that they are.
 */
typedef gint32 McDay;

/** MC_DAY_NONE: no day; as the bound of a period: without end. Less than every day. */
#define MC_DAY_NONE ((McDay)G_MININT32)

/**
 * mc_day_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to the length of the month
 *
 * Returns: the day, or %MC_DAY_NONE if there is no such day
 */
McDay mc_day_new (int year, int month, int day);

/** mc_day_split: the parts of a day that is not %MC_DAY_NONE; each out argument may be %NULL. */
void mc_day_split (McDay self, int *year, int *month, int *day);

/**
 * mc_day_parse_typed:
 * As mc_day_parse(), for what a person types into a form: "1/12/26" is of the years 2000 to 2099.
 * A file is read by mc_day_parse(), which guesses no century.
 */
gboolean mc_day_parse_typed (const char *text, McDay *day, GError **error);

/**
 * mc_day_parse:
 * @text: dd/mm/yyyy, d/m/yyyy, dd-mm-yyyy, dd.mm.yyyy or yyyy-mm-dd; blanks around it do no harm
 * @day: (out): the day; %MC_DAY_NONE on failure
 * @error: MC_ERROR_INVALID with a sentence that says which part is wrong
 */
gboolean mc_day_parse (const char *text, McDay *day, GError **error);

/** mc_day_format: dd/mm/yyyy; the empty string for %MC_DAY_NONE. Returns: (transfer full) */
char *mc_day_format (McDay self);

/** mc_day_format_iso: yyyy-mm-dd; the empty string for %MC_DAY_NONE. Returns: (transfer full) */
char *mc_day_format_iso (McDay self);

/** mc_day_today: today in Asia/Ho_Chi_Minh, whatever the time zone of the computer. */
McDay mc_day_today (void);

/**
 * mc_day_from_unix:
 * @seconds: since the epoch, UTC
 *
 * Returns: the day that it is in Asia/Ho_Chi_Minh at that moment
 */
McDay mc_day_from_unix (gint64 seconds);

/**
 * mc_day_add_months:
 * @months: may be negative
 *
 * Returns: the same day of a later month, or that month's last day where it has
 *   no such day (31/01 and one month: 28/02). %MC_DAY_NONE stays %MC_DAY_NONE.
 */
McDay mc_day_add_months (McDay self, int months);

/**
 * mc_day_months_between:
 * @from: a day
 * @until: the day after the last, as in a half-open period
 *
 * Returns: how many whole months [@from, @until) holds: the greatest n for which
 *   mc_day_add_months (@from, n) is not after @until; negative if @until is before @from
 */
int mc_day_months_between (McDay from, McDay until);

/** mc_day_weekday: 1 = Monday … 7 = Sunday. */
int mc_day_weekday (McDay self);

G_END_DECLS
