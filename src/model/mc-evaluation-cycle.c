/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-cycle.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_cycle_kind_values[] = {
  { "month", N_ ("Month") },
  { "quarter", N_ ("Quarter") },
  { "year", N_ ("Year") },
  { NULL, NULL },
};

const McEnumValue mc_cycle_state_values[] = {
  { "open", N_ ("Open") },
  { "closed", N_ ("Closed") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_ENUM (McEvaluationCycle, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_cycle_kind_values),
  MC_FIELD_ENUM (McEvaluationCycle, state, MC_FIELD_REQUIRED, N_ ("State"), mc_cycle_state_values),
  MC_FIELD_BOOL (McEvaluationCycle, is_sample, MC_FIELD_REQUIRED, N_ ("Sample")),
  MC_FIELD_TEXT (McEvaluationCycle, note, 0, N_ ("Note")),
  MC_FIELD_PERIOD (McEvaluationCycle, during, MC_FIELD_REQUIRED, N_ ("Days")),
};

MC_DEFINE_ENTITY (
    McEvaluationCycle, mc_evaluation_cycle, MC_NOUN_TABLE, "evaluation_cycle", N_ ("Evaluation cycle"), fields)

McEvaluationCycle *
mc_evaluation_cycle_new (void)
{
  return g_object_new (MC_TYPE_EVALUATION_CYCLE, NULL);
}
