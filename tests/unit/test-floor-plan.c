/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawing of the floor plan: what a person finds on it, and that the starting plan has all that it should. */
#include <json-glib/json-glib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "mc-counter-state.h"
#include "mc-data-dir.h"
#include "mc-painter.h"
#include "mc-plan-geometry.h"
#include "mc-plan-kinds.h"
#include "mc-plan-overlay.h"
#include "mc-plan-props.h"
#include "plan-fixture.h"

static JsonNode *
load_json (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (mc_data_dir (), folder, name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

/* The premises list of the founding document can be laid beside the plan. */
static void
test_premises (void)
{
  g_autoptr (PlanFixture) fixture = plan_fixture_load ();
  g_autoptr (JsonNode) plan = load_json ("plan", "plan-2022.json");
  JsonArray *items = json_object_get_array_member (json_node_get_object (plan), "premises");

  g_assert_cmpuint (json_array_get_length (items), ==, 20);
  for (guint i = 1; i <= json_array_get_length (items); i++)
    {
      guint found = 0;

      for (guint k = 0; k < fixture->objects->len; k++)
        found += MC_PLAN_OBJECT (g_ptr_array_index (fixture->objects, k))->premises_item_id == i;
      g_test_message ("%s: %u", json_object_get_string_member (json_array_get_object_element (items, i - 1), "item"),
                      found);
      g_assert_cmpuint (found, >, 0);
    }
}

static McPlanObject *
find_counter (PlanFixture *fixture, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  for (guint i = 0; i < fixture->objects->len; i++)
    {
      McPlanObject *object = g_ptr_array_index (fixture->objects, i);

      if (object->kind == MC_PLAN_KIND_COUNTER && g_strcmp0 (object->number, text) == 0)
        return object;
    }
  return NULL;
}

/* Each counter of the sample stands on the floor that it says, with as many seats. */
static void
test_counters (void)
{
  g_autoptr (PlanFixture) fixture = plan_fixture_load ();
  g_autoptr (JsonNode) demo = load_json ("demo", "demo.json");
  JsonArray *counters = json_object_get_array_member (json_node_get_object (demo), "counters");

  g_assert_cmpuint (json_array_get_length (counters), ==, 18);
  for (guint i = 0; i < json_array_get_length (counters); i++)
    {
      JsonObject *counter = json_array_get_object_element (counters, i);
      McPlanObject *object = find_counter (fixture, json_object_get_int_member (counter, "number"));

      g_assert_nonnull (object);
      g_assert_cmpint (object->floor_id - 1, ==, json_object_get_int_member (counter, "level"));
      g_assert_cmpfloat (mc_plan_props_get_double (object, "seats", 1), ==,
                         (double)json_object_get_int_member (counter, "seats"));
    }
}

/* Nothing but doors, windows and what stands on something shares its place with furniture of its kind. */
static void
test_nothing_collides (void)
{
  g_autoptr (PlanFixture) fixture = plan_fixture_load ();

  for (guint i = 0; i < fixture->objects->len; i++)
    for (guint k = i + 1; k < fixture->objects->len; k++)
      {
        McPlanObject *a = g_ptr_array_index (fixture->objects, i), *b = g_ptr_array_index (fixture->objects, k);
        McPoint centre = { a->x, a->y };

        if (a->floor_id != b->floor_id || a->layer_id != b->layer_id || mc_plan_kind_has_points (a->kind) ||
            mc_plan_kind_has_points (b->kind) || a->kind == MC_PLAN_KIND_TEXT || b->kind == MC_PLAN_KIND_TEXT)
          continue;
        if (mc_plan_object_contains (b, centre, 0))
          g_error ("%u (%s at %g, %g) stands in %u (%s)", i, mc_plan_kind_values[a->kind].text, a->x, a->y, k,
                   mc_plan_kind_values[b->kind].text);
      }
}

static McScene *
draw (PlanFixture *fixture, gint64 floor, GPtrArray *counters, const McFloorPlanOptions *options)
{
  McFloorPlanFacts facts = plan_fixture_facts (fixture, floor);

  facts.counters = counters;
  return mc_floor_plan_scene_new (&facts, options, "Sơ đồ quầy", "Tầng trệt");
}

static void
test_live (void)
{
  const McFloorPlanOptions options = MC_FLOOR_PLAN_OPTIONS;
  g_autoptr (PlanFixture) fixture = plan_fixture_load ();
  g_autoptr (GPtrArray) counters = plan_fixture_counters ();
  g_autoptr (McScene) scene = draw (fixture, 1, counters, &options);
  McSceneNode *counter = mc_scene_find (scene, "counter/3");
  McSceneNode *person = mc_scene_find (scene, "person/104@3");
  McRect box;

  g_assert_nonnull (counter);
  g_assert_nonnull (person);
  g_assert_cmpstr (mc_scene_node_get_name (counter), ==, "Counter 3: Đường bộ");
  g_assert_cmpstr (mc_scene_node_get_state (counter), ==, "Standby stands in");
  g_assert_cmpstr (mc_scene_node_get_description (counter), ==, "Lê Quang Khải (GTVT)");
  g_assert_cmpstr (mc_scene_node_get_target (counter), ==, "counter/3");
  g_assert_cmpstr (mc_scene_node_get_drop (counter), ==, "person/");
  g_assert_cmpstr (mc_scene_node_get_name (person), ==, "Lê Quang Khải");
  g_assert_cmpstr (mc_scene_node_get_parent (person), ==, "counter/3");
  g_assert_cmpstr (mc_scene_node_get_drag (person), ==, "person/104");
  g_assert_null (mc_scene_find (scene, "counter/14"));
  g_assert_nonnull (mc_scene_find (scene, "counter/13"));
  /* The person lies over the counter, and is met first. */
  box = mc_scene_node_get_bounds (person);
  g_assert_true (mc_scene_pick (scene, box.x + box.width / 2, box.y + box.height / 2) == person);
  g_assert_cmpfloat_with_epsilon (mc_scene_get_scale (scene) * MC_PLAN_SCALE, 1, 1e-9);
  /* Whatever can be pointed at has a name. */
  for (guint i = 0; i < mc_scene_get_n_nodes (scene); i++)
    {
      McSceneNode *node = mc_scene_get_node (scene, i);

      if (mc_scene_node_is_interactive (node))
        g_assert_true (mc_scene_node_get_name (node) && *mc_scene_node_get_name (node));
    }
}

static void
test_states (void)
{
  g_autoptr (McCounterState) state = mc_counter_state_new ("1");

  mc_counter_state_settle (state);
  g_assert_cmpint (state->tone, ==, MC_TONE_GAP);
  mc_counter_state_add_person (state, 1, "A", NULL, MC_TONE_ABSENT, NULL);
  mc_counter_state_settle (state);
  g_assert_cmpint (state->tone, ==, MC_TONE_ABSENT);
  g_assert_cmpuint (mc_counter_state_get_present (state), ==, 0);
  mc_counter_state_add_person (state, 2, "B", "TP", MC_TONE_STAFFED, NULL);
  mc_counter_state_settle (state);
  g_assert_cmpint (state->tone, ==, MC_TONE_STAFFED);
  mc_counter_state_add_person (state, 3, "C", NULL, MC_TONE_STANDBY, NULL);
  mc_counter_state_settle (state);
  g_assert_cmpint (state->tone, ==, MC_TONE_STANDBY);
  g_assert_cmpuint (mc_counter_state_get_present (state), ==, 2);
  state->tone = MC_TONE_CLOSED;
  mc_counter_state_settle (state);
  g_assert_cmpint (state->tone, ==, MC_TONE_CLOSED);
}

static void
test_options (void)
{
  McFloorPlanOptions options = MC_FLOOR_PLAN_OPTIONS;
  g_autoptr (PlanFixture) fixture = plan_fixture_load ();
  g_autoptr (McScene) unfolded = draw (fixture, 2, NULL, &options);
  g_autoptr (McScene) folded = NULL;
  g_autoptr (McScene) editing = NULL;
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 furniture = 4;
  guint shown;

  options.legend_folded = TRUE;
  folded = draw (fixture, 2, NULL, &options);
  g_assert_cmpint (mc_scene_node_get_expanded (mc_scene_find (unfolded, "legend")), ==, 1);
  g_assert_cmpint (mc_scene_node_get_expanded (mc_scene_find (folded, "legend")), ==, 0);
  options.editing = TRUE;
  editing = draw (fixture, 2, NULL, &options);
  shown = mc_scene_get_n_nodes (editing);
  g_assert_null (mc_scene_find (editing, "counter/14"));
  /* Things of locked layers are only seen. */
  for (guint i = 0; i < fixture->objects->len; i++)
    {
      McPlanObject *object = g_ptr_array_index (fixture->objects, i);
      McPlanLayer *layer = g_ptr_array_index (fixture->layers, object->layer_id - 1);
      g_autofree char *key = g_strdup_printf ("object/%u", i + 1);
      McSceneNode *node = mc_scene_find (editing, key);

      g_assert_true ((node != NULL) == (object->floor_id == 2));
      if (node)
        g_assert_true (mc_scene_node_is_interactive (node) == !layer->locked);
    }
  g_hash_table_add (hidden, &furniture);
  options.hidden = hidden;
  g_clear_object (&editing);
  editing = draw (fixture, 2, NULL, &options);
  g_assert_cmpuint (mc_scene_get_n_nodes (editing), <, shown);
}

static void
test_empty (void)
{
  const McFloorPlanOptions options = MC_FLOOR_PLAN_OPTIONS;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const McFloorPlanFacts facts = { .floor_id = 1, .layers = none, .objects = none };
  g_autoptr (McScene) scene = mc_floor_plan_scene_new (&facts, &options, NULL, NULL);
  g_autoptr (McSketch) sketch = mc_floor_plan_sketch_new (&facts, &options);

  g_assert_cmpfloat (mc_scene_get_bounds (scene).width, >, 20 * MC_PLAN_SCALE);
  g_assert_cmpuint (mc_sketch_get_shapes (sketch)->len, ==, 0);
}

/* A picture turned by a quarter lies where its corner was put, a DXF as its units say; hidden ones are not drawn. */
static void
test_pictures (void)
{
  const McFloorPlanOptions options = { .editing = TRUE };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) pictures = g_ptr_array_new ();
  g_autoptr (McPlanBackground) scan = mc_plan_background_new ();
  g_autoptr (McPlanBackground) drawing = mc_plan_background_new ();
  g_autoptr (McSketch) sketch = mc_sketch_new (0.001);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 100);
  McPlanPicture first = { .background = scan, .image = image };
  McPlanPicture second = { .background = drawing, .sketch = sketch };
  const McFloorPlanFacts facts = { .floor_id = 1, .layers = none, .objects = none, .pictures = pictures };
  g_autoptr (McScene) scene = NULL;
  g_autoptr (McScene) elsewhere = NULL;
  g_autoptr (McScene) hidden = NULL;
  McRect box;

  scan->floor_id = drawing->floor_id = 1;
  scan->scale = 0.1;
  scan->x = 30;
  scan->y = 2;
  scan->rotation = 90;
  scan->opacity = 0.5;
  scan->visible = drawing->visible = TRUE;
  drawing->scale = 0.001;
  drawing->x = 1;
  drawing->y = 9;
  drawing->opacity = 0.5;
  mc_sketch_add_path (sketch, "0", (McSketchPoint[]){ { 0, 0 }, { 6000, 4000 } }, 2, FALSE);
  mc_sketch_add_text (sketch, "0", (McSketchPoint){ 500, 500 }, "Phòng họp", 300, 90);
  g_ptr_array_add (pictures, &first);
  g_ptr_array_add (pictures, &second);
  scene = mc_floor_plan_scene_new (&facts, &options, NULL, NULL);
  g_assert_cmpuint (mc_scene_get_n_nodes (scene), ==, 3);
  box = mc_scene_node_get_extents (mc_scene_get_node (scene, 0));
  g_assert_cmpfloat_with_epsilon (box.x, 20 * MC_PLAN_SCALE, 1);
  g_assert_cmpfloat_with_epsilon (box.y, 2 * MC_PLAN_SCALE, 1);
  g_assert_cmpfloat_with_epsilon (box.height, 40 * MC_PLAN_SCALE, 1);
  box = mc_scene_node_get_extents (mc_scene_get_node (scene, 1));
  g_assert_cmpfloat_with_epsilon (box.x, MC_PLAN_SCALE, 1);
  g_assert_cmpfloat_with_epsilon (box.y, 5 * MC_PLAN_SCALE, 1);
  g_assert_cmpfloat_with_epsilon (box.x + box.width, 7 * MC_PLAN_SCALE, 1);
  /* What lies under another floor is not seen on this one. */
  drawing->floor_id = 2;
  elsewhere = mc_floor_plan_scene_new (&facts, &options, NULL, NULL);
  g_assert_cmpuint (mc_scene_get_n_nodes (elsewhere), ==, 2);
  scan->visible = drawing->visible = FALSE;
  hidden = mc_floor_plan_scene_new (&facts, &options, NULL, NULL);
  g_assert_cmpuint (mc_scene_get_n_nodes (hidden), ==, 1);
  cairo_surface_destroy (image);
}

