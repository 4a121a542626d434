/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-csv-parser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-error.h"

typedef enum
{
  FIELD_START,
  IN_FIELD,
  IN_QUOTES,
  AFTER_QUOTE,
} State;

struct _McCsvParser
{
  char delimiter;
  State state;
  gboolean after_cr;
  guint line;
  guint row_line;
  guint field_line;
  guint column;
  GString *field;
  McTableRow *row;
  gboolean *wanted;
  guint n_wanted;
};

McCsvParser *
mc_csv_parser_new (char delimiter)
{
  McCsvParser *self = g_new0 (McCsvParser, 1);

  self->delimiter = delimiter;
  self->line = self->row_line = self->field_line = 1;
  self->field = g_string_new (NULL);
  return self;
}

void
mc_csv_parser_free (McCsvParser *self)
{
  g_string_free (self->field, TRUE);
  g_clear_object (&self->row);
  g_free (self->wanted);
  g_free (self);
}

void
mc_csv_parser_set_wanted (McCsvParser *self, const gboolean *wanted, guint n)
{
  g_free (self->wanted);
  self->wanted = wanted ? g_memdup2 (wanted, n * sizeof *wanted) : NULL;
  self->n_wanted = n;
}

void
mc_csv_parser_set_line (McCsvParser *self, guint line)
{
  self->line = self->row_line = self->field_line = line;
}

guint
mc_csv_parser_get_line (McCsvParser *self)
{
  return self->line;
}

static gboolean
fail (McCsvParser *self, guint line, const char *what, GError **error)
{
  g_autofree char *letters = mc_table_column_letters (self->column);

  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("Line %u, column %s: %s"), line, letters, what);
  return FALSE;
}

static gboolean
end_field (McCsvParser *self, GError **error)
{
  if (self->column >= MC_CSV_MAX_COLUMNS)
    return fail (self, self->line, _ ("the row has more than 4096 columns; the file is no table."), error);
  if (memchr (self->field->str, 0, self->field->len))
    return fail (self, self->field_line, _ ("there is a zero byte here; the file is damaged or no text."), error);
  if (!g_utf8_validate_len (self->field->str, self->field->len, NULL))
    return fail (self, self->field_line, _ ("the text is not UTF-8; save the file as CSV UTF-8."), error);
  if (!self->row)
    self->row = mc_table_row_new (self->row_line);
  if (self->field->len > 0 && (!self->wanted || (self->column < self->n_wanted && self->wanted[self->column])))
    mc_table_cell_take_text (mc_table_row_edit_cell (self->row, self->column),
                             g_strndup (self->field->str, self->field->len));
  else if (!self->wanted)
    mc_table_row_edit_cell (self->row, self->column);
  g_string_truncate (self->field, 0);
  self->column++;
  self->state = FIELD_START;
  return TRUE;
}

static gboolean
end_row (McCsvParser *self, GQueue *rows, GError **error)
{
  if (!end_field (self, error))
    return FALSE;
  if (mc_table_row_is_empty (self->row))
    g_clear_object (&self->row);
  else
    g_queue_push_tail (rows, g_steal_pointer (&self->row));
  self->column = 0;
  self->line++;
  self->row_line = self->line;
  return TRUE;
}

static gboolean
append (McCsvParser *self, char c, GError **error)
{
  if (self->field->len >= MC_CSV_MAX_FIELD)
    return fail (self, self->field_line,
                 _ ("the text that begins here is longer than 1 MiB; perhaps a quotation mark is missing."), error);
  g_string_append_c (self->field, c);
  return TRUE;
}

static gboolean
feed_quoted (McCsvParser *self, char c, gboolean after_cr, GError **error)
{
  if (c == '"')
    {
      self->state = AFTER_QUOTE;
      return TRUE;
    }
  if (c == '\r' || (c == '\n' && !after_cr))
    self->line++;
  return append (self, c, error);
}

static gboolean
feed_char (McCsvParser *self, char c, GQueue *rows, GError **error)
{
  gboolean after_cr = self->after_cr;

  self->after_cr = c == '\r';
  if (self->state == IN_QUOTES)
    return feed_quoted (self, c, after_cr, error);
  if (c == '\n' && after_cr)
    return TRUE;
  if (self->state == AFTER_QUOTE && c == '"')
    {
      self->state = IN_QUOTES;
      return append (self, c, error);
    }
  if (self->state == FIELD_START)
    self->field_line = self->line;
  if (c == '\r' || c == '\n')
    return end_row (self, rows, error);
  if (c == self->delimiter)
    return end_field (self, error);
  if (self->state == AFTER_QUOTE)
    {
      /* Blanks after the closing quote do no harm; anything else may be a lost delimiter. */
      if (c == ' ')
        return TRUE;
      return fail (self, self->line, _ ("there is text after the closing quotation mark."), error);
    }
  if (self->state == FIELD_START && c == '"')
    {
      self->state = IN_QUOTES;
      return TRUE;
    }
  self->state = IN_FIELD;
  return append (self, c, error);
}

/* How many bytes from @data on are plain text of the field that has begun: most of a file is. */
static gsize
measure_run (McCsvParser *self, const char *data, gsize size)
{
  gsize most = MIN (size, MC_CSV_MAX_FIELD - self->field->len);
  gsize n = 0;

  if (self->state == IN_FIELD)
    while (n < most && data[n] != self->delimiter && data[n] != '\n' && data[n] != '\r')
      n++;
  else if (self->state == IN_QUOTES)
    while (n < most && data[n] != '"' && data[n] != '\n' && data[n] != '\r')
      n++;
  return n;
}

gboolean
mc_csv_parser_feed (McCsvParser *self, const char *data, gsize size, GQueue *rows, GError **error)
{
  for (gsize i = 0; i < size;)
    {
      gsize run = measure_run (self, data + i, size - i);

      if (run > 0)
        {
          g_string_append_len (self->field, data + i, (gssize)run);
          self->after_cr = FALSE;
          i += run;
        }
      else if (!feed_char (self, data[i++], rows, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
mc_csv_parser_finish (McCsvParser *self, GQueue *rows, GError **error)
{
  if (self->state == IN_QUOTES)
    return fail (self, self->field_line, _ ("the quotation mark that opens here is never closed."), error);
  if (self->state == FIELD_START && self->column == 0)
    return TRUE;
  return end_row (self, rows, error);
}
