/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"
#include "mc-person.h"
#include "mc-tour.h"

G_BEGIN_DECLS

/** McStaffState: Where a person stands on a day. */
typedef enum
{
  MC_STAFF_STATE_PRESENT,
  MC_STAFF_STATE_STANDBY,
  MC_STAFF_STATE_ENDED,
  MC_STAFF_STATE_PLANNED,
  MC_STAFF_STATE_NONE,
} McStaffState;

extern const McEnumValue mc_staff_state_values[];

#define MC_TYPE_STAFF_ENTRY (mc_staff_entry_get_type ())
G_DECLARE_FINAL_TYPE (McStaffEntry, mc_staff_entry, MC, STAFF_ENTRY, McEntity)

/**
 * McStaffEntry:
 * One person as the state of a day shows them, with the tour and the post of that day; the id is the person's.
 */
struct _McStaffEntry
{
  McEntity parent_instance;

  char *full_name;
  char *family_name;
  char *middle_name;
  char *given_name;
  char *sort_key;
  char *search_key;
  McSex sex;
  char *title_prefix;
  char *public_phone;
  char *email;
  gint64 photo_id;
  gint64 rank_id;
  char *rank_code;
  char *rank_name;
  McEmployment employment;
  gboolean is_sample;
  McDay joined_state_service;
  gint64 home_agency_id;
  char *home_agency_code;
  char *home_agency_name;
  gint64 appointment_id;
  gint64 seat_id;
  gint64 post_id;
  char *post_code;
  char *post_name;
  gint64 section_id;
  char *section_code;
  char *section_name;
  char *concurrent_posts;
  gint64 tour_id;
  int tour_version;
  gint64 tour_agency_id;
  char *tour_agency_code;
  char *tour_agency_name;
  McTourKind tour_kind;
  McTourRole tour_role;
  McDay tour_from;
  McDay tour_until;
  McDay planned_until;
  McTourEnd end_reason;
  char *decision_no;
  McDay decision_date;
  McDay chain_from;
  McDay chain_until;
  int days_left;
  char *field_codes;
  McStaffState state;
};

/** mc_staff_entry_new: (transfer full): an unsaved one. */
McStaffEntry *mc_staff_entry_new (void);

G_END_DECLS
