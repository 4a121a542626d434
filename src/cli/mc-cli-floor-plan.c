/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-cli-drawing.h"
#include "mc-cli-states.h"
#include "mc-cli-workload.h"
#include "mc-drawing-file.h"
#include "mc-paper.h"
#include "mc-dxf-writer.h"
#include "mc-error.h"
#include "mc-floor-plan-scene.h"
#include "mc-floor-plan.h"
#include "mc-plan-overlay.h"
#include "mc-rating-interval.h"

static char *opt_floor;
static char *opt_at;
static char *opt_version;
static char *opt_overlay;
static char *opt_paper;
static char *opt_output;
static char **opt_hide;
static gboolean opt_portrait;
static gboolean opt_force;

static const GOptionEntry entries[] = {
  { "floor", 0, 0, G_OPTION_ARG_STRING, &opt_floor, N_ ("code of the floor (default: the lowest)"), N_ ("CODE") },
  { "at", 0, 0, G_OPTION_ARG_STRING, &opt_at, N_ ("who sits where: a day with -am or -pm, or “today-am”"),
    N_ ("DAY-am|pm") },
  { "plan-version", 0, 0, G_OPTION_ARG_STRING, &opt_version,
    N_ ("name or number of the version (default: the one in force)"), N_ ("NAME") },
  { "hide", 0, 0, G_OPTION_ARG_STRING_ARRAY, &opt_hide,
    N_ ("leave out the layer of this name; may be given several times"), N_ ("LAYER") },
  { "overlay", 0, 0, G_OPTION_ARG_STRING, &opt_overlay,
    N_ ("a figure on each counter, with --at: none (default), workload, waiting, rating or risk"), N_ ("WHAT") },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &opt_paper, N_ ("a3 (default) or a4"), N_ ("SIZE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &opt_output, N_ ("the file to write: .pdf, .svg, .png or .dxf"),
    N_ ("FILE") },
  { "portrait", 0, 0, G_OPTION_ARG_NONE, &opt_portrait, N_ ("the sheet upright"), NULL },
  { "force", 0, 0, G_OPTION_ARG_NONE, &opt_force, N_ ("replace a file that is there already"), NULL },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  McStore *store;
  guint paper;
  guint overlay;
  McDay day;
  McHalf session; /* MC_HALF_DAY: the plan alone */
  McFloorPlan *plan;
  McFloor *floor;
  GPtrArray *layers;
  GPtrArray *objects;
  GPtrArray *counters; /* (nullable): McCounterState */
  char *closed;        /* (nullable): why nobody is there */
} Job;

static void
job_clear (Job *job)
{
  g_clear_object (&job->plan);
  g_clear_object (&job->floor);
  g_clear_pointer (&job->layers, g_ptr_array_unref);
  g_clear_pointer (&job->objects, g_ptr_array_unref);
  g_clear_pointer (&job->counters, g_ptr_array_unref);
  g_clear_pointer (&job->closed, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static GPtrArray *
list_of (Job *job, GType noun, const char *key, gint64 id, gboolean on_day, GError **error)
{
  g_autoptr (McQuery) query = mc_query_new ();

  if (key)
    mc_query_where_id (query, key, id);
  if (on_day)
    mc_query_at (query, job->day);
  return dex_await_boxed (mc_store_list (job->store, noun, query), error);
}

static gboolean
parse_at (Job *job, GError **error)
{
  guint part;

  job->session = MC_HALF_DAY;
  if (!opt_at)
    return mc_cli_parse_day (NULL, &job->day, error);
  if (!mc_cli_parse_session (opt_at, &job->day, &part, error))
    return FALSE;
  job->session = part == 0 ? MC_HALF_MORNING : MC_HALF_AFTERNOON;
  return TRUE;
}

static gboolean
is_wanted (Job *job, McFloorPlan *plan)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (plan)));

  if (opt_version)
    return g_str_equal (plan->name, opt_version) || g_str_equal (id, opt_version);
  return plan->state == MC_FLOOR_PLAN_STATE_ADOPTED && mc_period_contains (plan->during, job->day);
}

