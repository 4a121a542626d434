/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The starting plan of the sample centre: the hall with people, on a morning on which everything happens, upstairs, and
 * every kind of thing on a draft over a scan and a DXF. */
#include "mc-golden.h"
#include "mc-plan-kinds.h"
#include "mc-scene-check.h"
#include "plan-fixture.h"

static McScene *
make_floor (gint64 floor, gboolean live)
{
  g_autoptr (PlanFixture) plan = plan_fixture_load ();
  g_autoptr (GPtrArray) counters = live ? plan_fixture_counters () : NULL;
  McFloorPlanFacts facts = plan_fixture_facts (plan, floor);
  McFloorPlanOptions options = MC_FLOOR_PLAN_OPTIONS;

  facts.counters = counters;
  return mc_floor_plan_scene_new (&facts, &options, "Sơ đồ quầy", NULL);
}

static McScene *
make_hall (void)
{
  return make_floor (1, TRUE);
}

static McScene *
make_upstairs (void)
{
  return make_floor (2, FALSE);
}

static cairo_surface_t *
make_scan (void)
{
  cairo_surface_t *scan = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 120);
  cairo_t *cr = cairo_create (scan);

  cairo_set_source_rgb (cr, 0.95, 0.93, 0.85);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.3, 0.3, 0.5);
  cairo_rectangle (cr, 20, 20, 160, 80);
  cairo_stroke (cr);
  cairo_destroy (cr);
  return scan;
}

/* One of each kind in rows, turned a little more each time, over backgrounds. */
static McScene *
make_kinds (void)
{
  McFloorPlanOptions options = MC_FLOOR_PLAN_OPTIONS;
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) pictures = g_ptr_array_new ();
  g_autoptr (McPlanBackground) scan = mc_plan_background_new ();
  g_autoptr (McPlanBackground) drawing = mc_plan_background_new ();
  g_autoptr (McSketch) sketch = mc_sketch_new (1);
  cairo_surface_t *image = make_scan ();
  McPlanPicture first = { .background = scan, .image = image }, second = { .background = drawing, .sketch = sketch };
  const McFloorPlanFacts facts = { .layers = none, .objects = objects, .pictures = pictures };
  McScene *scene;

  for (guint kind = 0; kind < mc_enum_count (mc_plan_kind_values); kind++)
    {
      McPlanObject *object = mc_plan_object_new_of (kind, 2 + kind % 7 * 3, 2 + kind / 7 * 3.5);

      object->rotation = kind * 15 % 60;
      object->label = g_strdup (mc_plan_kind_values[kind].text);
      mc_entity_set_id (MC_ENTITY (object), kind + 1);
      g_ptr_array_add (objects, object);
    }
  scan->scale = 0.05;
  scan->x = 1;
  scan->y = 1;
  scan->rotation = 10;
  scan->opacity = 0.6;
  drawing->scale = 1;
  drawing->x = 12;
  drawing->y = 13;
  drawing->opacity = 0.5;
  scan->visible = drawing->visible = TRUE;
  mc_sketch_add_path (sketch, "0", (McSketchPoint[]){ { 0, 0 }, { 9, 0 }, { 9, 7 }, { 0, 7 } }, 4, TRUE);
  mc_sketch_add_text (sketch, "0", (McSketchPoint){ 0.5, 0.5 }, "Bản vẽ nền", 0.6, 15);
  g_ptr_array_add (pictures, &first);
  g_ptr_array_add (pictures, &second);
  options.editing = TRUE;
  options.grid = 1;
  scene = mc_floor_plan_scene_new (&facts, &options, "Mọi đối tượng", NULL);
  cairo_surface_destroy (image);
  return scene;
}

static void
test_fits (void)
{
  g_autoptr (McScene) hall = make_hall (), upstairs = make_upstairs ();

  mc_scene_check_texts (hall);
  mc_scene_check_texts (upstairs);
}

int
main (int argc, char *argv[])
{
  mc_golden_init (&argc, &argv);
  mc_golden_add_scene ("floor-plan-hall", make_hall, 0.8);
  mc_golden_add_scene ("floor-plan-upstairs", make_upstairs, 0.5);
  mc_golden_add_scene ("floor-plan-kinds", make_kinds, 0.8);
  g_test_add_func ("/golden/floor-plan-fits", test_fits);
  return g_test_run ();
}
