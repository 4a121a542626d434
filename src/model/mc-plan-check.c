/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-check.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McPlanCheck, code, MC_FIELD_REQUIRED, N_ ("Code")),
  MC_FIELD_TEXT (McPlanCheck, statement, MC_FIELD_REQUIRED, N_ ("Statement")),
  MC_FIELD_TEXT (McPlanCheck, printed, MC_FIELD_REQUIRED, N_ ("Printed")),
  MC_FIELD_TEXT (McPlanCheck, computed, MC_FIELD_REQUIRED, N_ ("Computed")),
  MC_FIELD_BOOL (McPlanCheck, agrees, MC_FIELD_REQUIRED, N_ ("Agrees")),
  MC_FIELD_TEXT (McPlanCheck, explanation, MC_FIELD_REQUIRED, N_ ("Explanation")),
};

MC_DEFINE_ENTITY (McPlanCheck, mc_plan_check, MC_NOUN_TABLE, "plan_check", N_ ("Check of the plan"), fields)
