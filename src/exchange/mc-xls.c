/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-xls.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-paths.h"
#include "mc-xls-record.h"

/* FreeXL reads XLSX and ODS too, but loses text there without a word (inline and
 * formula strings, formatted text, long runs of repeated rows) and makes error cells
 * a zero; only its reading of XLS is used, and in a process of its own. */
#define MAX_TEXT (1024 * 1024)
#define MAX_ROW 65536

static char *
program_path (void)
{
  const char *folder = g_getenv ("MOTCUA_LIBEXECDIR");

  return g_build_filename (folder ? folder : MC_LIBEXECDIR, MC_XLS_PROGRAM, NULL);
}

static gboolean
fail (int status, GError **error)
{
  const char *message;

  switch (status)
    {
    case MC_XLS_NO_WORKBOOK:
      message = _ (
          "The file is no Excel workbook, or it is locked with a password. Take the password off and save it again.");
      break;
    case MC_XLS_NO_MEMORY:
      message = _ ("The file claims more cells than can be held; it is not read. Keep only the sheet with the table.");
      break;
    case MC_XLS_BAD_CHARSET:
    case MC_XLS_BAD_CHARACTER:
      message = _ ("The file holds text in an encoding that cannot be read. Save it as XLSX.");
      break;
    default:
      message = _ (
          "The file is damaged or cut off. Fetch it again, or open it in a spreadsheet program and save it as XLSX.");
    }
  g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, message);
  return FALSE;
}

/* One record with its text; %FALSE at the end of the stream and for nonsense, which are the same to us. */
static gboolean
read_record (GInputStream *stream, McXlsRecord *record, char **text)
{
  gsize got;

  if (!g_input_stream_read_all (stream, record, sizeof *record, &got, NULL, NULL) || got != sizeof *record ||
      record->length > MAX_TEXT)
    return FALSE;
  *text = NULL;
  if (record->length > 0)
    {
      g_autofree char *raw = g_malloc (record->length);

      if (!g_input_stream_read_all (stream, raw, record->length, &got, NULL, NULL) || got != record->length)
        return FALSE;
      *text = g_utf8_make_valid (raw, (gssize)got);
    }
  return TRUE;
}

/* @text: (transfer full) */
static gboolean
take_record (McSheet *sheet, const McXlsRecord *record, char *text, GError **error)
{
  g_autofree char *own = text;
  McTableCell *cell;

  if (record->kind == MC_XLS_SHEET)
    {
      g_ptr_array_add (sheet->sheets, own ? g_steal_pointer (&own) : g_strdup ("?"));
      return TRUE;
    }
  if (record->row < 1 || record->row > MAX_ROW)
    return fail (0, error);
  cell = mc_sheet_edit_cell (sheet, record->row, record->column, error);
  if (!cell)
    return FALSE;
  if (record->kind == MC_XLS_NUMBER)
    mc_table_cell_set_number (cell, record->number);
  else if (record->kind == MC_XLS_DAY)
    mc_table_cell_set_iso (cell, own ? own : "");
  else
    mc_table_cell_take_text (cell, g_steal_pointer (&own));
  return TRUE;
}

static gboolean
read_all (GInputStream *stream, McSheet *sheet, GError **error)
{
  McXlsRecord record;
  char *text;

  while (read_record (stream, &record, &text))
    {
      if (record.kind == MC_XLS_END || record.kind == MC_XLS_FAILED)
        {
          g_free (text);
          return record.kind == MC_XLS_END || fail ((int)record.number, error);
        }
      if (!take_record (sheet, &record, text, error))
        return FALSE;
    }
  /* It fell in the middle. */
  return fail (0, error);
}

McSheet *
mc_xls_load (const char *path, guint index, GError **error)
{
  g_autofree char *program = program_path ();
  g_autofree char *number = g_strdup_printf ("%u", index);
  g_autoptr (McSheet) sheet = mc_sheet_new ();
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gboolean ok;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, program, path,
                              number, NULL);
  if (!process)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED,
                   _ ("The part of the program that reads .xls is not installed (%s). Save the file as XLSX."),
                   program);
      return NULL;
    }
  stream = g_buffered_input_stream_new (g_subprocess_get_stdout_pipe (process));
  ok = read_all (stream, sheet, error);
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  if (ok && index >= sheet->sheets->len)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("The file has no sheet number %u."), index + 1);
      return NULL;
    }
  if (!ok)
    return NULL;
  sheet->note =
      g_strdup (_ ("In this old format (.xls) cells with formulas, yes/no and errors cannot be told from empty "
                   "cells or numbers; if there are any, save the file as XLSX."));
  return g_steal_pointer (&sheet);
}
