/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_HOME_AGENCY (mc_home_agency_get_type ())
G_DECLARE_FINAL_TYPE (McHomeAgency, mc_home_agency, MC, HOME_AGENCY, McEntity)

/**
 * McHomeAgency:
 * To which agency a person belongs, by period.
 */
struct _McHomeAgency
{
  McEntity parent_instance;

  gint64 person_id;
  gint64 agency_id;
  McPeriod during;
  char *decision_no;
};

/** mc_home_agency_new: (transfer full): an unsaved one. */
McHomeAgency *mc_home_agency_new (void);

G_END_DECLS
