/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-what-if.h"

#include <math.h>
#include <string.h>

#include "mc-error.h"
#include "mc-scenario-text.h"
#include "mc-what-if-measure.h"

/* Other ways to run an invented centre. */

/* Four agencies: two busy ones of two officers, two quiet ones of one. */
static McWhatIfCentre *
new_centre (void)
{
  static const struct
  {
    const char *code;
    int officers;
    double arrivals;
  } agencies[] = { { "NV", 1, 0.5 }, { "TP", 2, 6 }, { "XD", 1, 0.8 }, { "YT", 2, 5 } };
  McWhatIfCentre *centre = mc_what_if_centre_new ();

  centre->opens[0] = 7 * 60;
  centre->closes[0] = 10 * 60 + 30;
  centre->opens[1] = 13 * 60;
  centre->closes[1] = 16 * 60 + 30;
  for (gsize i = 0; i < G_N_ELEMENTS (agencies); i++)
    {
      McWhatIfAgency *agency = mc_what_if_centre_add (centre, agencies[i].code);

      agency->officers = agencies[i].officers;
      agency->service = 9;
      agency->settled = 1000;
      agency->overdue = 20;
      for (int weekday = 0; weekday < 6; weekday++)
        for (int slot = 14; slot < (weekday < 5 ? 33 : 21); slot++)
          agency->arrivals[weekday][slot] = slot < 21 || slot >= 26 ? agencies[i].arrivals : 0;
    }
  return centre;
}

static McWhatIfResult *
run (McWhatIfCentre *centre, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (McScenario) scenario = mc_scenario_parse (text, &error);
  McWhatIfResult *result = scenario ? mc_what_if_run (centre, scenario, NULL, &error) : NULL;

  g_assert_no_error (error);
  return result;
}

static void
test_today (void)
{
  g_autoptr (McWhatIfCentre) centre = new_centre ();
  g_autoptr (McWhatIfResult) today = run (centre, "{\"name\": \"Today\"}");

  g_assert_cmpint (today->people, ==, 6);
  g_assert_cmpint (today->counters, ==, 6);
  g_assert_cmpuint (today->queues->len, ==, 4);
  g_assert_cmpint (today->closed_by_one, ==, 2);
  /* Eleven half-days a week: two queues at 5 %, two at 5 % of 5 %. */
  g_assert_cmpfloat_with_epsilon (today->closed_sessions, (2 * 0.05 + 2 * 0.0025) * 11 * 365.2425 / 12 / 7, 1e-9);
  g_assert_cmpfloat_with_epsilon (today->week.arrived, 12.3 * (5 * 14 + 7), 1e-6);
  g_assert_cmpfloat_with_epsilon (today->overdue, 0.02, 1e-9);
  g_assert_false (today->overdue_reckoned);
  g_assert_cmpfloat (today->fairness, <, 0.9);
}

/* The quiet two share: nobody waits longer than before, and one absence closes nothing of theirs. */
static void
test_shared (void)
{
  g_autoptr (McWhatIfCentre) centre = new_centre ();
  g_autoptr (McWhatIfResult) today = run (centre, "{\"name\": \"Today\"}");
  g_autoptr (McWhatIfResult) shared = run (centre, "{\"name\": \"S\", \"shared\": [[\"NV\", \"xd\"]]}");

  g_assert_cmpuint (shared->queues->len, ==, 3);
  g_assert_cmpstr (((McWhatIfQueue *)shared->queues->pdata[0])->codes, ==, "NV + XD");
  g_assert_cmpint (shared->closed_by_one, ==, 0);
  g_assert_cmpfloat (shared->week.waited, <, today->week.waited);
  g_assert_cmpfloat_with_epsilon (shared->week.arrived, today->week.arrived, 1e-6);
}

static void
test_officers (void)
{
  g_autoptr (McWhatIfCentre) centre = new_centre ();
  g_autoptr (McWhatIfResult) today = run (centre, "{\"name\": \"Today\"}");
  g_autoptr (McWhatIfResult) more = NULL;
  g_autoptr (McWhatIfResult) fewer = NULL;

  centre->overdue_slope = 0.1;
  more = run (centre, "{\"name\": \"M\", \"officers\": {\"*\": 1}}");
  fewer = run (centre, "{\"name\": \"F\", \"officers\": {\"TP\": -1}}");
  g_assert_cmpint (more->people, ==, 10);
  g_assert_cmpint (more->closed_by_one, ==, 0);
  g_assert_cmpfloat (more->week.waited, <, today->week.waited);
  g_assert_cmpfloat (more->overdue, <, 0.02);
  g_assert_cmpint (fewer->people, ==, 5);
  g_assert_cmpfloat (fewer->week.waited, >, today->week.waited);
  g_assert_true (fewer->overdue_reckoned);
  /* TP's officer has twice as much: 10 of a hundred more are late there, a quarter of that in all. */
  g_assert_cmpfloat_with_epsilon (fewer->overdue, 0.02 + 0.1 / 4, 1e-9);
}