/* Words of a drawing lie about their point as the drawing says, turned or not. */
static void
test_words_of_drawing (void)
{
  const McFloorPlanOptions options = { .editing = TRUE };
  const double turns[] = { 0, 90, -35 };

  for (guint i = 0; i < 9 * G_N_ELEMENTS (turns); i++)
    {
      double across = (i % 3) / 2.0, up = (double)(i / 3 % 3) / 2, turn = turns[i / 9] * G_PI / 180;
      g_autoptr (GPtrArray) none = g_ptr_array_new ();
      g_autoptr (GPtrArray) pictures = g_ptr_array_new ();
      g_autoptr (McPlanBackground) drawing = mc_plan_background_new ();
      g_autoptr (McSketch) sketch = mc_sketch_new (1);
      McPlanPicture picture = { .background = drawing, .sketch = sketch };
      const McFloorPlanFacts facts = { .floor_id = 1, .layers = none, .objects = none, .pictures = pictures };
      g_autoptr (McScene) scene = NULL;
      McRect box;
      double right, above;

      drawing->floor_id = 1;
      drawing->scale = drawing->opacity = 1;
      drawing->visible = TRUE;
      mc_sketch_add_label (sketch, "0", (McSketchPoint){ 7, -4 }, "Quầy 1", 1, turns[i / 9], across, up);
      g_ptr_array_add (pictures, &picture);
      scene = mc_floor_plan_scene_new (&facts, &options, NULL, NULL);
      box = mc_scene_node_get_extents (mc_scene_get_node (scene, 0));
      /* From the point to the middle of the words, along them and across. */
      box.x += box.width / 2 - 7 * MC_PLAN_SCALE;
      box.y += box.height / 2 - 4 * MC_PLAN_SCALE;
      right = box.x * cos (turn) - box.y * sin (turn);
      above = -box.x * sin (turn) - box.y * cos (turn);
      g_assert_cmpint ((right > 1) - (right < -1), ==, (across < 0.5) - (across > 0.5));
      g_assert_cmpint ((above > 1) - (above < -1), ==, (up < 0.5) - (up > 0.5));
    }
}

