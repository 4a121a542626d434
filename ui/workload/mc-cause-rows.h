/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-cause-feed.h"

G_BEGIN_DECLS

/* The lines of what stood beside a time of waiting; each function fills a boxed list anew. What can be opened is, by
 * "win.open-target". */

void mc_cause_rows_waiting (GtkListBox *box, McCauseFeed *feed);
/** mc_cause_rows_parts: @by: MC_WORKLOAD_BY_FIELD or _PROCEDURE. */
void mc_cause_rows_parts (GtkListBox *box, McCauseFeed *feed, McWorkloadBy by);
void mc_cause_rows_staffing (GtkListBox *box, McCauseFeed *feed);
void mc_cause_rows_absent (GtkListBox *box, McCauseFeed *feed);

/** mc_cause_rows_failure: instead of the figures, which could not be read. */
void mc_cause_rows_failure (GtkListBox *box, const char *reason);

G_END_DECLS
