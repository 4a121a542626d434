/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-finding.h"

G_BEGIN_DECLS

#define MC_TYPE_FINDING_BADGE (mc_finding_badge_get_type ())
G_DECLARE_FINAL_TYPE (McFindingBadge, mc_finding_badge, MC, FINDING_BADGE, AdwBin)

/**
 * McFindingBadge:
 * How grave a finding is: a sign, a word and a colour. Properties: "finding" (McFinding: its severity; the sentence
 * and the article are the tooltip), or "severity" (int, McFindingSeverity; -1 shows that all is well), "count" (uint:
 * a number instead of the word; 0: the word) and "compact" (bool: the sign alone, the word for screen readers).
 */
void mc_finding_badge_set (McFindingBadge *self, int severity, guint count);

G_END_DECLS
