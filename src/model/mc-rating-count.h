/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_RATING_COUNT (mc_rating_count_get_type ())
G_DECLARE_FINAL_TYPE (McRatingCount, mc_rating_count, MC, RATING_COUNT, McEntity)

/**
 * McRatingCount:
 * Ratings of a file by half-hour, counter, agency, officer and terminal.
 */
struct _McRatingCount
{
  McEntity parent_instance;

  gint64 file_id;
  McDay day;
  int slot;
  gint64 counter_id;
  gint64 agency_id;
  gint64 person_id;
  char *terminal;
  int very_satisfied;
  int satisfied;
  int neutral;
  int dissatisfied;
  int very_dissatisfied;
  int burst;
};

G_END_DECLS
