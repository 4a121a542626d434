/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McCriterionPart: Part of a scheme. */
typedef enum
{
  MC_CRITERION_PART_GENERAL,
  MC_CRITERION_PART_RESULT,
} McCriterionPart;

extern const McEnumValue mc_criterion_part_values[];

/** McCriterionSource: Where the evidence of a criterion comes from. */
typedef enum
{
  MC_CRITERION_SOURCE_JUDGEMENT,
  MC_CRITERION_SOURCE_ATTENDANCE,
  MC_CRITERION_SOURCE_ROSTER,
  MC_CRITERION_SOURCE_DOSSIER,
  MC_CRITERION_SOURCE_CONTACT,
  MC_CRITERION_SOURCE_DIGITISATION,
  MC_CRITERION_SOURCE_SATISFACTION,
  MC_CRITERION_SOURCE_COMPLAINT,
  MC_CRITERION_SOURCE_COMPLIMENT,
  MC_CRITERION_SOURCE_SUPERVISION,
  MC_CRITERION_SOURCE_TRAINING,
  MC_CRITERION_SOURCE_PRODUCT,
} McCriterionSource;

extern const McEnumValue mc_criterion_source_values[];

#define MC_TYPE_EVALUATION_CRITERION (mc_evaluation_criterion_get_type ())
G_DECLARE_FINAL_TYPE (McEvaluationCriterion, mc_evaluation_criterion, MC, EVALUATION_CRITERION, McEntity)

/**
 * McEvaluationCriterion:
 * What a scheme gives points for. @scale, @rule and @veto are JSON; mc-evaluation-rule.h (src/evaluation) reads them.
 */
struct _McEvaluationCriterion
{
  McEntity parent_instance;

  gint64 scheme_id;
  char *code;
  char *name;
  McCriterionPart part;
  double max_points;
  McCriterionSource source;
  gboolean rated;
  char *scale;
  char *rule;
  char *veto;
  int sort_order;
  char *note;
};

/** mc_evaluation_criterion_new: (transfer full): an unsaved one. */
McEvaluationCriterion *mc_evaluation_criterion_new (void);

G_END_DECLS
