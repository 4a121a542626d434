/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-leave-check.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const McLeaveFacts *facts; /* without the absence that is judged */
  GListModel *credits;
  const McLeaveItem *item;
  McDay as_of;
  double days;
  GPtrArray *findings;
} Check;

static void
report (Check *check, const char *code, McFindingSeverity severity, const McRule *rule, char *message)
{
  McFindingInit init = MC_FINDING_INIT;
  g_autofree char *text = message;

  init.severity = severity;
  init.code = code;
  init.subject = MC_FINDING_SUBJECT_PERSON;
  init.subject_id = init.person_id = check->item->absence->person_id;
  init.person_name = check->facts->person ? check->facts->person->full_name : NULL;
  init.since = check->item->absence->during.from;
  init.until = check->item->absence->during.until - 1;
  init.citation = rule ? mc_rule_get_citation (rule) : NULL;
  init.message = text;
  g_ptr_array_add (check->findings, mc_finding_new (&init));
}

static const McRule *
find_rule (Check *check, const char *topic)
{
  return mc_rule_book_find (check->facts->book, topic, check->item->absence->during.from);
}

static void
check_annual (Check *check)
{
  McDay day = MAX (check->as_of, check->item->absence->during.from);
  McLeaveBalance balance;
  g_autofree char *days = NULL;
  g_autofree char *left = NULL;

  if (!mc_leave_balance_reckon (check->facts, day, &balance) || check->days <= balance.left)
    return;
  days = mc_leave_days_format (check->days);
  left = mc_leave_days_format (MAX (balance.left, 0));
  report (check, "leave.annual", MC_FINDING_WARNING, find_rule (check, "leave.annual"),
          /* Translators: days asked for, days left, year */
          g_strdup_printf (_ ("%s days of annual leave are asked for; %s are left in %d."), days, left, balance.year));
}

static void
check_compensatory (Check *check)
{
  g_autoptr (McDutyLedger) ledger = NULL;
  g_autofree char *days = NULL;
  g_autofree char *left = NULL;

  if (!check->credits)
    return;
  ledger = mc_duty_ledger_new (check->credits, check->item->absence->person_id, check->facts->items,
                               check->facts->calendar, check->item->absence->during.from);
  if (check->days <= ledger->left)
    return;
  days = mc_leave_days_format (check->days);
  left = mc_leave_days_format (ledger->left);
  report (check, "leave.compensatory", MC_FINDING_WARNING, find_rule (check, "staff.compensatory_leave"),
          g_strdup_printf (_ ("%s days of compensatory leave are asked for; duty has earned %s that are left."), days,
                           left));
}

static void
check_length (Check *check, const char *topic, const char *code)
{
  const McRule *rule = find_rule (check, topic);
  int max = rule ? mc_rule_get_int (rule, "max_days", G_MAXINT) : G_MAXINT;
  g_autofree char *days = mc_leave_days_format (check->days);

  if (check->days > max)
    report (check, code, MC_FINDING_WARNING, rule,
            g_strdup_printf (_ ("%s working days; the law gives at most %d for one occasion."), days, max));
}

static void
check_maternity (Check *check)
{
  const McRule *rule = find_rule (check, "leave.maternity");
  McPeriod during = check->item->absence->during;
  int months = rule ? mc_rule_get_int (rule, "months", 0) : 0;

  if (months > 0 && during.until > mc_day_add_months (during.from, months))
    report (check, "leave.maternity", MC_FINDING_WARNING, rule,
            g_strdup_printf (_ ("Maternity leave of more than %d months."), months));
}

/* Sick days of the calendar year with this absence. */
static double
sick_days (Check *check, McPeriod year)
{
  double days = mc_leave_days (check->item->absence, check->facts->calendar, year);

  for (guint i = 0; i < check->facts->items->len; i++)
    {
      const McLeaveItem *other = &g_array_index (check->facts->items, McLeaveItem, i);

      if (other->kind == MC_ABSENCE_KIND_SICK && mc_absence_counts (other->absence))
        days += mc_leave_days (other->absence, check->facts->calendar, year);
    }
  return days;
}

