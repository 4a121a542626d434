/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Things of the floor plan: where they lie, what hits them, and what gestures make of them. */
#include <locale.h>
#include <math.h>

#include "mc-plan-edit.h"
#include "mc-plan-props.h"
#include "mc-plan-snap.h"
#include "mc-plan-walls.h"

#define NEAR 1e-6

static McPlanObject *
box (McPlanKind kind, double x, double y, double width, double height)
{
  McPlanObject *object = mc_plan_object_new ();

  object->kind = kind;
  object->x = x;
  object->y = y;
  object->width = width;
  object->height = height;
  return object;
}

static McPlanObject *
path (McPlanKind kind, double width, gsize n, const McPoint *points)
{
  McPlanObject *object = mc_plan_object_new ();

  object->kind = kind;
  object->width = width;
  mc_plan_set_points (object, points, n);
  return object;
}

#define PATH(kind, width, ...)                                                                                         \
  path (kind, width, sizeof ((McPoint[]){ __VA_ARGS__ }) / sizeof (McPoint), (McPoint[]){ __VA_ARGS__ })

static GPtrArray *
list (McPlanObject *first, ...)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_object_unref);
  va_list more;

  va_start (more, first);
  for (McPlanObject *object = first; object; object = va_arg (more, McPlanObject *))
    g_ptr_array_add (objects, object);
  va_end (more);
  return objects;
}

static void
assert_point (McPoint point, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (point.x, x, NEAR);
  g_assert_cmpfloat_with_epsilon (point.y, y, NEAR);
}

static void
assert_rect (McRect rect, double x, double y, double width, double height)
{
  assert_point ((McPoint){ rect.x, rect.y }, x, y);
  assert_point ((McPoint){ rect.width, rect.height }, width, height);
}

static void
test_points (void)
{
  static const char *const wrong[] = { NULL,          "",       "x",          "{}",         "[]", "[[1]]",
                                       "[[1, 2, 3]]", "[1, 2]", "[[1, [2]]]", "[[1, null]]" };
  g_autofree McPoint *points = NULL;
  g_autofree char *text = NULL;
  gsize n;

  points = mc_plan_points_parse ("[[0, 0], [10.5, -2], [1e1, 3]]", &n);
  g_assert_cmpuint (n, ==, 3);
  assert_point (points[1], 10.5, -2);
  points[0].x = 1.00049;
  points[1].x = -0.0001;
  text = mc_plan_points_format (points, n);
  g_assert_cmpstr (text, ==, "[[1, 0], [0, -2], [10, 3]]");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (mc_plan_points_parse (wrong[i], &n));
      g_assert_cmpuint (n, ==, 0);
    }
}

static void
test_bounds (void)
{
  g_autoptr (McPlanObject) desk = box (MC_PLAN_KIND_DESK, 5, 5, 2, 1);
  g_autoptr (McPlanObject) wall = PATH (MC_PLAN_KIND_WALL, 0.2, { 0, 0 }, { 4, 0 }, { 4, 3 });
  g_autofree McPoint *corners = NULL;
  gsize n;

  assert_rect (mc_plan_object_get_bounds (desk), 4, 4.5, 2, 1);
  desk->rotation = 90;
  assert_rect (mc_plan_object_get_bounds (desk), 4.5, 4, 1, 2);
  /* What was behind on the left is now on the right. */
  corners = mc_plan_object_dup_points (desk, &n, NULL);
  g_assert_cmpuint (n, ==, 4);
  assert_point (corners[0], 5.5, 4);
  assert_rect (mc_plan_object_get_bounds (wall), -0.1, -0.1, 4.2, 3.2);
}

