/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-day-override.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_day_kind_values[] = {
  { "holiday", N_ ("Holiday") },
  { "off", N_ ("Day off") },
  { "worked", N_ ("Worked day") },
  { "half_day", N_ ("Half a day") },
  { NULL, NULL },
};

const McEnumValue mc_half_day_values[] = {
  { "", N_ ("Whole day") },
  { "morning", N_ ("Morning") },
  { "afternoon", N_ ("Afternoon") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_DAY (McDayOverride, day, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Day")),
  MC_FIELD_ENUM (McDayOverride, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_day_kind_values),
  MC_FIELD_TEXT (McDayOverride, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_ENUM (McDayOverride, session, 0, N_ ("Half-day"), mc_half_day_values),
  MC_FIELD_TEXT (McDayOverride, document_no, MC_FIELD_REQUIRED, N_ ("Document number")),
  MC_FIELD_DAY (McDayOverride, document_date, 0, N_ ("Document date")),
  MC_FIELD_DAY (McDayOverride, exchanged_with, 0, N_ ("Exchanged with")),
};

MC_DEFINE_ENTITY (McDayOverride, mc_day_override, MC_NOUN_TABLE, "day_override", N_ ("Exception of a day"), fields)

McDayOverride *
mc_day_override_new (void)
{
  return g_object_new (MC_TYPE_DAY_OVERRIDE, NULL);
}
