/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence-outlook.h"
#include "mc-change.h"

G_BEGIN_DECLS

/**
 * mc_absence_act_build:
 * @outlook: with an answer, of a roster that is out
 * @answer: from 1 on, as McOutlookView tells it
 * @absence: see mc_absence_change_amend()
 * @templates: of McPaperTemplate
 * @papers: (out) (transfer full) (element-type McRegisteredPaper): what is drawn up with it
 *
 * Returns: (transfer full): the absence, the amendment and the papers as one change
 */
McChange *mc_absence_act_build (McSession *session,
                                McAbsenceOutlook *outlook,
                                guint answer,
                                McAbsence *absence,
                                GListModel *templates,
                                GPtrArray **papers);

G_END_DECLS