static void
test_hits (void)
{
  g_autoptr (McPlanObject) desk = box (MC_PLAN_KIND_DESK, 0, 0, 2, 1);
  g_autoptr (McPlanObject) wall = PATH (MC_PLAN_KIND_WALL, 0.2, { 0, 0 }, { 4, 0 }, { 4, 3 });
  g_autoptr (McPlanObject) area = PATH (MC_PLAN_KIND_AREA, 0, { 0, 0 }, { 4, 0 }, { 4, 3 }, { 0, 3 });
  g_autoptr (GPtrArray) objects = list (g_object_ref (area), g_object_ref (wall), NULL);

  desk->rotation = 45;
  g_assert_true (mc_plan_object_contains (desk, (McPoint){ 0.6, 0.6 }, 0));
  g_assert_false (mc_plan_object_contains (desk, (McPoint){ 0.9, 0 }, 0));
  g_assert_true (mc_plan_object_contains (desk, (McPoint){ 0.9, 0 }, 0.2));
  /* A wall is hit on itself, not in the room that it goes round. */
  g_assert_true (mc_plan_object_contains (wall, (McPoint){ 4.09, 1 }, 0));
  g_assert_false (mc_plan_object_contains (wall, (McPoint){ 2, 1 }, 0));
  g_assert_false (mc_plan_object_contains (wall, (McPoint){ 0, 1.5 }, 0));
  g_assert_true (mc_plan_pick (objects, (McPoint){ 2, 1 }, 0.05) == area);
  g_assert_true (mc_plan_pick (objects, (McPoint){ 2, 0 }, 0.05) == wall);
  g_assert_null (mc_plan_pick (objects, (McPoint){ 9, 9 }, 0.05));
}

static void
test_measures (void)
{
  const McPoint room[] = { { 0, 0 }, { 6, 0 }, { 6, 4 }, { 0, 4 } };
  /* An U whose centre of gravity lies outside of it. */
  const McPoint bay[] = { { 0, 0 }, { 9, 0 }, { 9, 9 }, { 8, 9 }, { 8, 1 }, { 1, 1 }, { 1, 9 }, { 0, 9 } };
  McPoint centre;

  g_assert_cmpfloat_with_epsilon (mc_plan_points_area (room, 4), 24, NEAR);
  g_assert_cmpfloat_with_epsilon (mc_plan_points_length (room, 4, TRUE), 20, NEAR);
  g_assert_cmpfloat_with_epsilon (mc_plan_points_length (room, 4, FALSE), 16, NEAR);
  assert_point (mc_plan_points_centre (room, 4), 3, 2);
  centre = mc_plan_points_centre (bay, G_N_ELEMENTS (bay));
  g_assert_true (mc_plan_points_contain (bay, G_N_ELEMENTS (bay), centre));
}

static void
test_move_and_rotate (void)
{
  g_autoptr (McPlanObject) desk = box (MC_PLAN_KIND_DESK, 1, 0, 2, 1);
  g_autoptr (McPlanObject) wall = PATH (MC_PLAN_KIND_WALL, 0.2, { 1, 0 }, { 3, 0 });

  mc_plan_move (desk, 0.10004, -0.2);
  assert_point ((McPoint){ desk->x, desk->y }, 1.1, -0.2);
  mc_plan_move (desk, -0.1, 0.2);
  for (guint i = 0; i < 5; i++)
    mc_plan_rotate (desk, (McPoint){ 0, 0 }, 90);
  assert_point ((McPoint){ desk->x, desk->y }, 0, 1);
  g_assert_cmpfloat (desk->rotation, ==, 90);
  mc_plan_rotate (wall, (McPoint){ 0, 0 }, -90);
  g_assert_cmpstr (wall->points, ==, "[[0, 0], [0, -2]]");
  g_assert_cmpfloat (wall->rotation, ==, 0);
  assert_point ((McPoint){ wall->x, wall->y }, 0, -1);
  g_assert_cmpfloat (mc_plan_turn (-0.00001), ==, 0);
}

static void
test_mirror (void)
{
  g_autoptr (McPlanObject) door = box (MC_PLAN_KIND_DOOR, 2, 1, 0.9, 0.2);

  door->rotation = 30;
  mc_plan_mirror (door, (McPoint){ 0, 0 }, FALSE);
  g_assert_cmpfloat (door->x, ==, -2);
  g_assert_cmpfloat (door->rotation, ==, 330);
  g_assert_true (mc_plan_props_has_text (door, "hinge", "right", "left"));
  mc_plan_mirror (door, (McPoint){ 0, 0 }, FALSE);
  g_assert_cmpfloat (door->rotation, ==, 30);
  mc_plan_mirror (door, (McPoint){ 0, 0 }, TRUE);
  g_assert_cmpfloat (door->y, ==, -1);
  g_assert_cmpfloat (door->rotation, ==, 150);
}

