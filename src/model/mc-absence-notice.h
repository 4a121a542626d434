/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence.h"
#include "mc-session-time.h"
#include "mc-staff-entry.h"

G_BEGIN_DECLS

/** McNoticeTransfer: from one place to another, on days in a row; places as papers name them: "quầy số 03". */
typedef struct
{
  char *before;
  char *after;
  McDay from;
  McDay last; /* included */
  McHalf half;
} McNoticeTransfer;

/** McNoticePerson: @who is told; as of the register. @transfers: (element-type McNoticeTransfer). */
typedef struct
{
  McStaffEntry *who;
  GArray *transfers;
} McNoticePerson;

/**
 * McNoticeRequest: what the home agency of who is away is asked for.
 * @counter, @field: what is to be manned
 * @standby: whom it may send: "ông Trần Văn Mẫu"
 * @opens: when a session begins, in minutes since midnight; MC_CLOCK_NONE: not known
 */
typedef struct
{
  char *counter;
  char *field;
  char *standby;
  int opens[MC_DAY_SESSIONS];
  double days;
  McDay from;
  McDay last; /* included */
} McNoticeRequest;

/** McNoticeSeat: a counter in the hall; %NULL for a session that is closed. */
typedef struct
{
  char *counter;
  char *fields;
  char *morning;
  char *afternoon;
} McNoticeSeat;

/** McNoticeSheet: one day in the hall. @opens, @closes: as of McNoticeRequest. @seats: (element-type McNoticeSeat). */
typedef struct
{
  McDay day;
  int opens[MC_DAY_SESSIONS];
  int closes[MC_DAY_SESSIONS];
  char *leader; /* (nullable) */
  GArray *seats;
} McNoticeSheet;

/**
 * McAbsenceNotice:
 * Whom an absence and its repair concern, and what they are to be told: plain values, in Vietnamese, for papers.
 *
 * @away: who does not come; without transfers
 * @people: (element-type McNoticePerson): who move
 * @request: (nullable)
 * @sheets: (element-type McNoticeSheet): the days that change, in order
 */
typedef struct
{
  McNoticePerson away;
  GArray *people;
  McNoticeRequest *request;
  GArray *sheets;
} McAbsenceNotice;

/** mc_absence_notice_new: (transfer full): of nobody. */
McAbsenceNotice *mc_absence_notice_new (void);
void mc_absence_notice_free (McAbsenceNotice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McAbsenceNotice, mc_absence_notice_free)

/** mc_absence_notice_add_person: (transfer none): filled in by the caller; good until the next one. */
McNoticePerson *mc_absence_notice_add_person (McAbsenceNotice *self);

/** mc_notice_person_add_transfer: @before, @after: (transfer full) */
void
mc_notice_person_add_transfer (McNoticePerson *self, char *before, char *after, McDay from, McDay last, McHalf half);

/** mc_absence_notice_add_sheet: (transfer none): as mc_absence_notice_add_person(). */
McNoticeSheet *mc_absence_notice_add_sheet (McAbsenceNotice *self, McDay day);

G_END_DECLS
