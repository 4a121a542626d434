/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of a DXF. */
#include <string.h>

#include "mc-dxf-private.h"

char *
mc_dxf_text_code_page (const char *name)
{
  if (g_ascii_strncasecmp (name, "ANSI_", 5) == 0 && g_ascii_isdigit (name[5]))
    return g_strdup_printf ("CP%s", name + 5);
  if (g_ascii_strncasecmp (name, "DOS", 3) == 0 && g_ascii_isdigit (name[3]))
    return g_strdup_printf ("CP%s", name + 3);
  return NULL;
}

static char *
to_utf8 (const McDxfCharset *charset, const char *raw, gsize length)
{
  static const char *const guesses[] = { "CP1258", "CP1252", "ISO-8859-1" };
  char *text;

  /* Many programs write UTF-8 whatever they say; other text hardly ever looks like it. */
  if (g_utf8_validate_len (raw, length, NULL))
    return g_strndup (raw, length);
  text = charset->code_page && !charset->utf8
             ? g_convert (raw, (gssize)length, "UTF-8", charset->code_page, NULL, NULL, NULL)
             : NULL;
  for (guint i = 0; !text && i < G_N_ELEMENTS (guesses); i++)
    text = g_convert (raw, (gssize)length, "UTF-8", guesses[i], NULL, NULL, NULL);
  return text ? text : g_utf8_make_valid (raw, (gssize)length);
}

/* "\U+1EA0": the letter, and past it; 0 if it is none. */
static gunichar
parse_escape (const char *at)
{
  gunichar letter = 0;

  for (guint i = 3; i < 7; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return 0;
      letter = letter * 16 + (gunichar)g_ascii_xdigit_value (at[i]);
    }
  return letter >= 0x20 && g_unichar_validate (letter) ? letter : 0;
}

/* "%%c" and the like: what it stands for; NULL where it is no such sign. */
static const char *
parse_percent (const char *at)
{
  switch (g_ascii_tolower (at[2]))
    {
    case 'd':
      return "°";
    case 'p':
      return "±";
    case 'c':
      return "⌀";
    case '%':
      return "%";
    case 'u':
    case 'o':
    case 'k':
      return ""; /* lines over, under and through */
    default:
      return NULL;
    }
}

char *
mc_dxf_text_decode (const McDxfCharset *charset, const char *raw, gsize length)
{
  g_autofree char *text = to_utf8 (charset, raw, length);
  g_autoptr (GString) out = g_string_new (NULL);
  char *composed;

  for (const char *at = text; *at;)
    {
      gunichar letter = g_ascii_strncasecmp (at, "\\U+", 3) == 0 ? parse_escape (at) : 0;
      const char *sign = at[0] == '%' && at[1] == '%' ? parse_percent (at) : NULL;

      if (letter)
        {
          g_string_append_unichar (out, letter);
          at += 7;
        }
      else if (sign)
        {
          g_string_append (out, sign);
          at += 3;
        }
      else
        {
          const char *next = g_utf8_next_char (at);

          g_string_append_len (out, at, next - at);
          at = next;
        }
    }
  /* Code page 1258 writes letter and tone apart. */
  composed = g_utf8_normalize (out->str, -1, G_NORMALIZE_NFC);
  return composed ? composed : g_strdup (out->str);
}

/* A code of an MTEXT that goes on to a semicolon. */
static gboolean
has_argument (char code)
{
  return strchr ("ACFHQTWpfcS", code) && code;
}

char *
mc_dxf_text_plain (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at; at++)
    {
      if (*at == '{' || *at == '}')
        continue;
      if (*at != '\\' || !at[1])
        {
          g_string_append_c (out, *at);
          continue;
        }
      at++;
      if (*at == 'P' || *at == '~' || *at == 'N')
        g_string_append_c (out, ' ');
      else if (*at == '\\' || *at == '{' || *at == '}')
        g_string_append_c (out, *at);
      else if (has_argument (*at))
        {
          const char *end = strchr (at, ';');

          /* A fraction keeps its numbers. */
          for (const char *c = at + 1; *at == 'S' && c < (end ? end : at); c++)
            g_string_append_c (out, *c == '^' || *c == '#' ? '/' : *c);
          if (!end)
            break;
          at = end;
        }
    }
  return g_strstrip (g_string_free_and_steal (out));
}