static gboolean
find_plan (Job *job, GError **error)
{
  g_autoptr (GPtrArray) plans = list_of (job, MC_TYPE_FLOOR_PLAN, NULL, 0, FALSE, error);
  g_autofree char *day = mc_day_format (job->day);

  if (!plans)
    return FALSE;
  for (guint i = 0; i < plans->len && !job->plan; i++)
    if (is_wanted (job, g_ptr_array_index (plans, i)))
      job->plan = g_object_ref (g_ptr_array_index (plans, i));
  if (!job->plan && opt_version)
    g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("there is no floor plan “%s”"), opt_version);
  else if (!job->plan)
    g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("no floor plan is in force on %s"), day);
  return job->plan != NULL;
}

static gboolean
find_floor (Job *job, GError **error)
{
  g_autoptr (GPtrArray) floors = list_of (job, MC_TYPE_FLOOR, NULL, 0, FALSE, error);

  if (!floors)
    return FALSE;
  for (guint i = 0; i < floors->len; i++)
    {
      McFloor *floor = g_ptr_array_index (floors, i);

      if (opt_floor ? g_ascii_strcasecmp (floor->code, opt_floor) == 0
                    : !job->floor || floor->level < job->floor->level)
        g_set_object (&job->floor, floor);
    }
  if (!job->floor)
    g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("there is no floor “%s”"), opt_floor ? opt_floor : "");
  return job->floor != NULL;
}

static const char *const overlays[MC_N_PLAN_OVERLAYS + 1] = { "none", "workload", "waiting", "rating", "risk", NULL };

/* The figures that come from the workload; risk is known without them. */
static gboolean
load_figures (Job *job, GError **error)
{
  McRatingLimits limits = MC_RATING_LIMITS_DEFAULT;
  McWorkloadQuery query;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GPtrArray) settings = NULL;

  if (!mc_plan_overlay_get_query (job->overlay, job->day, &query))
    return TRUE;
  settings = list_of (job, MC_TYPE_SETTING, NULL, 0, FALSE, error);
  rows = settings ? mc_cli_load_workload (job->store, &query, error) : NULL;
  if (!rows)
    return FALSE;
  for (guint i = 0; i < settings->len; i++)
    mc_rating_limits_take_setting (&limits, g_ptr_array_index (settings, i));
  mc_plan_overlay_fill (job->overlay, rows, job->session, limits.min_ratings, job->counters);
  return TRUE;
}

static gboolean
load_counters (Job *job, GError **error)
{
  job->counters = mc_cli_load_states (job->store, job->day, job->session, &job->closed, NULL, error);
  return job->counters && load_figures (job, error);
}

static gboolean
hide_layers (Job *job, GError **error)
{
  for (char **name = opt_hide; name && *name; name++)
    {
      guint i = 0;

      while (i < job->layers->len && !g_str_equal (MC_PLAN_LAYER (g_ptr_array_index (job->layers, i))->name, *name))
        i++;
      if (i == job->layers->len)
        {
          g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("the floor plan has no layer “%s”"), *name);
          return FALSE;
        }
      MC_PLAN_LAYER (g_ptr_array_index (job->layers, i))->visible = FALSE;
    }
  return TRUE;
}

static gboolean
load (Job *job, GError **error)
{
  gint64 id;

  if (!find_plan (job, error) || !find_floor (job, error))
    return FALSE;
  id = mc_entity_get_id (MC_ENTITY (job->plan));
  job->layers = list_of (job, MC_TYPE_PLAN_LAYER, "floor_plan_id", id, FALSE, error);
  if (job->layers && !hide_layers (job, error))
    return FALSE;
  job->objects = job->layers ? list_of (job, MC_TYPE_PLAN_OBJECT, "floor_plan_id", id, FALSE, error) : NULL;
  return job->objects && (job->session == MC_HALF_DAY || load_counters (job, error));
}

