/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_TICKET_COUNT (mc_ticket_count_get_type ())
G_DECLARE_FINAL_TYPE (McTicketCount, mc_ticket_count, MC, TICKET_COUNT, McEntity)

/**
 * McTicketCount:
 * Tickets of a file by half-hour, counter, agency, field and officer.
 */
struct _McTicketCount
{
  McEntity parent_instance;

  gint64 file_id;
  McDay day;
  int slot;
  gint64 counter_id;
  gint64 agency_id;
  gint64 field_id;
  gint64 person_id;
  int arrived;
  int served;
  int no_show;
  int incomplete;
  int unserved;
  int above_level;
  gint64 wait_seconds;
  int wait_max;
  gint64 service_seconds;
  int service_max;
  char *wait_histogram;
};

G_END_DECLS
