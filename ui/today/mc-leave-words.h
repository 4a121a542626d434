/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-leave-view.h"

G_BEGIN_DECLS

/* What dialogs about one person's leave tell of it. */

/**
 * mc_leave_words_balance:
 * @title: (out) (transfer full): what is left
 *
 * Returns: (transfer full) (nullable): how much; %NULL where the kind of leave has no account
 */
char *mc_leave_words_balance (McLeaveView *view, const McLeaveItem *item, char **title);

/**
 * mc_leave_words_law:
 * @cites: (out) (transfer full): the articles
 *
 * Returns: (transfer full): what the law says against it; empty where nothing
 */
char *mc_leave_words_law (McLeaveView *view, const McLeaveItem *item, McDay today, char **cites);

/** mc_leave_words_show: a row with a title is shown, one without is hidden. @subtitle: (nullable). */
void mc_leave_words_show (AdwActionRow *row, const char *title, const char *subtitle);

G_END_DECLS
