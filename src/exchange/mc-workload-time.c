/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-time.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mc-name.h"

#define DAY_SECONDS 86400

/* The serial number of 01/01/1970. */
#define EPOCH_SERIAL 25569

/* Up to @most digits; -1 where there is none. */
static int
read_number (const char **at, int most, int *digits)
{
  int value = 0, n = 0;

  for (; n < most && g_ascii_isdigit (**at); n++, (*at)++)
    value = value * 10 + (**at - '0');
  if (digits)
    *digits = n;
  return n ? value : -1;
}

static void
skip_blanks (const char **at)
{
  while (**at == ' ' || **at == '\t' || **at == ',')
    (*at)++;
}

/* "SA", "CH", "AM", "PM": the half of the day; 0 where none is written. */
static char
read_half (const char **at)
{
  static const struct
  {
    const char *word;
    char half;
  } halves[] = { { "SA", 'a' }, { "AM", 'a' }, { "CH", 'p' }, { "PM", 'p' } };

  skip_blanks (at);
  for (gsize i = 0; i < G_N_ELEMENTS (halves); i++)
    if (g_ascii_strncasecmp (*at, halves[i].word, 2) == 0)
      {
        *at += 2;
        return halves[i].half;
      }
  return 0;
}

/* "07:30", "7:30:15.250 SA", "7h30", "07:30:15+07:00"; FALSE if there is no time here. @shift: minutes east of UTC. */
static gboolean
read_clock (const char **at, int *seconds, int *shift)
{
  const char *p = *at;
  int hour = read_number (&p, 2, NULL), minute, second = 0;
  char half;

  if (hour < 0 || (*p != ':' && *p != 'h' && *p != 'H'))
    return FALSE;
  p++;
  minute = read_number (&p, 2, NULL);
  if (minute < 0)
    return FALSE;
  if (*p == ':')
    {
      p++;
      second = read_number (&p, 2, NULL);
      if (*p == '.')
        for (p++; g_ascii_isdigit (*p); p++)
          ;
    }
  half = read_half (&p);
  if (half && (hour < 1 || hour > 12))
    return FALSE;
  if (half)
    hour = hour % 12 + (half == 'p' ? 12 : 0);
  if (hour > 23 || minute > 59 || second < 0 || second > 59)
    return FALSE;
  if (*p == 'Z')
    {
      p++;
      *shift = 0;
    }
  else if (*p == '+')
    {
      int east, more = 0;

      p++;
      east = read_number (&p, 2, NULL);
      if (*p == ':')
        p++;
      more = read_number (&p, 2, NULL);
      *shift = MAX (east, 0) * 60 + MAX (more, 0);
    }
  *seconds = hour * 3600 + minute * 60 + second;
  *at = p;
  return TRUE;
}

/* "05/02/2026" or "2026-02-05"; FALSE if there is no day here. @why: (out) (nullable) (transfer full): it is a bad one
 */
static gboolean
read_date (const char **at, McDay *day, char **why)
{
  const char *p = *at;
  int digits, a = read_number (&p, 4, &digits), b, c, last;
  char mark = *p;

  if (a < 0 || !mark || !strchr ("/-.", mark))
    return FALSE;
  p++;
  b = read_number (&p, 2, NULL);
  if (b < 0 || *p != mark)
    return FALSE;
  p++;
  c = read_number (&p, 4, &last);
  if (c < 0 || (digits != 4 && last != 4))
    return FALSE;
  *at = p;
  *day = digits == 4 ? mc_day_new (a, b, c) : mc_day_new (c, b, a);
  if (*day == MC_DAY_NONE && digits != 4 && b > 12 && a <= 12)
    *why = g_strdup (_ ("the month stands before the day here; days are written dd/mm/yyyy"));
  else if (*day == MC_DAY_NONE)
    *why = g_strdup (_ ("there is no such day"));
  return TRUE;
}

static char *
read_text (const char *text, McDay *day, int *seconds)
{
  const char *at = text;
  char *why = NULL;
  int shift = 7 * 60;
  gboolean dated, timed;

  skip_blanks (&at);
  timed = read_clock (&at, seconds, &shift);
  skip_blanks (&at);
  if (timed && *at == '-')
    at++;
  skip_blanks (&at);
  dated = read_date (&at, day, &why);
  if (why)
    return why;
  if (dated && !timed)
    {
      if (*at == 'T')
        at++;
      skip_blanks (&at);
      timed = read_clock (&at, seconds, &shift);
    }
  skip_blanks (&at);
  if (*at || (!dated && !timed))
    return g_strdup (_ ("a time is written as 05/02/2026 07:30"));
  if (dated && timed && shift != 7 * 60)
    {
      int here = *seconds + (7 * 60 - shift) * 60;

      *day += (int)floor ((double)here / DAY_SECONDS);
      *seconds = (here % DAY_SECONDS + DAY_SECONDS) % DAY_SECONDS;
    }
  return NULL;
}

static char *
read_serial (double serial, McDay *day, int *seconds)
{
  double whole = floor (serial);
  int rest = (int)lround ((serial - whole) * DAY_SECONDS);

  /* From 1980 on, or a time of day alone: other numbers are no days of a centre. */
  if (!(serial >= 0 && serial < 1) && (serial < 29221 || serial > 73050))
    return g_strdup (_ ("this number is no day"));
  if (whole > 0)
    *day = (McDay)whole - EPOCH_SERIAL + rest / DAY_SECONDS;
  *seconds = rest % DAY_SECONDS;
  if (whole > 0 && *seconds == 0 && serial - whole == 0)
    *seconds = MC_TIME_UNSAID;
  return NULL;
}

char *
mc_workload_time_read (const McTableCell *cell, McDay *day, int *seconds)
{
  *day = MC_DAY_NONE;
  *seconds = MC_TIME_UNSAID;
  if (cell->kind == MC_CELL_EMPTY)
    return NULL;
  if (cell->kind == MC_CELL_NUMBER)
    return read_serial (cell->number, day, seconds);
  if (cell->kind == MC_CELL_TEXT || cell->kind == MC_CELL_DATE)
    return read_text (cell->text, day, seconds);
  return g_strdup (_ ("a time is written as 05/02/2026 07:30"));
}

gint64
mc_workload_time_minutes (McDay from, int from_seconds, McDay until, int until_seconds)
{
  gint64 days = until - from;

  if (from_seconds == MC_TIME_UNSAID || until_seconds == MC_TIME_UNSAID)
    return days * 24 * 60;
  return (days * DAY_SECONDS + until_seconds - from_seconds) / 60;
}
