/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-csv-scan.h"

#include <string.h>

#include "mc-csv-parser.h"

/* What a byte is. One of the first two ends a run of plain text. */
enum
{
  ENDS_FIELD = 1 << 0,
  ENDS_QUOTED = 1 << 1,
  BEYOND_ASCII = 1 << 2,
};

/* A field of a wanted column. */
typedef struct
{
  char *text;
  gsize length;     /* with doubled quotation marks */
  gboolean doubled; /* it has such */
} Field;

struct _McCsvScan
{
  guint8 kinds[256];
  gboolean *wanted;
  Field *fields;
  guint n;
  guint line;
};

/* A row that is being measured. */
typedef struct
{
  char *at;
  const char *end;
  gboolean whole;
  guint8 seen; /* what its bytes are, together */
  guint column;
  guint n_lines;
} Row;

McCsvScan *
mc_csv_scan_new (char delimiter, const gboolean *wanted, guint n)
{
  McCsvScan *self = g_new0 (McCsvScan, 1);

  self->wanted = g_memdup2 (wanted, n * sizeof *wanted);
  self->fields = g_new0 (Field, n);
  self->n = n;
  self->line = 1;
  for (guint i = 0x80; i < 0x100; i++)
    self->kinds[i] = BEYOND_ASCII;
  self->kinds[(guint8)delimiter] = ENDS_FIELD;
  self->kinds['"'] = ENDS_QUOTED;
  self->kinds['\n'] = self->kinds['\r'] = self->kinds['\0'] = ENDS_FIELD | ENDS_QUOTED;
  return self;
}

void
mc_csv_scan_free (McCsvScan *self)
{
  g_free (self->wanted);
  g_free (self->fields);
  g_free (self);
}

guint
mc_csv_scan_get_line (McCsvScan *self)
{
  return self->line;
}

/* To the first byte of @kind; at the end there is one. */
static inline void
run (const McCsvScan *self, Row *row, guint8 kind)
{
  guint8 is;

  while (!((is = self->kinds[(guint8)*row->at]) & kind))
    {
      row->seen |= is;
      row->at++;
    }
}

/* From the opening quotation mark to after the closing one and blanks. */
static McCsvScanned
measure_quoted (McCsvScan *self, Row *row, Field *field)
{
  gsize n_doubled = 0;

  field->text = ++row->at;
  for (;; row->at++)
    {
      run (self, row, ENDS_QUOTED);
      if ((gsize)(row->at - field->text) - n_doubled > MC_CSV_MAX_FIELD)
        return MC_CSV_SCAN_ODD;
      if (row->at == row->end)
        return row->whole ? MC_CSV_SCAN_ODD : MC_CSV_SCAN_MORE;
      if (*row->at == '\0')
        return MC_CSV_SCAN_ODD;
      if (*row->at == '\r' || (*row->at == '\n' && row->at[-1] != '\r'))
        row->n_lines++;
      if (*row->at != '"')
        continue;
      if (row->at[1] != '"' || row->at + 1 == row->end)
        break;
      n_doubled++;
      row->at++;
    }
  field->length = (gsize)(row->at - field->text);
  field->doubled = n_doubled > 0;
  for (row->at++; *row->at == ' ' && row->at < row->end; row->at++)
    ;
  return MC_CSV_SCAN_ROW;
}

static McCsvScanned
measure_field (McCsvScan *self, Row *row)
{
  Field unwanted = { 0 };
  Field *field = row->column < self->n && self->wanted[row->column] ? &self->fields[row->column] : &unwanted;

  if (row->column++ >= MC_CSV_MAX_COLUMNS)
    return MC_CSV_SCAN_ODD;
  if (*row->at == '"' && row->at < row->end)
    return measure_quoted (self, row, field);
  field->text = row->at;
  run (self, row, ENDS_FIELD);
  field->length = (gsize)(row->at - field->text);
  field->doubled = FALSE;
  return field->length > MC_CSV_MAX_FIELD ? MC_CSV_SCAN_ODD : MC_CSV_SCAN_ROW;
}

/* From the first byte of a row to after its end. */
static McCsvScanned
measure_row (McCsvScan *self, Row *row)
{
  for (;;)
    {
      McCsvScanned field = measure_field (self, row);

      if (field != MC_CSV_SCAN_ROW)
        return field;
      if (row->at == row->end)
        return row->whole ? MC_CSV_SCAN_ROW : MC_CSV_SCAN_MORE;
      if (*row->at == '\r' && row->at + 1 == row->end && !row->whole)
        return MC_CSV_SCAN_MORE;
      if (*row->at == '\r' || *row->at == '\n')
        {
          row->at += *row->at == '\r' && row->at[1] == '\n' ? 2 : 1;
          row->n_lines++;
          return MC_CSV_SCAN_ROW;
        }
      /* A zero byte, or text after a closing quotation mark. */
      if (!(self->kinds[(guint8)*row->at] & ENDS_FIELD) || *row->at == '\0')
        return MC_CSV_SCAN_ODD;
      row->at++;
    }
}

static void
undouble (Field *field)
{
  char *to = field->text;

  for (const char *from = field->text; from < field->text + field->length; from++)
    {
      *to++ = *from;
      from += *from == '"';
    }
  field->length = (gsize)(to - field->text);
}

static void
fill (McCsvScan *self, const Row *measured, McTableRow *row)
{
  mc_table_row_begin (row, self->line);
  for (guint i = 0; i < MIN (measured->column, self->n); i++)
    if (self->wanted[i] && self->fields[i].length > 0)
      {
        if (self->fields[i].doubled)
          undouble (&self->fields[i]);
        self->fields[i].text[self->fields[i].length] = '\0';
        mc_table_cell_borrow_text (mc_table_row_edit_cell (row, i), self->fields[i].text);
      }
}

McCsvScanned
mc_csv_scan_next (McCsvScan *self, char *data, gsize size, gboolean whole, McTableRow *row, gsize *used)
{
  /* Without it each run would have to look for the end. */
  data[size] = '\0';
  *used = 0;
  while (*used < size)
    {
      char *begin = data + *used;
      Row measured = { .at = begin, .end = data + size, .whole = whole };
      McCsvScanned found = measure_row (self, &measured);

      if (found == MC_CSV_SCAN_ROW && (measured.seen & BEYOND_ASCII) &&
          !g_utf8_validate_len (begin, (gsize)(measured.at - begin), NULL))
        found = MC_CSV_SCAN_ODD;
      if (found != MC_CSV_SCAN_ROW)
        return found;
      *used = (gsize)(measured.at - data);
      fill (self, &measured, row);
      self->line += measured.n_lines;
      if (!mc_table_row_is_empty (row))
        return MC_CSV_SCAN_ROW;
    }
  return MC_CSV_SCAN_MORE;
}
