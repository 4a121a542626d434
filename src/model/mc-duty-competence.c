/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-duty-competence.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McDutyCompetence, duty_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Duty"), "duty"),
  MC_FIELD_REF (McDutyCompetence, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_PERIOD (McDutyCompetence, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (
    McDutyCompetence, mc_duty_competence, MC_NOUN_TABLE, "duty_competence", N_ ("Right to a duty"), fields)

McDutyCompetence *
mc_duty_competence_new (void)
{
  return g_object_new (MC_TYPE_DUTY_COMPETENCE, NULL);
}