static void
test_resize (void)
{
  g_autoptr (McPlanObject) desk = box (MC_PLAN_KIND_DESK, 0, 0, 2, 1);
  g_autoptr (McPlanObject) area = PATH (MC_PLAN_KIND_AREA, 0, { 0, 0 }, { 4, 0 }, { 4, 2 }, { 0, 2 });
  McPoint opposite;

  mc_plan_resize (desk, MC_PLAN_HANDLE_RIGHT, (McPoint){ 2, 7 }, FALSE);
  assert_rect (mc_plan_object_get_bounds (desk), -1, -0.5, 3, 1);
  mc_plan_resize (desk, MC_PLAN_HANDLE_BOTTOM_RIGHT, (McPoint){ 5, 0.6 }, TRUE);
  assert_rect (mc_plan_object_get_bounds (desk), -1, -0.5, 6, 2);
  /* Turned, what is opposite stays all the same. */
  mc_plan_rotate (desk, (McPoint){ desk->x, desk->y }, 33);
  opposite = mc_plan_handle_place (desk, MC_PLAN_HANDLE_TOP_LEFT);
  mc_plan_resize (desk, MC_PLAN_HANDLE_BOTTOM_RIGHT, (McPoint){ 3, 4 }, FALSE);
  g_assert_cmpfloat (mc_plan_distance (opposite, mc_plan_handle_place (desk, MC_PLAN_HANDLE_TOP_LEFT)), <, 0.003);
  g_assert_cmpfloat (mc_plan_distance ((McPoint){ 3, 4 }, mc_plan_handle_place (desk, MC_PLAN_HANDLE_BOTTOM_RIGHT)), <,
                     0.003);
  /* Never inside out. */
  mc_plan_resize (desk, MC_PLAN_HANDLE_RIGHT, (McPoint){ -50, -50 }, FALSE);
  g_assert_cmpfloat (desk->width, ==, MC_PLAN_MIN_SIZE);
  mc_plan_resize (area, MC_PLAN_HANDLE_TOP, (McPoint){ 0, -2 }, FALSE);
  assert_rect (mc_plan_object_get_bounds (area), 0, -2, 4, 4);
}

static void
test_vertices (void)
{
  g_autoptr (McPlanObject) wall = PATH (MC_PLAN_KIND_WALL, 0.2, { 1, 1 }, { 3, 1 });
  g_autoptr (McPlanObject) desk = box (MC_PLAN_KIND_DESK, 0, 0, 2, 1);

  g_assert_true (mc_plan_insert_point (wall, 1, (McPoint){ 2, 0 }));
  g_assert_cmpstr (wall->points, ==, "[[0, 0], [1, -1], [2, 0]]");
  g_assert_true (mc_plan_move_point (wall, 0, (McPoint){ 0, 0 }));
  g_assert_cmpstr (wall->points, ==, "[[0, 0], [2, 0], [3, 1]]");
  g_assert_true (mc_plan_remove_point (wall, 1));
  g_assert_false (mc_plan_remove_point (wall, 1));
  g_assert_false (mc_plan_move_point (wall, 2, (McPoint){ 0, 0 }));
  g_assert_false (mc_plan_insert_point (desk, 0, (McPoint){ 0, 0 }));
  assert_point (mc_plan_straighten ((McPoint){ 0, 0 }, (McPoint){ 5, 0.4 }, 15), 5.016, 0);
  assert_point (mc_plan_straighten ((McPoint){ 0, 0 }, (McPoint){ -1, -1 }, 45), -1, -1);
}

static void
test_align (void)
{
  g_autoptr (GPtrArray) desks = list (box (MC_PLAN_KIND_DESK, 1, 1, 2, 1), box (MC_PLAN_KIND_DESK, 9, 3, 2, 3),
                                      box (MC_PLAN_KIND_DESK, 4, 8, 4, 1), NULL);
  McPlanObject **desk = (McPlanObject **)desks->pdata;

  mc_plan_distribute (desks, TRUE);
  g_assert_cmpfloat (desk[0]->x, ==, 1);
  g_assert_cmpfloat (desk[2]->x, ==, 5);
  g_assert_cmpfloat (desk[1]->x, ==, 9);
  mc_plan_align (desks, MC_PLAN_ALIGN_BOTTOM);
  g_assert_cmpfloat (desk[0]->y, ==, 8);
  g_assert_cmpfloat (desk[1]->y, ==, 7);
  mc_plan_align (desks, MC_PLAN_ALIGN_CENTRE);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (desk[i]->x, ==, 5);
  mc_plan_align (desks, MC_PLAN_ALIGN_LEFT);
  g_assert_cmpfloat (desk[0]->x, ==, 4);
}

