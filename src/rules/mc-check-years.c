/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-check-private.h"

#include "mc-service.h"
#include "mc-tour-term.h"

#include <glib/gi18n-lib.h>

/* Of the longest month, so that the odd days of one service alone never make a month. */
#define DAYS_PER_MONTH 31

static int
compare_from (gconstpointer a, gconstpointer b)
{
  const McPeriod *x = a, *y = b;

  return (x->from > y->from) - (x->from < y->from);
}

/* The periods of the services before @day; one without beginning tells nothing and is left out. */
static GArray *
collect (const GPtrArray *services, McDay day)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (McPeriod));

  for (guint i = 0; i < services->len; i++)
    {
      McService *service = g_ptr_array_index (services, i);
      McPeriod before;

      if (service->during.from != MC_DAY_NONE &&
          mc_period_intersect (service->during, (McPeriod){ MC_DAY_NONE, day }, &before))
        g_array_append_val (periods, before);
    }
  g_array_sort (periods, compare_from);
  return periods;
}

int
mc_check_experience (const GPtrArray *services, McDay day)
{
  g_autoptr (GArray) periods = NULL;
  int months = 0;
  int days = 0;

  if (!services)
    return 0;
  periods = collect (services, day);
  for (guint i = 0; i < periods->len;)
    {
      McPeriod merged = g_array_index (periods, McPeriod, i++);
      int whole;

      while (i < periods->len && g_array_index (periods, McPeriod, i).from <= merged.until)
        {
          merged.until = MAX (merged.until, g_array_index (periods, McPeriod, i).until);
          i++;
        }
      whole = mc_day_months_between (merged.from, merged.until);
      months += whole;
      days += merged.until - mc_day_add_months (merged.from, whole);
    }
  return months + days / DAYS_PER_MONTH;
}

/* The first day on which the services will last @months, or MC_DAY_NONE if they do not go on so long. */
static McDay
day_of_months (const GPtrArray *services, int months, McDay day)
{
  McDay low = day;
  McDay high = mc_day_add_months (day, months + 1);

  if (mc_check_experience (services, high) < months)
    return MC_DAY_NONE;
  while (high - low > 1)
    {
      McDay middle = low + (high - low) / 2;

      if (mc_check_experience (services, middle) < months)
        low = middle;
      else
        high = middle;
    }
  return high;
}

static void
report_short (McCheck *self, McTour *tour, const McRule *rule, const GPtrArray *services, int months, int min)
{
  McFindingInit init = MC_FINDING_INIT;
  McDay met = day_of_months (services, min * 12, self->as_of);
  const char *name = mc_check_person_name (self, tour->person_id);
  g_autofree char *met_text = mc_day_format (met);
  g_autofree char *has = mc_months_format (months);
  g_autofree char *wanted = mc_months_format (min * 12);
  char *message;

  init.code = "years.below";
  init.severity = mc_check_lower (MC_FINDING_ERROR, tour);
  init.since = tour->during.from;
  init.until = met;
  init.remedy = MC_REMEDY_REQUEST_REPLACEMENT;
  if (met == MC_DAY_NONE)
    /* Translators: name; time worked in the field; time required, such as “2 years” */
    message = g_strdup_printf (_ ("%s has worked in the field for %s; %s are required."), name, has, wanted);
  else
    /* Translators: name; time worked in the field; time required, such as “2 years”; date */
    message = g_strdup_printf (_ ("%s has worked in the field for %s; %s are required and will be reached on %s."),
                               name, has, wanted, met_text);
  mc_check_report_person (self, tour, rule, &init, message);
}

static void
report_unknown (McCheck *self, McTour *tour, const McRule *rule, int min)
{
  McFindingInit init = MC_FINDING_INIT;

  init.code = "years.unknown";
  init.severity = mc_check_lower (MC_FINDING_WARNING, tour);
  init.remedy = MC_REMEDY_ADD_SERVICE_HISTORY;
  mc_check_report_person (
      self, tour, rule, &init,
      g_strdup_printf (
          _ ("No service history is recorded for %s, so the required %d years in the field are not shown."),
          mc_check_person_name (self, tour->person_id), min));
}

/* The years are counted up to the as-of day, by the law of that day: an officer who came with too few grows into
 * the standard, and a milder law helps those who are here. */
void
mc_check_years (McCheck *self)
{
  const McRule *rule = mc_check_rule (self, "field.min_years");
  int min = rule ? mc_rule_get_int (rule, "min", 0) : 0;

  if (min <= 0)
    return;
  for (guint i = 0; i < self->running->len; i++)
    {
      McTour *tour = g_ptr_array_index (self->running, i);
      const GPtrArray *services;
      int months;

      if (tour->kind != MC_TOUR_KIND_SECONDED)
        continue;
      services = g_hash_table_lookup (self->services_of_person, &tour->person_id);
      if (!services)
        {
          report_unknown (self, tour, rule, min);
          continue;
        }
      months = mc_check_experience (services, self->as_of);
      if (months < min * 12)
        report_short (self, tour, rule, services, months, min);
    }
}
