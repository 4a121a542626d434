/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence-entry.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McAbsenceEntry, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_TEXT (McAbsenceEntry, full_name, MC_FIELD_REQUIRED, N_ ("Full name")),
  MC_FIELD_ENUM (McAbsenceEntry, half, MC_FIELD_REQUIRED, N_ ("Part of the day"), mc_half_values),
  MC_FIELD_TEXT (McAbsenceEntry, starts, 0, N_ ("From (time)")),
  MC_FIELD_TEXT (McAbsenceEntry, ends, 0, N_ ("Until (time)")),
  MC_FIELD_ENUM (McAbsenceEntry, state, MC_FIELD_REQUIRED, N_ ("State"), mc_absence_state_values),
  MC_FIELD_ENUM (McAbsenceEntry, home_word, MC_FIELD_REQUIRED, N_ ("Word of the home agency"), mc_home_word_values),
  MC_FIELD_BOOL (McAbsenceEntry, excused, MC_FIELD_REQUIRED, N_ ("With leave")),
  MC_FIELD_PERIOD (McAbsenceEntry, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McAbsenceEntry, mc_absence_entry, MC_NOUN_STATE, "absences_at", N_ ("Somebody away"), fields)

McAbsenceEntry *
mc_absence_entry_new (void)
{
  return g_object_new (MC_TYPE_ABSENCE_ENTRY, NULL);
}
