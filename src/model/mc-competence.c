/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-competence.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_competence_level_values[] = {
  { "trained", N_ ("Trained") },
  { "certified", N_ ("Certified") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McCompetence, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_REF (McCompetence, field_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Field"), "field"),
  MC_FIELD_ENUM (McCompetence, level, MC_FIELD_REQUIRED, N_ ("Level"), mc_competence_level_values),
  MC_FIELD_PERIOD (McCompetence, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_TEXT (McCompetence, note, 0, N_ ("Note")),
};

MC_DEFINE_ENTITY (McCompetence, mc_competence, MC_NOUN_TABLE, "field_competence", N_ ("Competence"), fields)

McCompetence *
mc_competence_new (void)
{
  return g_object_new (MC_TYPE_COMPETENCE, NULL);
}
