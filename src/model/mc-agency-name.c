/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-agency-name.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McAgencyName, agency_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Agency"), "agency"),
  MC_FIELD_TEXT (McAgencyName, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_TEXT (McAgencyName, short_name, MC_FIELD_REQUIRED, N_ ("Short name")),
  MC_FIELD_PERIOD (McAgencyName, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_TEXT (McAgencyName, decision_no, 0, N_ ("Decision number")),
  MC_FIELD_DAY (McAgencyName, decision_date, 0, N_ ("Decision date")),
};

MC_DEFINE_ENTITY (McAgencyName, mc_agency_name, MC_NOUN_TABLE, "agency_name", N_ ("Name of an agency"), fields)

McAgencyName *
mc_agency_name_new (void)
{
  return g_object_new (MC_TYPE_AGENCY_NAME, NULL);
}
