/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-kinds.h"

#include <glib/gi18n-lib.h>

#include "mc-number.h"
#include "mc-plan-edit.h"
#include "mc-plan-pen-private.h"

#define PICTURE 24.0

/* Usual sizes in metres; of walls and lines the thickness. */
static const struct
{
  double width, height;
} sizes[] = {
  [MC_PLAN_KIND_WALL] = { 0.12, 0 },
  [MC_PLAN_KIND_DOOR] = { 0.9, 0.12 },
  [MC_PLAN_KIND_WINDOW] = { 1.8, 0.25 },
  [MC_PLAN_KIND_COLUMN] = { 0.4, 0.4 },
  [MC_PLAN_KIND_STAIRS] = { 1.4, 4.2 },
  [MC_PLAN_KIND_LIFT] = { 1.8, 1.8 },
  [MC_PLAN_KIND_AREA] = { 0, 0 },
  [MC_PLAN_KIND_COUNTER] = { 2.14, 0.8 },
  [MC_PLAN_KIND_DESK] = { 1.4, 0.7 },
  [MC_PLAN_KIND_TABLE] = { 1.6, 0.8 },
  [MC_PLAN_KIND_CHAIR] = { 0.48, 0.48 },
  [MC_PLAN_KIND_BENCH] = { 2.32, 0.62 },
  [MC_PLAN_KIND_CABINET] = { 1.0, 0.45 },
  [MC_PLAN_KIND_KIOSK] = { 0.6, 0.55 },
  [MC_PLAN_KIND_QUEUE_MACHINE] = { 0.62, 0.55 },
  [MC_PLAN_KIND_SURVEY_DEVICE] = { 0.6, 0.42 },
  [MC_PLAN_KIND_SCREEN] = { 1.6, 0.12 },
  [MC_PLAN_KIND_COMPUTER] = { 0.42, 0.36 },
  [MC_PLAN_KIND_PRINTER] = { 0.5, 0.45 },
  [MC_PLAN_KIND_CAMERA] = { 0.35, 0.3 },
  [MC_PLAN_KIND_WATER] = { 0.4, 0.4 },
  [MC_PLAN_KIND_FIXTURE] = { 0.42, 0.64 },
  [MC_PLAN_KIND_PLANT] = { 0.6, 0.6 },
  [MC_PLAN_KIND_VEHICLE] = { 2.5, 5 },
  [MC_PLAN_KIND_SIGN] = { 1.2, 0.4 },
  [MC_PLAN_KIND_TEXT] = { 3, 0.5 },
  [MC_PLAN_KIND_LINE] = { 0.05, 0 },
  [MC_PLAN_KIND_OTHER] = { 0.6, 0.6 },
};

McPlanObject *
mc_plan_object_new_of (McPlanKind kind, double x, double y)
{
  McPlanObject *object;

  g_return_val_if_fail (kind < G_N_ELEMENTS (sizes), NULL);
  object = mc_plan_object_new ();
  object->kind = kind;
  object->x = mc_plan_round (x);
  object->y = mc_plan_round (y);
  object->width = sizes[kind].width;
  object->height = sizes[kind].height;
  if (kind == MC_PLAN_KIND_AREA)
    {
      const McPoint corners[] = { { x - 2, y - 1.5 }, { x + 2, y - 1.5 }, { x + 2, y + 1.5 }, { x - 2, y + 1.5 } };

      object->area_use = MC_AREA_USE_OTHER;
      mc_plan_set_points (object, corners, G_N_ELEMENTS (corners));
    }
  else if (mc_plan_kind_has_points (kind))
    {
      const McPoint ends[] = { { x - 1, y }, { x + 1, y } };

      mc_plan_set_points (object, ends, G_N_ELEMENTS (ends));
    }
  return object;
}

gboolean
mc_plan_kind_has_number (McPlanKind kind)
{
  return kind == MC_PLAN_KIND_COUNTER;
}

/* The box of a thing, as large as it fits. */
static McRect
fit (McPlanKind kind)
{
  double width = MAX (sizes[kind].width, 0.2), height = MAX (sizes[kind].height, 0.1);
  double scale = (PICTURE - 4) / MAX (width, height);

  if (kind == MC_PLAN_KIND_DOOR)
    return (McRect){ 4, 4, 16, 16 };
  if (kind == MC_PLAN_KIND_STAIRS)
    return (McRect){ 6, 2, 12, 20 };
  if (kind == MC_PLAN_KIND_BENCH)
    return (McRect){ 2, 7, 20, 9 };
  return (McRect){ (PICTURE - width * scale) / 2, (PICTURE - height * scale) / 2, width * scale, height * scale };
}

