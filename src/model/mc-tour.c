/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-tour.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_tour_kind_values[] = {
  { "", NULL },
  { "seconded", N_ ("Seconded") },
  { "own", N_ ("Centre's own") },
  { "postal", N_ ("Postal") },
  { "contract", N_ ("Contract") },
  { "supervision", N_ ("Supervision") },
  { NULL, NULL },
};

const McEnumValue mc_tour_role_values[] = {
  { "", NULL },
  { "primary", N_ ("Primary") },
  { "standby", N_ ("Standby") },
  { NULL, NULL },
};

const McEnumValue mc_tour_end_values[] = {
  { "", NULL },
  { "expired", N_ ("Term is over") },
  { "recalled", N_ ("Recalled") },
  { "replaced", N_ ("Replaced") },
  { "merged", N_ ("Agency merged") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McTour, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_REF (McTour, agency_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Sending agency"), "agency"),
  MC_FIELD_ENUM (McTour, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_tour_kind_values),
  MC_FIELD_ENUM (McTour, role, MC_FIELD_REQUIRED, N_ ("Role"), mc_tour_role_values),
  MC_FIELD_PERIOD (McTour, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_DAY (McTour, planned_until, MC_FIELD_UNTIL, N_ ("Planned until")),
  MC_FIELD_TEXT (McTour, decision_no, 0, N_ ("Decision number")),
  MC_FIELD_DAY (McTour, decision_date, 0, N_ ("Decision date")),
  MC_FIELD_TEXT (McTour, signer, 0, N_ ("Signed by")),
  MC_FIELD_ENUM (McTour, end_reason, 0, N_ ("Reason of the end"), mc_tour_end_values),
  MC_FIELD_TEXT (McTour, end_decision_no, 0, N_ ("Decision on the end")),
  MC_FIELD_TEXT (McTour, end_note, 0, N_ ("Note on the end")),
  MC_FIELD_REF (McTour, replaces_tour_id, MC_FIELD_KEY, N_ ("Replaces"), "tour"),
};

MC_DEFINE_ENTITY (McTour, mc_tour, MC_NOUN_TABLE, "tour", N_ ("Tour"), fields)

McTour *
mc_tour_new (void)
{
  return g_object_new (MC_TYPE_TOUR, NULL);
}
