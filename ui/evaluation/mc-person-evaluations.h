/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_PERSON_EVALUATIONS (mc_person_evaluations_get_type ())
G_DECLARE_FINAL_TYPE (McPersonEvaluations, mc_person_evaluations, MC, PERSON_EVALUATIONS, AdwPreferencesGroup)

/**
 * McPersonEvaluations:
 * The evaluations of one person at a glance, the latest cycle first; each opens on its page. Who may see them is the
 * database's to say.
 */

/** mc_person_evaluations_show: @session: (nullable): shows nothing */
void mc_person_evaluations_show (McPersonEvaluations *self, McSession *session, gint64 person);

G_END_DECLS
