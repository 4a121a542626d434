/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-evidence.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McEvaluationEvidence, evaluation_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Evaluation"), "evaluation"),
  MC_FIELD_REF (
      McEvaluationEvidence, criterion_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Criterion"), "evaluation_criterion"),
  MC_FIELD_JSON (McEvaluationEvidence, figures, MC_FIELD_REQUIRED, N_ ("Figures")),
  MC_FIELD_TEXT (McEvaluationEvidence, source_table, 0, N_ ("Counted from")),
  MC_FIELD_JSON (McEvaluationEvidence, source_rows, MC_FIELD_REQUIRED, N_ ("Rows")),
  MC_FIELD_BOOL (McEvaluationEvidence, entered, MC_FIELD_REQUIRED, N_ ("Entered by hand")),
  MC_FIELD_TEXT (McEvaluationEvidence, note, 0, N_ ("Note")),
  MC_FIELD_TEXT (McEvaluationEvidence, login, MC_FIELD_READONLY, N_ ("Account")),
};

MC_DEFINE_ENTITY (
    McEvaluationEvidence, mc_evaluation_evidence, MC_NOUN_TABLE, "evaluation_evidence", N_ ("Evidence"), fields)

McEvaluationEvidence *
mc_evaluation_evidence_new (void)
{
  McEvaluationEvidence *self = g_object_new (MC_TYPE_EVALUATION_EVIDENCE, NULL);

  self->source_rows = g_strdup ("[]");
  return self;
}
