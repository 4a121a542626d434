/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "mc-error.h"
#include "mc-shift-reader.h"
#include "mc-shift-roster.h"

/* An invented fortnight of three guards. */
#define HEAD                                                                                                           \
  "# a sample\nSECTION_HORIZON\n14\n\nSECTION_SHIFTS\nE,480,\nL,480,E\nN,600,E|L\n\n"                                  \
  "SECTION_STAFF\n"
#define STAFF HEAD "A,E=14|L=3,4800,480,5,2,2,1\nB,E=14|N=0,4800,0,5,1,1,2\nC,,4800,0,5,1,1,2\n"
#define ALL                                                                                                            \
  STAFF "\nSECTION_DAYS_OFF\nA,0,13\n\nSECTION_SHIFT_ON_REQUESTS\nA,2,E,3\n\nSECTION_SHIFT_OFF_REQUESTS\n"             \
        "A,3,L,2\n\nSECTION_COVER\n2,E,2,100,1\n3,L,1,50,4\n"

static McShiftModel *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  McShiftModel *model = mc_shift_read (text, &error);

  g_assert_no_error (error);
  return model;
}

static void
test_read (void)
{
  g_autoptr (McShiftModel) model = read_text ("\uFEFF" ALL);
  const McShiftPerson *a = mc_shift_person (model, 0), *b = mc_shift_person (model, 1);

  g_assert_cmpuint (model->n_days, ==, 14);
  g_assert_cmpuint (mc_shift_model_weekday (model, 13), ==, 6);
  g_assert_cmpuint (model->types->len, ==, 3);
  g_assert_cmphex (mc_shift_type (model, 0)->next & 0xf, ==, 0xf);
  g_assert_cmphex (mc_shift_type (model, 1)->next & 0xf, ==, 0xd);
  g_assert_cmphex (mc_shift_type (model, 2)->next & 0xf, ==, 0x9);
  g_assert_cmpint (a->most[0], ==, 14);
  g_assert_cmpint (a->most[1], ==, 3);
  g_assert_cmpint (a->most[2], ==, G_MAXINT);
  g_assert_cmpint (b->most[2], ==, 0);
  g_assert_cmpint (a->max_minutes, ==, 4800);
  g_assert_cmpint (a->min_minutes, ==, 480);
  g_assert_cmpint (a->max_run, ==, 5);
  g_assert_cmpint (a->min_run, ==, 2);
  g_assert_cmpint (a->min_off, ==, 2);
  g_assert_cmpint (a->max_weekends, ==, 1);
  g_assert_cmphex (a->allowed[0], ==, 1);
  g_assert_cmphex (a->allowed[1] & 0xf, ==, 0xf);
  g_assert_cmpuint (model->requests->len, ==, 2);
  g_assert_true (mc_shift_request (model, 0)->on);
  g_assert_false (mc_shift_request (model, 1)->on);
  g_assert_cmpint (mc_shift_cover (model, 1)->wanted, ==, 1);
  g_assert_cmpint (mc_shift_cover (model, 1)->under, ==, 50);
  g_assert_cmpint (mc_shift_cover (model, 1)->over, ==, 4);
}

