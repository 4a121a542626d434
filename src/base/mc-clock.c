/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-clock.h"

#include <string.h>

/* One or two digits; -1 if there are none or more. */
static int
take_number (const char **p)
{
  int value = 0, digits = 0;

  for (; g_ascii_isdigit (**p); (*p)++, digits++)
    value = value * 10 + (**p - '0');
  return digits == 1 || digits == 2 ? value : -1;
}

static void
skip_blanks (const char **p)
{
  while (g_ascii_isspace (**p))
    (*p)++;
}

/* What stands between hours and minutes. */
static gboolean
take_sign (const char **p)
{
  static const char *const signs[] = { "giờ", ":", ".", "h", "g" };

  skip_blanks (p);
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (*p, signs[i]))
      {
        *p += strlen (signs[i]);
        skip_blanks (p);
        return TRUE;
      }
  return FALSE;
}

int
mc_clock_parse (const char *text)
{
  const char *p = text ? text : "";
  int hours, minutes = 0;

  skip_blanks (&p);
  hours = take_number (&p);
  if (hours < 0 || !take_sign (&p))
    return MC_CLOCK_NONE;
  if (*p)
    minutes = take_number (&p);
  if (*p == ':')
    {
      p++;
      if (take_number (&p) < 0)
        return MC_CLOCK_NONE;
    }
  skip_blanks (&p);
  if (*p || hours > 23 || minutes < 0 || minutes > 59)
    return MC_CLOCK_NONE;
  return hours * 60 + minutes;
}

char *
mc_clock_format (int minutes)
{
  return minutes < 0 ? g_strdup ("") : g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

int
mc_clock_now (void)
{
  return (int)((g_get_real_time () / G_USEC_PER_SEC + 7 * 3600) % 86400 / 60);
}
