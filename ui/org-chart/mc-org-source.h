/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-org-chart.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_ORG_SOURCE (mc_org_source_get_type ())
G_DECLARE_FINAL_TYPE (McOrgSource, mc_org_source, MC, ORG_SOURCE, GObject)

/**
 * McOrgSource:
 * The chart of a day, made anew whenever the register changes: holds the live lists that it is made of.
 *
 * Signal `changed`: there is another chart. While the lists of another day load, the chart of before stays.
 */
McOrgSource *mc_org_source_new (void);

/** mc_org_source_look_at: @session: (nullable); @day: MC_DAY_NONE for no chart. */
void mc_org_source_look_at (McOrgSource *self, McSession *session, McDay day);

/** mc_org_source_get_chart: (transfer none) (nullable): the last one that was made. */
McOrgChart *mc_org_source_get_chart (McOrgSource *self);

/** mc_org_source_get_error: (nullable): why the lists could not be loaded. */
const GError *mc_org_source_get_error (McOrgSource *self);

G_END_DECLS
