/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor plan as plain lines, for programs that draw buildings. */
#include <math.h>

#include "mc-floor-plan-scene.h"
#include "mc-plan-geometry.h"
#include "mc-plan-pen-private.h"
#include "mc-plan-props.h"
#include "mc-plan-walls.h"

#define ARC_STEPS 12
#define TEXT_SIZE 0.3 /* metres */

typedef struct
{
  McSketch *sketch;
  GPtrArray *shown;
  const char *layer;
} Drawing;

static McSketchPoint
flip (McPoint point)
{
  return (McSketchPoint){ mc_plan_round (point.x), mc_plan_round (-point.y) };
}

static void
add_path (const Drawing *drawing, const McPoint *points, gsize n, gboolean closed)
{
  g_autofree McSketchPoint *flipped = g_new (McSketchPoint, n);

  for (gsize i = 0; i < n; i++)
    flipped[i] = flip (points[i]);
  mc_sketch_add_path (drawing->sketch, drawing->layer, flipped, n, closed);
}

static McPoint
place (McPlanObject *object, double x, double y)
{
  McPoint origin = { object->x, object->y };

  return mc_plan_rotate_point ((McPoint){ object->x + x, object->y + y }, origin, object->rotation);
}

static void
add_line (const Drawing *drawing, McPlanObject *object, double x1, double y1, double x2, double y2)
{
  const McPoint points[] = { place (object, x1, y1), place (object, x2, y2) };

  add_path (drawing, points, G_N_ELEMENTS (points), FALSE);
}

static void
add_outline (const Drawing *drawing, McPlanObject *object)
{
  gsize n;
  gboolean closed;
  g_autofree McPoint *points = mc_plan_object_dup_points (object, &n, &closed);

  add_path (drawing, points, n, closed);
}

/* Where they stand on the plan; @across and @up as in McSketchShape. */
static void
add_words (
    const Drawing *drawing, McPlanObject *object, McPoint at, double size, double rotation, double across, double up)
{
  if (object->label)
    mc_sketch_add_label (drawing->sketch, drawing->layer, flip (at), object->label, size, mc_plan_turn (-rotation),
                         across, up);
}

/* Both faces of each piece of wall, and its ends. */
static void
add_wall (const Drawing *drawing, McPlanObject *wall)
{
  g_autoptr (GPtrArray) openings = mc_plan_openings_of (wall, drawing->shown);
  g_autoptr (GPtrArray) pieces = mc_plan_wall_pieces (wall, openings);

  for (guint i = 0; i < pieces->len; i++)
    {
      GArray *piece = g_ptr_array_index (pieces, i);

      for (guint k = 0; k + 1 < piece->len; k++)
        {
          McPoint a = g_array_index (piece, McPoint, k), b = g_array_index (piece, McPoint, k + 1);
          double length = mc_plan_distance (a, b), half = wall->width / 2;
          double nx = -(b.y - a.y) / length * half, ny = (b.x - a.x) / length * half;
          const McPoint face[] = {
            { a.x + nx, a.y + ny }, { b.x + nx, b.y + ny }, { b.x - nx, b.y - ny }, { a.x - nx, a.y - ny }
          };

          if (length > 0)
            add_path (drawing, face, G_N_ELEMENTS (face), TRUE);
        }
    }
}

static void
add_leaf (const Drawing *drawing, McPlanObject *door, double hinge, double leaf, double side)
{
  double w = door->width / 2, h = door->height / 2;
  McPoint arc[ARC_STEPS + 1];

  for (guint i = 0; i <= ARC_STEPS; i++)
    {
      double angle = G_PI_2 * i / ARC_STEPS;

      arc[i] = place (door, hinge * w - hinge * leaf * cos (angle), side * (h + leaf * sin (angle)));
    }
  add_path (drawing, arc, G_N_ELEMENTS (arc), FALSE);
  add_line (drawing, door, hinge * w, side * h, hinge * w, side * (h + leaf));
}

static void
add_door (const Drawing *drawing, McPlanObject *door)
{
  gboolean two = mc_plan_props_get_double (door, "leaves", 1) >= 2;
  gboolean right = mc_plan_props_has_text (door, "hinge", "right", "left");
  double side = mc_plan_props_has_text (door, "swing", "out", "in") ? -1 : 1;
  double leaf = two ? door->width / 2 : door->width;

  if (mc_plan_props_has_text (door, "style", "opening", "swing"))
    return;
  if (mc_plan_props_has_text (door, "style", "sliding", "swing"))
    {
      add_line (drawing, door, -door->width / 2, 0, door->width / 2, 0);
      return;
    }
  if (two || !right)
    add_leaf (drawing, door, -1, leaf, side);
  if (two || right)
    add_leaf (drawing, door, 1, leaf, side);
}

