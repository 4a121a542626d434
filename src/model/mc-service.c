/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-service.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McService, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_REF (McService, agency_id, 0, N_ ("Agency"), "agency"),
  MC_FIELD_TEXT (McService, employer, MC_FIELD_BLANK, N_ ("Employer")),
  MC_FIELD_TEXT (McService, field_name, MC_FIELD_BLANK, N_ ("Field")),
  MC_FIELD_TEXT (McService, role, MC_FIELD_BLANK, N_ ("Position")),
  MC_FIELD_PERIOD (McService, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McService, mc_service, MC_NOUN_TABLE, "service", N_ ("Service"), fields)

McService *
mc_service_new (void)
{
  return g_object_new (MC_TYPE_SERVICE, NULL);
}
