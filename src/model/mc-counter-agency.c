/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-agency.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McCounterAgency, counter_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Counter"), "counter"),
  MC_FIELD_REF (McCounterAgency, agency_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Agency"), "agency"),
  MC_FIELD_PERIOD (McCounterAgency, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (
    McCounterAgency, mc_counter_agency, MC_NOUN_TABLE, "counter_agency", N_ ("Agency of a counter"), fields)

McCounterAgency *
mc_counter_agency_new (void)
{
  return g_object_new (MC_TYPE_COUNTER_AGENCY, NULL);
}
