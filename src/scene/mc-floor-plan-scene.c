/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-floor-plan-scene.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-plan-pen-private.h"
#include "mc-plan-props.h"

#define EMPTY_WIDTH 20.0 /* metres */
#define EMPTY_HEIGHT 14.0
#define MARGIN 18.0
#define MIN_GRID 5.0 /* points on the screen between the lines of a grid */

typedef struct
{
  McScene *scene;
  const McFloorPlanFacts *facts;
  const McFloorPlanOptions *options;
  GHashTable *layers; /* id: McPlanLayer */
  GPtrArray *shown;   /* McPlanObject, in painting order */
  McPlanScale scale;  /* of figures on counters */
} Drawing;

static gboolean
is_equipment (McPlanKind kind)
{
  return kind == MC_PLAN_KIND_COMPUTER || kind == MC_PLAN_KIND_PRINTER || kind == MC_PLAN_KIND_CAMERA ||
         kind == MC_PLAN_KIND_SCREEN;
}

static gboolean
is_shown (const Drawing *drawing, McPlanObject *object)
{
  McPlanLayer *layer = g_hash_table_lookup (drawing->layers, &object->layer_id);

  if (object->floor_id != drawing->facts->floor_id || (layer && !layer->visible))
    return FALSE;
  if (drawing->options->hidden && g_hash_table_contains (drawing->options->hidden, &object->layer_id))
    return FALSE;
  return drawing->options->equipment || !is_equipment (object->kind);
}

static int
layer_order (const Drawing *drawing, McPlanObject *object)
{
  McPlanLayer *layer = g_hash_table_lookup (drawing->layers, &object->layer_id);

  return layer ? layer->sort_order : 0;
}

/* Areas are the ground of all else; then layers, then z, then as they came: ids of rows that are not saved yet are 0
 * and come last. */
static int
compare_objects (gconstpointer a, gconstpointer b, gpointer user_data)
{
  McPlanObject *first = *(McPlanObject *const *)a, *second = *(McPlanObject *const *)b;
  int by_layer = layer_order (user_data, first) - layer_order (user_data, second);
  guint64 one = (guint64)mc_entity_get_id (MC_ENTITY (first)) - 1,
          two = (guint64)mc_entity_get_id (MC_ENTITY (second)) - 1;

  if ((first->kind == MC_PLAN_KIND_AREA) != (second->kind == MC_PLAN_KIND_AREA))
    return first->kind == MC_PLAN_KIND_AREA ? -1 : 1;
  if (by_layer)
    return by_layer;
  if (first->z != second->z)
    return first->z < second->z ? -1 : 1;
  return (one > two) - (one < two);
}

static void
sort_objects (Drawing *drawing)
{
  for (guint i = 0; i < drawing->facts->layers->len; i++)
    {
      McEntity *layer = g_ptr_array_index (drawing->facts->layers, i);
      gint64 id = mc_entity_get_id (layer);

      g_hash_table_insert (drawing->layers, g_memdup2 (&id, sizeof id), layer);
    }
  for (guint i = 0; i < drawing->facts->objects->len; i++)
    if (is_shown (drawing, g_ptr_array_index (drawing->facts->objects, i)))
      g_ptr_array_add (drawing->shown, g_ptr_array_index (drawing->facts->objects, i));
  g_ptr_array_sort_with_data (drawing->shown, compare_objects, drawing);
}

static McCounterState *
find_state (const Drawing *drawing, const char *number)
{
  for (guint i = 0; drawing->facts->counters && number && i < drawing->facts->counters->len; i++)
    {
      McCounterState *state = g_ptr_array_index (drawing->facts->counters, i);

      if (g_str_equal (state->number, number))
        return state;
    }
  return NULL;
}

/* While two counters change their numbers, one moment both may bear the same: the second is then a thing like others.
 */
static char *
dup_key (const Drawing *drawing, McPlanObject *object, guint index)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (object));

  if (!drawing->options->editing && object->kind == MC_PLAN_KIND_COUNTER && object->number)
    {
      g_autofree char *key = g_strdup_printf ("counter/%s", object->number);

      if (!mc_scene_find (drawing->scene, key))
        return g_steal_pointer (&key);
    }
  return id ? g_strdup_printf ("object/%" G_GINT64_FORMAT, id) : g_strdup_printf ("object/new-%u", index);
}

