/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-day.h"

G_BEGIN_DECLS

/**
 * McCalendarEvent: one duty of one officer.
 * @uid: the same for the same duty whenever it is exported, so that a calendar replaces what it has
 * @from, @until: minutes since midnight in Asia/Ho_Chi_Minh
 * @location, @description: (nullable)
 * @sequence: how often it was changed since it was published first
 * @cancelled: it was taken away since it was exported before
 */
typedef struct
{
  const char *uid;
  McDay day;
  guint from, until;
  const char *summary, *location, *description;
  guint sequence;
  gboolean cancelled;
} McCalendarEvent;

/**
 * mc_calendar_file:
 * @name: of the calendar: the officer's
 * @made_at: seconds since the epoch, UTC
 *
 * An iCalendar file (RFC 5545) with the time zone Asia/Ho_Chi_Minh: lines folded at 75 octets, ended by CR and LF.
 *
 * Returns: (transfer full)
 */
GBytes *mc_calendar_file (const char *name, const McCalendarEvent *events, guint n, gint64 made_at);

/** mc_calendar_uid: (transfer full): of the duty of @person in one session of @day; @session: 1 morning, 2 afternoon.
 */
char *mc_calendar_uid (gint64 person, McDay day, guint session);

G_END_DECLS
