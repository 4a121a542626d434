/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-legal-frame.h"
#include "mc-person.h"
#include "mc-session.h"
#include "mc-tour.h"

G_BEGIN_DECLS

/* The acts on a person's tour. Each is a frame (what the law says, before) and a change (to commit). Frames are
 * (transfer full) and need the rules, which a session has loaded once it is open. */

/** mc_tour_frame_new: bringing a person to the centre from @from. Range: the planned last day. */
McLegalFrame *mc_tour_frame_new (McSession *session, McDay from, McTourKind kind);
/** mc_tour_frame_extend: range: the new planned last day of @tour. */
McLegalFrame *mc_tour_frame_extend (McSession *session, McTour *tour);
/** mc_tour_frame_end: range: the last day at the centre. */
McLegalFrame *mc_tour_frame_end (McSession *session, McTour *tour, McTourEnd reason);
/** mc_tour_frame_replace: range: the first day of the successor. */
McLegalFrame *mc_tour_frame_replace (McSession *session, McTour *tour);

/**
 * mc_tour_change_add_person:
 * @person: a new McPerson
 * @tour: a new McTour without person_id
 * @seat: the seat to be appointed to from the tour's first day, or 0
 * @field: the field of competence, or 0
 *
 * Also enters the person's home agency (the sending agency) from the tour's first day.
 */
McChange *mc_tour_change_add_person (McSession *session, McPerson *person, McTour *tour, gint64 seat, gint64 field);

/** mc_tour_change_new_tour: another tour of a person who is known; @tour has its person_id. */
McChange *mc_tour_change_new_tour (McSession *session, McTour *tour, gint64 seat);

/**
 * mc_tour_change_extend:
 * @until: the new planned last day, inclusive
 *
 * Returns: (transfer full): future of McChange; appointments that would have ended with the tour go on with it
 */
DexFuture *mc_tour_change_extend (
    McSession *session, McTour *tour, McDay until, const char *decision_no, McDay decision_date, const char *signer);

/**
 * mc_tour_change_end:
 * @last_day: the last day at the centre, inclusive
 *
 * Returns: (transfer full): future of McChange, which also ends the person's appointments and work at counters on that
 * day
 */
DexFuture *mc_tour_change_end (
    McSession *session, McTour *tour, McDay last_day, McTourEnd reason, const char *decision_no, const char *note);

/**
 * mc_tour_change_replace:
 * @successor: the id of the person who takes over; 0 with @new_person
 * @new_person: (nullable): a new McPerson instead
 * @first_day: the successor's first day; @tour ends the day before
 * @until: the successor's planned last day, inclusive
 *
 * Returns: (transfer full): future of McChange; the successor gets the seats and the counters of the predecessor
 */
DexFuture *mc_tour_change_replace (McSession *session,
                                   McTour *tour,
                                   gint64 successor,
                                   McPerson *new_person,
                                   McDay first_day,
                                   McDay until,
                                   const char *decision_no,
                                   McDay decision_date,
                                   const char *signer);

G_END_DECLS
