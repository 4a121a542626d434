/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-need-plan.h"

G_BEGIN_DECLS

/** mc_need_rows_show: a line for each counter at which something changes; @plan: (nullable): none. */
void mc_need_rows_show (GtkListBox *box, const McNeedPlan *plan);

/** mc_need_rows_dup_summary: (transfer full): how many counters change, and how many keep what they have. */
char *mc_need_rows_dup_summary (const McNeedPlan *plan);

/** mc_need_rows_dup_counter: (transfer full): "Counter 5: Hộ tịch". */
char *mc_need_rows_dup_counter (McCounter *counter);

G_END_DECLS
