/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-rule-book.h"
#include "mc-workload-figure.h"

G_BEGIN_DECLS

/** The rule that says how many points each group has at most. */
#define MC_SERVICE_QUALITY_TOPIC "service.quality"

/**
 * McQualityGroup:
 * The groups by which the national portal scores how an agency serves (Decision 766/QĐ-TTg). The portal reckons the
 * points by itself and its way of doing so is not known here: we tell the maxima, and what our own figures say of the
 * same matter. That is a share, and no points.
 */
typedef enum
{
  MC_QUALITY_TRANSPARENCY,
  MC_QUALITY_PROGRESS,
  MC_QUALITY_DIGITISED,
  MC_QUALITY_ONLINE,
  MC_QUALITY_SATISFACTION,
  MC_N_QUALITY_GROUPS,
} McQualityGroup;

/** mc_quality_group_name: "transparency", for programs and in the value of the rule. */
const char *mc_quality_group_name (McQualityGroup group);
/* For people: the group, and what our share of it is, or why there is none. */
const char *mc_quality_group_label (McQualityGroup group);
const char *mc_quality_group_words (McQualityGroup group);

/** mc_quality_group_max: the most points by @rule; 0 if it has none for the group. */
int mc_quality_group_max (McQualityGroup group, const McRule *rule);

/** mc_quality_group_share: 0 to 1 from the sums of @row; not finite where they say nothing of it. */
double mc_quality_group_share (McQualityGroup group, const McWorkloadRow *row);

G_END_DECLS
