/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McDaySession: The two sessions of a working day. */
typedef enum
{
  MC_DAY_SESSION_MORNING,
  MC_DAY_SESSION_AFTERNOON,
} McDaySession;

/** MC_DAY_SESSIONS: how many sessions a day has. */
#define MC_DAY_SESSIONS 2

extern const McEnumValue mc_day_session_values[];

/** McHours: The hours of the office, and those in which dossiers are received. */
typedef enum
{
  MC_HOURS_OFFICE,
  MC_HOURS_RECEPTION,
} McHours;

extern const McEnumValue mc_hours_values[];

#define MC_TYPE_SESSION_TIME (mc_session_time_get_type ())
G_DECLARE_FINAL_TYPE (McSessionTime, mc_session_time, MC, SESSION_TIME, McEntity)

/**
 * McSessionTime:
 * When a session begins and ends (HH:MM), on some days of the week, during a period.
 */
struct _McSessionTime
{
  McEntity parent_instance;

  McHours purpose;
  McDaySession session;
  int first_weekday; /* 1 = Monday */
  int last_weekday;
  char *starts;
  char *ends;
  McPeriod during;
  char *source;
  char *note;
};

/** mc_session_time_new: (transfer full): an unsaved one, Monday to Friday. */
McSessionTime *mc_session_time_new (void);

G_END_DECLS