static cairo_surface_t *
paint_kind (McPlanKind kind)
{
  g_autoptr (McScene) picture = mc_plan_kind_picture (kind);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 24, 24);
  cairo_t *cr = cairo_create (surface);

  mc_painter_paint (cr, picture, MC_PALETTE_LIGHT, NULL, 1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Nobody takes a desk for a table. */
static void
test_pictures_differ (void)
{
  cairo_surface_t *desk = paint_kind (MC_PLAN_KIND_DESK), *table = paint_kind (MC_PLAN_KIND_TABLE);

  g_assert_cmpint (memcmp (cairo_image_surface_get_data (desk), cairo_image_surface_get_data (table), 24 * 24 * 4), !=,
                   0);
  cairo_surface_destroy (desk);
  cairo_surface_destroy (table);
}

/* Every kind can be drawn for a button and put on a plan. */
static void
test_kinds (void)
{
  const McFloorPlanOptions options = { .editing = TRUE, .labels = TRUE, .equipment = TRUE };
  g_autofree char *length = mc_plan_format_length (1234.5);
  g_autofree char *area = mc_plan_format_area (35.249);

  for (guint kind = 0; kind < mc_enum_count (mc_plan_kind_values); kind++)
    {
      g_autoptr (McScene) picture = mc_plan_kind_picture (kind);
      g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) none = g_ptr_array_new ();
      const McFloorPlanFacts facts = { .floor_id = 0, .layers = none, .objects = objects };
      g_autoptr (McScene) scene = NULL;
      McRect box = mc_scene_get_bounds (picture);

      g_ptr_array_add (objects, mc_plan_object_new_of (kind, 5, 5));
      scene = mc_floor_plan_scene_new (&facts, &options, NULL, NULL);
      g_test_message ("%s", mc_plan_kind_values[kind].text);
      g_assert_cmpfloat (box.width, <=, 48);
      g_assert_cmpuint (mc_scene_get_n_nodes (picture), ==, 1);
      g_assert_nonnull (mc_scene_find (scene, "object/new-0"));
    }
  g_assert_cmpstr (length, ==, "1.234,50 m");
  g_assert_cmpstr (area, ==, "35,2 m²");
}

