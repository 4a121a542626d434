/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-quota.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McQuota, agency_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Agency"), "agency"),
  MC_FIELD_INT (McQuota, officers, MC_FIELD_REQUIRED, N_ ("Officers")),
  MC_FIELD_PERIOD (McQuota, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_TEXT (McQuota, decision_no, 0, N_ ("Decision number")),
};

MC_DEFINE_ENTITY (McQuota, mc_quota, MC_NOUN_TABLE, "agency_quota", N_ ("Quota"), fields)

McQuota *
mc_quota_new (void)
{
  return g_object_new (MC_TYPE_QUOTA, NULL);
}
