/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_CENTRE_PAGE (mc_centre_page_get_type ())
G_DECLARE_FINAL_TYPE (McCentrePage, mc_centre_page, MC, CENTRE_PAGE, McPage)

/**
 * McCentrePage:
 * What the office may set for the whole centre, and the dated rules of the law (read only).
 */

G_END_DECLS
