/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-weight.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (
      McEvaluationWeight, criterion_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Criterion"), "evaluation_criterion"),
  MC_FIELD_REF (McEvaluationWeight, post_id, MC_FIELD_KEY, N_ ("Post"), "post"),
  MC_FIELD_DOUBLE (McEvaluationWeight, weight, MC_FIELD_REQUIRED, N_ ("Weight (%)")),
};

MC_DEFINE_ENTITY (McEvaluationWeight, mc_evaluation_weight, MC_NOUN_TABLE, "evaluation_weight", N_ ("Weight"), fields)

McEvaluationWeight *
mc_evaluation_weight_new (void)
{
  return g_object_new (MC_TYPE_EVALUATION_WEIGHT, NULL);
}
