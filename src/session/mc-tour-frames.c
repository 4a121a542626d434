/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-session-private.h"
#include "mc-staff-entry.h"
#include "mc-tour-actions.h"
#include "mc-tour-term.h"

/* What the law says about an act on a tour, before it is done. */

static McLegalFrame *
build (const char *citation,
       const char *rule,
       McDay earliest,
       McDay latest,
       McDay suggested,
       const char *const *consequences,
       const char *blocked)
{
  return g_object_new (MC_TYPE_LEGAL_FRAME, "citation", citation, "rule", rule, "earliest", earliest, "latest", latest,
                       "suggested", suggested, "consequences", consequences, "blocked", blocked, NULL);
}

/* Where a merger carried a tour over, the term counts from the first of them. */
static McDay
chain_start (McSession *session, McTour *tour)
{
  g_autoptr (McLiveList) staff = mc_session_list (session, MC_TYPE_STAFF_ENTRY, MC_DAY_NONE);
  McStaffEntry *entry = mc_live_list_get_by_id (staff, tour->person_id);

  if (entry && entry->tour_id == mc_entity_get_id (MC_ENTITY (tour)) && entry->chain_from != MC_DAY_NONE)
    return entry->chain_from;
  return tour->during.from;
}

static char *
describe_term (const McTourTerm *term)
{
  return g_strdup_printf (_ ("A tour lasts from %d to %d months."), term->min_months, term->max_months);
}

McLegalFrame *
mc_tour_frame_new (McSession *session, McDay from, McTourKind kind)
{
  const char *const consequences[] = {
    _ ("The person appears among the staff from the first day and counts for the agency's quota."),
    _ ("A reminder appears before the term ends."),
    _ ("The name, title, field and public phone are shown to citizens (Article 9.7)."),
    NULL,
  };
  McTourTerm term;
  g_autofree char *rule = NULL;

  g_return_val_if_fail (MC_IS_SESSION (session), NULL);
  if (kind != MC_TOUR_KIND_SECONDED || !mc_tour_term_find (mc_session_get_book (session), from, &term))
    return build ("", _ ("The law sets no term for this kind of tour; the contract or decision does."), from,
                  MC_DAY_NONE, MC_DAY_NONE, consequences, NULL);
  rule = describe_term (&term);
  return build (mc_rule_get_citation (term.rule), rule, term.earliest_end - 1, term.latest_end - 1, term.latest_end - 1,
                consequences, NULL);
}

static const char *
ended_already (McSession *session, McTour *tour)
{
  if (tour->end_reason != MC_TOUR_END_NONE && tour->during.until != MC_DAY_NONE &&
      tour->during.until <= mc_session_get_today (session))
    return _ ("The tour has ended. A new tour is needed instead.");
  return NULL;
}

McLegalFrame *
mc_tour_frame_extend (McSession *session, McTour *tour)
{
  const char *const consequences[] = {
    _ ("The tour and the posts held with it run on to the new day."),
    _ ("The extension and its decision are kept in the tour's history."),
    _ ("The reminder of the term's end moves to the new day."),
    NULL,
  };
  McDay end;
  McTourTerm term;
  g_autofree char *rule = NULL;

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_TOUR (tour), NULL);
  end = mc_tour_get_planned_end (tour);
  if (!mc_tour_has_term (tour) ||
      !mc_tour_term_find (mc_session_get_book (session), chain_start (session, tour), &term))
    return build ("", _ ("The law sets no term for this kind of tour; the contract or decision does."), end,
                  MC_DAY_NONE, MC_DAY_NONE, consequences, ended_already (session, tour));
  rule = describe_term (&term);
  /* Nothing is left to extend by: an exception that a decision names is entered by editing the tour itself. */
  if (end != MC_DAY_NONE && end >= term.latest_end)
    return build (mc_rule_get_citation (term.rule), rule, MC_DAY_NONE, MC_DAY_NONE, MC_DAY_NONE, consequences,
                  _ ("This tour is as long as the law allows; it cannot be extended. Please ask for a replacement."));
  return build (mc_rule_get_citation (term.rule), rule, end, term.latest_end - 1, term.latest_end - 1, consequences,
                ended_already (session, tour));
}

static McRule const *
staffing_rule (McSession *session, McDay day)
{
  return mc_rule_book_find (mc_session_get_book (session), "standby.min", day);
}

McLegalFrame *
mc_tour_frame_end (McSession *session, McTour *tour, McTourEnd reason)
{
  const char *const consequences[] = {
    _ ("The person no longer counts for the agency's quota from the next day."),
    _ ("The posts held end on the same day."),
    _ ("The past of the tour stays readable."),
    NULL,
  };
  McDay today, last;
  const McRule *rule;

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_TOUR (tour), NULL);
  today = mc_session_get_today (session);
  rule = staffing_rule (session, today);
  last = tour->during.until != MC_DAY_NONE ? tour->during.until - 1 : MC_DAY_NONE;
  return build (rule ? mc_rule_get_citation (rule) : "",
                reason == MC_TOUR_END_RECALLED
                    ? _ ("The sending agency may withdraw an officer after talking to the Centre, and sees to a "
                         "substitute.")
                    : _ ("A tour ends with its term, or earlier by agreement of the sending agency and the Centre."),
                tour->during.from, last, last != MC_DAY_NONE ? MIN (last, today) : today, consequences,
                ended_already (session, tour));
}

McLegalFrame *
mc_tour_frame_replace (McSession *session, McTour *tour)
{
  const char *const consequences[] = {
    _ ("The tour ends the day before the successor's first day."),
    _ ("The successor takes over the posts held and counts for the same agency."),
    _ ("Both tours are linked, so that the history shows who followed whom."),
    NULL,
  };
  McDay tomorrow, last;
  const McRule *rule;

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_TOUR (tour), NULL);
  tomorrow = mc_session_get_today (session) + 1;
  rule = staffing_rule (session, tomorrow);
  last = tour->during.until;
  return build (rule ? mc_rule_get_citation (rule) : "",
                _ ("An officer is replaced at the Centre's request or by the sending agency after talking to the "
                   "Centre."),
                tour->during.from + 1, last, last != MC_DAY_NONE ? MIN (last, tomorrow) : tomorrow, consequences,
                ended_already (session, tour));
}
