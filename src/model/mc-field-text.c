/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-field-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mc-error.h"
#include "mc-number.h"

gboolean
mc_field_text_refuse (const McFieldInfo *info, const char *text, GError **error)
{
  /* Translators: the value that was typed or read, and the name of the field */
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” is not a value for “%s”."), text,
               mc_field_info_get_label (info));
  return FALSE;
}

gboolean
mc_field_text_to_bool (const McFieldInfo *info, const char *text, gboolean *value, GError **error)
{
  if (strcmp (text, "t") == 0 || strcmp (text, "true") == 0)
    *value = TRUE;
  else if (strcmp (text, "f") == 0 || strcmp (text, "false") == 0)
    *value = FALSE;
  else
    return mc_field_text_refuse (info, text, error);
  return TRUE;
}

gboolean
mc_field_text_to_int (const McFieldInfo *info, const char *text, int *value, GError **error)
{
  gint64 number;

  /* MC_INT_NONE itself stands for nothing. */
  if (!g_ascii_string_to_signed (text, 10, (gint64)G_MININT + 1, G_MAXINT, &number, NULL))
    return mc_field_text_refuse (info, text, error);
  *value = (int)number;
  return TRUE;
}

gboolean
mc_field_text_to_int64 (const McFieldInfo *info, const char *text, gint64 *value, GError **error)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return mc_field_text_refuse (info, text, error);
  *value = number;
  return TRUE;
}

gboolean
mc_field_text_to_double (const McFieldInfo *info, const char *text, double *value, GError **error)
{
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end || !isfinite (number))
    return mc_field_text_refuse (info, text, error);
  *value = number;
  return TRUE;
}

gboolean
mc_field_text_to_enum (const McFieldInfo *info, const char *text, guint *value, GError **error)
{
  guint number;

  if (!mc_enum_parse (info->values, text, &number))
    return mc_field_text_refuse (info, text, error);
  *value = number;
  return TRUE;
}

gboolean
mc_field_text_to_day (const char *text, McDay *value, GError **error)
{
  McDay day;

  if (!mc_day_parse (text, &day, error))
    return FALSE;
  *value = day;
  return TRUE;
}

gboolean
mc_field_text_to_period (const char *text, McPeriod *value, GError **error)
{
  McPeriod period;

  if (!mc_period_parse (text, &period, error))
    return FALSE;
  *value = period;
  return TRUE;
}

gboolean
mc_field_text_to_timestamp (const McFieldInfo *info, const char *text, gint64 *value, GError **error)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, utc);

  if (!time)
    return mc_field_text_refuse (info, text, error);
  *value = g_date_time_to_unix_usec (time);
  return TRUE;
}

gboolean
mc_field_text_to_bytes (const McFieldInfo *info, const char *text, GBytes **value, GError **error)
{
  gsize length = strlen (text);
  g_autofree guint8 *data = NULL;

  if (length < 2 || length % 2 != 0 || text[0] != '\\' || text[1] != 'x')
    return mc_field_text_refuse (info, text, error);
  length = length / 2 - 1;
  data = g_malloc (length + 1);
  for (gsize i = 0; i < length; i++)
    {
      int high = g_ascii_xdigit_value (text[2 * i + 2]);
      int low = g_ascii_xdigit_value (text[2 * i + 3]);

      if (high < 0 || low < 0)
        return mc_field_text_refuse (info, text, error);
      data[i] = (guint8)(high << 4 | low);
    }
  *value = g_bytes_new_take (g_steal_pointer (&data), length);
  return TRUE;
}

char *
mc_field_text_from_bytes (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  char *text = g_malloc (2 * size + 3);

  text[0] = '\\';
  text[1] = 'x';
  for (gsize i = 0; i < size; i++)
    {
      text[2 * i + 2] = "0123456789abcdef"[data[i] >> 4];
      text[2 * i + 3] = "0123456789abcdef"[data[i] & 15];
    }
  text[2 * size + 2] = '\0';
  return text;
}

char *
mc_field_text_from_double (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* The shortest text that reads back as the same number looks best: 0.1, not 0.10000000000000001. */
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  if (memcmp (&(double){ g_ascii_strtod (buffer, NULL) }, &value, sizeof value) != 0)
    g_ascii_dtostr (buffer, sizeof buffer, value);
  return g_strdup (buffer);
}

char *
mc_field_text_from_timestamp (gint64 value)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (value);
  g_autofree char *seconds = time ? g_date_time_format (time, "%Y-%m-%d %H:%M:%S") : NULL;

  if (!seconds)
    return NULL;
  return g_strdup_printf ("%s.%06d+00", seconds, g_date_time_get_microsecond (time));
}

char *
mc_field_text_format_number (double value)
{
  int decimals = 0;

  while (decimals < 6 && fabs (value * pow (10, decimals) - round (value * pow (10, decimals))) > 1e-6)
    decimals++;
  return mc_number_format (value, decimals);
}

char *
mc_field_text_format_timestamp (gint64 value)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Ho_Chi_Minh");
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (value);
  g_autoptr (GDateTime) local = NULL;

  /* A machine without the zone files still has a clock seven hours east. */
  if (!zone)
    zone = g_time_zone_new_offset (7 * 3600);
  local = utc ? g_date_time_to_timezone (utc, zone) : NULL;
  return local ? g_date_time_format (local, "%d/%m/%Y %H:%M") : g_strdup ("");
}

const char *
mc_field_text_weekday (guint weekday)
{
  static const char *const names[] = { NC_ ("short weekday", "Mon"), NC_ ("short weekday", "Tue"),
                                       NC_ ("short weekday", "Wed"), NC_ ("short weekday", "Thu"),
                                       NC_ ("short weekday", "Fri"), NC_ ("short weekday", "Sat"),
                                       NC_ ("short weekday", "Sun") };

  g_return_val_if_fail (weekday >= 1 && weekday <= G_N_ELEMENTS (names), "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "short weekday", names[weekday - 1]);
}

char *
mc_field_text_format_weekdays (const char *digits)
{
  GString *text = g_string_new (NULL);

  for (const char *c = digits; *c;)
    {
      const char *last = c;

      while (last[1] == last[0] + 1)
        last++;
      if (last - c < 2)
        last = c;
      g_string_append_printf (text, "%s%s", text->len ? ", " : "", mc_field_text_weekday ((guint)(*c - '0')));
      if (last > c)
        g_string_append_printf (text, "–%s", mc_field_text_weekday ((guint)(*last - '0')));
      c = last + 1;
    }
  return g_string_free (text, FALSE);
}
