/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_SERVICE (mc_service_get_type ())
G_DECLARE_FINAL_TYPE (McService, mc_service, MC, SERVICE, McEntity)

/**
 * McService:
 * Where a person has worked, from which the years in a field are counted.
 */
struct _McService
{
  McEntity parent_instance;

  gint64 person_id;
  gint64 agency_id;
  char *employer;
  char *field_name;
  char *role;
  McPeriod during;
};

/** mc_service_new: (transfer full): an unsaved one. */
McService *mc_service_new (void);

G_END_DECLS