static void
test_numbers (void)
{
  static const char *const follow[][2] = { { NULL, "1" },    { "", "1" },    { "6", "7" }, { "09", "10" },
                                           { "A07", "A08" }, { "B", "B-1" }, { "9", "10" } };
  g_autoptr (GPtrArray) counters =
      list (box (MC_PLAN_KIND_COUNTER, 1, 1, 1.6, 0.8), box (MC_PLAN_KIND_CHAIR, 1, 2, 0.5, 0.5), NULL);
  g_autoptr (GPtrArray) taken = list (box (MC_PLAN_KIND_COUNTER, 9, 9, 1.6, 0.8), NULL);
  g_autoptr (GPtrArray) copies = NULL;
  static const char *const expected[] = { "5", "7", "8" };

  for (gsize i = 0; i < G_N_ELEMENTS (follow); i++)
    {
      g_autofree char *next = mc_plan_next_number (follow[i][0]);

      g_assert_cmpstr (next, ==, follow[i][1]);
    }
  MC_PLAN_OBJECT (counters->pdata[0])->number = g_strdup ("4");
  MC_PLAN_OBJECT (taken->pdata[0])->number = g_strdup ("6");
  mc_entity_set_id (counters->pdata[0], 17);
  copies = mc_plan_duplicate_row (counters, 3, 1.8, 0, taken);
  g_assert_cmpuint (copies->len, ==, 6);
  for (guint i = 0; i < 3; i++)
    {
      McPlanObject *copy = g_ptr_array_index (copies, 2 * i);

      g_assert_cmpstr (copy->number, ==, expected[i]);
      g_assert_cmpint (mc_entity_get_id (MC_ENTITY (copy)), ==, 0);
      g_assert_cmpfloat_with_epsilon (copy->x, 1 + 1.8 * (i + 1), NEAR);
      g_assert_null (MC_PLAN_OBJECT (g_ptr_array_index (copies, 2 * i + 1))->number);
    }
}

static void
test_snap (void)
{
  g_autoptr (GPtrArray) objects = list (box (MC_PLAN_KIND_DESK, 2, 2, 2, 1), box (MC_PLAN_KIND_DESK, 8, 8, 2, 1),
                                        PATH (MC_PLAN_KIND_WALL, 0.2, { 0, 0 }, { 10, 0 }, { 10, 6 }), NULL);
  g_autoptr (GPtrArray) moving = g_ptr_array_new ();
  g_autoptr (GArray) guides = g_array_new (FALSE, FALSE, sizeof (McPlanGuide));
  g_autoptr (McPlanSnapper) snapper = NULL;
  g_autoptr (McPlanSnapper) grid = NULL;

  g_ptr_array_add (moving, objects->pdata[1]);
  snapper = mc_plan_snapper_new (objects, moving, 0.5, TRUE);
  grid = mc_plan_snapper_new (objects, NULL, 0.25, FALSE);
  /* Beside the first desk, level with it: its top edge holds, and so does the right one. */
  assert_point (mc_plan_snapper_snap_box (snapper, &(McRect){ 3.04, 1.46, 2, 1 }, 0.1, guides), -0.04, 0.04);
  g_assert_cmpuint (guides->len, ==, 2);
  assert_point (g_array_index (guides, McPlanGuide, 0).from, 3, 1.5);
  assert_point (g_array_index (guides, McPlanGuide, 0).to, 3, 2.5);
  /* Against the inner face of the wall. */
  assert_point (mc_plan_snapper_snap_box (snapper, &(McRect){ 7.03, 0.16, 2, 1 }, 0.1, NULL), -0.03, -0.06);
  /* Else the grid. */
  assert_point (mc_plan_snapper_snap_box (grid, &(McRect){ 7.03, 5.13, 2, 1 }, 0.1, guides), -0.03, 0.12);
  g_assert_cmpuint (guides->len, ==, 0);
  /* The corner of a wall draws a point before all else. */
  assert_point (mc_plan_snapper_snap_point (snapper, (McPoint){ 9.95, 0.06 }, 0.1, guides), 10, 0);
  assert_point (mc_plan_snapper_snap_point (snapper, (McPoint){ 5.3, 5.3 }, 0.1, guides), 5.5, 5.5);
}

