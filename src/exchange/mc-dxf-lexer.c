/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mc-dxf-private.h"
#include "mc-error.h"

/* Coordinates beyond this are damage, not buildings. */
#define FARTHEST 1e12

void
mc_dxf_lexer_init (McDxfLexer *self, const char *data, gsize size)
{
  *self = (McDxfLexer){ .at = data, .end = data + size };
  if (size >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    self->at += 3;
}

gboolean
mc_dxf_lexer_fail (const McDxfLexer *self, GError **error, const char *message)
{
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("Line %u of the DXF file: %s"), MAX (self->line, 1), message);
  return FALSE;
}

/* One line without its end and the blanks around it; %FALSE at the end of the file. */
static gboolean
next_line (McDxfLexer *self, const char **line, gsize *length)
{
  const char *from = self->at, *to;

  if (self->at >= self->end)
    return FALSE;
  while (self->at < self->end && *self->at != '\n' && *self->at != '\r')
    self->at++;
  to = self->at;
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n' && (self->at == to || self->at[-1] == '\r'))
    self->at++;
  self->line++;
  while (from < to && g_ascii_isspace (*from))
    from++;
  while (to > from && g_ascii_isspace (to[-1]))
    to--;
  *line = from;
  *length = (gsize)(to - from);
  return TRUE;
}

gboolean
mc_dxf_lexer_next (McDxfLexer *self, GError **error)
{
  const char *line;
  gsize length;
  int code = 0;

  if (self->again)
    {
      self->again = FALSE;
      return TRUE;
    }
  if (!next_line (self, &line, &length))
    return FALSE;
  /* What some programs leave after the end of the file. */
  while (length == 0 || (length == 1 && *line == '\x1a'))
    if (!next_line (self, &line, &length))
      return FALSE;
  for (gsize i = *line == '-'; i < length; i++)
    {
      if (!g_ascii_isdigit (line[i]) || i > 5)
        return mc_dxf_lexer_fail (self, error, _ ("a group code was expected here"));
      code = 10 * code + (line[i] - '0');
    }
  if (*line == '-')
    code = -code;
  if (!next_line (self, &line, &length))
    return mc_dxf_lexer_fail (self, error, _ ("the file ends where a value was expected"));
  self->pair = (McDxfPair){ code, line, length, self->line };
  return TRUE;
}

void
mc_dxf_lexer_back (McDxfLexer *self)
{
  self->again = TRUE;
}

gboolean
mc_dxf_lexer_is (const McDxfLexer *self, int code, const char *value)
{
  return self->pair.code == code && self->pair.length == strlen (value) &&
         g_ascii_strncasecmp (self->pair.value, value, self->pair.length) == 0;
}

char *
mc_dxf_lexer_dup (const McDxfLexer *self)
{
  return g_strndup (self->pair.value, self->pair.length);
}

gboolean
mc_dxf_lexer_number (const McDxfLexer *self, double *number, GError **error)
{
  g_autofree char *text = mc_dxf_lexer_dup (self);
  char *end;
  double value = g_ascii_strtod (text, &end);

  if (end == text || *end || !isfinite (value) || fabs (value) > FARTHEST)
    return mc_dxf_lexer_fail (self, error, _ ("a number was expected here"));
  *number = value;
  return TRUE;
}

gboolean
mc_dxf_lexer_integer (const McDxfLexer *self, int *number, GError **error)
{
  double value;

  if (!mc_dxf_lexer_number (self, &value, error))
    return FALSE;
  *number = (int)CLAMP (value, G_MININT, G_MAXINT);
  return TRUE;
}