static char *
dup_subtitle (const Job *job)
{
  g_autofree char *day = mc_day_format (job->day);
  g_autofree char *when = NULL;

  if (job->session == MC_HALF_DAY)
    return g_strdup_printf ("%s · %s", job->floor->name, job->plan->name);
  /* Translators: floor, "morning" or "afternoon", day */
  when = g_strdup_printf (_ ("%s · %s of %s"), job->floor->name,
                          job->session == MC_HALF_MORNING ? _ ("morning") : _ ("afternoon"), day);
  return job->closed ? g_strdup_printf ("%s · %s", when, job->closed) : g_steal_pointer (&when);
}

static McFloorPlanFacts
facts_of (const Job *job)
{
  return (McFloorPlanFacts){ .floor_id = mc_entity_get_id (MC_ENTITY (job->floor)),
                             .layers = job->layers,
                             .objects = job->objects,
                             .counters = job->counters };
}

static gboolean
write_drawing (Job *job, GError **error)
{
  McFloorPlanOptions options = MC_FLOOR_PLAN_OPTIONS;
  McFloorPlanFacts facts = facts_of (job);
  g_autofree char *subtitle = dup_subtitle (job);
  g_autoptr (McPaper) paper = mc_cli_make_paper (job->store, job->paper, !opt_portrait, job->day, error);
  g_autoptr (McScene) scene = NULL;

  if (!paper)
    return FALSE;
  options.overlay = job->overlay;
  scene = mc_floor_plan_scene_new (&facts, &options, _ ("Plan of the counters"), subtitle);
  g_object_set (paper, "scene", scene, NULL);
  return mc_drawing_write (MC_SHEETS (paper), opt_output, 0, error);
}

static gboolean
write_file (Job *job, GError **error)
{
  g_autofree char *ending = g_ascii_strdown (opt_output, -1);

  if (g_str_has_suffix (ending, ".dxf"))
    {
      const McFloorPlanOptions options = MC_FLOOR_PLAN_OPTIONS;
      McFloorPlanFacts facts = facts_of (job);
      g_autoptr (McSketch) sketch = mc_floor_plan_sketch_new (&facts, &options);

      return mc_dxf_write (sketch, opt_output, error);
    }
  return write_drawing (job, error);
}

static guint
count_counters (const Job *job)
{
  guint n = 0;

  for (guint i = 0; i < job->objects->len; i++)
    {
      McPlanObject *object = g_ptr_array_index (job->objects, i);

      n += object->kind == MC_PLAN_KIND_COUNTER && object->floor_id == mc_entity_get_id (MC_ENTITY (job->floor));
    }
  return n;
}

static void
tell (McCli *cli, const Job *job)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!mc_cli_wants_json (cli))
    {
      g_print (_ ("%s: %s, %s"), opt_output, job->plan->name, job->floor->name);
      g_print ("\n");
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "file", opt_output);
  mc_cli_set_string (builder, "version", job->plan->name);
  mc_cli_set_string (builder, "floor", job->floor->code);
  mc_cli_set_day (builder, "day", job->day);
  mc_cli_set_string (builder, "session", job->session == MC_HALF_DAY ? NULL : mc_half_values[job->session].text);
  mc_cli_set_int (builder, "counters", count_counters (job));
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_auto (Job) job = { 0 };

  if (!parse_at (&job, error) ||
      !mc_cli_parse_choice ("overlay", opt_overlay, overlays, MC_PLAN_OVERLAY_NONE, &job.overlay, error) ||
      !mc_cli_parse_choice ("paper", opt_paper, mc_cli_papers, MC_PAPER_A3, &job.paper, error) ||
      !mc_cli_check_output (opt_output, TRUE, opt_force, error))
    return MC_CLI_FAILURE;
  job.store = mc_cli_open_store (cli, error);
  if (!job.store || !load (&job, error) || !write_file (&job, error))
    return MC_CLI_FAILURE;
  tell (cli, &job);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_floor_plan = {
  .name = "floor-plan",
  .summary = N_ ("Draw the plan of a floor with its counters"),
  .json = "  {\"file\", \"version\", \"floor\": texts, \"day\", \"session\": morning, afternoon or null,\n"
          "   \"counters\": number}",
  .entries = entries,
  .run = run,
};
