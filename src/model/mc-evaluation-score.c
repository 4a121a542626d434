/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-score.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_rater_role_values[] = {
  { "computed", N_ ("Computed") },       { "self", N_ ("Self-assessment") }, { "section", N_ ("Head of section") },
  { "supervision", N_ ("Supervision") }, { "director", N_ ("Director") },    { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McEvaluationScore, evaluation_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Evaluation"), "evaluation"),
  MC_FIELD_REF (
      McEvaluationScore, criterion_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Criterion"), "evaluation_criterion"),
  MC_FIELD_ENUM (McEvaluationScore, role, MC_FIELD_REQUIRED, N_ ("By"), mc_rater_role_values),
  MC_FIELD_DOUBLE (McEvaluationScore, points, MC_FIELD_REQUIRED, N_ ("Points")),
  MC_FIELD_TEXT (McEvaluationScore, reason, 0, N_ ("Reason")),
  MC_FIELD_TEXT (McEvaluationScore, login, MC_FIELD_READONLY, N_ ("Account")),
};

MC_DEFINE_ENTITY (McEvaluationScore, mc_evaluation_score, MC_NOUN_TABLE, "evaluation_score", N_ ("Points"), fields)

McEvaluationScore *
mc_evaluation_score_new (void)
{
  return g_object_new (MC_TYPE_EVALUATION_SCORE, NULL);
}
