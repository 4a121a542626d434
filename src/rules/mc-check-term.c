/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-check-private.h"

#include "mc-tour-term.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  McDay start;
  McDay end; /* the first day after */
  McTourTerm term;
} Length;

static void
report_length (McCheck *self, McTour *tour, const Length *length, gboolean above)
{
  McFindingInit init = MC_FINDING_INIT;
  const char *name = mc_check_person_name (self, tour->person_id);
  const char *source = mc_rule_get_source (length->term.rule);
  g_autofree char *span = mc_span_format (length->start, length->end);
  g_autofree char *period = mc_period_format_people ((McPeriod){ length->start, length->end });
  g_autofree char *start = mc_day_format (length->start);
  char *message;

  init.code = above ? "term.above" : "term.below";
  init.severity = MC_FINDING_ERROR;
  init.since = length->start;
  init.until = above ? length->term.latest_end - 1 : length->end - 1;
  init.remedy = above ? MC_REMEDY_REDUCE_TERM : MC_REMEDY_EXTEND_TOUR;
  init.remedy_day = (above ? length->term.latest_end : length->term.earliest_end) - 1;
  if (above)
    /* Translators: name; dates of the tour; its length; most months; paper; first day of the tour */
    message = g_strdup_printf (_ ("The tour of %s (%s) lasts %s, longer than the %d months that %s allows, the law in "
                                  "force when it began on %s."),
                               name, period, span, length->term.max_months, source, start);
  else
    /* Translators: name; dates of the tour; its length; least months; paper; first day of the tour */
    message =
        g_strdup_printf (_ ("The tour of %s (%s) lasts %s, shorter than the %d months that %s demands, the law in "
                            "force when it began on %s."),
                         name, period, span, length->term.min_months, source, start);
  mc_check_report_tour (self, tour, length->term.rule, &init, message);
}

static void
report_unset (McCheck *self, McTour *tour, const Length *length)
{
  McFindingInit init = MC_FINDING_INIT;

  init.code = "term.unset";
  init.severity = MC_FINDING_WARNING;
  init.since = length->start;
  init.until = length->term.latest_end - 1;
  init.remedy = MC_REMEDY_SET_PLANNED_END;
  init.remedy_day = length->term.latest_end - 1;
  mc_check_report_tour (self, tour, length->term.rule, &init,
                        /* Translators: name; least and most months; paper */
                        g_strdup_printf (_ ("The tour of %s has no planned end; %d to %d months are allowed by %s."),
                                         mc_check_person_name (self, tour->person_id), length->term.min_months,
                                         length->term.max_months, mc_rule_get_source (length->term.rule)));
}

/* The law in force on the first day decides: a tour of 6 months that began under Decree 61/2018 stays lawful. A tour
 * that ended early is judged by its plan, for the law speaks of the term that is decided. */
void
mc_check_term (McCheck *self)
{
  for (guint i = 0; i < self->running->len; i++)
    {
      McTour *tour = g_ptr_array_index (self->running, i);
      Length length;

      if (!mc_tour_has_term (tour))
        continue;
      length.start = mc_check_tour_start (self, tour);
      length.end = mc_tour_get_planned_end (tour);
      if (!mc_tour_term_find (self->book, length.start, &length.term))
        continue;
      if (length.end == MC_DAY_NONE)
        report_unset (self, tour, &length);
      else if (length.end > length.term.latest_end)
        report_length (self, tour, &length, TRUE);
      else if (length.end < length.term.earliest_end)
        report_length (self, tour, &length, FALSE);
    }
}
