/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_AGENCY_NAME (mc_agency_name_get_type ())
G_DECLARE_FINAL_TYPE (McAgencyName, mc_agency_name, MC, AGENCY_NAME, McEntity)

/**
 * McAgencyName:
 * What an agency was called, and when; old prints keep the old name.
 */
struct _McAgencyName
{
  McEntity parent_instance;

  gint64 agency_id;
  char *name;
  char *short_name;
  McPeriod during;
  char *decision_no;
  McDay decision_date;
};

/** mc_agency_name_new: (transfer full): an unsaved one. */
McAgencyName *mc_agency_name_new (void);

G_END_DECLS
