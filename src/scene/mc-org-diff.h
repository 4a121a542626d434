/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-org-change.h"
#include "mc-org-chart.h"

G_BEGIN_DECLS

#define MC_TYPE_ORG_DIFF (mc_org_diff_get_type ())
G_DECLARE_FINAL_TYPE (McOrgDiff, mc_org_diff, MC, ORG_DIFF, GObject)

/**
 * McOrgDiff:
 * A GListModel of McOrgChange: what differs between the charts of two days, in the order of the later chart; who left
 * stands last. A person is one change even where several seats are concerned, besides those that the person took on or
 * gave up beside the main one. Pure.
 */
McOrgDiff *mc_org_diff_new (McOrgChart *earlier, McOrgChart *later);

/** mc_org_diff_find: (nullable) (transfer none): what is to be marked on the box @key of the later chart. */
McOrgChange *mc_org_diff_find (McOrgDiff *self, const char *key);

/** mc_org_diff_dup_summary: (transfer full): "2 came · 1 left · 3 moved · 1 became vacant"; says so where nothing did.
 */
char *mc_org_diff_dup_summary (McOrgDiff *self);

G_END_DECLS
