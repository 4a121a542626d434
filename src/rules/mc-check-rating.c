/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-check-private.h"

#include "mc-rating.h"

#include <glib/gi18n-lib.h>

/* The rating of the last year before the as-of day's; that of the running year is not given yet. */
static McRating *
latest_rating (McCheck *self, gint64 person_id)
{
  const GPtrArray *ratings = g_hash_table_lookup (self->ratings_of_person, &person_id);
  McRating *latest = NULL;
  int this_year;

  mc_day_split (self->as_of, &this_year, NULL, NULL);
  for (guint i = 0; ratings && i < ratings->len; i++)
    {
      McRating *rating = g_ptr_array_index (ratings, i);

      if (rating->year < this_year && (!latest || rating->year > latest->year))
        latest = rating;
    }
  return latest;
}

static void
report (McCheck *self, McTour *tour, const McRule *rule, McRating *rating, guint wanted)
{
  McFindingInit init = MC_FINDING_INIT;

  init.code = "rating.below";
  init.severity = mc_check_lower (MC_FINDING_ERROR, tour);
  init.remedy = MC_REMEDY_REQUEST_REPLACEMENT;
  /* Translators: name; year; the rating given; the rating required */
  mc_check_report_person (self, tour, rule, &init,
                          g_strdup_printf (_ ("%s was rated “%s” for %d; at least “%s” is required."),
                                           mc_check_person_name (self, tour->person_id),
                                           mc_enum_label (mc_rating_level_values, rating->level), rating->year,
                                           mc_enum_label (mc_rating_level_values, wanted)));
}

void
mc_check_rating (McCheck *self)
{
  const McRule *rule = mc_check_rule (self, "staff.min_rating");
  const char *level = rule ? mc_rule_get_string (rule, "level") : NULL;
  guint wanted;

  if (!level || !mc_enum_parse (mc_rating_level_values, level, &wanted))
    return;
  for (guint i = 0; i < self->running->len; i++)
    {
      McTour *tour = g_ptr_array_index (self->running, i);
      McRating *rating = tour->kind == MC_TOUR_KIND_SECONDED ? latest_rating (self, tour->person_id) : NULL;

      /* The levels are listed from the best to the worst. */
      if (rating && rating->level > wanted)
        report (self, tour, rule, rating, wanted);
    }
}
