/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McCompetenceLevel: How a competence is proved. */
typedef enum
{
  MC_COMPETENCE_LEVEL_TRAINED,
  MC_COMPETENCE_LEVEL_CERTIFIED,
} McCompetenceLevel;

extern const McEnumValue mc_competence_level_values[];

#define MC_TYPE_COMPETENCE (mc_competence_get_type ())
G_DECLARE_FINAL_TYPE (McCompetence, mc_competence, MC, COMPETENCE, McEntity)

/**
 * McCompetence:
 * For which field a person may take in dossiers.
 */
struct _McCompetence
{
  McEntity parent_instance;

  gint64 person_id;
  gint64 field_id;
  McCompetenceLevel level;
  McPeriod during;
  char *note;
};

/** mc_competence_new: (transfer full): an unsaved one. */
McCompetence *mc_competence_new (void);

G_END_DECLS
