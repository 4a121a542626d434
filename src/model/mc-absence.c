/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_half_values[] = {
  { "day", N_ ("Whole day") },
  { "morning", N_ ("Morning") },
  { "afternoon", N_ ("Afternoon") },
  { NULL, NULL },
};

const McEnumValue mc_absence_state_values[] = {
  { "reported", N_ ("Reported") }, { "requested", N_ ("Requested") }, { "agreed", N_ ("Agreed") },
  { "refused", N_ ("Refused") },   { "cancelled", N_ ("Cancelled") }, { NULL, NULL },
};

const McEnumValue mc_home_word_values[] = {
  { "not_needed", N_ ("Not needed") },
  { "awaited", N_ ("Awaited") },
  { "agreed", N_ ("Agreed") },
  { "refused", N_ ("Refused") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McAbsence, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_PERIOD (McAbsence, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_ENUM (McAbsence, half, MC_FIELD_REQUIRED, N_ ("Part of the day"), mc_half_values),
  MC_FIELD_BOOL (McAbsence, excused, MC_FIELD_REQUIRED, N_ ("With leave")),
  MC_FIELD_TEXT (McAbsence, starts, 0, N_ ("From (time)")),
  MC_FIELD_TEXT (McAbsence, ends, 0, N_ ("Until (time)")),
  MC_FIELD_ENUM (McAbsence, state, MC_FIELD_REQUIRED, N_ ("State"), mc_absence_state_values),
  MC_FIELD_DAY (McAbsence, requested_on, MC_FIELD_READONLY, N_ ("Entered on")),
  MC_FIELD_TEXT (McAbsence, answered_by, MC_FIELD_READONLY, N_ ("Answered by")),
  MC_FIELD_TIMESTAMP (McAbsence, answered_at, MC_FIELD_READONLY, N_ ("Answered at")),
  MC_FIELD_TEXT (McAbsence, answer_note, 0, N_ ("Said with the answer")),
  MC_FIELD_ENUM (McAbsence, home_word, MC_FIELD_REQUIRED, N_ ("Word of the home agency"), mc_home_word_values),
  MC_FIELD_DAY (McAbsence, home_on, 0, N_ ("Home agency answered on")),
  MC_FIELD_TEXT (McAbsence, paper_no, 0, N_ ("Leave paper number")),
  MC_FIELD_DAY (McAbsence, paper_date, 0, N_ ("Leave paper date")),
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

gboolean
mc_absence_counts (McAbsence *self)
{
  g_return_val_if_fail (MC_IS_ABSENCE (self), FALSE);
  return (self->state == MC_ABSENCE_REPORTED || self->state == MC_ABSENCE_AGREED) &&
         self->home_word != MC_HOME_WORD_REFUSED;
}
