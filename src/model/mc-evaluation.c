/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_evaluation_state_values[] = {
  { "open", N_ ("Open") },
  { "self", N_ ("Self-assessment given") },
  { "section", N_ ("Head of section has given") },
  { "supervision", N_ ("Supervision has given") },
  { "signed", N_ ("Signed") },
  { NULL, NULL },
};

const McEnumValue mc_home_level_values[] = {
  { "", N_ ("Not received") },
  { "excellent", N_ ("Completed the tasks excellently") },
  { "good", N_ ("Completed the tasks well") },
  { "completed", N_ ("Completed the tasks") },
  { "not_completed", N_ ("Did not complete the tasks") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McEvaluation, cycle_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Cycle"), "evaluation_cycle"),
  MC_FIELD_REF (McEvaluation, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_REF (McEvaluation, scheme_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Scheme"), "evaluation_scheme"),
  MC_FIELD_REF (McEvaluation, post_id, MC_FIELD_READONLY, N_ ("Post"), "post"),
  MC_FIELD_REF (McEvaluation, section_id, MC_FIELD_READONLY | MC_FIELD_KEY, N_ ("Section"), "section"),
  MC_FIELD_REF (McEvaluation, agency_id, MC_FIELD_READONLY | MC_FIELD_KEY, N_ ("Agency"), "agency"),
  MC_FIELD_ENUM (McEvaluation, state, MC_FIELD_REQUIRED, N_ ("State"), mc_evaluation_state_values),
  MC_FIELD_DOUBLE (McEvaluation, total, 0, N_ ("Total")),
  MC_FIELD_TEXT (McEvaluation, band, 0, N_ ("Band")),
  MC_FIELD_TEXT (McEvaluation, veto, 0, N_ ("Veto")),
  MC_FIELD_JSON (McEvaluation, flags, MC_FIELD_REQUIRED, N_ ("Remarks")),
  MC_FIELD_REF (McEvaluation, previous_id, MC_FIELD_KEY, N_ ("Reopens"), "evaluation"),
  MC_FIELD_TEXT (McEvaluation, reopen_reason, 0, N_ ("Reopened because")),
  MC_FIELD_TEXT (McEvaluation, signed_by, MC_FIELD_READONLY, N_ ("Signed by")),
  MC_FIELD_TIMESTAMP (McEvaluation, signed_at, MC_FIELD_READONLY, N_ ("Signed")),
  MC_FIELD_ENUM (McEvaluation, home_level, 0, N_ ("Home agency's rating"), mc_home_level_values),
  MC_FIELD_TEXT (McEvaluation, home_no, 0, N_ ("Number of its paper")),
  MC_FIELD_DAY (McEvaluation, home_on, 0, N_ ("Date of its paper")),
  MC_FIELD_TEXT (McEvaluation, home_note, 0, N_ ("What else it says")),
};

MC_DEFINE_ENTITY (McEvaluation, mc_evaluation, MC_NOUN_TABLE, "evaluation", N_ ("Evaluation"), fields)

McEvaluation *
mc_evaluation_new (void)
{
  McEvaluation *self = g_object_new (MC_TYPE_EVALUATION, NULL);

  self->flags = g_strdup ("[]");
  return self;
}