/* One block for each size of counter: the desk with a seat behind it, about its centre. */
static char *
ensure_block (const Drawing *drawing, McPlanObject *counter)
{
  char *name = g_strdup_printf ("COUNTER_%.0fX%.0f", counter->width * 1000, counter->height * 1000);
  double w = counter->width / 2, h = counter->height / 2;
  const McSketchPoint desk[] = { { -w, h }, { w, h }, { w, -h }, { -w, -h } };
  const McSketchPoint seat[] = { { -0.25, h + 0.3 }, { 0.25, h + 0.3 }, { 0.25, h + 0.8 }, { -0.25, h + 0.8 } };
  McSketch *block;

  if (mc_sketch_get_block (drawing->sketch, name))
    return name;
  block = mc_sketch_new (1);
  mc_sketch_add_path (block, drawing->layer, desk, G_N_ELEMENTS (desk), TRUE);
  mc_sketch_add_path (block, drawing->layer, seat, G_N_ELEMENTS (seat), TRUE);
  mc_sketch_add_block (drawing->sketch, name, block);
  return name;
}

static void
add_counter (const Drawing *drawing, McPlanObject *counter)
{
  McPoint centre = { counter->x, counter->y };
  g_autofree char *block = ensure_block (drawing, counter);

  mc_sketch_add_insert (drawing->sketch, drawing->layer, flip (centre), block, 1, mc_plan_turn (-counter->rotation));
  if (counter->number)
    mc_sketch_add_label (drawing->sketch, drawing->layer, flip (centre), counter->number, TEXT_SIZE, 0, 0.5, 0.5);
}

static void
add_area (const Drawing *drawing, McPlanObject *area)
{
  gsize n;
  g_autofree McPoint *points = mc_plan_object_dup_points (area, &n, NULL);
  double letters = mc_plan_props_get_double (area, "label_size", MC_PLAN_AREA_LABEL);

  add_path (drawing, points, n, TRUE);
  add_words (drawing, area, mc_plan_area_label_place (area, mc_plan_points_centre (points, n)), letters / MC_PLAN_SCALE,
             0, 0.5, 0.5);
}

static void
add_text (const Drawing *drawing, McPlanObject *text)
{
  double across = mc_plan_props_has_text (text, "align", "start", "center") ? 0
                  : mc_plan_props_has_text (text, "align", "end", "center") ? 1
                                                                            : 0.5;

  add_words (drawing, text, place (text, (across - 0.5) * text->width, 0),
             mc_plan_props_get_double (text, "size", TEXT_SIZE), text->rotation, across, 0.5);
}

static void
add_object (const Drawing *drawing, McPlanObject *object)
{
  if (object->kind == MC_PLAN_KIND_WALL)
    add_wall (drawing, object);
  else if (object->kind == MC_PLAN_KIND_AREA)
    add_area (drawing, object);
  else if (object->kind == MC_PLAN_KIND_DOOR)
    add_door (drawing, object);
  else if (object->kind == MC_PLAN_KIND_COUNTER)
    add_counter (drawing, object);
  else if (object->kind == MC_PLAN_KIND_TEXT)
    add_text (drawing, object);
  else
    {
      add_outline (drawing, object);
      if (object->kind == MC_PLAN_KIND_SIGN)
        add_words (drawing, object, (McPoint){ object->x, object->y }, MIN (object->height * 0.62, TEXT_SIZE),
                   object->rotation, 0.5, 0.5);
      else if (!mc_plan_kind_has_points (object->kind))
        add_words (drawing, object, mc_plan_label_place (object), MC_PLAN_LABEL / MC_PLAN_SCALE, 0, 0.5, 1);
    }
}

/* A name that every program takes: R12 knows letters, digits, $, - and _ only. */
static char *
layer_name (McPlanLayer *layer)
{
  g_autofree char *plain = g_str_to_ascii (layer->name, "C");

  for (char *c = plain; *c; c++)
    *c = g_ascii_isalnum (*c) ? g_ascii_toupper (*c) : '_';
  return g_strndup (plain, 31);
}

McSketch *
mc_floor_plan_sketch_new (const McFloorPlanFacts *facts, const McFloorPlanOptions *options)
{
  McSketch *sketch = mc_sketch_new (1);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  Drawing drawing = { sketch, shown, NULL };

  for (guint i = 0; i < facts->objects->len; i++)
    if (MC_PLAN_OBJECT (g_ptr_array_index (facts->objects, i))->floor_id == facts->floor_id)
      g_ptr_array_add (shown, g_ptr_array_index (facts->objects, i));
  for (guint k = 0; k < facts->layers->len; k++)
    {
      McPlanLayer *layer = g_ptr_array_index (facts->layers, k);
      gint64 id = mc_entity_get_id (MC_ENTITY (layer));
      g_autofree char *name = layer_name (layer);

      if (!layer->visible || (options->hidden && g_hash_table_contains (options->hidden, &id)))
        continue;
      drawing.layer = name;
      for (guint i = 0; i < shown->len; i++)
        if (MC_PLAN_OBJECT (g_ptr_array_index (shown, i))->layer_id == id)
          add_object (&drawing, g_ptr_array_index (shown, i));
    }
  return sketch;
}
