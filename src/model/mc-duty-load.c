/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-duty-load.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McDutyLoad, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_INT (McDutyLoad, sessions, MC_FIELD_REQUIRED, N_ ("Sessions")),
  MC_FIELD_INT (McDutyLoad, saturdays, MC_FIELD_REQUIRED, N_ ("Saturdays")),
  MC_FIELD_INT (McDutyLoad, sundays, MC_FIELD_REQUIRED, N_ ("Sundays")),
  MC_FIELD_INT (McDutyLoad, guidance, MC_FIELD_REQUIRED, N_ ("Guidance desk")),
  MC_FIELD_INT (McDutyLoad, leader, MC_FIELD_REQUIRED, N_ ("Leader on duty")),
  MC_FIELD_INT (McDutyLoad, guard, MC_FIELD_REQUIRED, N_ ("Guard")),
  MC_FIELD_INT (McDutyLoad, late, MC_FIELD_REQUIRED, N_ ("Late closing")),
  MC_FIELD_INT (McDutyLoad, holidays, MC_FIELD_REQUIRED, N_ ("Holidays")),
  MC_FIELD_INT (McDutyLoad, supervision, MC_FIELD_REQUIRED, N_ ("Supervision")),
  MC_FIELD_INT (McDutyLoad, it, MC_FIELD_REQUIRED, N_ ("Information technology on call")),
  MC_FIELD_INT (McDutyLoad, days, MC_FIELD_REQUIRED, N_ ("Days here")),
  MC_FIELD_INT (McDutyLoad, missed, MC_FIELD_REQUIRED, N_ ("Days not here")),
  MC_FIELD_INT (McDutyLoad, run, MC_FIELD_REQUIRED, N_ ("Days on duty on end")),
  MC_FIELD_INT (McDutyLoad, off_run, MC_FIELD_REQUIRED, N_ ("Days off on end")),
};

MC_DEFINE_ENTITY (McDutyLoad, mc_duty_load, MC_NOUN_STATE, "duty_loads_at", N_ ("Burdens of the year"), fields)
