/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-agency-entry.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_AGENCY_DETAIL (mc_agency_detail_get_type ())
G_DECLARE_FINAL_TYPE (McAgencyDetail, mc_agency_detail, MC, AGENCY_DETAIL, AdwBin)

/**
 * McAgencyDetail:
 * The page of one agency: quota against who is here, its people, its findings, where papers go, and its history of
 * quotas, names and successions; with the acts on it.
 */

/** mc_agency_detail_show: @entry: (nullable): the agency on @day; %NULL shows that none is chosen. */
void mc_agency_detail_show (McAgencyDetail *self, McSession *session, McDay day, McAgencyEntry *entry);

/** mc_agency_detail_act: begins an act: "edit", "quota", "rename" or "merge"; anything else does nothing. */
void mc_agency_detail_act (McAgencyDetail *self, const char *act);

G_END_DECLS
