/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staff-entry.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McStaffEntry, full_name, MC_FIELD_REQUIRED, N_ ("Full name")),
  MC_FIELD_TEXT (McStaffEntry, family_name, 0, N_ ("Family name")),
  MC_FIELD_TEXT (McStaffEntry, middle_name, 0, N_ ("Middle name")),
  MC_FIELD_TEXT (McStaffEntry, given_name, MC_FIELD_REQUIRED, N_ ("Given name")),
  MC_FIELD_TEXT (McStaffEntry, sort_key, 0, N_ ("Sort key")),
  MC_FIELD_TEXT (McStaffEntry, search_key, 0, N_ ("Search key")),
  MC_FIELD_ENUM (McStaffEntry, sex, MC_FIELD_REQUIRED, N_ ("Sex"), mc_sex_values),
  MC_FIELD_TEXT (McStaffEntry, title_prefix, 0, N_ ("Academic title")),
  MC_FIELD_TEXT (McStaffEntry, public_phone, 0, N_ ("Office telephone")),
  MC_FIELD_TEXT (McStaffEntry, email, 0, N_ ("E-mail")),
  MC_FIELD_ENUM (McStaffEntry, employment, MC_FIELD_REQUIRED, N_ ("Employment"), mc_employment_values),
  MC_FIELD_BOOL (McStaffEntry, is_sample, MC_FIELD_REQUIRED, N_ ("Sample")),
  MC_FIELD_REF (McStaffEntry, rank_id, 0, N_ ("Rank"), "rank"),
  MC_FIELD_TEXT (McStaffEntry, rank_name, 0, N_ ("Rank")),
  MC_FIELD_REF (McStaffEntry, home_agency_id, 0, N_ ("Home agency"), "agency"),
  MC_FIELD_TEXT (McStaffEntry, home_agency_name, 0, N_ ("Home agency")),
  MC_FIELD_REF (McStaffEntry, tour_id, MC_FIELD_REQUIRED, N_ ("Tour"), "tour"),
  MC_FIELD_REF (McStaffEntry, agency_id, MC_FIELD_REQUIRED, N_ ("Sending agency"), "agency"),
  MC_FIELD_TEXT (McStaffEntry, agency_name, 0, N_ ("Sending agency")),
  MC_FIELD_ENUM (McStaffEntry, tour_kind, MC_FIELD_REQUIRED, N_ ("Kind of tour"), mc_tour_kind_values),
  MC_FIELD_ENUM (McStaffEntry, tour_role, MC_FIELD_REQUIRED, N_ ("Role"), mc_tour_role_values),
  MC_FIELD_DAY (McStaffEntry, tour_from, 0, N_ ("Since")),
  MC_FIELD_DAY (McStaffEntry, tour_until, MC_FIELD_UNTIL, N_ ("Until")),
  MC_FIELD_DAY (McStaffEntry, planned_until, MC_FIELD_UNTIL, N_ ("Planned until")),
  MC_FIELD_REF (McStaffEntry, seat_id, 0, N_ ("Seat"), "seat"),
  MC_FIELD_REF (McStaffEntry, post_id, 0, N_ ("Post"), "post"),
  MC_FIELD_TEXT (McStaffEntry, post_code, 0, N_ ("Post")),
  MC_FIELD_TEXT (McStaffEntry, post_name, 0, N_ ("Post")),
  MC_FIELD_REF (McStaffEntry, section_id, 0, N_ ("Section"), "section"),
  MC_FIELD_TEXT (McStaffEntry, section_code, 0, N_ ("Section")),
  MC_FIELD_TEXT (McStaffEntry, section_name, 0, N_ ("Section")),
};

MC_DEFINE_ENTITY (McStaffEntry, mc_staff_entry, MC_NOUN_STATE, "staff_at", N_ ("Member of staff"), fields)

McStaffEntry *
mc_staff_entry_new (void)
{
  return g_object_new (MC_TYPE_STAFF_ENTRY, NULL);
}
