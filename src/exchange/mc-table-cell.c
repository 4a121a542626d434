/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-table-cell.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define UNIX_EPOCH_JULIAN 719163 /* g_date_get_julian (1970-01-01) */

void
mc_table_cell_clear (McTableCell *cell)
{
  if (!cell->borrowed)
    g_free (cell->text);
  memset (cell, 0, sizeof *cell);
}

/* Nothing below U+0300 joins what stands before it, and Vietnamese has its whole letters there and in U+1E00 to U+1EFF:
 * a text of these alone is NFC, without a copy. */
static gboolean
is_plainly_normal (const char *text)
{
  for (const guchar *p = (const guchar *)text; *p; p++)
    if (*p >= 0xcc && !(*p == 0xe1 && p[1] >= 0xb8 && p[1] <= 0xbb))
      return FALSE;
  return TRUE;
}

void
mc_table_cell_borrow_text (McTableCell *cell, char *text)
{
  if (!*text || !is_plainly_normal (text))
    {
      mc_table_cell_take_text (cell, g_strdup (text));
      return;
    }
  mc_table_cell_clear (cell);
  cell->kind = MC_CELL_TEXT;
  cell->text = text;
  cell->borrowed = TRUE;
}

void
mc_table_cell_take_text (McTableCell *cell, char *text)
{
  char *normal = text && !is_plainly_normal (text) ? g_utf8_normalize (text, -1, G_NORMALIZE_NFC) : NULL;

  mc_table_cell_clear (cell);
  if (normal)
    {
      g_free (text);
      text = normal;
    }
  if (!text || !*text)
    {
      g_free (text);
      return;
    }
  cell->kind = MC_CELL_TEXT;
  cell->text = text;
}

void
mc_table_cell_set_number (McTableCell *cell, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  mc_table_cell_clear (cell);
  cell->kind = MC_CELL_NUMBER;
  cell->number = number;
  cell->text = g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}

void
mc_table_cell_set_bool (McTableCell *cell, gboolean value)
{
  mc_table_cell_clear (cell);
  cell->kind = MC_CELL_BOOL;
  cell->number = value ? 1 : 0;
  cell->text = g_strdup (value ? "TRUE" : "FALSE");
}

void
mc_table_cell_take_error (McTableCell *cell, char *reason)
{
  mc_table_cell_clear (cell);
  cell->kind = MC_CELL_ERROR;
  cell->text = reason;
}

static void
set_day (McTableCell *cell, guint32 julian, guint seconds)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  mc_table_cell_clear (cell);
  cell->kind = MC_CELL_DATE;
  cell->number = (double)julian - UNIX_EPOCH_JULIAN;
  cell->text = g_strdup_printf ("%04u-%02u-%02u", (guint)g_date_get_year (&date), (guint)g_date_get_month (&date),
                                (guint)g_date_get_day (&date));
  if (seconds > 0)
    {
      g_autofree char *day = g_steal_pointer (&cell->text);

      cell->text = g_strdup_printf ("%s %02u:%02u:%02u", day, seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}

void
mc_table_cell_set_serial (McTableCell *cell, double serial, gboolean date1904)
{
  double whole = floor (serial);
  guint seconds = (guint)lround ((serial - whole) * 86400);
  guint32 julian;

  if (!isfinite (serial) || serial < 1 || serial > 2958465)
    {
      mc_table_cell_set_number (cell, serial);
      return;
    }
  if (seconds >= 86400)
    {
      seconds = 0;
      whole += 1;
    }
  /* Serial 60 is the 29/02/1900 that Lotus invented; below it all are one day off. */
  if (date1904)
    julian = 695056 + (guint32)whole;
  else
    julian = 693594 + (guint32)whole + (whole < 60 ? 1 : 0);
  set_day (cell, julian, seconds);
}

void
mc_table_cell_set_iso (McTableCell *cell, const char *iso)
{
  guint year, month, day, hour = 0, minute = 0, second = 0;
  char mark = 0;
  int n = sscanf (iso, "%4u-%2u-%2u%c%2u:%2u:%2u", &year, &month, &day, &mark, &hour, &minute, &second);
  GDate date;

  if (n < 3 || (mark != 0 && mark != 'T' && mark != ' ') ||
      !g_date_valid_dmy ((GDateDay)MIN (day, 99), (GDateMonth)MIN (month, 13), (GDateYear)year) || hour > 23 ||
      minute > 59 || second > 59)
    {
      mc_table_cell_take_text (cell, g_strdup (iso));
      return;
    }
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  set_day (cell, g_date_get_julian (&date), hour * 3600 + minute * 60 + second);
}

char *
mc_table_column_letters (guint column)
{
  char buffer[16];
  guint i = sizeof buffer - 1;

  buffer[i] = '\0';
  for (guint n = column + 1; n > 0 && i > 0; n = (n - 1) / 26)
    buffer[--i] = (char)('A' + (n - 1) % 26);
  return g_strdup (buffer + i);
}
