/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-attendance-month.h"

G_BEGIN_DECLS

/** A session of a person, as the rows say. */
typedef struct
{
  McAttendance *row;
  gint64 roster; /* whose cell it is; 0: none */
  gint64 amendment;
  const char *roster_place; /* NULL: kept free */
  const char *standing_place;
  guint8 here; /* the tour runs: 1 sits here, 2 stands by */
  gboolean away, excused;
  McAbsenceKind kind;
  gboolean expected;
  const char *place;
} McAttendanceSlot;

struct _McAttendanceMonth
{
  GObject parent_instance;

  McPeriod days;
  McWorkCalendar *calendar;
  GStringChunk *texts;
  GArray *people;      /* McAttendanceWho */
  GHashTable *indices; /* gint64 id -> index + 1 */
  McAttendanceSlot *slots;
  gint64 *rosters;      /* of each day, the one that is out; 0: none */
  GHashTable *rostered; /* "roster person" that have a cell at all */
  GHashTable *keep;     /* rows that are referred to */
};

McAttendanceSlot *mc_attendance_month_slot (McAttendanceMonth *self, guint person, McDay day, McDaySession session);

G_END_DECLS