/* Fewer counters than officers: where they save the most. */
static void
test_counters (void)
{
  g_autoptr (McWhatIfCentre) centre = new_centre ();
  g_autoptr (McWhatIfResult) five = run (centre, "{\"name\": \"5\", \"counters\": 5}");
  g_autoptr (McWhatIfResult) plenty = run (centre, "{\"name\": \"20\", \"counters\": 20}");
  g_autoptr (GError) error = NULL;
  g_autoptr (McScenario) three = mc_scenario_parse ("{\"name\": \"3\", \"counters\": 3}", NULL);

  g_assert_cmpint (five->counters, ==, 5);
  g_assert_cmpint (((McWhatIfQueue *)five->queues->pdata[1])->counters, ==, 2);
  g_assert_cmpint (((McWhatIfQueue *)five->queues->pdata[3])->counters, ==, 1);
  g_assert_cmpint (plenty->counters, ==, 6);
  g_assert_null (mc_what_if_run (centre, three, NULL, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
}

/* The best grouping is not worse than any that was thought of. */
static void
test_best (void)
{
  g_autoptr (McWhatIfCentre) centre = new_centre ();
  g_autoptr (McWhatIfResult) best =
      run (centre, "{\"name\": \"B\", \"best\": true, \"counters\": 4, \"authorisation_minutes\": 0}");
  g_autoptr (McWhatIfResult) dear =
      run (centre, "{\"name\": \"D\", \"best\": true, \"counters\": 6, \"authorisation_minutes\": 100000}");
  const char *const others[] = { "[[\"NV\", \"XD\"], [\"TP\", \"YT\"]]", "[[\"NV\", \"TP\"], [\"XD\", \"YT\"]]",
                                 "[[\"NV\", \"YT\"], [\"XD\", \"TP\"]]", "[[\"NV\", \"XD\", \"TP\"]]" };

  g_assert_cmpint (best->counters, <=, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"name\": \"O\", \"counters\": 4, \"shared\": %s}", others[i]);
      g_autoptr (McWhatIfResult) other = run (centre, text);

      g_assert_cmpfloat (best->week.waited + 60 * best->week.left, <=,
                         other->week.waited + 60 * other->week.left + 1e-6);
    }
  /* Where learning is too dear, nobody shares. */
  g_assert_cmpuint (dear->queues->len, ==, 4);
}

/* Without Saturday, or at other hours, the same people come. */
static void
test_days (void)
{
  g_autoptr (McWhatIfCentre) centre = new_centre ();
  g_autoptr (McWhatIfResult) today = run (centre, "{\"name\": \"Today\"}");
  g_autoptr (McWhatIfResult) closed = run (centre, "{\"name\": \"S\", \"saturday\": false}");
  g_autoptr (McWhatIfResult) later = run (centre, "{\"name\": \"L\", \"shift_minutes\": 60}");

  g_assert_cmpfloat_with_epsilon (closed->week.arrived, today->week.arrived, 1e-6);
  g_assert_cmpfloat_with_epsilon (later->week.arrived, today->week.arrived, 1e-6);
  g_assert_cmpfloat (closed->week.staffed, <, today->week.staffed);
  g_assert_cmpfloat (closed->week.waited, >, today->week.waited);
  /* They stand at the door at seven as before. */
  g_assert_cmpfloat (later->week.waited, >, today->week.waited);
}

static void
test_slope (void)
{
  g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (McWhatIfMonth));
  g_autoptr (GArray) noise = g_array_new (FALSE, FALSE, sizeof (McWhatIfMonth));
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (gint64 agency = 1; agency <= 3; agency++)
    for (int m = 0; m < 12; m++)
      {
        double load = 1 + 0.3 * sin (m), late = 0.02 * agency + 0.08 * (load - 1);
        McWhatIfMonth month = { agency, 500 * load, 500, 500 * (late + g_rand_double_range (rand, -0.002, 0.002)) };
        McWhatIfMonth other = { agency, 500 * load, 500, 500 * g_rand_double_range (rand, 0.01, 0.03) };

        g_array_append_val (months, month);
        g_array_append_val (noise, other);
      }
  g_assert_cmpfloat_with_epsilon (mc_what_if_find_slope (months), 0.08, 0.01);
  g_assert_true (isnan (mc_what_if_find_slope (noise)));
  g_array_set_size (months, 8);
  g_assert_true (isnan (mc_what_if_find_slope (months)));
}