static char *
random_points (void)
{
  McPoint points[7];
  gsize n = (gsize)g_test_rand_int_range (1, 8);

  for (gsize i = 0; i < n; i++)
    points[i] = (McPoint){ g_test_rand_int_range (-3, 4), g_test_rand_int_range (-3, 4) };
  return g_test_rand_int_range (0, 20) ? mc_plan_points_format (points, n) : g_strdup ("[]");
}

static McPlanObject *
random_object (void)
{
  static const char *const props[] = {
    NULL,
    "{}",
    "{\"hinge\": \"right\", \"leaves\": 2, \"swing\": \"out\", \"closed\": true, \"seats\": 3, \"steps\": 0}",
    "{\"style\": \"sliding\", \"shape\": \"round\", \"what\": \"basin\", \"dashed\": true, \"size\": 0, \"seats\": -5}",
    "[1",
    "{\"seats\": \"x\"}",
  };
  McPlanObject *object = mc_plan_object_new ();

  object->kind = (McPlanKind)g_test_rand_int_range (0, (int)mc_enum_count (mc_plan_kind_values));
  object->area_use = (McAreaUse)g_test_rand_int_range (0, (int)mc_enum_count (mc_area_use_values));
  object->x = g_test_rand_double_range (-20, 20);
  object->y = g_test_rand_double_range (-20, 20);
  object->width = g_test_rand_int_range (0, 4) ? g_test_rand_double_range (0, 4) : 0;
  object->height = g_test_rand_int_range (0, 4) ? g_test_rand_double_range (0, 4) : 0;
  object->rotation =
      g_test_rand_int_range (0, 2) ? g_test_rand_int_range (0, 4) * 90 : g_test_rand_double_range (0, 360);
  object->points = random_points ();
  object->props = g_strdup (props[g_test_rand_int_range (0, G_N_ELEMENTS (props))]);
  object->label = g_strdup (g_test_rand_int_range (0, 2) ? "Nguyễn Thị Ngọc Thuỳ Dương 🙂" : NULL);
  object->number = g_strdup (g_test_rand_int_range (0, 2) ? "1" : NULL);
  mc_entity_set_id (MC_ENTITY (object), g_test_rand_int_range (0, 2) ? g_random_int () : 0);
  return object;
}

