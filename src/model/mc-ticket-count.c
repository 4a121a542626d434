/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-ticket-count.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McTicketCount, file_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("File"), "workload_file"),
  MC_FIELD_DAY (McTicketCount, day, MC_FIELD_REQUIRED, N_ ("Day")),
  MC_FIELD_INT (McTicketCount, slot, MC_FIELD_REQUIRED, N_ ("Half-hour")),
  MC_FIELD_REF (McTicketCount, counter_id, 0, N_ ("Counter"), "counter"),
  MC_FIELD_REF (McTicketCount, agency_id, 0, N_ ("Agency"), "agency"),
  MC_FIELD_REF (McTicketCount, field_id, 0, N_ ("Field"), "field"),
  MC_FIELD_REF (McTicketCount, person_id, 0, N_ ("Officer"), "person"),
  MC_FIELD_INT (McTicketCount, arrived, MC_FIELD_REQUIRED, N_ ("Arrivals")),
  MC_FIELD_INT (McTicketCount, served, MC_FIELD_REQUIRED, N_ ("Served")),
  MC_FIELD_INT (McTicketCount, no_show, MC_FIELD_REQUIRED, N_ ("Nobody came")),
  MC_FIELD_INT (McTicketCount, incomplete, MC_FIELD_REQUIRED, N_ ("Incomplete")),
  MC_FIELD_INT (McTicketCount, unserved, MC_FIELD_REQUIRED, N_ ("Carried over")),
  MC_FIELD_INT (McTicketCount, above_level, MC_FIELD_REQUIRED, N_ ("Above the level")),
  MC_FIELD_INT64 (McTicketCount, wait_seconds, MC_FIELD_REQUIRED, N_ ("Waiting, in seconds")),
  MC_FIELD_INT (McTicketCount, wait_max, MC_FIELD_REQUIRED, N_ ("Longest wait, in seconds")),
  MC_FIELD_INT64 (McTicketCount, service_seconds, MC_FIELD_REQUIRED, N_ ("Service, in seconds")),
  MC_FIELD_INT (McTicketCount, service_max, MC_FIELD_REQUIRED, N_ ("Longest service, in seconds")),
  MC_FIELD_TEXT (McTicketCount, wait_histogram, MC_FIELD_REQUIRED | MC_FIELD_LIST, N_ ("Spread of waiting")),
};

MC_DEFINE_ENTITY (McTicketCount, mc_ticket_count, MC_NOUN_TABLE, "ticket_count", N_ ("Tickets of a half-hour"), fields)
