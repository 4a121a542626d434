/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-chart.h"
#include "mc-period.h"
#include "mc-staffing.h"

G_BEGIN_DECLS

/**
 * mc_need_chart_new:
 * @needs: (element-type McStaffingNeed): of mc_staffing_find()
 * @of: whose need it is: the name of a field or counter
 * @measured: whose visitors tell it
 *
 * Returns: (transfer full): how many people each half-hour of the week needs, with the finding as its title. Pure.
 */
McChart *mc_need_chart_new (const GArray *needs, const char *of, McPeriod measured);

G_END_DECLS
