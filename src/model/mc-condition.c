/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-condition.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_condition_kind_values[] = {
  { "pregnancy", N_ ("Pregnancy") },
  { "maternity", N_ ("Maternity leave") },
  { "child_under_36_months", N_ ("Child under 36 months") },
  { "discipline", N_ ("Under discipline") },
  { "serious_illness", N_ ("Serious illness") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McCondition, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_ENUM (McCondition, kind, MC_FIELD_REQUIRED | MC_FIELD_SENSITIVE, N_ ("Kind"), mc_condition_kind_values),
  MC_FIELD_PERIOD (McCondition, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_TEXT (McCondition, note, MC_FIELD_SENSITIVE, N_ ("Note")),
  MC_FIELD_TEXT (McCondition, decision_no, 0, N_ ("Decision number")),
};

MC_DEFINE_ENTITY (McCondition, mc_condition, MC_NOUN_TABLE, "person_condition", N_ ("Condition"), fields)
