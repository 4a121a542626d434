/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-tour-term.h"

#include <glib/gi18n-lib.h>

gboolean
mc_tour_term_find (McRuleBook *book, McDay start, McTourTerm *term)
{
  const McRule *rule = mc_rule_book_find (book, "tour.term_months", start);
  int min = rule ? mc_rule_get_int (rule, "min", 0) : 0;
  int max = rule ? mc_rule_get_int (rule, "max", 0) : 0;

  if (min <= 0 || max < min)
    return FALSE;
  *term = (McTourTerm){
    .rule = rule,
    .min_months = min,
    .max_months = max,
    .earliest_end = mc_day_add_months (start, min),
    .latest_end = mc_day_add_months (start, max),
  };
  return TRUE;
}

gboolean
mc_tour_has_term (McTour *tour)
{
  return tour->kind == MC_TOUR_KIND_SECONDED && tour->role == MC_TOUR_ROLE_PRIMARY;
}

McDay
mc_tour_get_planned_end (McTour *tour)
{
  return tour->planned_until != MC_DAY_NONE ? tour->planned_until : tour->during.until;
}

char *
mc_months_format (int months)
{
  int years = months / 12;
  int rest = months % 12;
  g_autofree char *in_years =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d year", "%d years", (gulong)years), years);
  g_autofree char *in_months =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d month", "%d months", (gulong)rest), rest);

  if (!years)
    return g_steal_pointer (&in_months);
  if (!rest)
    return g_steal_pointer (&in_years);
  /* Translators: a length of time in two units, the longer first */
  return g_strdup_printf (C_ ("span", "%s %s"), in_years, in_months);
}

char *
mc_span_format (McDay from, McDay until)
{
  int months = mc_day_months_between (from, until);
  int days = until - mc_day_add_months (from, months);
  g_autofree char *in_months =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d month", "%d months", (gulong)ABS (months)), months);
  g_autofree char *in_days = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong)days), days);

  if (!days)
    return g_steal_pointer (&in_months);
  if (!months)
    return g_steal_pointer (&in_days);
  /* Translators: a length of time in two units, the longer first */
  return g_strdup_printf (C_ ("span", "%s %s"), in_months, in_days);
}
