/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_QUOTA (mc_quota_get_type ())
G_DECLARE_FINAL_TYPE (McQuota, mc_quota, MC, QUOTA, McEntity)

/**
 * McQuota:
 * How many officers an agency has to send, by period.
 */
struct _McQuota
{
  McEntity parent_instance;

  gint64 agency_id;
  int officers;
  McPeriod during;
  char *decision_no;
};

/** mc_quota_new: (transfer full): an unsaved one. */
McQuota *mc_quota_new (void);

G_END_DECLS
