/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be changed of things on the plan, of one and of several at once, and how backgrounds are laid. */
#include <locale.h>
#include <math.h>

#include "mc-error.h"
#include "mc-plan-edit.h"
#include "mc-plan-kinds.h"
#include "mc-plan-property.h"
#include "mc-plan-props.h"

static void
assert_value (McPlanObject *object, const char *name, const char *wanted)
{
  g_autofree char *text = mc_plan_property_get (mc_plan_property_find (name, object->kind), object);

  g_assert_cmpstr (text, ==, wanted);
}

static void
set (McPlanObject *object, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mc_plan_property_set (mc_plan_property_find (name, object->kind), object, text, &error));
  g_assert_no_error (error);
  assert_value (object, name, text);
}

static void
refuse (McPlanObject *object, const char *name, const char *text)
{
  const McPlanProperty *property = mc_plan_property_find (name, object->kind);
  g_autofree char *before = mc_plan_property_get (property, object);
  g_autoptr (GError) error = NULL;

  g_assert_false (mc_plan_property_set (property, object, text, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  assert_value (object, name, before);
}

static void
test_door (void)
{
  g_autoptr (McPlanObject) door = mc_plan_object_new_of (MC_PLAN_KIND_DOOR, 3, 4);

  assert_value (door, "hinge", "left");
  set (door, "hinge", "right");
  g_assert_true (mc_plan_props_has_text (door, "hinge", "right", "left"));
  set (door, "leaves", "2");
  g_assert_cmpfloat (mc_plan_props_get_double (door, "leaves", 1), ==, 2);
  set (door, "style", "sliding");
  /* What is usual needs no word. */
  set (door, "hinge", "left");
  set (door, "leaves", "1");
  set (door, "style", "swing");
  g_assert_null (door->props);
  refuse (door, "swing", "sideways");
  g_assert_null (mc_plan_property_find ("seats", MC_PLAN_KIND_DOOR));
}

static void
test_numbers (void)
{
  g_autoptr (McPlanObject) bench = mc_plan_object_new_of (MC_PLAN_KIND_BENCH, 1.2346, 4);

  set (bench, "x", "12,345");
  g_assert_cmpfloat_with_epsilon (bench->x, 12.345, 1e-9);
  g_assert_true (mc_plan_property_set (mc_plan_property_find ("y", MC_PLAN_KIND_BENCH), bench, " 0.5 ", NULL));
  g_assert_cmpfloat_with_epsilon (bench->y, 0.5, 1e-9);
  set (bench, "seats", "6");
  set (bench, "seats", "");
  g_assert_null (bench->props);
  refuse (bench, "seats", "41");
  refuse (bench, "width", "0");
  refuse (bench, "width", "wide");
  refuse (bench, "x", "");
  refuse (bench, "x", "1001");
  g_assert_true (mc_plan_property_set (mc_plan_property_find ("rotation", MC_PLAN_KIND_BENCH), bench, "-90", NULL));
  assert_value (bench, "rotation", "270");
  /* What is rounded for the eye stays as it is. */
  bench->width = 2.3200001;
  set (bench, "width", "2,32");
  g_assert_cmpfloat (bench->width, ==, 2.3200001);
  g_assert_true (isnan (mc_plan_read_number ("")));
  g_assert_true (isnan (mc_plan_read_number ("1,2,3")));
  g_assert_cmpfloat_with_epsilon (mc_plan_read_number ("1.234,5"), 1234.5, 1e-9);
}

static void
test_texts (void)
{
  g_autoptr (McPlanObject) text = mc_plan_object_new_of (MC_PLAN_KIND_TEXT, 0, 0);
  g_autoptr (McPlanObject) area = mc_plan_object_new_of (MC_PLAN_KIND_AREA, 0, 0);

  set (text, "label", "Lối ra");
  set (text, "size", "0,6");
  set (text, "bold", "true");
  set (text, "align", "end");
  set (text, "label", "");
  g_assert_null (text->label);
  assert_value (area, "area_use", "other");
  set (area, "area_use", "feedback");
  g_assert_cmpint (area->area_use, ==, MC_AREA_USE_FEEDBACK);
  refuse (area, "area_use", "");
  assert_value (area, "size", "true");
  set (area, "size", "false");
}

/* Each kind takes each value that its choices offer. */
static void
test_choices (void)
{
  gsize n;
  const McPlanProperty *all = mc_plan_properties (&n);
  guint tried = 0;

  for (gsize i = 0; i < n; i++)
    for (guint kind = 0; kind <= MC_PLAN_KIND_OTHER; kind++)
      {
        g_autoptr (McPlanObject) object = mc_plan_object_new_of (kind, 5, 5);

        if (!(all[i].kinds & (1u << kind)))
          continue;
        g_assert_true (mc_plan_property_find (all[i].name, kind) == &all[i]);
        for (const McEnumValue *choice = all[i].choices; choice && choice->text; choice++)
          {
            set (object, all[i].name, choice->text);
            tried++;
          }
      }
  g_assert_cmpuint (tried, >, 30);
}

static void
test_several (void)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  const McPlanProperty *width = mc_plan_property_find ("width", MC_PLAN_KIND_CHAIR);
  const McPlanProperty *number = mc_plan_property_find ("number", MC_PLAN_KIND_CHAIR);
  g_autofree char *common = NULL, *mixed = NULL;

  g_assert_false (mc_plan_property_applies (width, objects));
  g_ptr_array_add (objects, mc_plan_object_new_of (MC_PLAN_KIND_CHAIR, 0, 0));
  g_assert_true (mc_plan_property_applies (number, objects));
  g_ptr_array_add (objects, mc_plan_object_new_of (MC_PLAN_KIND_CHAIR, 4, 0));
  g_assert_true (mc_plan_property_applies (width, objects));
  g_assert_false (mc_plan_property_applies (number, objects));
  common = mc_plan_property_get_common (width, objects);
  g_assert_cmpstr (common, ==, "0,48");
  mixed = mc_plan_property_get_common (mc_plan_property_find ("x", MC_PLAN_KIND_CHAIR), objects);
  g_assert_null (mixed);
  g_ptr_array_add (objects, mc_plan_object_new_of (MC_PLAN_KIND_WALL, 4, 0));
  g_assert_false (mc_plan_property_applies (width, objects));
}

static void
test_background (void)
{
  g_autoptr (McPlanBackground) background = mc_plan_background_new ();
  const McRect units = { 0, 0, 2000, 1000 }, room = { 10, 20, 40, 30 };
  McPoint corners[4];

  mc_plan_background_fit (background, &units, 0, &room);
  mc_plan_background_corners (background, &units, corners);
  g_assert_cmpfloat_with_epsilon (background->scale, 0.02, 1e-9);
  g_assert_cmpfloat_with_epsilon (corners[0].x, 10, 1e-6);
  g_assert_cmpfloat_with_epsilon (corners[0].y, 25, 1e-6);
  g_assert_cmpfloat_with_epsilon (corners[2].x, 50, 1e-6);
  /* Turned about its middle, which stays. */
  mc_plan_background_rotate (background, &units, 90);
  mc_plan_background_corners (background, &units, corners);
  g_assert_cmpfloat_with_epsilon ((corners[0].x + corners[2].x) / 2, 30, 0.002);
  g_assert_cmpfloat_with_epsilon ((corners[0].y + corners[2].y) / 2, 35, 0.002);
  g_assert_cmpfloat_with_epsilon (corners[1].y - corners[0].y, 40, 1e-6);
  mc_plan_background_rotate (background, &units, -90);
  g_assert_cmpfloat_with_epsilon (background->rotation, 0, 1e-9);
  mc_plan_background_move (background, 1.00049, -2);
  mc_plan_background_corners (background, &units, corners);
  g_assert_cmpfloat_with_epsilon (corners[0].x, 11, 1e-6);
  g_assert_cmpfloat_with_epsilon (corners[0].y, 23, 1e-6);
  /* A drawing that tells its unit is true to scale. */
  mc_plan_background_fit (background, &units, 0.001, &room);
  g_assert_cmpfloat_with_epsilon (background->scale, 0.001, 1e-12);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-property/door", test_door);
  g_test_add_func ("/plan-property/numbers", test_numbers);
  g_test_add_func ("/plan-property/texts", test_texts);
  g_test_add_func ("/plan-property/choices", test_choices);
  g_test_add_func ("/plan-property/several", test_several);
  g_test_add_func ("/plan-property/background", test_background);
  return g_test_run ();
}
