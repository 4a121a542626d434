/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mc-day.h"

G_BEGIN_DECLS

/* Plain values of the papers on duty; who makes them owns the texts. */

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

G_END_DECLS