/* Whatever is in the database is drawn, painted and written without complaint. */
static void
test_random (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 300, 300);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GPtrArray) counters = plan_fixture_counters ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
      McFloorPlanOptions options = MC_FLOOR_PLAN_OPTIONS;
      const McFloorPlanFacts facts = {
        .floor_id = 0, .layers = none, .objects = objects, .counters = round % 3 ? counters : NULL
      };
      g_autoptr (McScene) scene = NULL;
      g_autoptr (McSketch) sketch = NULL;

      for (int n = g_test_rand_int_range (0, 25); n > 0; n--)
        g_ptr_array_add (objects, random_object ());
      options.editing = round % 2;
      options.overlay = round % MC_N_PLAN_OVERLAYS;
      options.grid = round % 4 ? 0 : 0.01;
      options.scale_bar = TRUE;
      scene = mc_floor_plan_scene_new (&facts, &options, "Thử", NULL);
      sketch = mc_floor_plan_sketch_new (&facts, &options);
      mc_painter_paint (cr, scene, round % 4, NULL, 1);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
add_visits (GArray *rows, gint64 counter, int slot, int arrived, int minutes, int satisfied, int neutral)
{
  McWorkloadRow row = { .slot = slot,
                        .key = counter,
                        .arrived = arrived,
                        .wait_seconds = (gint64)arrived * minutes * 60,
                        .satisfied = satisfied,
                        .neutral = neutral };

  row.wait_histogram[mc_wait_step (minutes * 60)] = arrived;
  g_array_append_val (rows, row);
}

