/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-org-chart.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_ORG_PHOTOS (mc_org_photos_get_type ())
G_DECLARE_FINAL_TYPE (McOrgPhotos, mc_org_photos, MC, ORG_PHOTOS, GObject)

/**
 * McOrgPhotos:
 * The photos of the people on a chart, read once and kept. Signal `changed`: one more has been read.
 */
McOrgPhotos *mc_org_photos_new (void);

/** mc_org_photos_want: reads what @chart needs and is not there yet; another @session forgets all. */
void mc_org_photos_want (McOrgPhotos *self, McSession *session, McOrgChart *chart);

/** mc_org_photos_get: (transfer none): for McOrgLayoutOptions. */
GHashTable *mc_org_photos_get (McOrgPhotos *self);

G_END_DECLS
