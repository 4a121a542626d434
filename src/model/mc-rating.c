/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-rating.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_rating_level_values[] = {
  { "excellent", N_ ("Completed the tasks excellently") },
  { "good", N_ ("Completed the tasks well") },
  { "completed", N_ ("Completed the tasks") },
  { "not_completed", N_ ("Did not complete the tasks") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McRating, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_INT (McRating, year, MC_FIELD_REQUIRED | MC_FIELD_NAMES, N_ ("Year")),
  MC_FIELD_ENUM (McRating, level, MC_FIELD_REQUIRED, N_ ("Rating"), mc_rating_level_values),
  MC_FIELD_TEXT (McRating, rated_by, 0, N_ ("Rated by")),
  MC_FIELD_TEXT (McRating, decision_no, 0, N_ ("Decision number")),
};

MC_DEFINE_ENTITY (McRating, mc_rating, MC_NOUN_TABLE, "rating", N_ ("Yearly rating"), fields)

McRating *
mc_rating_new (void)
{
  return g_object_new (MC_TYPE_RATING, NULL);
}
