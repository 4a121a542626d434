/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-duty-ledger.h"
#include "mc-leave-balance.h"
#include "mc-leave-check.h"
#include "mc-service.h"
#include "rules-fixture.h"

/* Leave: what the law gives, what is taken, what duty earns; on the days on which answers change. */

typedef struct
{
  McRuleBook *book;
  McWorkCalendar *calendar;
  McPerson *person;
  McLeaveAccount *account;
  GListStore *absences;
  GListStore *reasons;
  GListStore *credits;
  GArray *items;
  gint64 next_id;
} Office;

static void
office_init (Office *self, const char *joined)
{
  *self = (Office){ .book = fixture_book (), .person = mc_person_new (), .account = mc_leave_account_new () };
  fixture_add_plan_rules (self->book);
  self->calendar = mc_work_calendar_new (self->book, NULL, NULL, NULL);
  self->person->joined_state_service = joined ? fixture_day (joined) : MC_DAY_NONE;
  self->absences = g_list_store_new (MC_TYPE_ABSENCE);
  self->reasons = g_list_store_new (MC_TYPE_ABSENCE_REASON);
  self->credits = g_list_store_new (MC_TYPE_DUTY_CREDIT);
}

static void
office_clear (Office *self)
{
  g_object_unref (self->book);
  g_object_unref (self->calendar);
  g_object_unref (self->person);
  g_object_unref (self->account);
  g_object_unref (self->absences);
  g_object_unref (self->reasons);
  g_object_unref (self->credits);
  g_clear_pointer (&self->items, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Office, office_clear)

/* @from and @last: both included. */
static McAbsence *
add_absence (Office *self, McAbsenceKind kind, const char *from, const char *last, McAbsenceState state)
{
  g_autoptr (McAbsence) absence = mc_absence_new ();
  g_autoptr (McAbsenceReason) reason = mc_absence_reason_new ();

  mc_entity_set_id (MC_ENTITY (absence), ++self->next_id);
  absence->during = (McPeriod){ fixture_day (from), fixture_day (last) + 1 };
  absence->state = state;
  absence->excused = kind != MC_ABSENCE_KIND_NONE;
  g_list_store_append (self->absences, absence);
  reason->absence_id = self->next_id;
  reason->kind = kind;
  if (kind != MC_ABSENCE_KIND_NONE)
    g_list_store_append (self->reasons, reason);
  return absence;
}

static void
add_credit (Office *self, const char *day, int halves, const char *expires)
{
  g_autoptr (McDutyCredit) credit = mc_duty_credit_new ();

  credit->day = fixture_day (day);
  credit->halves = halves;
  credit->expires_on = expires ? fixture_day (expires) : MC_DAY_NONE;
  g_list_store_append (self->credits, credit);
}

static McLeaveFacts
take_facts (Office *self)
{
  g_clear_pointer (&self->items, g_array_unref);
  self->items = mc_leave_items_new (G_LIST_MODEL (self->absences), G_LIST_MODEL (self->reasons), 0);
  return (McLeaveFacts){ .person = self->person,
                         .items = self->items,
                         .account = self->account,
                         .calendar = self->calendar,
                         .book = self->book };
}

static McLeaveBalance
reckon (Office *self, const char *as_of)
{
  McLeaveFacts facts = take_facts (self);
  McLeaveBalance balance;

  g_assert_true (mc_leave_balance_reckon (&facts, fixture_day (as_of), &balance));
  return balance;
}

/* --- What the law gives --- */

static void
test_seniority (void)
{
  static const struct
  {
    const char *joined;
    const char *as_of;
    int years;
    int days;
  } cases[] = {
    { "01/06/2021", "31/05/2026", 4, 12 },  { "01/06/2021", "01/06/2026", 5, 13 },
    { "01/06/2016", "31/05/2026", 9, 13 },  { "01/06/2016", "01/06/2026", 10, 14 },
    { "29/02/2016", "27/02/2026", 9, 13 },  { "29/02/2016", "28/02/2026", 10, 14 },
    { "15/03/1990", "01/12/2026", 36, 19 }, { "01/01/2026", "31/12/2026", 0, 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Office) office;
      McLeaveBalance balance;

      office_init (&office, cases[i].joined);
      balance = reckon (&office, cases[i].as_of);
      g_test_message ("%s on %s", cases[i].joined, cases[i].as_of);
      g_assert_cmpint (balance.service_years, ==, cases[i].years);
      g_assert_cmpint (balance.law_days + balance.seniority_days, ==, cases[i].days);
      g_assert_cmpint (balance.months, ==, 12);
      g_assert_cmpfloat (balance.entitled, ==, cases[i].days);
    }
}

/* The month of entry counts if at least half of its working days are worked. September 2026 has 20 working days without
 * the 1st and 2nd: from Thursday 17 there are 10, from Friday 18 there are 9. */
static void
test_months (void)
{
  static const struct
  {
    const char *joined;
    int months;
    double entitled;
  } cases[] = {
    { "17/09/2026", 4, 4.0 }, { "18/09/2026", 3, 3.0 },   { "01/09/2026", 4, 4.0 },
    { "31/12/2026", 0, 0.0 }, { "31/12/2025", 12, 12.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Office) office;
      McLeaveBalance balance;

      office_init (&office, cases[i].joined);
      balance = reckon (&office, "31/12/2026");
      g_test_message ("%s", cases[i].joined);
      g_assert_cmpint (balance.months, ==, cases[i].months);
      g_assert_cmpfloat (balance.entitled, ==, cases[i].entitled);
    }
}

/* A month without pay for more than half of its working days does not count; November 2026 has 20 of them. */
static void
test_unpaid (void)
{
  g_auto (Office) office;
  McAbsence *absence;

  office_init (&office, "01/01/2020");
  absence = add_absence (&office, MC_ABSENCE_KIND_PERSONAL_UNPAID, "02/11/2026", "13/11/2026", MC_ABSENCE_AGREED);
  g_assert_cmpint (reckon (&office, "01/12/2026").months, ==, 12);
  absence->during.until = fixture_day ("17/11/2026");
  g_assert_cmpint (reckon (&office, "01/12/2026").months, ==, 11);
  g_assert_cmpfloat (reckon (&office, "01/12/2026").entitled, ==, 11.9);
  absence->state = MC_ABSENCE_REFUSED;
  g_assert_cmpint (reckon (&office, "01/12/2026").months, ==, 12);
}

static void
test_services (void)
{
  g_autoptr (GPtrArray) services = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (Office) office;
  McService *service = mc_service_new ();
  McLeaveFacts facts;
  McLeaveBalance balance;

  office_init (&office, NULL);
  service->during = fixture_period ("01/06/2016", NULL);
  g_ptr_array_add (services, service);
  facts = take_facts (&office);
  facts.services = services;
  g_assert_true (mc_leave_balance_reckon (&facts, fixture_day ("31/05/2026"), &balance));
  g_assert_cmpint (balance.service_years, ==, 10);
  g_assert_true (mc_leave_balance_reckon (&facts, fixture_day ("30/05/2026"), &balance));
  g_assert_cmpint (balance.service_years, ==, 9);
  g_assert_false (mc_leave_balance_reckon (&facts, fixture_day ("01/01/2020"), &balance));
}

/* --- What is taken --- */

static void
test_account (void)
{
  g_auto (Office) office;
  McLeaveBalance balance;
  McAbsence *half;

  office_init (&office, "01/01/2023");
  office.account->carried = 3.5;
  office.account->used_elsewhere = 2;
  office.account->travel_days = 4;
  /* Tết and a Saturday are no leave: Friday 13/02, Monday 23 and Tuesday 24. */
  add_absence (&office, MC_ABSENCE_KIND_ANNUAL, "13/02/2026", "24/02/2026", MC_ABSENCE_AGREED);
  half = add_absence (&office, MC_ABSENCE_KIND_ANNUAL, "07/12/2026", "08/12/2026", MC_ABSENCE_AGREED);
  half->half = MC_HALF_AFTERNOON;
  add_absence (&office, MC_ABSENCE_KIND_ANNUAL, "14/12/2026", "14/12/2026", MC_ABSENCE_REQUESTED);
  add_absence (&office, MC_ABSENCE_KIND_ANNUAL, "15/12/2026", "15/12/2026", MC_ABSENCE_REFUSED);
  add_absence (&office, MC_ABSENCE_KIND_SICK, "16/12/2026", "16/12/2026", MC_ABSENCE_REPORTED);
  balance = reckon (&office, "07/12/2026");
  g_assert_cmpfloat (balance.travel, ==, 2);
  g_assert_cmpfloat (balance.used, ==, 3 + 2 + 0.5);
  g_assert_cmpfloat (balance.planned, ==, 0.5);
  g_assert_cmpfloat (balance.asked, ==, 1);
  g_assert_cmpfloat (balance.left, ==, 12 + 3.5 + 2 - 5.5 - 0.5);
  half->home_word = MC_HOME_WORD_REFUSED;
  g_assert_cmpfloat (reckon (&office, "07/12/2026").left, ==, 12 + 3.5 + 2 - 5);
  office.account->travel_days = 2;
  g_assert_cmpfloat (reckon (&office, "07/12/2026").travel, ==, 0);
}

static void
test_hours (void)
{
  g_auto (Office) office;
  McAbsence *absence;
  g_autofree char *text = NULL;
  g_autoptr (GListStore) hours = fixture_office_hours ();
  g_autoptr (McWorkCalendar) calendar = NULL;

  office_init (&office, "01/01/2023");
  calendar = mc_work_calendar_new (office.book, NULL, G_LIST_MODEL (hours), NULL);
  absence = add_absence (&office, MC_ABSENCE_KIND_ANNUAL, "08/12/2026", "08/12/2026", MC_ABSENCE_AGREED);
  absence->half = MC_HALF_MORNING;
  absence->starts = g_strdup ("08:00");
  absence->ends = g_strdup ("09:00");
  g_assert_cmpfloat (mc_leave_days (absence, calendar, absence->during), ==, 0.125);
  /* Where no hours were ever entered, of what it is a part nobody can say. */
  g_assert_cmpfloat (mc_leave_days (absence, office.calendar, absence->during), ==, 0.5);
  text = mc_leave_days_format (2.5);
  g_assert_cmpstr (text, ==, "2,5");
  g_set_str (&text, NULL);
  text = mc_leave_days_format (0.125);
  g_assert_cmpstr (text, ==, "0,13");
  g_set_str (&text, NULL);
  text = mc_leave_days_format (12);
  g_assert_cmpstr (text, ==, "12");
}

/* --- What duty earns --- */

static void
test_ledger (void)
{
  g_auto (Office) office;
  g_autoptr (McDutyLedger) ledger = NULL;

  office_init (&office, NULL);
  add_credit (&office, "03/10/2026", 1, "03/12/2026");
  add_credit (&office, "10/10/2026", 2, NULL);
  add_credit (&office, "05/12/2026", 1, NULL);
  add_absence (&office, MC_ABSENCE_KIND_COMPENSATORY, "12/11/2026", "12/11/2026", MC_ABSENCE_AGREED);
  add_absence (&office, MC_ABSENCE_KIND_COMPENSATORY, "13/11/2026", "13/11/2026", MC_ABSENCE_REQUESTED);
  take_facts (&office);
  ledger =
      mc_duty_ledger_new (G_LIST_MODEL (office.credits), 0, office.items, office.calendar, fixture_day ("01/12/2026"));
  g_assert_cmpfloat (ledger->earned, ==, 1.5);
  g_assert_cmpfloat (ledger->spent, ==, 1);
  g_assert_cmpfloat (ledger->left, ==, 0.5);
  g_assert_cmpfloat (ledger->overdrawn, ==, 0);
  g_assert_cmpfloat (g_array_index (ledger->entries, McDutyEntry, 0).left, ==, 0);
  g_assert_cmpfloat (g_array_index (ledger->entries, McDutyEntry, 1).left, ==, 0.5);
}

/* What lapsed cannot be taken, nor what is earned later. */
static void
test_lapse (void)
{
  g_auto (Office) office;
  g_autoptr (McDutyLedger) before = NULL;
  g_autoptr (McDutyLedger) after = NULL;

  office_init (&office, NULL);
  add_credit (&office, "03/10/2026", 1, "03/12/2026");
  add_credit (&office, "05/12/2026", 1, NULL);
  add_absence (&office, MC_ABSENCE_KIND_COMPENSATORY, "04/12/2026", "04/12/2026", MC_ABSENCE_AGREED)->half =
      MC_HALF_MORNING;
  take_facts (&office);
  before =
      mc_duty_ledger_new (G_LIST_MODEL (office.credits), 0, office.items, office.calendar, fixture_day ("02/12/2026"));
  g_assert_cmpfloat (before->left, ==, 0.5);
  after =
      mc_duty_ledger_new (G_LIST_MODEL (office.credits), 0, office.items, office.calendar, fixture_day ("03/12/2026"));
  g_assert_cmpfloat (after->left, ==, 0);
  g_assert_cmpfloat (after->lapsed, ==, 0.5);
  g_assert_cmpfloat (after->overdrawn, ==, 0.5);
}

/* --- What the rules say --- */

static char *
codes (Office *office, McAbsence *absence, McAbsenceKind kind)
{
  McLeaveFacts facts = take_facts (office);
  McLeaveItem item = { absence, kind };
  g_autoptr (GPtrArray) findings =
      mc_leave_check (&facts, G_LIST_MODEL (office->credits), &item, fixture_day ("01/11/2026"));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      g_string_append_printf (text, "%s%s", i ? " " : "", mc_finding_get_code (findings->pdata[i]));
      g_assert_cmpstr (mc_finding_get_citation (findings->pdata[i]), !=, "");
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_checks (void)
{
  static const struct
  {
    McAbsenceKind kind;
    const char *last; /* from Monday 02/11/2026 */
    const char *codes;
  } cases[] = {
    { MC_ABSENCE_KIND_PERSONAL_PAID, "02/11/2026", "" },
    { MC_ABSENCE_KIND_PERSONAL_PAID, "04/11/2026", "leave.home_word" },
    { MC_ABSENCE_KIND_PERSONAL_PAID, "05/11/2026", "leave.personal_paid leave.home_word" },
    { MC_ABSENCE_KIND_PERSONAL_UNPAID, "02/11/2026", "" },
    { MC_ABSENCE_KIND_PERSONAL_UNPAID, "03/11/2026", "leave.personal_unpaid leave.home_word" },
    { MC_ABSENCE_KIND_ANNUAL, "17/11/2026", "leave.home_word" },
    { MC_ABSENCE_KIND_ANNUAL, "18/11/2026", "leave.annual leave.home_word" },
    { MC_ABSENCE_KIND_COMPENSATORY, "02/11/2026", "" },
    { MC_ABSENCE_KIND_COMPENSATORY, "03/11/2026", "leave.compensatory" },
    { MC_ABSENCE_KIND_SICK, "11/12/2026", "" },
    { MC_ABSENCE_KIND_SICK, "14/12/2026", "leave.sick" },
    { MC_ABSENCE_KIND_MATERNITY, "01/05/2027", "leave.home_word" },
    { MC_ABSENCE_KIND_MATERNITY, "02/05/2027", "leave.maternity leave.home_word" },
    { MC_ABSENCE_KIND_MISSION, "30/11/2026", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Office) office;
      McAbsence *absence;
      g_autofree char *found = NULL;

      office_init (&office, "01/01/2023");
      add_credit (&office, "10/10/2026", 2, NULL);
      /* One working day short of what the limits of sickness leave. */
      add_absence (&office, MC_ABSENCE_KIND_SICK, "05/10/2026", "05/10/2026", MC_ABSENCE_REPORTED);
      absence = add_absence (&office, cases[i].kind, "02/11/2026", cases[i].last, MC_ABSENCE_REQUESTED);
      found = codes (&office, absence, cases[i].kind);
      g_test_message ("%u until %s", cases[i].kind, cases[i].last);
      g_assert_cmpstr (found, ==, cases[i].codes);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/leave/seniority", test_seniority);
  g_test_add_func ("/leave/months", test_months);
  g_test_add_func ("/leave/unpaid", test_unpaid);
  g_test_add_func ("/leave/services", test_services);
  g_test_add_func ("/leave/account", test_account);
  g_test_add_func ("/leave/hours", test_hours);
  g_test_add_func ("/leave/ledger", test_ledger);
  g_test_add_func ("/leave/lapse", test_lapse);
  g_test_add_func ("/leave/checks", test_checks);
  return g_test_run ();
}
