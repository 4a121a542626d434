/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-official-words.h"

char *
mc_official_format_number (guint number)
{
  return g_strdup_printf ("%02u", number);
}

char *
mc_official_format_month (McDay day)
{
  int year, month;

  g_return_val_if_fail (day != MC_DAY_NONE, NULL);
  mc_day_split (day, &year, &month, NULL);
  return g_strdup_printf (month < 3 ? "tháng %02d năm %d" : "tháng %d năm %d", month, year);
}

char *
mc_official_format_day (McDay day)
{
  g_autofree char *month = NULL;
  int date;

  g_return_val_if_fail (day != MC_DAY_NONE, NULL);
  month = mc_official_format_month (day);
  mc_day_split (day, NULL, NULL, &date);
  return g_strdup_printf ("ngày %02d %s", date, month);
}

char *
mc_official_format_time (guint minutes)
{
  return g_strdup_printf ("%02u giờ %02u phút", minutes / 60, minutes % 60);
}

const char *
mc_official_format_weekday (McDay day, gboolean brief)
{
  static const char *const names[] = { "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật" };
  static const char *const letters[] = { "T2", "T3", "T4", "T5", "T6", "T7", "CN" };

  return (brief ? letters : names)[mc_day_weekday (day) - 1];
}

char *
mc_official_format_symbol (const char *type_code, const char *centre, const char *unit)
{
  if (type_code && *type_code)
    return g_strdup_printf ("%s-%s", type_code, centre);
  return unit && *unit ? g_strdup_printf ("%s-%s", centre, unit) : g_strdup (centre);
}