/* What a person can point at: all that is not locked when editing; else rooms and what one looks for in a hall. */
static McSceneRole
role_of (const Drawing *drawing, McPlanObject *object)
{
  McPlanLayer *layer = g_hash_table_lookup (drawing->layers, &object->layer_id);

  if (drawing->options->editing)
    return layer && layer->locked ? MC_SCENE_GROUND : MC_SCENE_ITEM;
  switch (object->kind)
    {
    case MC_PLAN_KIND_AREA:
      return object->label ? MC_SCENE_GROUP : MC_SCENE_GROUND;
    case MC_PLAN_KIND_KIOSK:
    case MC_PLAN_KIND_QUEUE_MACHINE:
    case MC_PLAN_KIND_SURVEY_DEVICE:
    case MC_PLAN_KIND_WATER:
    case MC_PLAN_KIND_STAIRS:
    case MC_PLAN_KIND_LIFT:
      return MC_SCENE_IMAGE;
    case MC_PLAN_KIND_DESK:
      return object->label ? MC_SCENE_IMAGE : MC_SCENE_GROUND;
    case MC_PLAN_KIND_WALL:
    case MC_PLAN_KIND_DOOR:
    case MC_PLAN_KIND_WINDOW:
    case MC_PLAN_KIND_COLUMN:
    case MC_PLAN_KIND_COUNTER:
    case MC_PLAN_KIND_TABLE:
    case MC_PLAN_KIND_CHAIR:
    case MC_PLAN_KIND_BENCH:
    case MC_PLAN_KIND_CABINET:
    case MC_PLAN_KIND_SCREEN:
    case MC_PLAN_KIND_COMPUTER:
    case MC_PLAN_KIND_PRINTER:
    case MC_PLAN_KIND_CAMERA:
    case MC_PLAN_KIND_FIXTURE:
    case MC_PLAN_KIND_PLANT:
    case MC_PLAN_KIND_VEHICLE:
    case MC_PLAN_KIND_SIGN:
    case MC_PLAN_KIND_TEXT:
    case MC_PLAN_KIND_LINE:
    case MC_PLAN_KIND_OTHER:
    default:
      return MC_SCENE_GROUND;
    }
}

/* Small things are not worth their ink when the whole floor is small. */
static double
min_zoom_of (const Drawing *drawing, McPlanKind kind)
{
  if (drawing->options->editing)
    return 0;
  if (is_equipment (kind) || kind == MC_PLAN_KIND_FIXTURE)
    return 0.5;
  if (kind == MC_PLAN_KIND_CHAIR || kind == MC_PLAN_KIND_PLANT || kind == MC_PLAN_KIND_CABINET ||
      kind == MC_PLAN_KIND_VEHICLE)
    return 0.3;
  return 0;
}

McPoint
mc_plan_label_place (McPlanObject *object)
{
  McRect box = mc_plan_object_get_bounds (object);
  double x = mc_plan_props_get_double (object, "label_x", 0), y = mc_plan_props_get_double (object, "label_y", NAN);

  return (McPoint){ object->x + x, isnan (y) ? box.y + box.height + 0.05 : object->y + y - 0.15 };
}

/* Words beside a thing; areas, texts and signs bring their own. */
static void
label_object (McSceneNode *node, McPlanObject *object)
{
  McTextStyle style = { .size = MC_PLAN_LABEL,
                        .align = MC_ALIGN_CENTER,
                        .valign = MC_ALIGN_START,
                        .max_lines = isnan (mc_plan_props_get_double (object, "label_y", NAN)) ? 2 : 3,
                        .tone = MC_TONE_INK_SOFT };
  double width = mc_plan_props_get_double (object, "label_width", 1.8);
  McPoint at;

  if (!object->label || object->kind == MC_PLAN_KIND_TEXT || object->kind == MC_PLAN_KIND_SIGN)
    return;
  at = mc_plan_label_place (object);
  mc_scene_node_add_text (node,
                          &(McRect){ (at.x - width / 2) * MC_PLAN_SCALE, at.y * MC_PLAN_SCALE, width * MC_PLAN_SCALE,
                                     style.size * 1.3 * style.max_lines },
                          object->label, &style);
}

static void
add_object (Drawing *drawing, McPlanObject *object, guint index)
{
  g_autofree char *key = dup_key (drawing, object, index);
  McSceneRole role = role_of (drawing, object);
  gboolean labels = drawing->options->labels;
  McRect box;
  McSceneNode *node;
  McPlanPen pen;

  if (object->kind == MC_PLAN_KIND_COUNTER && (!drawing->options->editing || role != MC_SCENE_GROUND))
    {
      McCounterState *state = g_str_has_prefix (key, "counter/") ? find_state (drawing, object->number) : NULL;

      mc_plan_counter_add (drawing->scene, object, key, state, drawing->options, &drawing->scale);
      return;
    }
  box = mc_plan_object_get_bounds (object);
  box = mc_plan_rect (box.x, box.y, box.width, box.height);
  node = mc_scene_node_new (role, key, role == MC_SCENE_GROUND ? NULL : &box);
  pen = mc_plan_pen (node, object);
  mc_scene_node_set_names (
      node, object->label ? object->label : mc_enum_label (mc_plan_kind_values, object->kind), NULL,
      object->kind == MC_PLAN_KIND_AREA ? mc_enum_label (mc_area_use_values, object->area_use) : NULL);
  mc_scene_node_set_min_zoom (node, min_zoom_of (drawing, object->kind));
  if (object->kind == MC_PLAN_KIND_AREA)
    mc_plan_area_draw (node, object, labels);
  else if (object->kind == MC_PLAN_KIND_WALL)
    mc_plan_wall_draw (node, object, drawing->shown);
  else if (object->kind == MC_PLAN_KIND_LINE)
    mc_plan_line_draw (node, object);
  else
    {
      mc_plan_symbol_draw (&pen, object);
      if (labels)
        label_object (node, object);
    }
  mc_scene_add (drawing->scene, node);
}

