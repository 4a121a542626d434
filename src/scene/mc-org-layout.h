/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-org-chart.h"
#include "mc-org-diff.h"
#include "mc-scene.h"

G_BEGIN_DECLS

typedef enum
{
  MC_ORG_TOP_DOWN,
  MC_ORG_LEFT_TO_RIGHT,
} McOrgDirection;

/**
 * McOrgDetail: how much a box says.
 * @MC_ORG_NAME: the name
 * @MC_ORG_POST: and the post
 * @MC_ORG_FULL: and photo, agency, telephone
 */
typedef enum
{
  MC_ORG_NAME,
  MC_ORG_POST,
  MC_ORG_FULL,
} McOrgDetail;

/** McOrgGrouping: into what the officers of Reception are gathered. */
typedef enum
{
  MC_ORG_BY_AGENCY,
  MC_ORG_BY_COUNTER,
} McOrgGrouping;

/**
 * McOrgLayoutOptions: all zero is a good beginning.
 *
 * @counters: (nullable): address of a person's id (gint64) → name of the counter (UTF-8), for MC_ORG_BY_COUNTER
 * @collapsed: (nullable): a set of the keys of sections, groups and leaders ("section/2", "group/2/3/XD", "seat/1")
 * whose contents are not shown
 * @photos: (nullable): address of the id of a photo (gint64) → cairo_surface_t
 * @diff: (nullable): changes to mark
 * @aspect: width to height that the drawing should come close to; 0: that of A3 with its title block
 * @editable: boxes may be dragged, and take what is dragged
 */
typedef struct
{
  McOrgDirection direction;
  McOrgDetail detail;
  McOrgGrouping grouping;
  GHashTable *counters;
  GHashTable *collapsed;
  GHashTable *photos;
  McOrgDiff *diff;
  double aspect;
  gboolean editable;
} McOrgLayoutOptions;

/** MC_ORG_LEAST_TEXT: the smallest text of the drawing, points. */
#define MC_ORG_LEAST_TEXT 8.0

/**
 * mc_org_layout:
 * @options: (nullable)
 *
 * Draws the chart: whoever leads on top (or at the left), deputies beneath side by side, the sections as titled frames,
 * large ones in columns as high as the paper asks for. Keys of nodes: "seat/ID", "loose/PERSON", "section/ID",
 * "group/SECTION/CHIEF/CODE", "loose" for the frame of those without a seat. Targets: "person/ID"; "seat/ID" where
 * vacant. Dragged: "holder/SEAT/PERSON" (seat 0: none). Pure.
 *
 * Returns: (transfer full): a sealed scene
 */
McScene *mc_org_layout (McOrgChart *chart, const McOrgLayoutOptions *options);

/** mc_org_layout_list_groups: (transfer full) (element-type utf8): the keys of all groups that could be collapsed. */
GPtrArray *mc_org_layout_list_groups (McOrgChart *chart, const McOrgLayoutOptions *options);

G_END_DECLS
