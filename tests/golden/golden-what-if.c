/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways to run an invented centre side by side with today. */
#include <math.h>

#include "mc-golden.h"
#include "mc-scene-check.h"
#include "mc-what-if-scene.h"

static McWhatIfCentre *
new_centre (void)
{
  McWhatIfCentre *centre = mc_what_if_centre_new ();

  centre->days = (McPeriod){ mc_day_new (2025, 12, 1), mc_day_new (2026, 12, 1) };
  centre->visited = 302;
  return centre;
}

static void
add_queue (McWhatIfResult *result, const char *codes, int agencies, int officers, int counters, double waited)
{
  McWhatIfQueue *queue = g_new0 (McWhatIfQueue, 1);

  queue->codes = g_strdup (codes);
  queue->agencies = agencies;
  queue->officers = officers;
  queue->counters = counters;
  queue->week = (McQueueDay){ .arrived = 200, .waited = waited };
  g_ptr_array_add (result->queues, queue);
}

static void
free_queue (gpointer data)
{
  g_free (((McWhatIfQueue *)data)->codes);
  g_free (data);
}

static McWhatIfResult *
new_result (const char *name, int people, int counters, double wait)
{
  McWhatIfResult *result = g_new0 (McWhatIfResult, 1);

  result->name = g_strdup (name);
  result->queues = g_ptr_array_new_with_free_func (free_queue);
  result->people = people;
  result->counters = counters;
  result->week = (McQueueDay){ .arrived = 1000,
                               .waited = 1000 * wait,
                               .in_time = 1000 - 40 * wait,
                               .left = 2.5 * wait,
                               .busy = 14000,
                               .staffed = 800.0 * counters };
  result->closed_by_one = people > 40 ? 0 : 8;
  result->closed_sessions = people > 40 ? 1.2 : 19.6;
  result->fairness = 0.55 + 0.01 * counters;
  result->overdue = NAN;
  return result;
}

static McScenario *
new_scenario (const char *text)
{
  g_autoptr (GError) error = NULL;
  McScenario *scenario = mc_scenario_parse (text, &error);

  g_assert_no_error (error);
  return scenario;
}

static McScene *
make (gboolean full)
{
  static const char *const texts[] = {
    "{\"name\": \"Hai mươi quầy, ghép tốt nhất\", \"counters\": 20, \"best\": true}",
    "{\"name\": \"Không thứ Bảy\", \"saturday\": false, \"absence\": 0.1}",
    "{\"name\": \"Mỗi cơ quan thêm một người\", \"officers\": {\"*\": 1, \"NV\": 2}}",
    "{\"name\": \"Mở sớm\", \"shift_minutes\": -30}",
    "{\"name\": \"Ghép cơ quan ít khách\", \"shared\": [[\"NV\", \"XD\"], [\"CT\", \"NN\"]]}",
  };
  g_autoptr (McWhatIfCentre) centre = new_centre ();
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_scenario_free);
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_what_if_result_free);
  g_autoptr (GPtrArray) failures = g_ptr_array_new_with_free_func (g_free);
  McWhatIfResult *today = new_result (g_dgettext (GETTEXT_PACKAGE, "Today"), 35, 35, 6.4);

  add_queue (today, "NV", 1, 2, 2, 900);
  add_queue (today, "XD", 1, 3, 3, 1500);
  g_ptr_array_add (results, today);
  for (gsize i = 0; full && i < G_N_ELEMENTS (texts); i++)
    {
      McScenario *scenario = new_scenario (texts[i]);
      McWhatIfResult *result =
          new_result (scenario->name, i == 2 ? 53 : 35, i == 0 ? 20 : 35, i == 0 ? 3.1 : 6.4 - 0.9 * i);

      if (i == 0)
        add_queue (result, "NV + XD", 2, 5, 3, 600);
      g_ptr_array_add (scenarios, scenario);
      g_ptr_array_add (results, result);
    }
  if (full)
    g_ptr_array_add (failures, g_strdup ("Mười quầy: 10 < 17"));
  return mc_what_if_scene_new (centre, scenarios, results, failures);
}

static McScene *
make_compared (void)
{
  return make (TRUE);
}

static McScene *
make_today (void)
{
  return make (FALSE);
}

static void
test_fits (void)
{
  g_autoptr (McScene) compared = make (TRUE);
  g_autoptr (McScene) today = make (FALSE);

  mc_scene_check (compared);
  mc_scene_check (today);
}

int
main (int argc, char *argv[])
{
  mc_golden_init (&argc, &argv);
  mc_golden_add_scene ("what-if-compared", make_compared, 1);
  mc_golden_add_scene ("what-if-today", make_today, 1);
  g_test_add_func ("/golden/what-if-fits", test_fits);
  return g_test_run ();
}
