/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-clock.h"
#include "mc-day-override.h"
#include "mc-saturday-field.h"
#include "mc-work-calendar.h"
#include "rules-fixture.h"

/* The working calendar: every kind of day, the years of which notices are known, and six decades of lunar holidays. */

typedef struct
{
  GListStore *overrides;
  GListStore *times;
  GListStore *saturdays;
} Rows;

static Rows
new_rows (void)
{
  return (Rows){ g_list_store_new (MC_TYPE_DAY_OVERRIDE), g_list_store_new (MC_TYPE_SESSION_TIME),
                 g_list_store_new (MC_TYPE_SATURDAY_FIELD) };
}

static void
add_override (Rows *rows, const char *day, McDayKind kind, McHalfDay session, const char *other)
{
  g_autoptr (McDayOverride) row = mc_day_override_new ();

  row->day = fixture_day (day);
  row->kind = kind;
  row->session = session;
  row->name = g_strdup_printf ("Ngày %s", day);
  row->document_no = g_strdup ("TB 1/TB-UBND");
  row->exchanged_with = other ? fixture_day (other) : MC_DAY_NONE;
  g_list_store_append (rows->overrides, row);
}

static void
add_time (Rows *rows, McHours hours, McDaySession session, int weekday, const char *starts, const char *ends)
{
  g_autoptr (McSessionTime) row = mc_session_time_new ();

  row->purpose = hours;
  row->session = session;
  row->first_weekday = weekday;
  row->last_weekday = weekday == 1 ? 5 : weekday;
  row->starts = g_strdup (starts);
  row->ends = g_strdup (ends);
  row->during = fixture_period ("01/01/2024", NULL);
  g_list_store_append (rows->times, row);
}

static McWorkCalendar *
take_calendar (Rows *rows, McRuleBook *book)
{
  McWorkCalendar *calendar = mc_work_calendar_new (book, G_LIST_MODEL (rows->overrides), G_LIST_MODEL (rows->times),
                                                   G_LIST_MODEL (rows->saturdays));

  g_clear_object (&rows->overrides);
  g_clear_object (&rows->times);
  g_clear_object (&rows->saturdays);
  return calendar;
}

static McWorkCalendar *
lawful_calendar (void)
{
  g_autoptr (McRuleBook) book = fixture_book ();

  return mc_work_calendar_new (book, NULL, NULL, NULL);
}

/* The days of data/plan/plan-2022.json, as the database holds them. */
static McWorkCalendar *
shipped_calendar (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOTCUA_DATADIR"), "plan", "plan-2022.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (McRuleBook) book = fixture_book ();
  g_autoptr (GError) error = NULL;
  Rows rows = new_rows ();
  JsonObject *plan;
  JsonArray *days, *times;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  plan = json_node_get_object (json_parser_get_root (parser));
  days = json_object_get_array_member (plan, "days");
  times = json_object_get_array_member (plan, "session_times");
  for (guint i = 0; i < json_array_get_length (days); i++)
    {
      g_autoptr (McDayOverride) row = mc_day_override_new ();

      mc_entity_from_json (MC_ENTITY (row), json_array_get_element (days, i), &error);
      g_assert_no_error (error);
      g_list_store_append (rows.overrides, row);
    }
  for (guint i = 0; i < json_array_get_length (times); i++)
    {
      g_autoptr (McSessionTime) row = mc_session_time_new ();

      mc_entity_from_json (MC_ENTITY (row), json_array_get_element (times, i), &error);
      g_assert_no_error (error);
      g_list_store_append (rows.times, row);
    }
  return take_calendar (&rows, book);
}

