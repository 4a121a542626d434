/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_APPOINTMENT (mc_appointment_get_type ())
G_DECLARE_FINAL_TYPE (McAppointment, mc_appointment, MC, APPOINTMENT, McEntity)

/**
 * McAppointment:
 * A person on a seat, full-time or beside another post.
 */
struct _McAppointment
{
  McEntity parent_instance;

  gint64 person_id;
  gint64 seat_id;
  gboolean concurrent;
  McPeriod during;
  char *decision_no;
  McDay decision_date;
};

/** mc_appointment_new: (transfer full): an unsaved one. */
McAppointment *mc_appointment_new (void);

G_END_DECLS