/* What is wrong, and the line in which it stands. */
static void
test_refused (void)
{
  static const char *const bad[][2] = {
    { "14\n", "line 1: “14” stands before the first section" },
    { "SECTION_HORIZON\n0\n", "line 2: “0” is not a whole number from 1 to 732" },
    { "SECTION_HORIZON\n14\n15\n", "line 3: the horizon is there twice" },
    { "SECTION_HORIZON\n14,3\n", "line 2: SECTION_HORIZON wants 1 fields in a line, not 2" },
    { "SECTION_ROTA\n", "line 1: there is no section “SECTION_ROTA”" },
    { "SECTION_SHIFTS\nD,eight,\n", "line 2: “eight” is not a whole number from 1 to 10080" },
    { "SECTION_SHIFTS\n-,480,\n", "line 2: an ID is missing" },
    { "SECTION_SHIFTS\nD,480,\nD,480,\n", "line 3: “D” is there twice" },
    { "SECTION_HORIZON\n7\nSECTION_SHIFTS\nD,480,X\nSECTION_STAFF\nA,,1,0,1,1,1,1\n",
      "line 4: there is no shift “X” in SECTION_SHIFTS" },
    { "SECTION_STAFF\nA,D=14,1,0,1,1,1,1\n", "line 2: the horizon and the shifts must come before the staff" },
    { HEAD "A,E=14,4800,480,5,2,2\n", "line 11: SECTION_STAFF wants 8 fields in a line, not 7" },
    { HEAD "A,E:14,4800,480,5,2,2,1\n", "line 11: “E:14” is not a shift, “=” and its greatest number" },
    { HEAD "A,E=1|E=2,4800,480,5,2,2,1\n", "line 11: “E” is there twice" },
    { HEAD "A,E=1,480,4800,5,2,2,1\n", "line 11: the least is more than the most" },
    { HEAD "A,E=1,4800,-1,5,2,2,1\n", "line 11: “-1” is not a whole number from 0 to 2147483647" },
    { STAFF "SECTION_DAYS_OFF\nD,1\n", "line 15: there is nobody “D” in SECTION_STAFF" },
    { STAFF "SECTION_DAYS_OFF\nA,14\n", "line 15: “14” is not a whole number from 0 to 13" },
    { STAFF "SECTION_SHIFT_ON_REQUESTS\nA,1,X,1\n", "line 15: there is no shift “X” in SECTION_SHIFTS" },
    { STAFF "SECTION_SHIFT_OFF_REQUESTS\nA,1,E,1000000001\n",
      "line 15: “1000000001” is not a whole number from 0 to 1000000000" },
    { STAFF "SECTION_COVER\n1,E,1,1,1\n1,E,2,1,1\n", "line 16: the cover of shift “E” on day 1 is there twice" },
    { STAFF "SECTION_SHIFTS\nX,480,\n", "line 15: the shifts must come before the staff" },
    { "SECTION_HORIZON\n14\n", "line 3: the text ends without staff (SECTION_STAFF)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mc_shift_read (bad[i][0], &error));
      g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, bad[i][1]);
    }
}

