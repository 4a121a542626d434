/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McRaterRole: Who gives points or a text. */
typedef enum
{
  MC_RATER_COMPUTED,
  MC_RATER_SELF,
  MC_RATER_SECTION,
  MC_RATER_SUPERVISION,
  MC_RATER_DIRECTOR,
} McRaterRole;

extern const McEnumValue mc_rater_role_values[];

#define MC_TYPE_EVALUATION_SCORE (mc_evaluation_score_get_type ())
G_DECLARE_FINAL_TYPE (McEvaluationScore, mc_evaluation_score, MC, EVALUATION_SCORE, McEntity)

/**
 * McEvaluationScore:
 * Points by one rater for one criterion. Those of self, section and supervision nobody else sees until each has given
 * theirs.
 */
struct _McEvaluationScore
{
  McEntity parent_instance;

  gint64 evaluation_id;
  gint64 criterion_id;
  McRaterRole role;
  double points;
  char *reason;
  char *login;
};

/** mc_evaluation_score_new: (transfer full): an unsaved one. */
McEvaluationScore *mc_evaluation_score_new (void);

G_END_DECLS