static void
draw_points (McSceneNode *node, McPlanKind kind)
{
  const McStroke wall = { .width = 4, .tone = MC_TONE_WALL }, line = { .width = 1.5, .dash = 3, .tone = MC_TONE_LINE };
  const McStroke edge = { .width = 1, .tone = MC_TONE_AREA_WAITING };
  const McPoint bend[] = { { 4, 20 }, { 4, 6 }, { 20, 6 } };
  const McPoint room[] = { { 3, 6 }, { 21, 6 }, { 21, 19 }, { 3, 19 } };

  if (kind == MC_PLAN_KIND_AREA)
    mc_scene_node_add_polyline (node, room, G_N_ELEMENTS (room), TRUE, MC_TONE_AREA_WAITING, &edge);
  else
    mc_scene_node_add_polyline (node, bend, G_N_ELEMENTS (bend), FALSE, MC_TONE_NONE,
                                kind == MC_PLAN_KIND_WALL ? &wall : &line);
}

static void
draw_plate (McSceneNode *node, const McRect *desk)
{
  const McTextStyle style = {
    .size = 8, .bold = TRUE, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER, .tone = MC_TONE_ON_ACCENT
  };
  const McStroke edge = { .width = 1, .tone = MC_TONE_FURNITURE };
  McRect plate = { PICTURE / 2 - 5, PICTURE / 2 - 5, 10, 10 };

  mc_scene_node_add_rect (node, &(McRect){ desk->x, PICTURE / 2 - 7, desk->width, 14 }, 1.5, MC_TONE_FURNITURE, &edge);
  mc_scene_node_add_rect (node, &plate, 1.5, MC_TONE_ACCENT, NULL);
  mc_scene_node_add_text (node, &plate, "1", &style);
}

/* The drawers under one end, by which a desk is told from a table. */
static void
draw_drawers (McSceneNode *node, const McRect *desk)
{
  const McStroke line = { .width = 1, .tone = MC_TONE_PAPER };
  double x = desk->x + desk->width * 0.62, y = desk->y + desk->height / 2;
  const McPoint side[] = { { x, desk->y }, { x, desk->y + desk->height } };
  const McPoint between[] = { { x, y }, { desk->x + desk->width, y } };

  mc_scene_node_add_polyline (node, side, G_N_ELEMENTS (side), FALSE, MC_TONE_NONE, &line);
  mc_scene_node_add_polyline (node, between, G_N_ELEMENTS (between), FALSE, MC_TONE_NONE, &line);
}

McScene *
mc_plan_kind_picture (McPlanKind kind)
{
  McScene *scene;
  McSceneNode *node;
  McRect box;

  g_return_val_if_fail (kind < G_N_ELEMENTS (sizes), NULL);
  scene = mc_scene_new ();
  node = mc_scene_node_new (MC_SCENE_GROUND, NULL, &(McRect){ 0, 0, PICTURE, PICTURE });
  box = fit (kind);
  if (mc_plan_kind_has_points (kind))
    draw_points (node, kind);
  else if (mc_plan_kind_has_number (kind))
    draw_plate (node, &box);
  else if (kind == MC_PLAN_KIND_TEXT || kind == MC_PLAN_KIND_SIGN)
    {
      gboolean sign = kind == MC_PLAN_KIND_SIGN;
      const McTextStyle style = { .size = sign ? 9 : 15,
                                  .bold = TRUE,
                                  .align = MC_ALIGN_CENTER,
                                  .valign = MC_ALIGN_CENTER,
                                  .tone = sign ? MC_TONE_ON_ACCENT : MC_TONE_INK };

      if (sign)
        mc_scene_node_add_rect (node, &(McRect){ 2, 6, 20, 12 }, 2, MC_TONE_ACCENT, NULL);
      mc_scene_node_add_text (node, &(McRect){ 0, 0, PICTURE, PICTURE }, "A", &style);
    }
  else
    mc_plan_symbol_draw_kind (node, kind, &box);
  if (kind == MC_PLAN_KIND_DESK)
    draw_drawers (node, &box);
  mc_scene_add (scene, node);
  mc_scene_seal (scene, 0);
  return scene;
}

char *
mc_plan_format_length (double metres)
{
  g_autofree char *number = mc_number_format (metres, 2);

  /* Translators: a length in metres */
  return g_strdup_printf (_ ("%s m"), number);
}

char *
mc_plan_format_area (double square_metres)
{
  g_autofree char *number = mc_number_format (square_metres, 1);

  /* Translators: square metres */
  return g_strdup_printf (_ ("%s m²"), number);
}
