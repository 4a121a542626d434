/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-seat-entry.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_INT (McSeatEntry, number, MC_FIELD_REQUIRED, N_ ("Number")),
  MC_FIELD_REF (McSeatEntry, post_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Post"), "post"),
  MC_FIELD_TEXT (McSeatEntry, post_code, MC_FIELD_REQUIRED, N_ ("Code of the post")),
  MC_FIELD_TEXT (McSeatEntry, post_name, MC_FIELD_REQUIRED, N_ ("Post")),
  MC_FIELD_BOOL (McSeatEntry, concurrent, MC_FIELD_REQUIRED, N_ ("Held beside another post")),
  MC_FIELD_BOOL (McSeatEntry, part_time, MC_FIELD_REQUIRED, N_ ("Main work elsewhere")),
  MC_FIELD_REF (McSeatEntry, section_id, MC_FIELD_KEY, N_ ("Section"), "section"),
  MC_FIELD_TEXT (McSeatEntry, section_code, 0, N_ ("Code of the section")),
  MC_FIELD_TEXT (McSeatEntry, section_name, 0, N_ ("Section")),
  MC_FIELD_REF (McSeatEntry, origin_agency_id, 0, N_ ("Filled by"), "agency"),
  MC_FIELD_TEXT (McSeatEntry, origin_agency_code, 0, N_ ("Code of the agency")),
  MC_FIELD_TEXT (McSeatEntry, origin_note, 0, N_ ("Origin")),
  MC_FIELD_REF (McSeatEntry, appointment_id, 0, N_ ("Appointment"), "appointment"),
  MC_FIELD_REF (McSeatEntry, person_id, MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_TEXT (McSeatEntry, full_name, 0, N_ ("Full name")),
};

MC_DEFINE_ENTITY (McSeatEntry, mc_seat_entry, MC_NOUN_STATE, "seats_at", N_ ("Seat on a day"), fields)