/* "02/01 swapped_off, …" of a year. */
static char *
describe (McWorkCalendar *calendar, int year)
{
  g_autoptr (GPtrArray) list = mc_work_calendar_list (calendar, year);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const McWorkDay *day = list->pdata[i];
      g_autofree char *date = mc_day_format (day->day);

      date[5] = '\0';
      g_string_append_printf (text, "%s%s %s%s", i ? ", " : "", date, mc_work_day_kind_get_name (day->kind),
                              day->assumed ? "?" : "");
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_year (McWorkCalendar *calendar, int year, const char *expected)
{
  g_autofree char *text = describe (calendar, year);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_day (McWorkCalendar *calendar, const char *day, McWorkDayKind kind, gboolean morning, gboolean afternoon)
{
  const McWorkDay *is = mc_work_calendar_get (calendar, fixture_day (day));

  g_test_message ("%s", day);
  g_assert_cmpint (is->day, ==, fixture_day (day));
  g_assert_cmpstr (mc_work_day_kind_get_name (is->kind), ==, mc_work_day_kind_get_name (kind));
  g_assert_cmpint (is->works[MC_DAY_SESSION_MORNING], ==, morning);
  g_assert_cmpint (is->works[MC_DAY_SESSION_AFTERNOON], ==, afternoon);
}

/* --- Known years --- */

static void
test_2025 (void)
{
  g_autoptr (McWorkCalendar) calendar = shipped_calendar ();

  assert_year (calendar, 2025,
               "01/01 holiday, 27/01 holiday, 28/01 holiday, 29/01 holiday, 30/01 holiday, 31/01 holiday, "
               "07/04 holiday, 26/04 swapped_work, 30/04 holiday, 01/05 holiday, 02/05 swapped_off, "
               "01/09 holiday, 02/09 holiday");
}

static void
test_2026 (void)
{
  g_autoptr (McWorkCalendar) calendar = shipped_calendar ();
  const McWorkDay *day;

  assert_year (calendar, 2026,
               "01/01 holiday, 02/01 swapped_off, 10/01 swapped_work, 16/02 holiday, 17/02 holiday, 18/02 holiday, "
               "19/02 holiday, 20/02 holiday, 26/04 holiday, 27/04 make_up, 30/04 holiday, 01/05 holiday, "
               "22/08 swapped_work, 31/08 swapped_off, 01/09 holiday, 02/09 holiday, 24/11 holiday");
  day = mc_work_calendar_get (calendar, fixture_day ("31/08/2026"));
  g_assert_cmpstr (day->source, ==, "Thông báo 109/TB-UBND");
  g_assert_true (day->by_notice);
  g_assert_cmpint (day->because_of, ==, fixture_day ("22/08/2026"));
  day = mc_work_calendar_get (calendar, fixture_day ("27/04/2026"));
  g_assert_cmpint (day->because_of, ==, fixture_day ("26/04/2026"));
  assert_day (calendar, "22/08/2026", MC_WORK_DAY_SWAPPED_WORK, TRUE, TRUE);
  assert_day (calendar, "23/11/2026", MC_WORK_DAY_WORKING, TRUE, TRUE);
  assert_day (calendar, "28/11/2026", MC_WORK_DAY_WEEKEND, FALSE, FALSE);
  /* Nine days from Saturday 14/02 to Sunday 22/02; five from Saturday 29/08 to Wednesday 02/09. */
  g_assert_cmpint (mc_work_calendar_count (calendar, fixture_period ("14/02/2026", "23/02/2026")), ==, 0);
  g_assert_cmpint (mc_work_calendar_count (calendar, fixture_period ("29/08/2026", "03/09/2026")), ==, 0);
  g_assert_cmpint (mc_work_calendar_count (calendar, fixture_period ("17/08/2026", "24/08/2026")), ==, 12);
  g_assert_cmpint (mc_work_calendar_next (calendar, fixture_day ("28/08/2026"), 1), ==, fixture_day ("03/09/2026"));
  g_assert_cmpint (mc_work_calendar_next (calendar, fixture_day ("23/02/2026"), -1), ==, fixture_day ("13/02/2026"));
}

/* Without a notice the law's choice is assumed and marked; holidays on rest days are made up, Culture Day is not. */
static void
test_law_alone (void)
{
  g_autoptr (McWorkCalendar) calendar = lawful_calendar ();
  const McWorkDay *day;

  assert_year (calendar, 2027,
               "01/01 holiday, 05/02 holiday?, 06/02 holiday, 07/02 holiday?, 08/02 holiday?, 09/02 holiday?, "
               "10/02 make_up?, 11/02 make_up?, 16/04 holiday, 30/04 holiday, 01/05 holiday, 03/05 make_up, "
               "02/09 holiday, 03/09 holiday?, 24/11 holiday");
  assert_year (
      calendar, 2029,
      "01/01 holiday, 12/02 holiday?, 13/02 holiday, 14/02 holiday?, 15/02 holiday?, 16/02 holiday?, "
      "23/04 holiday, 30/04 holiday, 01/05 holiday, 02/09 holiday, 03/09 holiday?, 04/09 make_up?, 24/11 holiday");
  day = mc_work_calendar_get (calendar, fixture_day ("03/05/2027"));
  g_assert_cmpstr (day->name, ==, "Nghỉ bù Ngày Quốc tế lao động");
  g_assert_nonnull (strstr (day->source, "khoản 3 Điều 111"));
  /* The first Culture Day is that of 2026. */
  assert_day (calendar, "24/11/2025", MC_WORK_DAY_WORKING, TRUE, TRUE);
  assert_day (calendar, "24/11/2026", MC_WORK_DAY_HOLIDAY, FALSE, FALSE);
  assert_day (calendar, "26/11/2029", MC_WORK_DAY_WORKING, TRUE, TRUE);
  /* Before the Labour Code of 2019 nothing is known but the week. */
  assert_day (calendar, "01/01/2019", MC_WORK_DAY_WORKING, TRUE, TRUE);
}

/* The day that joins National Day without a notice is a working day, the nearer to the weekend. */
static void
test_national_day (void)
{
  static const char *const expected[][2] = {
    { "03/09/2027", "02/09/2027" }, /* Thursday */ { "01/09/2028", "02/09/2028" },  /* Saturday */
    { "03/09/2030", "02/09/2030" }, /* Monday */ { "01/09/2031", "02/09/2031" },    /* Tuesday */
    { "01/09/2026", "02/09/2026" }, /* Wednesday */ { "01/09/2033", "02/09/2033" }, /* Friday */
  };
  g_autoptr (McWorkCalendar) calendar = lawful_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_true (mc_work_calendar_get (calendar, fixture_day (expected[i][0]))->assumed);
      assert_day (calendar, expected[i][0], MC_WORK_DAY_HOLIDAY, FALSE, FALSE);
      g_assert_false (mc_work_calendar_get (calendar, fixture_day (expected[i][1]))->assumed);
      assert_day (calendar, expected[i][1], MC_WORK_DAY_HOLIDAY, FALSE, FALSE);
    }
}

/* --- Notices --- */

static void
test_notice_wins (void)
{
  g_autoptr (McRuleBook) book = fixture_book ();
  Rows rows = new_rows ();
  g_autoptr (McWorkCalendar) calendar = NULL;

  /* Tết 2027 (06/02, a Saturday) as a notice might put it: two days before, and one day made up. */
  add_override (&rows, "04/02/2027", MC_DAY_KIND_HOLIDAY, MC_HALF_DAY_NONE, NULL);
  add_override (&rows, "05/02/2027", MC_DAY_KIND_HOLIDAY, MC_HALF_DAY_NONE, NULL);
  add_override (&rows, "06/02/2027", MC_DAY_KIND_HOLIDAY, MC_HALF_DAY_NONE, NULL);
  add_override (&rows, "08/02/2027", MC_DAY_KIND_HOLIDAY, MC_HALF_DAY_NONE, NULL);
  add_override (&rows, "09/02/2027", MC_DAY_KIND_HOLIDAY, MC_HALF_DAY_NONE, NULL);
  add_override (&rows, "10/02/2027", MC_DAY_KIND_OFF, MC_HALF_DAY_NONE, NULL);
  add_override (&rows, "11/02/2027", MC_DAY_KIND_OFF, MC_HALF_DAY_NONE, "20/02/2027");
  add_override (&rows, "20/02/2027", MC_DAY_KIND_WORKED, MC_HALF_DAY_NONE, "11/02/2027");
  calendar = take_calendar (&rows, book);
  assert_day (calendar, "04/02/2027", MC_WORK_DAY_HOLIDAY, FALSE, FALSE);
  assert_day (calendar, "07/02/2027", MC_WORK_DAY_WEEKEND, FALSE, FALSE);
  assert_day (calendar, "10/02/2027", MC_WORK_DAY_MAKE_UP, FALSE, FALSE);
  assert_day (calendar, "11/02/2027", MC_WORK_DAY_SWAPPED_OFF, FALSE, FALSE);
  assert_day (calendar, "12/02/2027", MC_WORK_DAY_WORKING, TRUE, TRUE);
  assert_day (calendar, "20/02/2027", MC_WORK_DAY_SWAPPED_WORK, TRUE, TRUE);
  g_assert_false (mc_work_calendar_get (calendar, fixture_day ("05/02/2027"))->assumed);
}

static void
test_halves (void)
{
  g_autoptr (McRuleBook) book = fixture_book ();
  Rows rows = new_rows ();
  g_autoptr (McWorkCalendar) calendar = NULL;

  add_override (&rows, "31/12/2026", MC_DAY_KIND_HALF_DAY, MC_HALF_DAY_MORNING, NULL);
  add_override (&rows, "12/12/2026", MC_DAY_KIND_HALF_DAY, MC_HALF_DAY_AFTERNOON, NULL);
  add_override (&rows, "19/12/2026", MC_DAY_KIND_HALF_DAY, MC_HALF_DAY_MORNING, NULL);
  add_override (&rows, "19/12/2026", MC_DAY_KIND_HALF_DAY, MC_HALF_DAY_AFTERNOON, NULL);
  /* A day off that is a Sunday, and a holiday that is worked. */
  add_override (&rows, "13/12/2026", MC_DAY_KIND_OFF, MC_HALF_DAY_NONE, NULL);
  add_override (&rows, "24/11/2026", MC_DAY_KIND_WORKED, MC_HALF_DAY_NONE, NULL);
  calendar = take_calendar (&rows, book);
  assert_day (calendar, "31/12/2026", MC_WORK_DAY_HALF, TRUE, FALSE);
  assert_day (calendar, "12/12/2026", MC_WORK_DAY_SWAPPED_WORK, FALSE, TRUE);
  assert_day (calendar, "19/12/2026", MC_WORK_DAY_SWAPPED_WORK, TRUE, TRUE);
  assert_day (calendar, "13/12/2026", MC_WORK_DAY_WEEKEND, FALSE, FALSE);
  assert_day (calendar, "24/11/2026", MC_WORK_DAY_SWAPPED_WORK, TRUE, TRUE);
  g_assert_cmpint (
      mc_work_calendar_count_session (calendar, fixture_period ("28/12/2026", "01/01/2027"), MC_DAY_SESSION_AFTERNOON),
      ==, 3);
}

/* --- Hours and Saturdays --- */

static void
assert_times (McWorkCalendar *calendar, McHours hours, const char *day, McDaySession session, const char *expected)
{
  McClockSpan span;
  g_autofree char *starts = NULL;
  g_autofree char *ends = NULL;
  g_autofree char *text = NULL;

  if (!mc_work_calendar_get_times (calendar, hours, fixture_day (day), session, &span))
    {
      g_assert_null (expected);
      return;
    }
  starts = mc_clock_format (span.starts);
  ends = mc_clock_format (span.ends);
  text = g_strdup_printf ("%s-%s", starts, ends);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_hours (void)
{
  g_autoptr (McWorkCalendar) calendar = shipped_calendar ();

  assert_times (calendar, MC_HOURS_RECEPTION, "23/11/2026", MC_DAY_SESSION_MORNING, "07:00-10:30");
  assert_times (calendar, MC_HOURS_RECEPTION, "23/11/2026", MC_DAY_SESSION_AFTERNOON, "13:00-16:30");
  assert_times (calendar, MC_HOURS_OFFICE, "23/11/2026", MC_DAY_SESSION_MORNING, "07:00-11:00");
  assert_times (calendar, MC_HOURS_OFFICE, "23/11/2026", MC_DAY_SESSION_AFTERNOON, "13:00-17:00");
  /* A holiday, a Sunday, the time before the centre opened; and a Saturday worked in exchange. */
  assert_times (calendar, MC_HOURS_OFFICE, "24/11/2026", MC_DAY_SESSION_MORNING, NULL);
  assert_times (calendar, MC_HOURS_OFFICE, "29/11/2026", MC_DAY_SESSION_MORNING, NULL);
  assert_times (calendar, MC_HOURS_OFFICE, "23/02/2024", MC_DAY_SESSION_MORNING, NULL);
  assert_times (calendar, MC_HOURS_OFFICE, "26/02/2024", MC_DAY_SESSION_MORNING, "07:00-11:00");
  assert_times (calendar, MC_HOURS_OFFICE, "22/08/2026", MC_DAY_SESSION_AFTERNOON, "13:00-17:00");
  g_assert_false (mc_work_calendar_serves (calendar, 0, fixture_day ("28/11/2026"), MC_DAY_SESSION_MORNING));
}

static void
test_saturdays (void)
{
  g_autoptr (McRuleBook) book = fixture_book ();
  g_autoptr (McSaturdayField) field = mc_saturday_field_new ();
  Rows rows = new_rows ();
  g_autoptr (McWorkCalendar) calendar = NULL;

  field->field_id = 7;
  field->during = fixture_period ("01/12/2026", "01/03/2027");
  g_list_store_append (rows.saturdays, field);
  add_time (&rows, MC_HOURS_RECEPTION, MC_DAY_SESSION_MORNING, 1, "07:00", "10:30");
  add_time (&rows, MC_HOURS_RECEPTION, MC_DAY_SESSION_MORNING, 6, "08:00", "10:00");
  add_time (&rows, MC_HOURS_OFFICE, MC_DAY_SESSION_MORNING, 1, "07:00", "11:00");
  calendar = take_calendar (&rows, book);
  g_assert_true (mc_work_calendar_serves (calendar, 7, fixture_day ("05/12/2026"), MC_DAY_SESSION_MORNING));
  g_assert_true (mc_work_calendar_serves (calendar, 0, fixture_day ("05/12/2026"), MC_DAY_SESSION_MORNING));
  g_assert_false (mc_work_calendar_serves (calendar, 8, fixture_day ("05/12/2026"), MC_DAY_SESSION_MORNING));
  g_assert_true (mc_work_calendar_serves (calendar, 8, fixture_day ("04/12/2026"), MC_DAY_SESSION_MORNING));
  g_assert_false (mc_work_calendar_serves (calendar, 7, fixture_day ("05/12/2026"), MC_DAY_SESSION_AFTERNOON));
  g_assert_false (mc_work_calendar_serves (calendar, 7, fixture_day ("06/12/2026"), MC_DAY_SESSION_MORNING));
  g_assert_false (mc_work_calendar_serves (calendar, 7, fixture_day ("28/11/2026"), MC_DAY_SESSION_MORNING));
  g_assert_false (mc_work_calendar_serves (calendar, 7, fixture_day ("06/02/2027"), MC_DAY_SESSION_MORNING));
  g_assert_false (mc_work_calendar_works (calendar, fixture_day ("05/12/2026"), MC_DAY_SESSION_MORNING));
  assert_times (calendar, MC_HOURS_RECEPTION, "05/12/2026", MC_DAY_SESSION_MORNING, "08:00-10:00");
  assert_times (calendar, MC_HOURS_OFFICE, "05/12/2026", MC_DAY_SESSION_MORNING, "07:00-11:00");
}

/* --- Six decades --- */

/* Tết and 10/03 of the lunar calendar for UTC+7: month and day. New moons, solstices and the sun's longitude from
 * Astronomy Engine 2.1.19 (VSOP87, within a minute of JPL's), which shares nothing with mc-lunar; the days of 2025 to
 * 2031 are those that are published. */
static const int lunar_days[][5] = {
  { 1990, 1, 27, 4, 5 },  { 1991, 2, 15, 4, 24 }, { 1992, 2, 4, 4, 12 },  { 1993, 1, 23, 4, 1 },
  { 1994, 2, 10, 4, 20 }, { 1995, 1, 31, 4, 9 },  { 1996, 2, 19, 4, 27 }, { 1997, 2, 7, 4, 16 },
  { 1998, 1, 28, 4, 6 },  { 1999, 2, 16, 4, 25 }, { 2000, 2, 5, 4, 14 },  { 2001, 1, 24, 4, 3 },
  { 2002, 2, 12, 4, 22 }, { 2003, 2, 1, 4, 11 },  { 2004, 1, 22, 4, 28 }, { 2005, 2, 9, 4, 18 },
  { 2006, 1, 29, 4, 7 },  { 2007, 2, 17, 4, 26 }, { 2008, 2, 7, 4, 15 },  { 2009, 1, 26, 4, 4 },
  { 2010, 2, 14, 4, 23 }, { 2011, 2, 3, 4, 12 },  { 2012, 1, 23, 3, 31 }, { 2013, 2, 10, 4, 19 },
  { 2014, 1, 31, 4, 9 },  { 2015, 2, 19, 4, 28 }, { 2016, 2, 8, 4, 16 },  { 2017, 1, 28, 4, 6 },
  { 2018, 2, 16, 4, 25 }, { 2019, 2, 5, 4, 14 },  { 2020, 1, 25, 4, 2 },  { 2021, 2, 12, 4, 21 },
  { 2022, 2, 1, 4, 10 },  { 2023, 1, 22, 4, 29 }, { 2024, 2, 10, 4, 18 }, { 2025, 1, 29, 4, 7 },
  { 2026, 2, 17, 4, 26 }, { 2027, 2, 6, 4, 16 },  { 2028, 1, 26, 4, 4 },  { 2029, 2, 13, 4, 23 },
  { 2030, 2, 2, 4, 12 },  { 2031, 1, 23, 4, 1 },  { 2032, 2, 11, 4, 19 }, { 2033, 1, 31, 4, 9 },
  { 2034, 2, 19, 4, 28 }, { 2035, 2, 8, 4, 17 },  { 2036, 1, 28, 4, 6 },  { 2037, 2, 15, 4, 24 },
  { 2038, 2, 4, 4, 13 },  { 2039, 1, 24, 4, 3 },  { 2040, 2, 12, 4, 20 }, { 2041, 2, 1, 4, 10 },
  { 2042, 1, 22, 4, 29 }, { 2043, 2, 10, 4, 19 }, { 2044, 1, 30, 4, 7 },  { 2045, 2, 17, 4, 26 },
  { 2046, 2, 6, 4, 15 },  { 2047, 1, 26, 4, 4 },  { 2048, 2, 14, 4, 22 }, { 2049, 2, 2, 4, 11 },
  { 2050, 1, 23, 4, 1 },
};

/* The rules as if they had always been in force. */
static McRuleBook *
timeless_book (void)
{
  static const char *const rules[][2] = {
    { "calendar.holiday.tet", "{\"name\": \"Tết\", \"lunar\": true, \"month\": 1, \"day\": 1, \"make_up\": true}" },
    { "calendar.holiday.hung_kings", "{\"name\": \"Giỗ Tổ\", \"lunar\": true, \"month\": 3, \"day\": 10}" },
  };
  McRuleBook *book = mc_rule_book_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (McRuleVersion) version = mc_rule_version_new ();
      g_autoptr (GError) error = NULL;

      version->topic = g_strdup (rules[i][0]);
      version->value = g_strdup (rules[i][1]);
      version->source = g_strdup ("thử");
      version->during = MC_PERIOD_ALWAYS;
      mc_rule_book_add (book, version, &error);
      g_assert_no_error (error);
    }
  return book;
}

static void
assert_next (McWorkCalendar *calendar, const char *day, int minutes, const char *expected, McDaySession session)
{
  McDaySession found;

  g_assert_cmpint (mc_work_calendar_next_session (calendar, fixture_day (day), minutes, &found), ==,
                   fixture_day (expected));
  g_assert_cmpint (found, ==, session);
}

/* Who falls ill is away from the next session that is worked: not on a Sunday, not on a holiday, not in hours that are
 * over. */
static void
test_next_session (void)
{
  g_autoptr (McWorkCalendar) calendar = shipped_calendar ();
  g_autoptr (McWorkCalendar) lawful = lawful_calendar ();

  assert_next (calendar, "04/12/2026", 0, "04/12/2026", MC_DAY_SESSION_MORNING);
  assert_next (calendar, "04/12/2026", 7 * 60 + 15, "04/12/2026", MC_DAY_SESSION_MORNING);
  assert_next (calendar, "04/12/2026", 11 * 60, "04/12/2026", MC_DAY_SESSION_AFTERNOON);
  assert_next (calendar, "04/12/2026", 17 * 60, "07/12/2026", MC_DAY_SESSION_MORNING);
  assert_next (calendar, "06/12/2026", 8 * 60, "07/12/2026", MC_DAY_SESSION_MORNING);
  assert_next (calendar, "01/01/2027", 8 * 60, "04/01/2027", MC_DAY_SESSION_MORNING);
  assert_next (calendar, "22/08/2026", 8 * 60, "22/08/2026", MC_DAY_SESSION_MORNING);
  /* Without hours nothing of today is over. */
  assert_next (lawful, "04/12/2026", 17 * 60, "04/12/2026", MC_DAY_SESSION_MORNING);
}

/* Duty on a Sunday has the hours of a working day; days before the first hours that are known those of the first. */
static void
test_usual_times (void)
{
  g_autoptr (McWorkCalendar) calendar = shipped_calendar ();
  g_autoptr (McWorkCalendar) lawful = lawful_calendar ();
  McClockSpan span = { 0 };

  g_assert_false (mc_work_calendar_get_times (calendar, MC_HOURS_OFFICE, fixture_day ("06/12/2026"),
                                              MC_DAY_SESSION_AFTERNOON, &span));
  g_assert_true (mc_work_calendar_get_usual_times (calendar, MC_HOURS_OFFICE, fixture_day ("06/12/2026"),
                                                   MC_DAY_SESSION_AFTERNOON, &span));
  g_assert_cmpint (span.starts, ==, 13 * 60);
  g_assert_cmpint (span.ends, ==, 17 * 60);
  g_assert_true (mc_work_calendar_get_usual_times (calendar, MC_HOURS_RECEPTION, fixture_day ("05/01/2023"),
                                                   MC_DAY_SESSION_MORNING, &span));
  g_assert_cmpint (span.ends, ==, 10 * 60 + 30);
  g_assert_false (mc_work_calendar_get_usual_times (lawful, MC_HOURS_OFFICE, fixture_day ("04/12/2026"),
                                                    MC_DAY_SESSION_MORNING, &span));
}

/* A database that knows no law yet. */
static void
test_no_law (void)
{
  g_autoptr (McRuleBook) book = mc_rule_book_new ();
  g_autoptr (McWorkCalendar) calendar = mc_work_calendar_new (book, NULL, NULL, NULL);

  g_assert_cmpint (mc_work_calendar_get (calendar, mc_day_new (2026, 12, 5))->kind, ==, MC_WORK_DAY_WEEKEND);
  g_assert_cmpint (mc_work_calendar_get (calendar, mc_day_new (2026, 12, 7))->kind, ==, MC_WORK_DAY_WORKING);
}

static void
test_lunar_holidays (void)
{
  g_autoptr (McRuleBook) book = timeless_book ();
  g_autoptr (McWorkCalendar) calendar = mc_work_calendar_new (book, NULL, NULL, NULL);

  g_assert_cmpint (G_N_ELEMENTS (lunar_days), ==, 2050 - 1990 + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (lunar_days); i++)
    {
      const int *row = lunar_days[i];
      g_autoptr (GPtrArray) list = mc_work_calendar_list (calendar, row[0]);

      g_assert_cmpint (list->len, ==, 2);
      g_assert_cmpint (((McWorkDay *)list->pdata[0])->day, ==, mc_day_new (row[0], row[1], row[2]));
      g_assert_cmpint (((McWorkDay *)list->pdata[1])->day, ==, mc_day_new (row[0], row[3], row[4]));
    }
  /* Where a Chinese calendar would be wrong. */
  assert_day (calendar, "21/01/1985", MC_WORK_DAY_HOLIDAY, FALSE, FALSE);
  assert_day (calendar, "17/02/2007", MC_WORK_DAY_HOLIDAY, FALSE, FALSE);
  assert_day (calendar, "02/02/2030", MC_WORK_DAY_HOLIDAY, FALSE, FALSE);
  assert_day (calendar, "18/02/2053", MC_WORK_DAY_HOLIDAY, FALSE, FALSE);
}

/* Whatever the year: 12 lawful days off besides weekends, as many made up as lie on rest days. */
static void
test_every_year (void)
{
  g_autoptr (McWorkCalendar) calendar = lawful_calendar ();

  for (int year = 2027; year <= 2050; year++)
    {
      g_autoptr (GPtrArray) list = mc_work_calendar_list (calendar, year);
      int holidays = 0, on_rest = 0, made_up = 0;

      for (guint i = 0; i < list->len; i++)
        {
          const McWorkDay *day = list->pdata[i];
          gboolean rest = mc_day_weekday (day->day) > 5;

          holidays += day->kind == MC_WORK_DAY_HOLIDAY;
          made_up += day->kind == MC_WORK_DAY_MAKE_UP;
          on_rest += day->kind == MC_WORK_DAY_HOLIDAY && rest && !strstr (day->name, "Văn hóa");
          g_assert_true (day->kind == MC_WORK_DAY_HOLIDAY || !rest);
          g_assert_true (mc_work_day_is_off (day));
        }
      g_assert_cmpint (holidays, ==, 12);
      g_assert_cmpint (made_up, ==, on_rest);
    }
}

static void
test_clock (void)
{
  static const struct
  {
    const char *text;
    int minutes;
  } texts[] = {
    { "07:15", 435 },  { "7:15", 435 },  { "7h15", 435 }, { " 7 giờ 15 ", 435 }, { "7h", 420 },   { "07:15:59", 435 },
    { "23.59", 1439 }, { "00:00", 0 },   { "24:00", -1 }, { "7:60", -1 },        { "", -1 },      { "7", -1 },
    { "715", -1 },     { "07:15x", -1 }, { NULL, -1 },    { "-7:15", -1 },       { "007:1", -1 }, { "7:15:", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i].text ? texts[i].text : "NULL");
      g_assert_cmpint (mc_clock_parse (texts[i].text), ==, texts[i].minutes);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work-calendar/2025", test_2025);
  g_test_add_func ("/work-calendar/2026", test_2026);
  g_test_add_func ("/work-calendar/law-alone", test_law_alone);
  g_test_add_func ("/work-calendar/national-day", test_national_day);
  g_test_add_func ("/work-calendar/notice-wins", test_notice_wins);
  g_test_add_func ("/work-calendar/halves", test_halves);
  g_test_add_func ("/work-calendar/hours", test_hours);
  g_test_add_func ("/work-calendar/saturdays", test_saturdays);
  g_test_add_func ("/work-calendar/no-law", test_no_law);
  g_test_add_func ("/work-calendar/next-session", test_next_session);
  g_test_add_func ("/work-calendar/usual-times", test_usual_times);
  g_test_add_func ("/work-calendar/lunar-holidays", test_lunar_holidays);
  g_test_add_func ("/work-calendar/every-year", test_every_year);
  g_test_add_func ("/work-calendar/clock", test_clock);
  return g_test_run ();
}
