/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-legal-frame.h"
#include "mc-session.h"

G_BEGIN_DECLS

/**
 * McSeatAct: to put somebody on a seat.
 * @person: who
 * @seat: where to
 * @leaves: the seat that the person gives up for it besides the main one, or 0
 * @besides: beside the main seat (kiêm nhiệm); otherwise the main seat is given up for it
 * @day: the first day
 */
typedef struct
{
  gint64 person;
  gint64 seat;
  gint64 leaves;
  gboolean besides;
  McDay day;
} McSeatAct;

/**
 * mc_seat_frame_appoint:
 * Returns: (transfer full): future of McLegalFrame: the rule on the post, what will happen to whom, and what the law
 * and the house rules would then find; blocked where the person is not at the centre on that day, or sits there already
 */
DexFuture *mc_seat_frame_appoint (McSession *session, const McSeatAct *act);

/**
 * mc_seat_change_appoint:
 * @decision_no: (nullable)
 * @decision_date: or MC_DAY_NONE
 *
 * Whoever holds the seat leaves it the day before. The appointment lasts as long as the person's tour, unless somebody
 * else has the seat from a later day.
 *
 * Returns: (transfer full): future of McChange; rejects with MC_ERROR_INVALID as the frame is blocked
 */
DexFuture *
mc_seat_change_appoint (McSession *session, const McSeatAct *act, const char *decision_no, McDay decision_date);

/** mc_seat_frame_vacate: (transfer full): future of McLegalFrame; range: the last day of @person on @seat. */
DexFuture *mc_seat_frame_vacate (McSession *session, gint64 person, gint64 seat);

/** mc_seat_change_vacate: (transfer full): future of McChange: @person leaves @seat after @last_day. */
DexFuture *mc_seat_change_vacate (McSession *session, gint64 person, gint64 seat, McDay last_day);

G_END_DECLS
