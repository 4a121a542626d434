/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What motcua-xls tells on its standard output: records, each followed by its text. Both ends are the same build on
 * the same computer, so plain C structs will do; still the reader trusts no number in them. */

/**
 * McXlsKind:
 * @MC_XLS_SHEET: the name of a sheet, in order
 * @MC_XLS_TEXT: a cell with text
 * @MC_XLS_NUMBER: a cell with a number and no text
 * @MC_XLS_DAY: a cell with a day, as ISO text
 * @MC_XLS_END: everything was told
 * @MC_XLS_FAILED: it could not be read; @number is FreeXL's status
 */
typedef enum
{
  MC_XLS_SHEET,
  MC_XLS_TEXT,
  MC_XLS_NUMBER,
  MC_XLS_DAY,
  MC_XLS_END,
  MC_XLS_FAILED,
} McXlsKind;

typedef struct
{
  guint32 kind;
  guint32 row;    /* from 1 */
  guint32 column; /* from 0 */
  guint32 length; /* of the text that follows */
  double number;
} McXlsRecord;

/** MC_XLS_PROGRAM: its file name, in libexecdir. */
#define MC_XLS_PROGRAM "motcua-xls"

/* FreeXL's statuses that have a sentence of their own (freexl.h). */
#define MC_XLS_NO_WORKBOOK -17
#define MC_XLS_NO_MEMORY -4
#define MC_XLS_BAD_CHARACTER -20
#define MC_XLS_BAD_CHARSET -21

G_END_DECLS
