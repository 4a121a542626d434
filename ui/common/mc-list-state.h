/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-live-list.h"

G_BEGIN_DECLS

#define MC_TYPE_LIST_STATE (mc_list_state_get_type ())
G_DECLARE_FINAL_TYPE (McListState, mc_list_state, MC, LIST_STATE, AdwBin)

/**
 * McListState:
 * A list in each of its states: skeleton rows while it loads for longer than 0.2 s, its contents, what belongs here
 * while it is empty, nothing left by the filter, and what went wrong.
 *
 * Properties: "list" (McLiveList), "content" (GtkWidget: the table), "empty" (GtkWidget: an McEmptyPage), "shown"
 * (GListModel: the filtered model of the content; while it is empty and the list is not, "nothing matches" is shown).
 */
void mc_list_state_set_list (McListState *self, McLiveList *list);

G_END_DECLS