static void
test_openings (void)
{
  g_autoptr (McPlanObject) wall = PATH (MC_PLAN_KIND_WALL, 0.2, { 0, 0 }, { 6, 0 }, { 6, 4 }, { 0, 4 });
  McPlanObject *door = box (MC_PLAN_KIND_DOOR, 0.1, 0.3, 0.9, 0.1);
  McPlanObject *window = box (MC_PLAN_KIND_WINDOW, 6, 2, 1.5, 0.2);
  g_autoptr (GPtrArray) objects =
      list (g_object_ref (wall), door, window, box (MC_PLAN_KIND_DOOR, 3, 2, 0.9, 0.2), NULL);
  g_autoptr (GPtrArray) openings = NULL;
  g_autoptr (GPtrArray) pieces = NULL;
  McWallSpot spot = mc_plan_nearest_wall (objects, (McPoint){ 0.1, 0.3 }, 0.5);

  g_assert_true (spot.wall == wall);
  g_assert_cmpuint (spot.segment, ==, 0);
  assert_point (spot.at, 0.1, 0);
  door->rotation = 170;
  mc_plan_put_into_wall (door, &spot);
  /* Not into the corner, and facing as it did. */
  assert_point ((McPoint){ door->x, door->y }, 0.45, 0);
  g_assert_cmpfloat (door->rotation, ==, 180);
  g_assert_cmpfloat (door->height, ==, 0.2);
  window->rotation = 90;
  g_assert_null (mc_plan_nearest_wall (objects, (McPoint){ 3, 2 }, 0.5).wall);

  openings = mc_plan_openings_of (wall, objects);
  g_assert_cmpuint (openings->len, ==, 2);
  pieces = mc_plan_wall_pieces (wall, openings);
  g_assert_cmpuint (pieces->len, ==, 2);
  assert_point (g_array_index ((GArray *)pieces->pdata[0], McPoint, 0), 0.9, 0);
  assert_point (g_array_index ((GArray *)pieces->pdata[0], McPoint, 2), 6, 1.25);
  assert_point (g_array_index ((GArray *)pieces->pdata[1], McPoint, 0), 6, 2.75);
  /* Closed, it goes on round the corner where it began. */
  mc_plan_props_set_boolean (wall, "closed", TRUE);
  g_clear_pointer (&pieces, g_ptr_array_unref);
  door->x = 3;
  pieces = mc_plan_wall_pieces (wall, openings);
  g_assert_cmpuint (pieces->len, ==, 2);
  g_assert_cmpuint (((GArray *)pieces->pdata[1])->len, ==, 5);
}

/* A wall that is moved, turned or bent takes its doors along. */
static void
test_follow (void)
{
  g_autoptr (McPlanObject) wall = PATH (MC_PLAN_KIND_WALL, 0.2, { 0, 0 }, { 6, 0 }, { 6, 4 });
  g_autoptr (McPlanObject) moved = mc_entity_clone (wall);
  g_autoptr (McPlanObject) bent = mc_entity_clone (wall);
  g_autoptr (McPlanObject) door = box (MC_PLAN_KIND_DOOR, 6, 1, 0.9, 0.2);
  g_autoptr (McPlanObject) stray = box (MC_PLAN_KIND_DOOR, 3, 2, 0.9, 0.2);

  door->rotation = 270;
  mc_plan_move (moved, 1, 2);
  mc_plan_follow_wall (door, wall, moved);
  assert_point ((McPoint){ door->x, door->y }, 7, 3);
  g_assert_cmpfloat (door->rotation, ==, 270);
  mc_plan_follow_wall (door, moved, wall);
  mc_plan_move_point (bent, 2, (McPoint){ 10, 0 });
  bent->width = 0.3;
  mc_plan_follow_wall (door, wall, bent);
  assert_point ((McPoint){ door->x, door->y }, 7, 0);
  g_assert_cmpfloat (door->rotation, ==, 180);
  g_assert_cmpfloat (door->height, ==, 0.3);
  mc_plan_follow_wall (stray, wall, moved);
  assert_point ((McPoint){ stray->x, stray->y }, 3, 2);
}

