/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-appointment.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McAppointment, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_REF (McAppointment, seat_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Seat"), "seat"),
  MC_FIELD_BOOL (McAppointment, concurrent, MC_FIELD_REQUIRED, N_ ("Beside another post")),
  MC_FIELD_PERIOD (McAppointment, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_TEXT (McAppointment, decision_no, 0, N_ ("Decision number")),
  MC_FIELD_DAY (McAppointment, decision_date, 0, N_ ("Decision date")),
};

MC_DEFINE_ENTITY (McAppointment, mc_appointment, MC_NOUN_TABLE, "appointment", N_ ("Appointment"), fields)

McAppointment *
mc_appointment_new (void)
{
  return g_object_new (MC_TYPE_APPOINTMENT, NULL);
}
