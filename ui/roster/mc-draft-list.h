/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-registered-paper.h"

G_BEGIN_DECLS

#define MC_TYPE_DRAFT_LIST (mc_draft_list_get_type ())
G_DECLARE_FINAL_TYPE (McDraftList, mc_draft_list, MC, DRAFT_LIST, AdwPreferencesGroup)

/**
 * McDraftList:
 * Papers that an act has just drawn up, each with a button to print it and one to open it in the register.
 *
 * Signal `opened` (): one is opened; what is in its way should go.
 */

/** mc_draft_list_show: @papers: (element-type McRegisteredPaper): saved, with their content; held. */
void mc_draft_list_show (McDraftList *self, GPtrArray *papers);

G_END_DECLS
