/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* @digits: a sign perhaps, then ASCII digits only. */
static void
append_grouped (GString *out, const char *digits)
{
  if (*digits == '-')
    g_string_append_c (out, *digits++);
  for (gsize left = strlen (digits); left > 0; left--, digits++)
    {
      g_string_append_c (out, *digits);
      if (left > 1 && left % 3 == 1)
        g_string_append_c (out, '.');
    }
}

char *
mc_number_format_int (gint64 value)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  GString *out = g_string_new (NULL);

  append_grouped (out, digits);
  return g_string_free_and_steal (out);
}

char *
mc_number_format (double value, int decimals)
{
  char format[8];
  char text[400];
  GString *out = NULL;
  char *point = NULL;

  g_return_val_if_fail (decimals >= 0 && decimals <= 9, NULL);

  if (!isfinite (value))
    return g_strdup ("–");

  /* printf rounds halves to even in binary; people expect 0,125 to become 0,13. */
  double scale = pow (10, decimals);
  double rounded = fabs (value) < 1e15 / scale ? round (value * scale) / scale : value;

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (text, sizeof text, format, rounded == 0 ? 0.0 : rounded);
  point = strchr (text, '.');
  if (point)
    *point = '\0';
  out = g_string_new (NULL);
  append_grouped (out, text);
  if (point)
    {
      g_string_append_c (out, ',');
      g_string_append (out, point + 1);
    }
  return g_string_free_and_steal (out);
}

char *
mc_number_format_bytes (guint64 n_bytes)
{
  g_autofree char *number = NULL;

  if (n_bytes < 1000)
    return g_strdup_printf (_ ("%d bytes"), (int)n_bytes);
  if (n_bytes < 1000 * 1000)
    {
      number = mc_number_format ((double)n_bytes / 1000, 1);
      return g_strdup_printf (_ ("%s kB"), number);
    }
  number = mc_number_format ((double)n_bytes / (1000 * 1000), 1);
  return g_strdup_printf (_ ("%s MB"), number);
}
