/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-criterion.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_criterion_part_values[] = {
  { "general", N_ ("General criteria") },
  { "result", N_ ("Results") },
  { NULL, NULL },
};

const McEnumValue mc_criterion_source_values[] = {
  { "judgement", N_ ("Judgement") },
  { "attendance", N_ ("Attendance") },
  { "roster", N_ ("Roster kept") },
  { "dossier", N_ ("Dossiers") },
  { "contact", N_ ("Contacts") },
  { "digitisation", N_ ("Digitisation") },
  { "satisfaction", N_ ("Satisfaction") },
  { "complaint", N_ ("Upheld complaints") },
  { "compliment", N_ ("Compliments") },
  { "supervision", N_ ("Supervision notes") },
  { "training", N_ ("Training") },
  { "product", N_ ("Assigned products") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McEvaluationCriterion, scheme_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Scheme"), "evaluation_scheme"),
  MC_FIELD_TEXT (McEvaluationCriterion, code, MC_FIELD_REQUIRED, N_ ("Code")),
  MC_FIELD_TEXT (McEvaluationCriterion, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_ENUM (McEvaluationCriterion, part, MC_FIELD_REQUIRED, N_ ("Part"), mc_criterion_part_values),
  MC_FIELD_DOUBLE (McEvaluationCriterion, max_points, MC_FIELD_REQUIRED, N_ ("Most points")),
  MC_FIELD_ENUM (McEvaluationCriterion, source, MC_FIELD_REQUIRED, N_ ("Evidence"), mc_criterion_source_values),
  MC_FIELD_BOOL (McEvaluationCriterion, rated, MC_FIELD_REQUIRED, N_ ("Points are given")),
  MC_FIELD_JSON (McEvaluationCriterion, scale, 0, N_ ("Scale")),
  MC_FIELD_JSON (McEvaluationCriterion, rule, 0, N_ ("How figures count")),
  MC_FIELD_JSON (McEvaluationCriterion, veto, 0, N_ ("Veto")),
  MC_FIELD_INT (McEvaluationCriterion, sort_order, MC_FIELD_REQUIRED, N_ ("Order")),
  MC_FIELD_TEXT (McEvaluationCriterion, note, 0, N_ ("Note")),
};

MC_DEFINE_ENTITY (
    McEvaluationCriterion, mc_evaluation_criterion, MC_NOUN_TABLE, "evaluation_criterion", N_ ("Criterion"), fields)

McEvaluationCriterion *
mc_evaluation_criterion_new (void)
{
  return g_object_new (MC_TYPE_EVALUATION_CRITERION, NULL);
}
