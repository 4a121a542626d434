/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_half_values[] = {
  { "day", N_ ("Whole day") },
  { "morning", N_ ("Morning") },
  { "afternoon", N_ ("Afternoon") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McAbsence, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_PERIOD (McAbsence, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_ENUM (McAbsence, half, MC_FIELD_REQUIRED, N_ ("Part of the day"), mc_half_values),
  MC_FIELD_BOOL (McAbsence, excused, MC_FIELD_REQUIRED, N_ ("With leave")),
};

MC_DEFINE_ENTITY (McAbsence, mc_absence, MC_NOUN_TABLE, "absence", N_ ("Absence"), fields)

McAbsence *
mc_absence_new (void)
{
  return g_object_new (MC_TYPE_ABSENCE, NULL);
}

gboolean
mc_half_covers (McHalf half, McHalf session)
{
  return half == MC_HALF_DAY || half == session;
}