static void
test_files (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "mc-shift-XXXXXX", NULL);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) none = g_file_new_for_path ("/nonexistent/instance.txt");
  g_autoptr (McShiftModel) model = NULL;
  g_autoptr (GError) error = NULL;

  g_close (g_mkstemp (path), NULL);
  file = g_file_new_for_path (path);
  g_assert_true (g_file_set_contents (path, "SECTION_HORIZON\r\n14\r\n\0\r\n", 25, NULL));
  g_assert_null (mc_shift_read_file (file, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (mc_shift_read_file (none, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, ALL, -1, NULL));
  model = mc_shift_read_file (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (model->people->len, ==, 3);
  g_unlink (path);
}

/* One person on two weeks that begin on a Monday; the days as text, “-” off. */
typedef struct
{
  McShiftModel *model;
  McShiftPerson *person;
} One;

static One
one_new (void)
{
  One one = { .model = mc_shift_model_new (14) };

  mc_shift_model_add_type (one.model, "E", 480);
  mc_shift_model_add_type (one.model, "L", 600);
  mc_shift_type (one.model, 1)->next &= ~MC_SHIFT_BIT (1);
  one.person = mc_shift_model_add_person (one.model, "An");
  return one;
}

/* How often @rule is broken, and by how much in all; nothing else is. */
static gint
broken (const One *one, const char *days, McShiftRule rule)
{
  g_autofree guint8 *row = g_new0 (guint8, 14);
  g_auto (McShiftCosts) costs = { 0 };
  gint sum = 0;

  g_assert_cmpuint (strlen (days), ==, 14);
  for (guint d = 0; d < 14; d++)
    row[d] = days[d] == 'E' ? 1 : days[d] == 'L' ? 2 : 0;
  mc_shift_evaluate (one->model, row, &costs);
  for (guint i = 0; i < costs.breaches->len; i++)
    {
      const McShiftBreach *breach = &g_array_index (costs.breaches, McShiftBreach, i);

      g_assert_cmpint (breach->rule, ==, rule);
      sum += breach->amount;
    }
  return sum;
}

#define ASSERT_BROKEN(one, days, rule, amount) g_assert_cmpint (broken (&(one), (days), (rule)), ==, (amount))

static void
test_days (void)
{
  One one = one_new ();

  one.person->allowed[2] = MC_SHIFT_BIT (MC_SHIFT_OFF);
  one.person->allowed[4] = MC_SHIFT_BIT (2);
  ASSERT_BROKEN (one, "EE-EL---------", MC_SHIFT_RULE_ALLOWED, 0);
  ASSERT_BROKEN (one, "EEEEL---------", MC_SHIFT_RULE_ALLOWED, 1);
  ASSERT_BROKEN (one, "EE-EE---------", MC_SHIFT_RULE_ALLOWED, 1);
  ASSERT_BROKEN (one, "EE-E----------", MC_SHIFT_RULE_ALLOWED, 1);
  one.person->allowed[4] = G_MAXUINT32;
  ASSERT_BROKEN (one, "EL-EELL-E-----", MC_SHIFT_RULE_NEXT, 0);
  ASSERT_BROKEN (one, "EL-LE-LE------", MC_SHIFT_RULE_NEXT, 2);
  one.person->last = 2;
  one.person->run = 1;
  ASSERT_BROKEN (one, "L-------------", MC_SHIFT_RULE_NEXT, 0);
  ASSERT_BROKEN (one, "E-------------", MC_SHIFT_RULE_NEXT, 1);
  mc_shift_model_unref (one.model);
}

static void
test_sums (void)
{
  One one = one_new ();

  one.person->most[0] = 3;
  ASSERT_BROKEN (one, "EEE-L---------", MC_SHIFT_RULE_MOST, 0);
  ASSERT_BROKEN (one, "EEE-E-E-------", MC_SHIFT_RULE_MOST, 2);
  one.person->most[0] = G_MAXINT;
  one.person->max_minutes = 480 + 600;
  ASSERT_BROKEN (one, "E-L-----------", MC_SHIFT_RULE_MAX_MINUTES, 0);
  ASSERT_BROKEN (one, "L-L-----------", MC_SHIFT_RULE_MAX_MINUTES, 120);
  one.person->min_minutes = 480 + 600;
  ASSERT_BROKEN (one, "E-E-----------", MC_SHIFT_RULE_MIN_MINUTES, 120);
  mc_shift_model_unref (one.model);
}

static void
test_runs (void)
{
  One one = one_new ();

  one.person->max_run = 3;
  ASSERT_BROKEN (one, "EEE-EEE----EEE", MC_SHIFT_RULE_MAX_RUN, 0);
  ASSERT_BROKEN (one, "EEEEE---EEEE--", MC_SHIFT_RULE_MAX_RUN, 3);
  one.person->max_run = G_MAXINT;
  one.person->min_run = 3;
  /* Not at either end of the horizon. */
  ASSERT_BROKEN (one, "E--EEE---EEE-E", MC_SHIFT_RULE_MIN_RUN, 0);
  ASSERT_BROKEN (one, "-E--EE--EEE---", MC_SHIFT_RULE_MIN_RUN, 3);
  one.person->min_run = 1;
  one.person->min_off = 2;
  ASSERT_BROKEN (one, "-EE--EE---EEE-", MC_SHIFT_RULE_MIN_OFF, 0);
  ASSERT_BROKEN (one, "EE-EE--E-E--EE", MC_SHIFT_RULE_MIN_OFF, 2);
  one.person->min_off = 1;
  one.person->max_off = 3;
  ASSERT_BROKEN (one, "---EE---E--E--", MC_SHIFT_RULE_MAX_OFF, 0);
  ASSERT_BROKEN (one, "-----E----E---", MC_SHIFT_RULE_MAX_OFF, 3);
  mc_shift_model_unref (one.model);
}

/* Days before the first one count where they are known; then the start is no end of what is known. */
static void
test_eve (void)
{
  One one = one_new ();

  one.person->last = 1;
  one.person->run = 2;
  one.person->max_run = 4;
  ASSERT_BROKEN (one, "EE-EEEE-------", MC_SHIFT_RULE_MAX_RUN, 0);
  ASSERT_BROKEN (one, "EEE-----------", MC_SHIFT_RULE_MAX_RUN, 1);
  one.person->min_run = 4;
  ASSERT_BROKEN (one, "EE------------", MC_SHIFT_RULE_MIN_RUN, 0);
  ASSERT_BROKEN (one, "E-------------", MC_SHIFT_RULE_MIN_RUN, 1);
  /* What ended on the eve is past. */
  ASSERT_BROKEN (one, "--------------", MC_SHIFT_RULE_MIN_RUN, 0);
  one.person->min_run = 1;
  one.person->min_off = 2;
  ASSERT_BROKEN (one, "-E------------", MC_SHIFT_RULE_MIN_OFF, 1);
  one.person->run = 0;
  one.person->last = MC_SHIFT_OFF;
  one.person->off_run = 1;
  one.person->min_off = 3;
  ASSERT_BROKEN (one, "--E-----------", MC_SHIFT_RULE_MIN_OFF, 0);
  ASSERT_BROKEN (one, "-E------------", MC_SHIFT_RULE_MIN_OFF, 1);
  ASSERT_BROKEN (one, "E-------------", MC_SHIFT_RULE_MIN_OFF, 0);
  one.person->min_off = 1;
  one.person->max_off = 3;
  ASSERT_BROKEN (one, "--E--E--E--E--", MC_SHIFT_RULE_MAX_OFF, 0);
  ASSERT_BROKEN (one, "---E--E--E--E-", MC_SHIFT_RULE_MAX_OFF, 1);
  mc_shift_model_unref (one.model);
}

static void
test_weekends (void)
{
  One one = one_new ();

  one.person->max_weekends = 1;
  ASSERT_BROKEN (one, "-----EE-------", MC_SHIFT_RULE_WEEKENDS, 0);
  ASSERT_BROKEN (one, "------E-------", MC_SHIFT_RULE_WEEKENDS, 0);
  ASSERT_BROKEN (one, "-----E-------E", MC_SHIFT_RULE_WEEKENDS, 1);
  one.person->max_weekends = 0;
  ASSERT_BROKEN (one, "EEEEE--EEEEE--", MC_SHIFT_RULE_WEEKENDS, 0);
  /* A first Sunday is a weekend of its own. */
  one.model->first_weekday = 6;
  ASSERT_BROKEN (one, "E-------------", MC_SHIFT_RULE_WEEKENDS, 1);
  mc_shift_model_unref (one.model);
}

static void
test_costs (void)
{
  g_autoptr (McShiftModel) model = read_text (ALL);
  g_autofree guint8 *choices = g_new0 (guint8, (gsize)3 * 14);
  g_auto (McShiftCosts) costs = { 0 };
  g_autofree char *text = NULL;

  mc_shift_model_add_request (model, 1, 5, MC_SHIFT_ANY, TRUE, 7);
  mc_shift_model_add_request (model, 2, 5, MC_SHIFT_ANY, FALSE, 11);
  mc_shift_evaluate (model, choices, &costs);
  g_assert_cmpint (costs.requests_on, ==, 3 + 7);
  g_assert_cmpint (costs.requests_off, ==, 0);
  g_assert_cmpint (costs.under, ==, 2 * 100 + 50);
  g_assert_cmpint (costs.over, ==, 0);
  mc_shift_costs_clear (&costs);
  choices[2] = 1;
  choices[3] = choices[14 + 3] = choices[28 + 3] = 2;
  choices[14 + 5] = choices[28 + 5] = 1;
  mc_shift_evaluate (model, choices, &costs);
  g_assert_cmpint (costs.requests_on, ==, 0);
  g_assert_cmpint (costs.requests_off, ==, 2 + 11);
  g_assert_cmpint (costs.under, ==, 100);
  g_assert_cmpint (costs.over, ==, 2 * 4);
  g_assert_cmpint (mc_shift_costs_total (&costs), ==, 121);
  text = mc_shift_format (model, choices);
  g_assert_cmpstr (text, ==,
                   "A,-,-,E,L,-,-,-,-,-,-,-,-,-,-\n"
                   "B,-,-,-,L,-,E,-,-,-,-,-,-,-,-\n"
                   "C,-,-,-,L,-,E,-,-,-,-,-,-,-,-\n");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shift-rules/read", test_read);
  g_test_add_func ("/shift-rules/refused", test_refused);
  g_test_add_func ("/shift-rules/files", test_files);
  g_test_add_func ("/shift-rules/days", test_days);
  g_test_add_func ("/shift-rules/sums", test_sums);
  g_test_add_func ("/shift-rules/runs", test_runs);
  g_test_add_func ("/shift-rules/eve", test_eve);
  g_test_add_func ("/shift-rules/weekends", test_weekends);
  g_test_add_func ("/shift-rules/costs", test_costs);
  return g_test_run ();
}
