/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-org-block-private.h"

G_BEGIN_DECLS

typedef struct _McOrgUnit McOrgUnit;

/**
 * McOrgUnit: a knot of the tree that is drawn: the seats of a post and what stands beneath them, or a section with the
 * posts in it; with neither, the room above all roots. Made once for a layout, whatever columns are tried.
 */
struct _McOrgUnit
{
  McOrgPost *post;       /* of the seats */
  McOrgSection *section; /* of the frame */
  gboolean loose;        /* the frame of those without a seat */
  GPtrArray *seats;      /* McOrgSeat, borrowed */
  GPtrArray *children;   /* McOrgUnit, owned: who leads others, or stands among the leaders; sections */
  GPtrArray *groups;     /* (nullable) McOrgGroup, borrowed: who leads nobody, in a section */
};

/** mc_org_unit_new: (transfer full): the tree of the plan's chart. */
McOrgUnit *mc_org_unit_new (McOrgPlan *plan);
void mc_org_unit_free (McOrgUnit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McOrgUnit, mc_org_unit_free)

/** mc_org_unit_block: (transfer full): the whole of it, drawn within the plan's limit. */
McOrgBlock *mc_org_unit_block (McOrgPlan *plan, McOrgUnit *unit);

G_END_DECLS