static void
test_background (void)
{
  g_autoptr (McPlanBackground) picture = mc_plan_background_new ();
  McPoint a, b;

  picture->scale = 0.01;
  picture->x = 2;
  picture->y = 1;
  picture->rotation = 90;
  assert_point (mc_plan_background_place (picture, 100, 0), 2, 2);
  a = mc_plan_background_place (picture, 100, 50);
  b = mc_plan_background_place (picture, 400, 450);
  g_assert_true (mc_plan_background_calibrate (picture, a, b, 12.5));
  g_assert_cmpfloat_with_epsilon (picture->scale, 0.025, NEAR);
  assert_point (mc_plan_background_place (picture, 100, 50), a.x, a.y);
  g_assert_cmpfloat_with_epsilon (mc_plan_distance (a, mc_plan_background_place (picture, 400, 450)), 12.5, NEAR);
  g_assert_false (mc_plan_background_calibrate (picture, a, a, 1));
  g_assert_false (mc_plan_background_calibrate (picture, a, b, 0));
  g_assert_false (mc_plan_background_calibrate (picture, a, b, NAN));
}

static void
test_props (void)
{
  g_autoptr (McPlanObject) door = box (MC_PLAN_KIND_DOOR, 0, 0, 0.9, 0.2);
  g_autofree char *hinge = NULL;

  g_assert_true (mc_plan_props_has_text (door, "hinge", "left", "left"));
  mc_plan_props_set_text (door, "hinge", "right");
  mc_plan_props_set_double (door, "leaves", 2);
  mc_plan_props_set_boolean (door, "glass", TRUE);
  hinge = mc_plan_props_get_text (door, "hinge", "left");
  g_assert_cmpstr (hinge, ==, "right");
  g_assert_cmpfloat (mc_plan_props_get_double (door, "leaves", 1), ==, 2);
  g_assert_cmpfloat (mc_plan_props_get_double (door, "hinge", 1), ==, 1);
  g_assert_true (mc_plan_props_get_boolean (door, "glass", FALSE));
  mc_plan_props_set_text (door, "hinge", NULL);
  mc_plan_props_set_double (door, "leaves", NAN);
  mc_plan_props_set_boolean (door, "glass", FALSE);
  g_assert_cmpstr (door->props, ==, "{\"glass\":false}");
  g_set_str (&door->props, "[");
  g_assert_false (mc_plan_props_get_boolean (door, "glass", FALSE));
}

/* What is measured can be read at each corner of the view. */
static void
test_words_place (void)
{
  const McRect view = { 100, 50, 300, 200 };

  for (double x = 100; x <= 400; x += 30)
    for (double y = 50; y <= 250; y += 25)
      {
        McPoint place = mc_plan_words_place ((McPoint){ x, y }, 120, 16, 10, &view);

        g_assert_cmpfloat (place.x, >=, view.x);
        g_assert_cmpfloat (place.x + 120, <=, view.x + view.width);
        g_assert_cmpfloat (place.y, >=, view.y);
        g_assert_cmpfloat (place.y + 16, <=, view.y + view.height);
      }
  /* Wider than the view: its beginning is seen. */
  g_assert_cmpfloat (mc_plan_words_place ((McPoint){ 250, 100 }, 500, 16, 10, &view).x, ==, view.x);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-geometry/points", test_points);
  g_test_add_func ("/plan-geometry/bounds", test_bounds);
  g_test_add_func ("/plan-geometry/hits", test_hits);
  g_test_add_func ("/plan-geometry/measures", test_measures);
  g_test_add_func ("/plan-geometry/move-and-rotate", test_move_and_rotate);
  g_test_add_func ("/plan-geometry/mirror", test_mirror);
  g_test_add_func ("/plan-geometry/resize", test_resize);
  g_test_add_func ("/plan-geometry/vertices", test_vertices);
  g_test_add_func ("/plan-geometry/align", test_align);
  g_test_add_func ("/plan-geometry/numbers", test_numbers);
  g_test_add_func ("/plan-geometry/snap", test_snap);
  g_test_add_func ("/plan-geometry/openings", test_openings);
  g_test_add_func ("/plan-geometry/follow", test_follow);
  g_test_add_func ("/plan-geometry/background", test_background);
  g_test_add_func ("/plan-geometry/props", test_props);
  g_test_add_func ("/plan-geometry/words-place", test_words_place);
  return g_test_run ();
}
