/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_STAFF_PAGE (mc_staff_page_get_type ())
G_DECLARE_FINAL_TYPE (McStaffPage, mc_staff_page, MC, STAFF_PAGE, McPage)

/**
 * McStaffPage:
 * "Cán bộ": everybody in the register as a table, with the state of the as-of day, and beside it the page of one
 * person. Opens "person/ID", "person/ID/ACT" (see mc_person_detail_act()), "person/new", "person/new/AGENCY/ROLE" and
 * "staff".
 */

G_END_DECLS
