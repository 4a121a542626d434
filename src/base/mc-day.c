/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-day.h"

#include "mc-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Vietnam keeps UTC+7 all year and has since 1975, so no time zone file is asked. */
#define UTC_OFFSET_SECONDS (7 * 3600)
#define SECONDS_PER_DAY 86400
/* The proleptic Gregorian calendar repeats after 400 years. */
#define DAYS_PER_ERA 146097
/* From 01/03/0000, where the years below begin, to 01/01/1970. */
#define EPOCH_OFFSET 719468

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
days_in_month (int year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap_year (year) ? 29 : lengths[month - 1];
}

McDay
mc_day_new (int year, int month, int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month (year, month))
    return MC_DAY_NONE;

  /* Years that begin in March put the leap day last, so month lengths follow one formula. */
  int y = month <= 2 ? year - 1 : year;
  int era = y / 400;
  int year_of_era = y % 400;
  int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - EPOCH_OFFSET;
}

void
mc_day_split (McDay self, int *year, int *month, int *day)
{
  g_return_if_fail (self != MC_DAY_NONE);

  int z = self + EPOCH_OFFSET;
  int era = (z >= 0 ? z : z - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
  int day_of_era = z - era * DAYS_PER_ERA;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int march_month = (5 * day_of_year + 2) / 153;
  int m = march_month < 10 ? march_month + 3 : march_month - 9;

  if (year)
    *year = year_of_era + era * 400 + (m <= 2 ? 1 : 0);
  if (month)
    *month = m;
  if (day)
    *day = day_of_year - (153 * march_month + 2) / 5 + 1;
}

/* One to four digits; moves @text behind them and counts them. */
static gboolean
read_digits (const char **text, int *value, int *count)
{
  *value = 0;
  for (*count = 0; g_ascii_isdigit (**text) && *count < 5; (*text)++, (*count)++)
    *value = *value * 10 + (**text - '0');
  return *count > 0 && *count < 5;
}

/* Three numbers with the same separator between them and nothing after. */
static gboolean
read_three (const char *text, int value[3], int count[3], char *separator)
{
  for (int i = 0; i < 3; i++)
    {
      if (!read_digits (&text, &value[i], &count[i]))
        return FALSE;
      if (i == 2)
        return *text == '\0';
      if (!strchr ("/-.", *text) || *text == '\0' || (i == 1 && *text != *separator))
        return FALSE;
      *separator = *text++;
    }
  return FALSE;
}

static gboolean
check_parts (const char *text, int year, int month, int day, GError **error)
{
  if (year < 1)
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s”: there is no year %d"), text, year);
  else if (month < 1 || month > 12)
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s”: there is no month %d"), text, month);
  else if (day < 1 || day > days_in_month (year, month))
    /* Translators: text, day, month, year: “30/02/2026”: there is no day 30 in month 2/2026 */
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s”: there is no day %d in month %d/%d"), text, day, month,
                 year);
  else
    return TRUE;
  return FALSE;
}

/* @short_years: whether two digits are a year of this century. */
static gboolean
parse_day (const char *text, gboolean short_years, McDay *day, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text ? text : ""));
  int value[3], count[3], year, month, day_of_month;
  char separator = 0;

  *day = MC_DAY_NONE;
  if (!*trimmed)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("The date is empty"));
      return FALSE;
    }
  if (read_three (trimmed, value, count, &separator))
    {
      gboolean year_first = separator == '-' && count[0] == 4;
      gsize year_at = year_first ? 0 : 2;

      year = value[year_at];
      month = value[1];
      day_of_month = value[2 - year_at];
      if (short_years && count[year_at] == 2)
        {
          year += 2000;
          count[year_at] = 4;
        }
      if (count[year_at] == 2 && count[1] <= 2 && count[2 - year_at] <= 2)
        {
          g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s”: write the year with four digits"), trimmed);
          return FALSE;
        }
      if (count[year_at] == 4 && count[1] <= 2 && count[2 - year_at] <= 2)
        {
          if (!check_parts (trimmed, year, month, day_of_month, error))
            return FALSE;
          *day = mc_day_new (year, month, day_of_month);
          return TRUE;
        }
    }
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” is not a date; write it as 31/12/2026"), trimmed);
  return FALSE;
}

gboolean
mc_day_parse (const char *text, McDay *day, GError **error)
{
  g_return_val_if_fail (day, FALSE);
  return parse_day (text, FALSE, day, error);
}

gboolean
mc_day_parse_typed (const char *text, McDay *day, GError **error)
{
  g_return_val_if_fail (day, FALSE);
  return parse_day (text, TRUE, day, error);
}

char *
mc_day_format (McDay self)
{
  int year, month, day;

  if (self == MC_DAY_NONE)
    return g_strdup ("");
  mc_day_split (self, &year, &month, &day);
  return g_strdup_printf ("%02d/%02d/%04d", day, month, year);
}

char *
mc_day_format_iso (McDay self)
{
  int year, month, day;

  if (self == MC_DAY_NONE)
    return g_strdup ("");
  mc_day_split (self, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

McDay
mc_day_from_unix (gint64 seconds)
{
  gint64 local = seconds + UTC_OFFSET_SECONDS;
  gint64 day = local / SECONDS_PER_DAY;

  return (McDay)(local % SECONDS_PER_DAY < 0 ? day - 1 : day);
}

McDay
mc_day_today (void)
{
  return mc_day_from_unix (g_get_real_time () / G_USEC_PER_SEC);
}

McDay
mc_day_add_months (McDay self, int months)
{
  int year, month, day;

  if (self == MC_DAY_NONE)
    return MC_DAY_NONE;
  mc_day_split (self, &year, &month, &day);

  int total = year * 12 + (month - 1) + months;

  if (total < 12)
    return MC_DAY_NONE;
  year = total / 12;
  month = total % 12 + 1;
  return mc_day_new (year, month, MIN (day, days_in_month (year, month)));
}

int
mc_day_months_between (McDay from, McDay until)
{
  int from_year, from_month, until_year, until_month;

  g_return_val_if_fail (from != MC_DAY_NONE && until != MC_DAY_NONE, 0);

  mc_day_split (from, &from_year, &from_month, NULL);
  mc_day_split (until, &until_year, &until_month, NULL);

  int months = (until_year - from_year) * 12 + (until_month - from_month);

  return mc_day_add_months (from, months) > until ? months - 1 : months;
}

int
mc_day_weekday (McDay self)
{
  g_return_val_if_fail (self != MC_DAY_NONE, 1);

  /* 01/01/1970 was a Thursday. */
  int rest = (int)(((gint64)self + 3) % 7);

  return (rest < 0 ? rest + 7 : rest) + 1;
}
