/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_COUNTERS_PAGE (mc_counters_page_get_type ())
G_DECLARE_FINAL_TYPE (McCountersPage, mc_counters_page, MC, COUNTERS_PAGE, McPage)

/**
 * McCountersPage:
 * The counters, who may serve what, the catalogue of procedures, and the equipment. Targets: "counter/ID",
 * "counter/ID/ACT", "counter/new", "counter/new/AGENCY", "counter/who", "counter/who/PERSON", "counter/who/at/COUNTER",
 * "procedure", "procedure/ID", "equipment", "equipment/ID".
 */

G_END_DECLS
