/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-appointment.h"
#include "mc-error.h"
#include "mc-person.h"
#include "mc-post.h"
#include "mc-query.h"
#include "mc-seat-actions.h"
#include "mc-seat.h"
#include "mc-session-private.h"
#include "mc-tour.h"

G_BEGIN_DECLS

/** McSeatPlan: an appointment to be, with the rows that it concerns as they are in the database. */
typedef struct
{
  McSession *session;
  McSeatAct act;
  McPerson *person;
  McSeat *seat;
  McPost *post;
  McTour *tour;      /* of the day; NULL where blocked */
  McLiveList *staff; /* McStaffEntry of the day */
  McLiveList *away;  /* McAbsenceEntry of the day */
  GPtrArray *of_seat;
  GPtrArray *of_person;
  char *person_name;
  char *blocked; /* why it cannot be done, or NULL */
} McSeatPlan;

/** mc_seat_plan_load: (on a fiber) (transfer full) (nullable) */
McSeatPlan *mc_seat_plan_load (McSession *session, const McSeatAct *act, GError **error);
void mc_seat_plan_free (McSeatPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McSeatPlan, mc_seat_plan_free)

/** mc_seat_plan_change: (transfer full): for a plan that is not blocked. */
McChange *mc_seat_plan_change (McSeatPlan *self, const char *decision_no, McDay decision_date);

/** mc_seat_plan_frame: (transfer full); @findings: (nullable) (element-type McFinding) */
McLegalFrame *mc_seat_plan_frame (McSeatPlan *self, GPtrArray *findings);

/** mc_seat_plan_dup_name: (transfer full): of a person who is known. */
char *mc_seat_plan_dup_name (McSession *session, gint64 person);

G_END_DECLS