static void
test_refused (void)
{
  const char *const texts[] = { "",
                                "[]",
                                "{}",
                                "{\"name\": \"\"}",
                                "{\"name\": \"A\", \"counters\": 0}",
                                "{\"name\": \"A\", \"counters\": 1.5}",
                                "{\"name\": \"A\", \"counter\": 3}",
                                "{\"name\": \"A\", \"saturday\": 1}",
                                "{\"name\": \"A\", \"absence\": 1}",
                                "{\"name\": \"A\", \"shared\": [[\"NV\"]]}",
                                "{\"name\": \"A\", \"shared\": [[\"NV\", \"NV\"]]}",
                                "{\"name\": \"A\", \"shared\": [[\"NV\", \"XD\"]], \"best\": true}",
                                "{\"name\": \"A\", \"officers\": {\"NV\": \"two\"}}" };
  g_autoptr (McWhatIfCentre) centre = new_centre ();
  const char *const impossible[] = { "{\"name\": \"A\", \"officers\": {\"NV\": -1}}",
                                     "{\"name\": \"A\", \"shared\": [[\"NV\", \"ZZ\"]]}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mc_scenario_parse (texts[i], &error));
      g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (impossible); i++)
    {
      g_autoptr (McScenario) scenario = mc_scenario_parse (impossible[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (mc_what_if_run (centre, scenario, NULL, &error));
      g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
    }
}

/* What is written is read again as the same. */
static void
test_text (void)
{
  const char *const texts[] = {
    "{\"name\":\"A\"}",
    ("{\"name\":\"B\",\"counters\":15,\"best\":true,\"most_members\":3,\"saturday\":false,\"shift_minutes\":-30,"
     "\"officers\":{\"*\":-1,\"NV\":2},\"within_minutes\":10.0,\"absence\":0.125,\"authorisation_minutes\":0.0}"),
    "{\"name\":\"C\",\"shared\":[[\"NV\",\"XD\"],[\"TP\",\"YT\"]]}",
  };
  g_autoptr (McScenario) scenario = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (McScenario) one = mc_scenario_parse (texts[i], NULL);
      g_autofree char *again = mc_scenario_to_json (one);

      g_assert_cmpstr (again, ==, texts[i]);
    }
  scenario = mc_scenario_new ("D");
  g_assert_true (mc_scenario_take_shared (scenario, "nv+ xd ; TP + YT,\n", &error));
  g_assert_true (mc_scenario_take_officers (scenario, "NV +1, xd −2; TP-1", 3, &error));
  g_assert_no_error (error);
  g_assert_cmpint (mc_scenario_get_change (scenario, "XD"), ==, -2);
  g_assert_cmpint (mc_scenario_get_change (scenario, "YT"), ==, 3);
  {
    g_autofree char *shared = mc_scenario_format_shared (scenario);
    g_autofree char *officers = mc_scenario_format_officers (scenario);
    g_autofree char *about = mc_scenario_describe (scenario);

    g_assert_cmpstr (shared, ==, "NV + XD, TP + YT");
    g_assert_cmpstr (officers, ==, "NV +1, TP −1, XD −2");
    g_assert_cmpstr (about, ==, "shared: NV + XD, TP + YT · officers of each agency +3 · officers NV +1, TP −1, XD −2");
  }
}

static void
test_text_refused (void)
{
  const char *const shared[] = { "NV", "NV + XD, XD + TP" };
  const char *const officers[] = { "NV", "+1", "NV one", "NV +1000" };

  for (gsize i = 0; i < G_N_ELEMENTS (shared); i++)
    {
      g_autoptr (McScenario) scenario = mc_scenario_new ("A");
      g_autoptr (GError) error = NULL;

      g_assert_false (mc_scenario_take_shared (scenario, shared[i], &error));
      g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (officers); i++)
    {
      g_autoptr (McScenario) scenario = mc_scenario_new ("A");
      g_autoptr (GError) error = NULL;

      g_assert_false (mc_scenario_take_officers (scenario, officers[i], 0, &error));
      g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
    }
}

static void
take_scenario (GPtrArray *scenarios, const char *text)
{
  g_ptr_array_add (scenarios, mc_scenario_parse (text, NULL));
}

/* NV and XD have 0.5 and 0.8 of a mean of 3.1: fewer than half. */
static void
test_quiet (void)
{
  g_autoptr (McWhatIfCentre) centre = new_centre ();
  g_autoptr (McScenario) scenario = mc_scenario_new ("Q");
  g_autofree char *shared = NULL;

  g_assert_true (mc_what_if_share_quiet (centre, scenario));
  shared = mc_scenario_format_shared (scenario);
  g_assert_cmpstr (shared, ==, "NV + XD");
  g_ptr_array_remove_index (centre->agencies, 0);
  g_assert_false (mc_what_if_share_quiet (centre, scenario));
}

/* Today first; what cannot be is told by name and ends nothing; what is stopped is. */
static void
test_compared (void)
{
  g_autoptr (McWhatIfCentre) centre = new_centre ();
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_scenario_free);
  g_autoptr (GPtrArray) failures = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GCancellable) cancel = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  centre->days = (McPeriod){ mc_day_new (2026, 1, 5), mc_day_new (2026, 2, 2) };
  take_scenario (scenarios, "{\"name\": \"Three\", \"counters\": 3}");
  take_scenario (scenarios, "{\"name\": \"Shared\", \"shared\": [[\"NV\", \"XD\"]]}");
  results = mc_what_if_run_all (centre, scenarios, failures, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, 2);
  g_assert_cmpuint (failures->len, ==, 1);
  g_assert_true (g_str_has_prefix (failures->pdata[0], "Three: "));
  {
    const McWhatIfResult *today = results->pdata[0], *shared = results->pdata[1];
    g_autofree char *change = mc_what_if_measure_format_change (MC_WHAT_IF_CLOSED_BY_ONE, today, shared);
    g_autofree char *same = mc_what_if_measure_format_change (MC_WHAT_IF_PEOPLE, today, shared);
    g_auto (GStrv) groups = mc_what_if_explain (today, shared);
    g_auto (GStrv) none = mc_what_if_explain (today, today);
    g_auto (GStrv) notes = mc_what_if_notes (centre, today, scenarios);

    g_assert_cmpstr (change, ==, "−2");
    g_assert_cmpint (mc_what_if_measure_judge (MC_WHAT_IF_CLOSED_BY_ONE, today, shared), ==, 1);
    g_assert_cmpint (mc_what_if_measure_judge (MC_WHAT_IF_CLOSED_BY_ONE, shared, today), ==, -1);
    g_assert_cmpstr (same, ==, "=");
    g_assert_cmpint (mc_what_if_measure_judge (MC_WHAT_IF_PEOPLE, today, shared), ==, 0);
    g_assert_cmpuint (g_strv_length (groups), ==, 1);
    g_assert_true (g_str_has_prefix (groups[0], "Shared: NV + XD together"));
    g_assert_cmpuint (g_strv_length (none), ==, 0);
    g_assert_nonnull (strstr (notes[0], "05/01/2026"));
    g_assert_nonnull (strstr (notes[0], "01/02/2026"));
  }
  g_assert_null (mc_what_if_run_all (centre, scenarios, NULL, NULL, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_clear_error (&error);
  g_cancellable_cancel (cancel);
  take_scenario (scenarios, "{\"name\": \"B\", \"best\": true}");
  g_ptr_array_remove_range (scenarios, 0, 2);
  g_assert_null (mc_what_if_run_all (centre, scenarios, failures, cancel, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/what-if/today", test_today);
  g_test_add_func ("/what-if/shared", test_shared);
  g_test_add_func ("/what-if/officers", test_officers);
  g_test_add_func ("/what-if/counters", test_counters);
  g_test_add_func ("/what-if/best", test_best);
  g_test_add_func ("/what-if/days", test_days);
  g_test_add_func ("/what-if/slope", test_slope);
  g_test_add_func ("/what-if/refused", test_refused);
  g_test_add_func ("/what-if/quiet", test_quiet);
  g_test_add_func ("/what-if/text", test_text);
  g_test_add_func ("/what-if/text-refused", test_text_refused);
  g_test_add_func ("/what-if/compared", test_compared);
  return g_test_run ();
}
