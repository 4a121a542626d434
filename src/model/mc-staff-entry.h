/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"
#include "mc-person.h"
#include "mc-tour.h"

G_BEGIN_DECLS

#define MC_TYPE_STAFF_ENTRY (mc_staff_entry_get_type ())
G_DECLARE_FINAL_TYPE (McStaffEntry, mc_staff_entry, MC, STAFF_ENTRY, McEntity)

/**
 * McStaffEntry:
 * One person as the centre's state of a day shows them; the id is the person's.
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
  McEmployment employment;
  gboolean is_sample;
  gint64 rank_id;
  char *rank_name;
  gint64 home_agency_id;
  char *home_agency_name;
  gint64 tour_id;
  gint64 agency_id;
  char *agency_name;
  McTourKind tour_kind;
  McTourRole tour_role;
  McDay tour_from;
  McDay tour_until;
  McDay planned_until;
  gint64 seat_id;
  gint64 post_id;
  char *post_code;
  char *post_name;
  gint64 section_id;
  char *section_code;
  char *section_name;
};

/** mc_staff_entry_new: (transfer full): an unsaved one. */
McStaffEntry *mc_staff_entry_new (void);

G_END_DECLS
