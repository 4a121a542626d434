/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-home-agency.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McHomeAgency, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_REF (McHomeAgency, agency_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Agency"), "agency"),
  MC_FIELD_PERIOD (McHomeAgency, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_TEXT (McHomeAgency, decision_no, 0, N_ ("Decision number")),
};

MC_DEFINE_ENTITY (McHomeAgency, mc_home_agency, MC_NOUN_TABLE, "home_agency", N_ ("Home agency"), fields)

McHomeAgency *
mc_home_agency_new (void)
{
  return g_object_new (MC_TYPE_HOME_AGENCY, NULL);
}
