/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_AGENCIES_PAGE (mc_agencies_page_get_type ())
G_DECLARE_FINAL_TYPE (McAgenciesPage, mc_agencies_page, MC, AGENCIES_PAGE, McPage)

/**
 * McAgenciesPage:
 * "Cơ quan cử": the agencies of the as-of day with quota, officers present, standbys and what is missing; beside the
 * list the page of one of them. Opens "agency/ID", "agency/ID/quota", "agency/ID/edit", "agency/ID/rename",
 * "agency/ID/merge" and "agency/new".
 */

G_END_DECLS
