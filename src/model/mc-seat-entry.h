/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_SEAT_ENTRY (mc_seat_entry_get_type ())
G_DECLARE_FINAL_TYPE (McSeatEntry, mc_seat_entry, MC, SEAT_ENTRY, McEntity)

/**
 * McSeatEntry:
 * One seat as the state of a day shows it: its post, the agency that fills it, who holds it; the id is the seat's.
 */
struct _McSeatEntry
{
  McEntity parent_instance;

  int number;
  gint64 post_id;
  char *post_code;
  char *post_name;
  gboolean concurrent;
  gboolean part_time;
  gint64 section_id;
  char *section_code;
  char *section_name;
  gint64 origin_agency_id;
  char *origin_agency_code;
  char *origin_note;
  gint64 appointment_id;
  gint64 person_id;
  char *full_name;
};

G_END_DECLS
