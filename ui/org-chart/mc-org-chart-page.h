/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_ORG_CHART_PAGE (mc_org_chart_page_get_type ())
G_DECLARE_FINAL_TYPE (McOrgChartPage, mc_org_chart_page, MC, ORG_CHART_PAGE, McPage)

/**
 * McOrgChartPage:
 * The organisation as a drawing and as a table, on any day; who sits where is changed here. Opens "org-chart" and
 * "seat/12".
 *
 * Properties, read-write: `view` ("chart", "list"), `detail` ("name", "post", "full"), `direction` ("down", "right"),
 * `grouping` ("agency", "counter"), `comparing` (bool: changes are marked and listed).
 */

G_END_DECLS
