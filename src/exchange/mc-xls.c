/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-xls.h"

#include <freexl.h>
#include <glib/gi18n-lib.h>

#include "mc-error.h"

/* FreeXL reads XLSX and ODS too, but loses text there without a word (inline and
 * formula strings, formatted text, long runs of repeated rows) and makes error cells
 * a zero; only its reading of XLS is used. */
typedef const void McXls;

static void
mc_xls_close (McXls *handle)
{
  freexl_close (handle);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McXls, mc_xls_close)

static gboolean
fail_open (int status, GError **error)
{
  const char *message;

  switch (status)
    {
    case FREEXL_BIFF_WORKBOOK_NOT_FOUND:
      message = _ (
          "The file is no Excel workbook, or it is locked with a password. Take the password off and save it again.");
      break;
    case FREEXL_INSUFFICIENT_MEMORY:
      message = _ ("The file claims more cells than can be held; it is not read. Keep only the sheet with the table.");
      break;
    case FREEXL_UNSUPPORTED_CHARSET:
    case FREEXL_INVALID_CHARACTER:
      message = _ ("The file holds text in an encoding that cannot be read. Save it as XLSX.");
      break;
    default:
      message = _ (
          "The file is damaged or cut off. Fetch it again, or open it in a spreadsheet program and save it as XLSX.");
    }
  g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, message);
  return FALSE;
}

static void
set_cell (McTableCell *cell, const FreeXL_CellValue *value)
{
  switch (value->type)
    {
    case FREEXL_CELL_INT:
      mc_table_cell_set_number (cell, value->value.int_value);
      break;
    case FREEXL_CELL_DOUBLE:
      mc_table_cell_set_number (cell, value->value.double_value);
      break;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
      mc_table_cell_set_iso (cell, value->value.text_value);
      break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_TIME:
      mc_table_cell_take_text (cell, g_utf8_make_valid (value->value.text_value, -1));
      break;
    default:
      mc_table_cell_clear (cell);
    }
}

static gboolean
load_rows (McXls *handle, McSheet *sheet, GError **error)
{
  unsigned int rows = 0;
  unsigned short columns = 0;

  if (freexl_worksheet_dimensions (handle, &rows, &columns) != FREEXL_OK)
    return TRUE;
  for (unsigned int r = 0; r < rows; r++)
    for (unsigned short c = 0; c < columns; c++)
      {
        FreeXL_CellValue value = { .type = FREEXL_CELL_NULL };
        McTableCell *cell;

        if (freexl_get_cell_value (handle, r, c, &value) != FREEXL_OK || value.type == FREEXL_CELL_NULL)
          continue;
        cell = mc_sheet_edit_cell (sheet, r + 1, c, error);
        if (!cell)
          return FALSE;
        set_cell (cell, &value);
      }
  return TRUE;
}

McSheet *
mc_xls_load (const char *path, guint index, GError **error)
{
  g_autoptr (McXls) handle = NULL;
  g_autoptr (McSheet) sheet = mc_sheet_new ();
  unsigned int n = 0;
  int status = freexl_open (path, &handle);

  if (status != FREEXL_OK && !fail_open (status, error))
    return NULL;
  if (freexl_get_worksheets_count (handle, &n) != FREEXL_OK || n == 0)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("The file has no sheet."));
      return NULL;
    }
  for (unsigned int i = 0; i < n; i++)
    {
      const char *name = NULL;

      freexl_get_worksheet_name (handle, (unsigned short)i, &name);
      g_ptr_array_add (sheet->sheets, name ? g_utf8_make_valid (name, -1) : g_strdup_printf ("%u", i + 1));
    }
  if (index >= n || freexl_select_active_worksheet (handle, (unsigned short)index) != FREEXL_OK)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("The file has no sheet number %u."), index + 1);
      return NULL;
    }
  if (!load_rows (handle, sheet, error))
    return NULL;
  sheet->note =
      g_strdup (_ ("In this old format (.xls) cells with formulas, yes/no and errors cannot be told from empty "
                   "cells or numbers; if there are any, save the file as XLSX."));
  return g_steal_pointer (&sheet);
}
