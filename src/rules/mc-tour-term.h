/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-rule-book.h"
#include "mc-tour.h"

G_BEGIN_DECLS

/**
 * McTourTerm:
 * How long a tour may be by the law in force on its first day (Decree 61/2018 Art 11.4: 6–24 months;
 * Decree 118/2025 Art 11.4: 12–36 months).
 *
 * @rule: where it stands
 * @min_months: the least, in months
 * @max_months: the most, in months
 * @earliest_end: the first day after the shortest tour
 * @latest_end: the first day after the longest tour
 */
typedef struct
{
  const McRule *rule;
  int min_months;
  int max_months;
  McDay earliest_end;
  McDay latest_end;
} McTourTerm;

/**
 * mc_tour_term_find:
 * @start: the first day of the tour; of the first of them where a merger carried it over from tour to tour
 *
 * Returns: FALSE if no law in force on that day sets a term
 */
gboolean mc_tour_term_find (McRuleBook *book, McDay start, McTourTerm *term);

/** mc_tour_has_term: TRUE if the law on terms applies: seconded, and not a standby (the exception of Art 12.8). */
gboolean mc_tour_has_term (McTour *tour);

/** mc_tour_get_planned_end: the first day after the planned term, or after the tour if none is planned; MC_DAY_NONE:
 * open. */
McDay mc_tour_get_planned_end (McTour *tour);

/** mc_months_format: (transfer full): a number of months, not negative, for people: “1 year 8 months”, “0 months”. */
char *mc_months_format (int months);

/** mc_span_format: (transfer full): a length of time for people, in months and days: “24 months 1 day”. */
char *mc_span_format (McDay from, McDay until);

G_END_DECLS
