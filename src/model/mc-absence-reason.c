/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence-reason.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_absence_kind_values[] = {
  { "", NULL },
  { "annual", N_ ("Annual leave") },
  { "sick", N_ ("Sick") },
  { "child_sick", N_ ("Sick child") },
  { "maternity", N_ ("Maternity leave") },
  { "personal_paid", N_ ("Personal leave with pay") },
  { "personal_unpaid", N_ ("Personal leave without pay") },
  { "compensatory", N_ ("Compensatory leave") },
  { "mission", N_ ("Mission") },
  { "training", N_ ("Training") },
  { "meeting", N_ ("Meeting") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McAbsenceReason, absence_id, MC_FIELD_REQUIRED, N_ ("Absence"), "absence"),
  MC_FIELD_REF (
      McAbsenceReason, person_id, MC_FIELD_REQUIRED | MC_FIELD_READONLY | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_ENUM (McAbsenceReason, kind, MC_FIELD_REQUIRED | MC_FIELD_SENSITIVE, N_ ("Reason"), mc_absence_kind_values),
  MC_FIELD_TEXT (McAbsenceReason, note, MC_FIELD_SENSITIVE, N_ ("Note")),
};

MC_DEFINE_ENTITY (
    McAbsenceReason, mc_absence_reason, MC_NOUN_TABLE, "absence_reason", N_ ("Reason of an absence"), fields)

McAbsenceReason *
mc_absence_reason_new (void)
{
  return g_object_new (MC_TYPE_ABSENCE_REASON, NULL);
}
