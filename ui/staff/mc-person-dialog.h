/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-person.h"

G_BEGIN_DECLS

#define MC_TYPE_PERSON_DIALOG (mc_person_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McPersonDialog, mc_person_dialog, MC, PERSON_DIALOG, McActDialog)

/**
 * mc_person_dialog_new:
 * @agency: which sends the person, or 0
 * @role: "primary" or "standby"
 *
 * Adds a person with the tour that brings him here, a seat and a field of competence. What the law hides is sent apart
 * and never lies in a draft.
 */
AdwDialog *mc_person_dialog_new (McSession *session, gint64 agency, const char *role);

/** mc_tour_dialog_new: another tour of @person, who is in the register. */
AdwDialog *mc_tour_dialog_new (McSession *session, McPerson *person, gint64 agency);

/** mc_person_edit_dialog_new: what is public about @person. */
AdwDialog *mc_person_edit_dialog_new (McSession *session, McPerson *person);

G_END_DECLS
