/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_COUNTER_AGENCY (mc_counter_agency_get_type ())
G_DECLARE_FINAL_TYPE (McCounterAgency, mc_counter_agency, MC, COUNTER_AGENCY, McEntity)

/**
 * McCounterAgency:
 * That an agency receives at a counter.
 */
struct _McCounterAgency
{
  McEntity parent_instance;

  gint64 counter_id;
  gint64 agency_id;
  McPeriod during;
};

/** mc_counter_agency_new: (transfer full): an unsaved one. */
McCounterAgency *mc_counter_agency_new (void);

G_END_DECLS