/* Lines of @step points, @width thick, that are left out where they would be closer than MIN_GRID pixels. */
static void
add_lines (McScene *scene, const McRect *plan, double step, double width)
{
  const McStroke stroke = { .width = width, .tone = MC_TONE_LINE_SOFT };
  McSceneNode *node = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);
  double right = plan->x + plan->width, bottom = plan->y + plan->height;

  for (double x = ceil (plan->x / step) * step; x <= right; x += step)
    mc_scene_node_add_polyline (node, (McPoint[]){ { x, plan->y }, { x, bottom } }, 2, FALSE, MC_TONE_NONE, &stroke);
  for (double y = ceil (plan->y / step) * step; y <= bottom; y += step)
    mc_scene_node_add_polyline (node, (McPoint[]){ { plan->x, y }, { right, y } }, 2, FALSE, MC_TONE_NONE, &stroke);
  mc_scene_node_set_min_zoom (node, MIN_GRID / step);
  mc_scene_node_set_screen_only (node, TRUE);
  mc_scene_add (scene, node);
}

static void
add_grid (McScene *scene, const McRect *plan, double step)
{
  /* So small a grid would be a grey sheet, and a long wait. */
  double least = MAX (plan->width, plan->height) / 500;

  if (step < 1)
    add_lines (scene, plan, MAX (step * MC_PLAN_SCALE, least), 0.4);
  add_lines (scene, plan, MAX (MAX (step, 1) * MC_PLAN_SCALE, least), step < 1 ? 0.7 : 0.4);
}

/* What one draws over lies on the areas, which would hide it, and under the rest. */
static void
add_objects (Drawing *drawing, const McRect *plan)
{
  guint i = 0;

  for (; i < drawing->shown->len; i++)
    {
      McPlanObject *area = g_ptr_array_index (drawing->shown, i);

      if (area->kind != MC_PLAN_KIND_AREA)
        break;
      add_object (drawing, area, i);
    }
  for (guint k = 0; drawing->facts->pictures && k < drawing->facts->pictures->len; k++)
    {
      const McPlanPicture *picture = g_ptr_array_index (drawing->facts->pictures, k);

      if (picture->background->floor_id == drawing->facts->floor_id)
        mc_plan_picture_add (drawing->scene, picture);
    }
  if (drawing->options->grid > 0)
    add_grid (drawing->scene, plan, drawing->options->grid);
  for (; i < drawing->shown->len; i++)
    add_object (drawing, g_ptr_array_index (drawing->shown, i), i);
}

McScene *
mc_floor_plan_scene_new (const McFloorPlanFacts *facts,
                         const McFloorPlanOptions *options,
                         const char *title,
                         const char *subtitle)
{
  McScene *scene = mc_scene_new ();
  g_autoptr (GHashTable) layers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  Drawing drawing = { .scene = scene, .facts = facts, .options = options, .layers = layers, .shown = shown };
  McRect plan;

  mc_plan_scale_init (&drawing.scale, options->overlay, facts->counters);
  sort_objects (&drawing);
  plan = mc_plan_objects_bounds (shown);
  if (shown->len == 0 || options->editing)
    {
      double right = MAX (plan.x + plan.width, EMPTY_WIDTH), bottom = MAX (plan.y + plan.height, EMPTY_HEIGHT);

      plan = (McRect){ MIN (plan.x, 0), MIN (plan.y, 0), 0, 0 };
      plan.width = right - plan.x;
      plan.height = bottom - plan.y;
    }
  plan = mc_plan_rect (plan.x, plan.y, plan.width, plan.height);
  mc_scene_set_title (scene, title, subtitle);
  mc_scene_set_scale (scene, 1 / MC_PLAN_SCALE);
  add_objects (&drawing, &plan);
  if (shown->len == 0 || options->editing)
    {
      McSceneNode *sheet = mc_scene_node_new (MC_SCENE_GROUND, NULL, &plan);

      mc_scene_add (scene, sheet);
    }
  if (options->legend)
    mc_plan_legend_add (scene, facts, options, &plan);
  if (options->scale_bar)
    mc_plan_scale_bar_add (scene, &plan);
  mc_scene_seal (scene, MARGIN);
  return scene;
}
