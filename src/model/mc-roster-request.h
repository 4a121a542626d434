/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"
#include "mc-absence.h"

G_BEGIN_DECLS

/** McRequestWish: What is asked for. */
typedef enum
{
  MC_REQUEST_WISH_OFF,
  MC_REQUEST_WISH_ON,
} McRequestWish;

extern const McEnumValue mc_request_wish_values[];

#define MC_TYPE_ROSTER_REQUEST (mc_roster_request_get_type ())
G_DECLARE_FINAL_TYPE (McRosterRequest, mc_roster_request, MC, ROSTER_REQUEST, McEntity)

/**
 * McRosterRequest:
 * What a person asks of a roster: to be on duty or not.
 */
struct _McRosterRequest
{
  McEntity parent_instance;

  gint64 person_id;
  McPeriod during;
  McHalf half;
  McRequestWish wish;
  gint64 counter_id;
  gint64 duty_id;
  int weight;
  char *note;
};

G_END_DECLS
