/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staff-entry.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_staff_state_values[] = {
  { "present", N_ ("Present") },   { "standby", N_ ("Standby") }, { "ended", N_ ("Has left") },
  { "planned", N_ ("Will come") }, { "none", N_ ("Never here") }, { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McStaffEntry, full_name, MC_FIELD_REQUIRED, N_ ("Full name")),
  MC_FIELD_TEXT (McStaffEntry, family_name, MC_FIELD_BLANK, N_ ("Family name")),
  MC_FIELD_TEXT (McStaffEntry, middle_name, MC_FIELD_BLANK, N_ ("Middle name")),
  MC_FIELD_TEXT (McStaffEntry, given_name, MC_FIELD_BLANK, N_ ("Given name")),
  MC_FIELD_TEXT (McStaffEntry, sort_key, 0, N_ ("Sort key")),
  MC_FIELD_TEXT (McStaffEntry, search_key, 0, N_ ("Search key")),
  MC_FIELD_ENUM (McStaffEntry, sex, MC_FIELD_REQUIRED, N_ ("Sex"), mc_sex_values),
  MC_FIELD_TEXT (McStaffEntry, title_prefix, 0, N_ ("Form of address")),
  MC_FIELD_TEXT (McStaffEntry, public_phone, 0, N_ ("Office telephone")),
  MC_FIELD_TEXT (McStaffEntry, email, 0, N_ ("E-mail")),
  MC_FIELD_REF (McStaffEntry, photo_id, 0, N_ ("Photo"), "attachment"),
  MC_FIELD_REF (McStaffEntry, rank_id, 0, N_ ("Rank"), "rank"),
  MC_FIELD_TEXT (McStaffEntry, rank_code, 0, N_ ("Rank code")),
  MC_FIELD_TEXT (McStaffEntry, rank_name, 0, N_ ("Rank")),
  MC_FIELD_ENUM (McStaffEntry, employment, MC_FIELD_REQUIRED, N_ ("Employment"), mc_employment_values),
  MC_FIELD_BOOL (McStaffEntry, is_sample, MC_FIELD_REQUIRED, N_ ("Sample")),
  MC_FIELD_DAY (McStaffEntry, joined_state_service, 0, N_ ("In state service since")),
  MC_FIELD_REF (McStaffEntry, home_agency_id, MC_FIELD_KEY, N_ ("Home agency"), "agency"),
  MC_FIELD_TEXT (McStaffEntry, home_agency_code, 0, N_ ("Code of the home agency")),
  MC_FIELD_TEXT (McStaffEntry, home_agency_name, 0, N_ ("Home agency")),
  MC_FIELD_REF (McStaffEntry, appointment_id, 0, N_ ("Appointment"), "appointment"),
  MC_FIELD_REF (McStaffEntry, seat_id, 0, N_ ("Seat"), "seat"),
  MC_FIELD_REF (McStaffEntry, post_id, MC_FIELD_KEY, N_ ("Post"), "post"),
  MC_FIELD_TEXT (McStaffEntry, post_code, 0, N_ ("Code of the post")),
  MC_FIELD_TEXT (McStaffEntry, post_name, 0, N_ ("Post")),
  MC_FIELD_REF (McStaffEntry, section_id, MC_FIELD_KEY, N_ ("Section"), "section"),
  MC_FIELD_TEXT (McStaffEntry, section_code, 0, N_ ("Code of the section")),
  MC_FIELD_TEXT (McStaffEntry, section_name, 0, N_ ("Section")),
  MC_FIELD_TEXT (McStaffEntry, concurrent_posts, MC_FIELD_LIST, N_ ("Other posts")),
  MC_FIELD_REF (McStaffEntry, tour_id, 0, N_ ("Tour"), "tour"),
  MC_FIELD_INT (McStaffEntry, tour_version, 0, N_ ("Version of the tour")),
  MC_FIELD_REF (McStaffEntry, tour_agency_id, MC_FIELD_KEY, N_ ("Sending agency"), "agency"),
  MC_FIELD_TEXT (McStaffEntry, tour_agency_code, 0, N_ ("Code of the sending agency")),
  MC_FIELD_TEXT (McStaffEntry, tour_agency_name, 0, N_ ("Sending agency")),
  MC_FIELD_ENUM (McStaffEntry, tour_kind, 0, N_ ("Kind of tour"), mc_tour_kind_values),
  MC_FIELD_ENUM (McStaffEntry, tour_role, 0, N_ ("Role"), mc_tour_role_values),
  MC_FIELD_DAY (McStaffEntry, tour_from, 0, N_ ("Since")),
  MC_FIELD_DAY (McStaffEntry, tour_until, MC_FIELD_UNTIL, N_ ("Until")),
  MC_FIELD_DAY (McStaffEntry, planned_until, MC_FIELD_UNTIL, N_ ("Planned until")),
  MC_FIELD_ENUM (McStaffEntry, end_reason, 0, N_ ("Reason of the end"), mc_tour_end_values),
  MC_FIELD_TEXT (McStaffEntry, decision_no, 0, N_ ("Decision number")),
  MC_FIELD_DAY (McStaffEntry, decision_date, 0, N_ ("Decision date")),
  MC_FIELD_DAY (McStaffEntry, chain_from, 0, N_ ("Term began")),
  MC_FIELD_DAY (McStaffEntry, chain_until, MC_FIELD_UNTIL, N_ ("Term ends")),
  MC_FIELD_INT (McStaffEntry, days_left, 0, N_ ("Days left")),
  MC_FIELD_TEXT (McStaffEntry, field_codes, MC_FIELD_LIST, N_ ("Fields")),
  MC_FIELD_ENUM (McStaffEntry, state, MC_FIELD_REQUIRED, N_ ("State"), mc_staff_state_values),
};

MC_DEFINE_ENTITY (McStaffEntry, mc_staff_entry, MC_NOUN_STATE, "staff_at", N_ ("Member of staff"), fields)

McStaffEntry *
mc_staff_entry_new (void)
{
  return g_object_new (MC_TYPE_STAFF_ENTRY, NULL);
}
