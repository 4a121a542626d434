/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-finding.h"

G_BEGIN_DECLS

/**
 * mc_finding_dup_subject_target:
 * Returns: (transfer full) (nullable): where the finding's subject is shown ("person/12", "agency/3"), for
 * `win.open-target`
 */
char *mc_finding_dup_subject_target (McFinding *finding);

/**
 * mc_finding_dup_remedy_target:
 * Returns: (transfer full) (nullable): where the remedy begins ("person/12/extend", "agency/3/quota",
 *   "person/new/3/standby"), for `win.open-target`; %NULL when no button helps
 */
char *mc_finding_dup_remedy_target (McFinding *finding);

/**
 * mc_finding_dup_letter_target:
 * Returns: (transfer full) (nullable): where the letter to the home agency is made that the finding asks for
 *   ("paper/term_ending/12"), for `win.open-target`
 */
char *mc_finding_dup_letter_target (McFinding *finding);

G_END_DECLS