static GPtrArray *
new_counter_states (void)
{
  GPtrArray *states = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_counter_state_free);

  for (gint64 id = 1; id <= 3; id++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      McCounterState *state = mc_counter_state_new (number);

      state->counter_id = id;
      g_ptr_array_add (states, state);
    }
  return states;
}

static double
value_of (GPtrArray *states, guint i, McPlanOverlay overlay)
{
  return ((McCounterState *)g_ptr_array_index (states, i))->values[overlay];
}

/* Visitors and waiting are those of the session; of ratings nothing is told where there are few. */
static void
test_figures (void)
{
  g_autoptr (GPtrArray) states = new_counter_states ();
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (McWorkloadRow));
  g_autoptr (GArray) rated = g_array_new (FALSE, FALSE, sizeof (McWorkloadRow));
  g_autofree char *step = NULL;
  g_autofree char *worst = NULL;
  McWorkloadQuery query;
  McPlanScale scale;

  g_assert_false (mc_plan_overlay_get_query (MC_PLAN_OVERLAY_RISK, 100, &query));
  g_assert_true (mc_plan_overlay_get_query (MC_PLAN_OVERLAY_RATING, 100, &query));
  g_assert_cmpint (query.to - query.from, ==, MC_PLAN_RATING_DAYS);
  g_assert_true (mc_plan_overlay_get_query (MC_PLAN_OVERLAY_WAITING, 100, &query));
  g_assert_cmpint (query.bucket, ==, MC_WORKLOAD_HALF_HOUR);
  add_visits (rows, 1, 15, 10, 30, 0, 0);
  add_visits (rows, 1, 16, 30, 10, 0, 0);
  add_visits (rows, 1, 28, 100, 60, 0, 0); /* in the afternoon */
  add_visits (rows, 2, 15, 8, 5, 0, 0);
  for (McPlanOverlay overlay = MC_PLAN_OVERLAY_WORKLOAD; overlay <= MC_PLAN_OVERLAY_WAITING; overlay++)
    mc_plan_overlay_fill (overlay, rows, MC_HALF_MORNING, 20, states);
  g_assert_cmpfloat (value_of (states, 0, MC_PLAN_OVERLAY_WORKLOAD), ==, 40);
  g_assert_cmpfloat_with_epsilon (value_of (states, 0, MC_PLAN_OVERLAY_WAITING), 15, 1e-9);
  g_assert_true (isnan (value_of (states, 2, MC_PLAN_OVERLAY_WORKLOAD)));
  mc_plan_scale_init (&scale, MC_PLAN_OVERLAY_WORKLOAD, states);
  g_assert_cmpint (mc_plan_scale_tone (&scale, 40), ==, MC_TONE_HEAT_5);
  g_assert_cmpint (mc_plan_scale_tone (&scale, 8), ==, MC_TONE_HEAT_2);
  g_assert_cmpint (mc_plan_scale_tone (&scale, NAN), ==, MC_TONE_NONE);
  step = mc_plan_scale_dup_step (&scale, 1);
  g_assert_cmpstr (step, ==, "8–16 visitors");
  add_visits (rated, 1, -1, 0, 0, 15, 5);
  add_visits (rated, 2, -1, 0, 0, 19, 0);
  mc_plan_overlay_fill (MC_PLAN_OVERLAY_RATING, rated, MC_HALF_AFTERNOON, 20, states);
  g_assert_cmpfloat (value_of (states, 0, MC_PLAN_OVERLAY_RATING), ==, 0.75);
  g_assert_true (isnan (value_of (states, 1, MC_PLAN_OVERLAY_RATING)));
  mc_plan_scale_init (&scale, MC_PLAN_OVERLAY_RATING, states);
  worst = mc_plan_scale_dup_step (&scale, 4);
  g_assert_cmpint (mc_plan_scale_tone (&scale, 0.75), ==, MC_TONE_HEAT_5);
  g_assert_cmpint (mc_plan_scale_tone (&scale, 1), ==, MC_TONE_HEAT_1);
}

