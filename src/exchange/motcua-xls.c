/* SPDX-License-Identifier: GPL-3.0-or-later */
/* motcua-xls FILE SHEET: tells one sheet of an Excel 97-2003 workbook as records. A program of its own, because FreeXL
 * reads beyond its memory on some damaged files: what falls then is this, and not the desk with its open drafts. */
#include <freexl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "mc-xls-record.h"

G_STATIC_ASSERT (MC_XLS_NO_WORKBOOK == FREEXL_BIFF_WORKBOOK_NOT_FOUND);
G_STATIC_ASSERT (MC_XLS_NO_MEMORY == FREEXL_INSUFFICIENT_MEMORY);
G_STATIC_ASSERT (MC_XLS_BAD_CHARACTER == FREEXL_INVALID_CHARACTER);
G_STATIC_ASSERT (MC_XLS_BAD_CHARSET == FREEXL_UNSUPPORTED_CHARSET);

#define MAX_MEMORY (1024UL * 1024 * 1024)
#define MAX_SECONDS 30

static void
limit (int resource, rlim_t value)
{
  struct rlimit limits = { value, value };

  setrlimit ((__rlimit_resource_t)resource, &limits);
}

static void
tell (McXlsKind kind, guint row, guint column, double number, const char *text)
{
  McXlsRecord record = { kind, row, column, text ? (guint32)strlen (text) : 0, number };

  fwrite (&record, sizeof record, 1, stdout);
  if (text && record.length > 0)
    fwrite (text, 1, record.length, stdout);
}

static void
tell_cell (guint row, guint column, const FreeXL_CellValue *value)
{
  switch (value->type)
    {
    case FREEXL_CELL_INT:
      tell (MC_XLS_NUMBER, row, column, value->value.int_value, NULL);
      break;
    case FREEXL_CELL_DOUBLE:
      tell (MC_XLS_NUMBER, row, column, value->value.double_value, NULL);
      break;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
      tell (MC_XLS_DAY, row, column, 0, value->value.text_value);
      break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_TIME:
      tell (MC_XLS_TEXT, row, column, 0, value->value.text_value);
      break;
    default:
      break;
    }
}

static int
tell_workbook (const void *handle, unsigned short sheet)
{
  unsigned int n = 0, rows = 0;
  unsigned short columns = 0;

  freexl_get_worksheets_count (handle, &n);
  for (unsigned int i = 0; i < n; i++)
    {
      const char *name = NULL;

      freexl_get_worksheet_name (handle, (unsigned short)i, &name);
      tell (MC_XLS_SHEET, 0, 0, 0, name ? name : "?");
    }
  if (sheet >= n || freexl_select_active_worksheet (handle, sheet) != FREEXL_OK ||
      freexl_worksheet_dimensions (handle, &rows, &columns) != FREEXL_OK)
    return FREEXL_OK;
  for (unsigned int r = 0; r < rows; r++)
    for (unsigned short c = 0; c < columns; c++)
      {
        FreeXL_CellValue value = { .type = FREEXL_CELL_NULL };

        if (freexl_get_cell_value (handle, r, c, &value) == FREEXL_OK)
          tell_cell (r + 1, c, &value);
      }
  return FREEXL_OK;
}

int
main (int argc, char **argv)
{
  const void *handle = NULL;
  int status;

  if (argc != 3)
    return 2;
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_CPU, MAX_SECONDS);
#ifndef __SANITIZE_ADDRESS__
  limit (RLIMIT_AS, MAX_MEMORY);
#endif
  status = freexl_open (argv[1], &handle);
  if (status == FREEXL_OK)
    status = tell_workbook (handle, (unsigned short)atoi (argv[2]));
  tell (status == FREEXL_OK ? MC_XLS_END : MC_XLS_FAILED, 0, 0, status, NULL);
  fflush (stdout);
  /* FreeXL stumbles over some files only when it lets them go. */
  _exit (0);
}
