/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-check-private.h"

#include "mc-condition.h"

#include <glib/gi18n-lib.h>

/* Codes are spelt out, so that programs can rely on them. */
static const char *const codes[] = {
  [MC_CONDITION_KIND_PREGNANCY] = "condition.pregnancy",
  [MC_CONDITION_KIND_MATERNITY] = "condition.maternity",
  [MC_CONDITION_KIND_CHILD_UNDER_36_MONTHS] = "condition.child-under-36-months",
  [MC_CONDITION_KIND_DISCIPLINE] = "condition.discipline",
  [MC_CONDITION_KIND_SERIOUS_ILLNESS] = "condition.serious-illness",
};

static gboolean
is_forbidden (const McRule *rule, McCondition *condition)
{
  return rule && mc_rule_lists (rule, "kinds", mc_condition_kind_values[condition->kind].text);
}

static void
report (McCheck *self, McTour *tour, const McRule *rule, McCondition *condition, gboolean from_the_start)
{
  McFindingInit init = MC_FINDING_INIT;
  const char *name = mc_check_person_name (self, tour->person_id);
  const char *label = mc_enum_label (mc_condition_kind_values, condition->kind);
  g_autofree char *period = mc_period_format_people (condition->during);
  char *message;

  init.code = codes[condition->kind];
  init.severity = from_the_start ? MC_FINDING_ERROR : MC_FINDING_WARNING;
  init.since = condition->during.from;
  init.until = mc_period_last_day (condition->during);
  init.remedy = MC_REMEDY_REQUEST_REPLACEMENT;
  if (from_the_start)
    /* Translators: name; the condition; its dates */
    message = g_strdup_printf (
        _ ("%s may not be seconded because of a condition that was there when the tour began: %s (%s)."), name, label,
        period);
  else
    /* Translators: name; the condition; its dates */
    message = g_strdup_printf (
        _ ("Since the tour of %s began, a condition has arisen under which the law allows no secondment: %s (%s)."),
        name, label, period);
  mc_check_report_person (self, tour, rule, &init, message);
}

static void
judge (McCheck *self, McTour *tour)
{
  const GPtrArray *conditions = g_hash_table_lookup (self->conditions_of_person, &tour->person_id);
  McDay start = conditions ? mc_check_tour_start (self, tour) : MC_DAY_NONE;
  guint reported = 0;

  for (guint i = 0; conditions && i < conditions->len; i++)
    {
      McCondition *condition = g_ptr_array_index (conditions, i);
      const McRule *then, *now;
      gboolean from_the_start;

      if (condition->kind >= G_N_ELEMENTS (codes) || !mc_period_contains (condition->during, self->as_of) ||
          reported & (1u << condition->kind))
        continue;
      then = mc_rule_book_find (self->book, "secondment.forbidden", start);
      now = mc_check_rule (self, "secondment.forbidden");
      from_the_start = mc_period_contains (condition->during, start) && is_forbidden (then, condition);
      if (!from_the_start && !is_forbidden (now, condition))
        continue;
      report (self, tour, from_the_start ? then : now, condition, from_the_start);
      reported |= 1u << condition->kind;
    }
}

/* The law forbids the decision to second: a condition that was there on the first day breaks it, by the law of that
 * day; one that came later is a reason to act. A standby stays at home and is not seconded. */
void
mc_check_condition (McCheck *self)
{
  for (guint i = 0; i < self->running->len; i++)
    {
      McTour *tour = g_ptr_array_index (self->running, i);

      if (tour->kind == MC_TOUR_KIND_SECONDED && tour->role == MC_TOUR_ROLE_PRIMARY)
        judge (self, tour);
    }
}
