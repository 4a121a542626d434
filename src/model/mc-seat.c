/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-seat.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McSeat, post_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Post"), "post"),
  MC_FIELD_INT (McSeat, number, MC_FIELD_REQUIRED, N_ ("Number")),
  MC_FIELD_REF (McSeat, origin_agency_id, 0, N_ ("Filled by"), "agency"),
  MC_FIELD_TEXT (McSeat, origin_note, 0, N_ ("Origin")),
  MC_FIELD_PERIOD (McSeat, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McSeat, mc_seat, MC_NOUN_TABLE, "seat", N_ ("Seat"), fields)
