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

McPeriod
mc_evaluation_cycle_around (McCycleKind kind, McDay day)
{
  static const int months[] = { [MC_CYCLE_MONTH] = 1, [MC_CYCLE_QUARTER] = 3, [MC_CYCLE_YEAR] = 12 };
  int year, month;
  McDay from;

  mc_day_split (day, &year, &month, NULL);
  from = mc_day_new (year, (month - 1) / months[kind] * months[kind] + 1, 1);
  return (McPeriod){ from, mc_day_add_months (from, months[kind]) };
}

char *
mc_evaluation_cycle_dup_name (McEvaluationCycle *self)
{
  static const char *const roman[] = { "I", "II", "III", "IV" };
  int year, month;

  g_return_val_if_fail (MC_IS_EVALUATION_CYCLE (self), NULL);
  if (self->during.from == MC_DAY_NONE)
    return g_strdup ("");
  mc_day_split (self->during.from, &year, &month, NULL);
  if (self->kind == MC_CYCLE_MONTH)
    return g_strdup_printf (_ ("month %d/%d"), month, year);
  if (self->kind == MC_CYCLE_QUARTER)
    return g_strdup_printf (_ ("quarter %s/%d"), roman[(month - 1) / 3], year);
  return g_strdup_printf (_ ("year %d"), year);
}