static void
check_sick (Check *check)
{
  const McRule *rule = find_rule (check, "leave.sick");
  McLeaveBalance balance;
  McPeriod year;
  int limit, number;
  double days;

  if (!rule || !mc_leave_balance_reckon (check->facts, check->item->absence->during.from, &balance))
    return;
  number = balance.year;
  year = (McPeriod){ mc_day_new (number, 1, 1), mc_day_new (number, 12, 31) + 1 };
  limit = mc_rule_get_int (rule,
                           balance.service_years < 15   ? "under_15"
                           : balance.service_years < 30 ? "from_15"
                                                        : "from_30",
                           G_MAXINT);
  days = sick_days (check, year);
  if (days > limit)
    {
      g_autofree char *text = mc_leave_days_format (days);

      report (check, "leave.sick", MC_FINDING_WARNING, rule,
              g_strdup_printf (_ ("%s sick days in %d; insurance pays %d for this length of service."), text, number,
                               limit));
    }
}

gboolean
mc_leave_needs_home_word (McRuleBook *book, McWorkCalendar *calendar, const McLeaveItem *item)
{
  const McRule *rule = mc_rule_book_find (book, "leave.home_word", item->absence->during.from);

  switch (item->kind)
    {
    case MC_ABSENCE_KIND_ANNUAL:
    case MC_ABSENCE_KIND_MATERNITY:
    case MC_ABSENCE_KIND_PERSONAL_PAID:
    case MC_ABSENCE_KIND_PERSONAL_UNPAID:
      return rule && mc_leave_days (item->absence, calendar, item->absence->during) >
                         mc_rule_get_int (rule, "over_days", G_MAXINT);
    case MC_ABSENCE_KIND_NONE:
    case MC_ABSENCE_KIND_SICK:
    case MC_ABSENCE_KIND_CHILD_SICK:
    case MC_ABSENCE_KIND_COMPENSATORY:
    case MC_ABSENCE_KIND_MISSION:
    case MC_ABSENCE_KIND_TRAINING:
    case MC_ABSENCE_KIND_MEETING:
    default:
      return FALSE;
    }
}

static void
check_home_word (Check *check)
{
  if (mc_leave_needs_home_word (check->facts->book, check->facts->calendar, check->item) &&
      check->item->absence->home_word == MC_HOME_WORD_NOT_NEEDED)
    report (check, "leave.home_word", MC_FINDING_NOTE, find_rule (check, "leave.home_word"),
            g_strdup (_ ("The home agency has to agree, too, and signs the leave paper.")));
}

/* The other absences of the person; the judged one is not weighed against itself. */
static GArray *
others (const GArray *items, McAbsence *absence)
{
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (McLeaveItem));
  gint64 id = mc_entity_get_id (MC_ENTITY (absence));

  for (guint i = 0; i < items->len; i++)
    {
      McLeaveItem item = g_array_index (items, McLeaveItem, i);

      if (item.absence != absence && (id == 0 || mc_entity_get_id (MC_ENTITY (item.absence)) != id))
        g_array_append_val (rest, item);
    }
  return rest;
}

GPtrArray *
mc_leave_check (const McLeaveFacts *facts, GListModel *credits, const McLeaveItem *item, McDay as_of)
{
  McLeaveFacts rest = *facts;
  g_autoptr (GArray) items = others (facts->items, item->absence);
  Check check = { &rest, credits, item, as_of, 0, g_ptr_array_new_with_free_func (g_object_unref) };

  rest.items = items;
  check.days = mc_leave_days (item->absence, facts->calendar, item->absence->during);
  if (item->kind == MC_ABSENCE_KIND_ANNUAL)
    check_annual (&check);
  else if (item->kind == MC_ABSENCE_KIND_COMPENSATORY)
    check_compensatory (&check);
  else if (item->kind == MC_ABSENCE_KIND_PERSONAL_PAID)
    check_length (&check, "leave.personal_paid", "leave.personal_paid");
  else if (item->kind == MC_ABSENCE_KIND_PERSONAL_UNPAID)
    check_length (&check, "leave.personal_unpaid", "leave.personal_unpaid");
  else if (item->kind == MC_ABSENCE_KIND_MATERNITY)
    check_maternity (&check);
  else if (item->kind == MC_ABSENCE_KIND_SICK)
    check_sick (&check);
  check_home_word (&check);
  return check.findings;
}
