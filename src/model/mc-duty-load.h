/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_DUTY_LOAD (mc_duty_load_get_type ())
G_DECLARE_FINAL_TYPE (McDutyLoad, mc_duty_load, MC, DUTY_LOAD, McEntity)

/**
 * McDutyLoad:
 * What a person has carried in the calendar year before a day, in sessions, by published rosters; and how the eve of
 * that day found them.
 */
struct _McDutyLoad
{
  McEntity parent_instance;

  gint64 person_id;
  int sessions;
  int saturdays;
  int sundays;
  int guidance;
  int leader;
  int guard;
  int late;
  int holidays;
  int supervision;
  int it;
  int days;    /* that they were here, of those that rosters were worked by */
  int missed;  /* the others */
  int run;     /* days on duty on end, up to the eve; 0 where none, or nothing is known */
  int off_run; /* days off on end, likewise */
};

G_END_DECLS
