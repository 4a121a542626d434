/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence-outlook.h"
#include "mc-change.h"
#include "mc-draft-list.h"

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

/**
 * McAbsenceStage: the parts of a dialog that keeps such a change. All (transfer none).
 *
 * @ways: what was chosen from; cannot be used meanwhile
 * @navigation: with a page "done", which says in @done what was done, and shows the papers in @drafts
 */
typedef struct
{
  AdwDialog *dialog;
  GtkWidget *ways;
  AdwNavigationView *navigation;
  AdwStatusPage *done;
  McDraftList *drafts;
} McAbsenceStage;

/**
 * mc_absence_act_keep:
 * @papers: (element-type McRegisteredPaper): that @change enters
 *
 * Commits @change. Then the dialog shows the papers, or closes where there are none; where it failed, that has been
 * told, and the dialog is as before.
 *
 * Returns: (transfer full): future of bool, TRUE
 */
DexFuture *mc_absence_act_keep (const McAbsenceStage *stage, McSession *session, McChange *change, GPtrArray *papers);

G_END_DECLS
