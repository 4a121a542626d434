/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-org-block-private.h"

G_BEGIN_DECLS

/** mc_org_box_draw: (transfer full): the box of a seat. */
McSceneNode *mc_org_box_draw (McOrgPlan *plan, const McOrgPiece *piece);

/** mc_org_origin_draw: (transfer full): where its holder reports to besides. */
McSceneNode *mc_org_origin_draw (const McOrgPiece *piece);

G_END_DECLS
