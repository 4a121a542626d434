/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_WORKLOAD_PAGE (mc_workload_page_get_type ())
G_DECLARE_FINAL_TYPE (McWorkloadPage, mc_workload_page, MC, WORKLOAD_PAGE, McPage)

/**
 * McWorkloadPage:
 * What came, what was done and how long people waited: figures, a chart of them and the list of its values. The time is
 * that of the month of the window's day, unless another is chosen.
 */

G_END_DECLS
