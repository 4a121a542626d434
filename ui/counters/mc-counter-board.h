/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-serving-view.h"

G_BEGIN_DECLS

#define MC_TYPE_COUNTER_BOARD (mc_counter_board_get_type ())
G_DECLARE_FINAL_TYPE (McCounterBoard, mc_counter_board, MC, COUNTER_BOARD, AdwBin)

/**
 * McCounterBoard:
 * The table of counters of a day with its filters, and the detail of one beside it.
 */

void mc_counter_board_show (McCounterBoard *self, McSession *session, McDay day, McServingView *serving);

/** mc_counter_board_open: shows @counter (0: closes the detail) and does @act (nullable) there. */
void mc_counter_board_open (McCounterBoard *self, gint64 counter, const char *act);

/** mc_counter_board_go_back: closes the detail; FALSE where none is open. */
gboolean mc_counter_board_go_back (McCounterBoard *self);

gboolean mc_counter_board_grab_search (McCounterBoard *self);

void mc_counter_board_export (McCounterBoard *self);

/** mc_counter_board_get_free_number: the lowest number that no counter of the day has. */
int mc_counter_board_get_free_number (McCounterBoard *self);

G_END_DECLS
