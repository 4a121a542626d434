/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-paper.h"

G_BEGIN_DECLS

/**
 * McDutyEntry: one person's duty on a Saturday or a holiday. Rows of one day are together; those of one day and leader
 * share the leader's cell.
 * @time: "07 giờ 00 phút - 10 giờ 30 phút", or "Sáng"
 */
typedef struct
{
  McDay day;
  const char *occasion; /* nullable: the holiday's name */
  const char *time;
  const char *leader, *leader_phone;
  const char *person, *agency, *duty, *phone;
} McDutyEntry;

/**
 * mc_duty_paper_new:
 * @error: MC_ERROR_INVALID where a day has no named leader: the city asks for one, with the list a working day before
 *
 * The duty list of Saturdays and holidays, A4 across.
 *
 * Returns: (transfer full)
 */
McOfficialPaper *mc_duty_paper_new (const McOfficialFrame *frame, const McDutyEntry *entries, guint n, GError **error);

/** McDaySheetEntry: a counter on one day; a closed session has %NULL for who sits there. */
typedef struct
{
  const char *counter;
  const char *fields;
  const char *morning, *afternoon;
} McDaySheetEntry;

/**
 * McDaySheet: what hangs in the hall in the morning.
 * @hours: (nullable): "Sáng: 07 giờ 00 phút - 10 giờ 30 phút. Chiều: …"
 * @leader: (nullable): on duty that day, with the telephone that people may ring
 */
typedef struct
{
  McDay day;
  const char *hours;
  const char *leader;
  const McDaySheetEntry *entries;
  guint n_entries;
} McDaySheet;

/** mc_day_sheet_paper_new: (transfer full): A4 upright, in letters that are read from a step away. */
McOfficialPaper *mc_day_sheet_paper_new (const McOfficialFrame *frame, const McDaySheet *sheet);

G_END_DECLS