/* Whoever hears the plan hears the figure, and the legend says what the tints are, or that there are none. */
static void
test_overlay (void)
{
  McFloorPlanOptions options = MC_FLOOR_PLAN_OPTIONS;
  g_autoptr (PlanFixture) fixture = plan_fixture_load ();
  g_autoptr (GPtrArray) states = new_counter_states ();
  McFloorPlanFacts facts = plan_fixture_facts (fixture, 1);
  g_autoptr (McScene) scene = NULL;
  const char *said;

  facts.counters = states;
  options.overlay = MC_PLAN_OVERLAY_WAITING;
  ((McCounterState *)g_ptr_array_index (states, 0))->values[MC_PLAN_OVERLAY_WAITING] = 34;
  scene = mc_floor_plan_scene_new (&facts, &options, "Thử", NULL);
  said = mc_scene_node_get_description (mc_scene_find (scene, "counter/1"));
  g_assert_nonnull (strstr (said, "34 min"));
}

static void
test_sketch (void)
{
  const McFloorPlanOptions options = MC_FLOOR_PLAN_OPTIONS;
  g_autoptr (PlanFixture) fixture = plan_fixture_load ();
  McFloorPlanFacts facts = plan_fixture_facts (fixture, 1);
  g_autoptr (McSketch) sketch = mc_floor_plan_sketch_new (&facts, &options);
  g_auto (GStrv) layers = mc_sketch_get_layers (sketch);
  g_auto (GStrv) blocks = mc_sketch_get_blocks (sketch);
  McSketchPoint low, high;
  guint inserts = 0;

  for (guint i = 0; i < mc_sketch_get_shapes (sketch)->len; i++)
    inserts += ((McSketchShape *)g_ptr_array_index (mc_sketch_get_shapes (sketch), i))->kind == MC_SKETCH_INSERT;
  /* What names an area or stands beside a thing lies about its middle, as on the plan. */
  for (guint i = 0; i < mc_sketch_get_shapes (sketch)->len; i++)
    {
      const McSketchShape *words = g_ptr_array_index (mc_sketch_get_shapes (sketch), i);

      if (words->kind == MC_SKETCH_TEXT && g_strcmp0 (words->layer, "QUAY") == 0)
        g_assert_cmpfloat (words->across, ==, 0.5);
    }
  g_assert_cmpuint (inserts, ==, 13);
  g_assert_cmpuint (g_strv_length (blocks), ==, 2);
  g_assert_cmpuint (g_strv_length (layers), ==, 7);
  g_assert_true (g_strv_contains ((const char *const *)layers, "QUAY"));
  g_assert_true (mc_sketch_get_bounds (sketch, &low, &high));
  /* The building is 40 metres wide with the cars beside it, and y grows upwards. */
  g_assert_cmpfloat_with_epsilon (high.x, 40.125, 0.001);
  g_assert_cmpfloat_with_epsilon (low.x, -9.3, 0.001);
  g_assert_cmpfloat (low.y, <, -30);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/floor-plan/premises", test_premises);
  g_test_add_func ("/floor-plan/counters", test_counters);
  g_test_add_func ("/floor-plan/nothing-collides", test_nothing_collides);
  g_test_add_func ("/floor-plan/live", test_live);
  g_test_add_func ("/floor-plan/states", test_states);
  g_test_add_func ("/floor-plan/options", test_options);
  g_test_add_func ("/floor-plan/empty", test_empty);
  g_test_add_func ("/floor-plan/pictures", test_pictures);
  g_test_add_func ("/floor-plan/pictures-differ", test_pictures_differ);
  g_test_add_func ("/floor-plan/words-of-drawing", test_words_of_drawing);
  g_test_add_func ("/floor-plan/kinds", test_kinds);
  g_test_add_func ("/floor-plan/random", test_random);
  g_test_add_func ("/floor-plan/figures", test_figures);
  g_test_add_func ("/floor-plan/overlay", test_overlay);
  g_test_add_func ("/floor-plan/sketch", test_sketch);
  return g_test_run ();
}
