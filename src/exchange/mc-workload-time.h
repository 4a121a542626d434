/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-day.h"
#include "mc-table-cell.h"

G_BEGIN_DECLS

/** MC_TIME_UNSAID: a day without a time of day. */
#define MC_TIME_UNSAID (-1)

/**
 * mc_workload_time_read:
 * @day: (out): MC_DAY_NONE for a time of day alone, and for an empty cell
 * @seconds: (out): since midnight, or MC_TIME_UNSAID
 *
 * Points of time as Vietnamese systems write them: "05/02/2026", "5/2/2026 7:30", "05/02/2026 07:30:15 SA", "07:30
 * 05/02/2026", "2026-02-05T07:30:15+07:00", "07:30:15", a day of the spreadsheet or its serial number. The day stands
 * before the month.
 *
 * Returns: (transfer full) (nullable): why the cell cannot be used
 */
char *mc_workload_time_read (const McTableCell *cell, McDay *day, int *seconds);

/** mc_workload_time_minutes: whole minutes from one point of time to another; of days alone where a time is missing. */
gint64 mc_workload_time_minutes (McDay from, int from_seconds, McDay until, int until_seconds);

G_END_DECLS
