/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-session-time.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_day_session_values[] = {
  { "morning", N_ ("Morning") },
  { "afternoon", N_ ("Afternoon") },
  { NULL, NULL },
};

const McEnumValue mc_hours_values[] = {
  { "office", N_ ("Office hours") },
  { "reception", N_ ("Reception hours") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_ENUM (McSessionTime, purpose, MC_FIELD_REQUIRED, N_ ("Hours"), mc_hours_values),
  MC_FIELD_ENUM (McSessionTime, session, MC_FIELD_REQUIRED, N_ ("Half-day"), mc_day_session_values),
  MC_FIELD_INT (McSessionTime, first_weekday, MC_FIELD_REQUIRED, N_ ("From weekday (1 = Monday)")),
  MC_FIELD_INT (McSessionTime, last_weekday, MC_FIELD_REQUIRED, N_ ("To weekday (7 = Sunday)")),
  MC_FIELD_TEXT (McSessionTime, starts, MC_FIELD_REQUIRED, N_ ("Begins")),
  MC_FIELD_TEXT (McSessionTime, ends, MC_FIELD_REQUIRED, N_ ("Ends")),
  MC_FIELD_PERIOD (McSessionTime, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_TEXT (McSessionTime, source, MC_FIELD_REQUIRED, N_ ("Source")),
  MC_FIELD_TEXT (McSessionTime, note, 0, N_ ("Note")),
};

MC_DEFINE_ENTITY (McSessionTime, mc_session_time, MC_NOUN_TABLE, "session_time", N_ ("Hours"), fields)

McSessionTime *
mc_session_time_new (void)
{
  return g_object_new (MC_TYPE_SESSION_TIME, "first-weekday", 1, "last-weekday", 5, NULL);
}
