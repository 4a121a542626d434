/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_SEAT (mc_seat_get_type ())
G_DECLARE_FINAL_TYPE (McSeat, mc_seat, MC, SEAT, McEntity)

/**
 * McSeat:
 * One of the established places of a post.
 */
struct _McSeat
{
  McEntity parent_instance;

  gint64 post_id;
  int number;
  gint64 origin_agency_id;
  char *origin_note;
  McPeriod during;
};

G_END_DECLS
