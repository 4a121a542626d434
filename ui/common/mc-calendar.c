/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-calendar.h"

void
mc_calendar_select (GtkCalendar *calendar, McDay day)
{
  g_autoptr (GDateTime) date = NULL;
  int y, m, d;

  mc_day_split (day == MC_DAY_NONE ? mc_day_today () : day, &y, &m, &d);
  date = g_date_time_new_local (y, m, d, 12, 0, 0);
  if (date != NULL)
    gtk_calendar_select_day (calendar, date);
}

McDay
mc_calendar_get_day (GtkCalendar *calendar)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);

  return mc_day_new (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
}
