/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-check-private.h"

#include "mc-tour-term.h"

#include <glib/gi18n-lib.h>

/* Extend where the law of the tour leaves room, else ask for another person. */
static void
choose_remedy (McCheck *self, McTour *tour, McDay end, McFindingInit *init)
{
  McTourTerm term;

  init->remedy = MC_REMEDY_EXTEND_TOUR;
  if (!mc_tour_has_term (tour) || !mc_tour_term_find (self->book, mc_check_tour_start (self, tour), &term))
    return;
  if (term.latest_end > end)
    init->remedy_day = term.latest_end - 1;
  else
    init->remedy = MC_REMEDY_REQUEST_REPLACEMENT;
}

static void
report_expiring (McCheck *self, McTour *tour, const McRule *rule, McDay end, gboolean soon)
{
  McFindingInit init = MC_FINDING_INIT;
  const char *name = mc_check_person_name (self, tour->person_id);
  const char *agency = mc_check_agency_name (self, tour->agency_id);
  int left = end - self->as_of;
  g_autofree char *last = mc_day_format (end - 1);
  char *message;

  init.code = "tour.expiring";
  init.severity = mc_check_lower (soon ? MC_FINDING_WARNING : MC_FINDING_NOTE, tour);
  init.since = tour->during.from;
  init.until = end - 1;
  choose_remedy (self, tour, end, &init);
  if (left == 1)
    /* Translators: name; agency; date */
    message = g_strdup_printf (_ ("The tour of %s (%s) ends today, %s, and nobody follows yet."), name, agency, last);
  else
    /* Translators: name; agency; days; date */
    message =
        g_strdup_printf (_ ("The tour of %s (%s) has %d days left; its last day is %s."), name, agency, left, last);
  mc_check_report_tour (self, tour, rule, &init, message);
}

static void
report_expired (McCheck *self, McTour *tour, const McRule *rule, McDay end)
{
  McFindingInit init = MC_FINDING_INIT;
  g_autofree char *last = mc_day_format (end - 1);

  init.code = "tour.expired";
  init.severity = mc_check_lower (MC_FINDING_ERROR, tour);
  init.since = end;
  choose_remedy (self, tour, end, &init);
  mc_check_report_tour (
      self, tour, rule, &init,
      /* Translators: name; agency; date */
      g_strdup_printf (_ ("The tour of %s (%s) ended on %s; neither an extension nor its end is recorded."),
                       mc_check_person_name (self, tour->person_id), mc_check_agency_name (self, tour->agency_id),
                       last));
}

static void
judge (McCheck *self, McTour *tour, const McRule *rule)
{
  McDay end = mc_tour_get_planned_end (tour);
  int left;

  /* A tour whose end is written down needs no reminder, nor does one that somebody continues. */
  if (end == MC_DAY_NONE || tour->during.from > self->as_of || tour->end_reason != MC_TOUR_END_NONE ||
      mc_check_is_followed (self, tour))
    return;
  /* With today, as the list of staff counts: 1 on the last day. */
  left = end - self->as_of;
  if (left <= 0)
    {
      if (-left < mc_rule_get_int (rule, "lapsed_days", 90) || mc_period_contains (tour->during, self->as_of))
        report_expired (self, tour, rule, end);
    }
  else if (left <= mc_rule_get_int (rule, "first_days", 60))
    report_expiring (self, tour, rule, end, left <= mc_rule_get_int (rule, "last_days", 30));
}

void
mc_check_expiry (McCheck *self)
{
  const McRule *rule = mc_check_rule (self, "tour.expiry_notice");
  const GPtrArray *tours = mc_staff_facts_rows (self->facts, MC_TYPE_TOUR);

  for (guint i = 0; rule && i < tours->len; i++)
    judge (self, g_ptr_array_index (tours, i), rule);
}
