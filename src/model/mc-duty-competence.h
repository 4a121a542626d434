/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_DUTY_COMPETENCE (mc_duty_competence_get_type ())
G_DECLARE_FINAL_TYPE (McDutyCompetence, mc_duty_competence, MC, DUTY_COMPETENCE, McEntity)

/**
 * McDutyCompetence:
 * A person may be given a duty besides the counters.
 */
struct _McDutyCompetence
{
  McEntity parent_instance;

  gint64 duty_id;
  gint64 person_id;
  McPeriod during;
};

/** mc_duty_competence_new: (transfer full): an unsaved one. */
McDutyCompetence *mc_duty_competence_new (void);

G_END_DECLS
