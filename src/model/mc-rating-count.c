/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-rating-count.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McRatingCount, file_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("File"), "workload_file"),
  MC_FIELD_DAY (McRatingCount, day, MC_FIELD_REQUIRED, N_ ("Day")),
  MC_FIELD_INT (McRatingCount, slot, MC_FIELD_REQUIRED, N_ ("Half-hour")),
  MC_FIELD_REF (McRatingCount, counter_id, 0, N_ ("Counter"), "counter"),
  MC_FIELD_REF (McRatingCount, agency_id, 0, N_ ("Agency"), "agency"),
  MC_FIELD_REF (McRatingCount, person_id, 0, N_ ("Officer"), "person"),
  MC_FIELD_TEXT (McRatingCount, terminal, 0, N_ ("Device")),
  MC_FIELD_INT (McRatingCount, very_satisfied, MC_FIELD_REQUIRED, N_ ("Very satisfied")),
  MC_FIELD_INT (McRatingCount, satisfied, MC_FIELD_REQUIRED, N_ ("Satisfied")),
  MC_FIELD_INT (McRatingCount, neutral, MC_FIELD_REQUIRED, N_ ("Neutral")),
  MC_FIELD_INT (McRatingCount, dissatisfied, MC_FIELD_REQUIRED, N_ ("Dissatisfied")),
  MC_FIELD_INT (McRatingCount, very_dissatisfied, MC_FIELD_REQUIRED, N_ ("Very dissatisfied")),
  MC_FIELD_INT (McRatingCount, burst, MC_FIELD_REQUIRED, N_ ("In quick succession")),
};

MC_DEFINE_ENTITY (McRatingCount, mc_rating_count, MC_NOUN_TABLE, "rating_count", N_ ("Ratings of a half-hour"), fields)
