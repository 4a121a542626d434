/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McRatingLevel: Ratings, best first (Decree 90/2020 and its successors). */
typedef enum
{
  MC_RATING_LEVEL_EXCELLENT,
  MC_RATING_LEVEL_GOOD,
  MC_RATING_LEVEL_COMPLETED,
  MC_RATING_LEVEL_NOT_COMPLETED,
} McRatingLevel;

extern const McEnumValue mc_rating_level_values[];

#define MC_TYPE_RATING (mc_rating_get_type ())
G_DECLARE_FINAL_TYPE (McRating, mc_rating, MC, RATING, McEntity)

/**
 * McRating:
 * The yearly rating of quality that a person's agency gave.
 */
struct _McRating
{
  McEntity parent_instance;

  gint64 person_id;
  int year;
  McRatingLevel level;
  char *rated_by;
  char *decision_no;
};

/** mc_rating_new: (transfer full): an unsaved one. */
McRating *mc_rating_new (void);

G_END_DECLS
