/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-scheme.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_scheme_kind_values[] = {
  { "statutory_counter", N_ ("Statutory counter score") },
  { "decree_335", N_ ("Decree 335") },
  { "monthly_slip", N_ ("Monthly slip") },
  { NULL, NULL },
};

const McEnumValue mc_scheme_employment_values[] = {
  { "", N_ ("Everybody") },
  { "civil_servant", N_ ("Civil servant") },
  { "public_employee", N_ ("Public employee") },
  { "contract", N_ ("Contract worker") },
  { "postal", N_ ("Postal worker") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McEvaluationScheme, code, MC_FIELD_REQUIRED, N_ ("Code")),
  MC_FIELD_TEXT (McEvaluationScheme, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_ENUM (McEvaluationScheme, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_scheme_kind_values),
  MC_FIELD_BOOL (McEvaluationScheme, monthly, MC_FIELD_REQUIRED, N_ ("Monthly")),
  MC_FIELD_BOOL (McEvaluationScheme, quarterly, MC_FIELD_REQUIRED, N_ ("Quarterly")),
  MC_FIELD_BOOL (McEvaluationScheme, yearly, MC_FIELD_REQUIRED, N_ ("Yearly")),
  MC_FIELD_ENUM (McEvaluationScheme, employment, 0, N_ ("For"), mc_scheme_employment_values),
  MC_FIELD_TEXT (McEvaluationScheme, source, MC_FIELD_REQUIRED, N_ ("Source")),
  MC_FIELD_TEXT (McEvaluationScheme, article, 0, N_ ("Article")),
  MC_FIELD_JSON (McEvaluationScheme, bands, MC_FIELD_REQUIRED, N_ ("Bands")),
  MC_FIELD_JSON (McEvaluationScheme, params, MC_FIELD_REQUIRED, N_ ("Numbers")),
  MC_FIELD_TEXT (McEvaluationScheme, note, 0, N_ ("Note")),
  MC_FIELD_PERIOD (McEvaluationScheme, during, MC_FIELD_REQUIRED, N_ ("In force")),
};

MC_DEFINE_ENTITY (
    McEvaluationScheme, mc_evaluation_scheme, MC_NOUN_TABLE, "evaluation_scheme", N_ ("Evaluation scheme"), fields)

McEvaluationScheme *
mc_evaluation_scheme_new (void)
{
  McEvaluationScheme *self = g_object_new (MC_TYPE_EVALUATION_SCHEME, NULL);

  self->params = g_strdup ("{}");
  return self;
}
