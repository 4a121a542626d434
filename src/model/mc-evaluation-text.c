/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-text.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_text_role_values[] = {
  { "self", N_ ("Self-assessment") },
  { "section", N_ ("Head of section") },
  { "supervision", N_ ("Supervision") },
  { "director", N_ ("Director") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McEvaluationText, evaluation_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Evaluation"), "evaluation"),
  MC_FIELD_ENUM (McEvaluationText, role, MC_FIELD_REQUIRED, N_ ("By"), mc_text_role_values),
  MC_FIELD_TEXT (McEvaluationText, body, MC_FIELD_REQUIRED, N_ ("Text")),
  MC_FIELD_BOOL (McEvaluationText, given, MC_FIELD_REQUIRED, N_ ("Given")),
  MC_FIELD_BOOL (McEvaluationText, waived, MC_FIELD_REQUIRED, N_ ("Gone on without")),
  MC_FIELD_TIMESTAMP (McEvaluationText, given_at, MC_FIELD_READONLY, N_ ("Given at")),
  MC_FIELD_TEXT (McEvaluationText, login, MC_FIELD_READONLY, N_ ("Account")),
};

MC_DEFINE_ENTITY (McEvaluationText, mc_evaluation_text, MC_NOUN_TABLE, "evaluation_text", N_ ("Assessment"), fields)

McEvaluationText *
mc_evaluation_text_new (void)
{
  return g_object_new (MC_TYPE_EVALUATION_TEXT, NULL);
}
