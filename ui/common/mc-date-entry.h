/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-day.h"

G_BEGIN_DECLS

#define MC_TYPE_DATE_ENTRY (mc_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (McDateEntry, mc_date_entry, MC, DATE_ENTRY, AdwBin)

/**
 * McDateEntry:
 * A day, typed as dd/mm/yyyy (d/m/yyyy and yyyy-mm-dd are understood) or picked from a calendar. What is typed is
 * put into the usual form when the keyboard leaves. Up and Down step by a day, with Ctrl by a month.
 *
 * Properties: "day" (int, McDay; %MC_DAY_NONE while empty or wrong), "optional" (bool: empty is valid; default
 * %FALSE), "valid" (bool, read-only), "error" (string, read-only: what is wrong, for people), "earliest" and
 * "latest" (int, McDay; %MC_DAY_NONE: no bound). Signal "activate": Enter was pressed with a valid day.
 *
 * For a row of a boxed list there is McDateRow.
 */
McDay mc_date_entry_get_day (McDateEntry *self);
void mc_date_entry_set_day (McDateEntry *self, McDay day);
gboolean mc_date_entry_get_valid (McDateEntry *self);

G_END_DECLS
