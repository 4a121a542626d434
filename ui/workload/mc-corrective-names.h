/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-corrective-action.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_CORRECTIVE_NAMES (mc_corrective_names_get_type ())
G_DECLARE_FINAL_TYPE (McCorrectiveNames, mc_corrective_names, MC, CORRECTIVE_NAMES, GObject)

/**
 * McCorrectiveNames:
 * What the counters and people of corrective actions are called, following the database.
 *
 * Signal `changed`: something may be called otherwise now.
 */
McCorrectiveNames *mc_corrective_names_new (McSession *session);

/** mc_corrective_names_time: (transfer full): "05/12/2026, 08:00, Counter 5", as much as is said of the time. */
char *mc_corrective_names_time (McCorrectiveNames *self, McCorrectiveAction *row);

/** mc_corrective_names_describe: a McFactDescribe, with the names as @user_data. Opens the time of waiting. */
void mc_corrective_names_describe (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target);

G_END_DECLS
