/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McPlanKind: What stands on the plan. */
typedef enum
{
  MC_PLAN_KIND_WALL,
  MC_PLAN_KIND_DOOR,
  MC_PLAN_KIND_WINDOW,
  MC_PLAN_KIND_COLUMN,
  MC_PLAN_KIND_STAIRS,
  MC_PLAN_KIND_LIFT,
  MC_PLAN_KIND_AREA,
  MC_PLAN_KIND_COUNTER,
  MC_PLAN_KIND_DESK,
  MC_PLAN_KIND_TABLE,
  MC_PLAN_KIND_CHAIR,
  MC_PLAN_KIND_BENCH,
  MC_PLAN_KIND_CABINET,
  MC_PLAN_KIND_KIOSK,
  MC_PLAN_KIND_QUEUE_MACHINE,
  MC_PLAN_KIND_SURVEY_DEVICE,
  MC_PLAN_KIND_SCREEN,
  MC_PLAN_KIND_COMPUTER,
  MC_PLAN_KIND_PRINTER,
  MC_PLAN_KIND_CAMERA,
  MC_PLAN_KIND_WATER,
  MC_PLAN_KIND_FIXTURE,
  MC_PLAN_KIND_PLANT,
  MC_PLAN_KIND_VEHICLE,
  MC_PLAN_KIND_SIGN,
  MC_PLAN_KIND_TEXT,
  MC_PLAN_KIND_LINE,
  MC_PLAN_KIND_OTHER,
} McPlanKind;

extern const McEnumValue mc_plan_kind_values[];

/** McAreaUse: The functions of areas in the founding document. */
typedef enum
{
  MC_AREA_USE_NONE,
  MC_AREA_USE_INFORMATION,
  MC_AREA_USE_RECEPTION,
  MC_AREA_USE_FEEDBACK,
  MC_AREA_USE_WAITING,
  MC_AREA_USE_OFFICE,
  MC_AREA_USE_MEETING,
  MC_AREA_USE_POSTAL,
  MC_AREA_USE_SERVICE,
  MC_AREA_USE_PARKING,
  MC_AREA_USE_SANITARY,
  MC_AREA_USE_PASSAGE,
  MC_AREA_USE_OUTDOOR,
  MC_AREA_USE_OTHER,
} McAreaUse;

extern const McEnumValue mc_area_use_values[];

#define MC_TYPE_PLAN_OBJECT (mc_plan_object_get_type ())
G_DECLARE_FINAL_TYPE (McPlanObject, mc_plan_object, MC, PLAN_OBJECT, McEntity)

/**
 * McPlanObject:
 * One thing on a floor plan. Metres; x grows to the right and y downwards; angles in degrees, clockwise.
 *
 * Things with a box (desks, doors, …) have their centre at (@x, @y) and are @width by @height before they are turned
 * about it by @rotation; turned by 0, the front looks down. A counter's front is where people come to, a desk's where
 * its owner sits, a chair's where its sitter looks. Walls, areas and lines are @points from (@x, @y), and @width is
 * the thickness of a wall or line.
 *
 * @props is a JSON object: door: "hinge" (left, right), "swing" (in: to the front, out), "leaves" (1, 2), "style"
 * (swing, sliding, opening); window: "panes"; column and table: "shape" (square, round); wall and line: "closed"; line:
 * "dashed"; text: "size" (metres), "bold", "align" (start, center, end); sign: "arrow" (left, right, up, down); bench:
 * "seats"; stairs: "steps", "up" (the side that one climbs to: front, back); fixture: "what" (toilet, basin, urinal);
 * camera: "angle" (its field of view); vehicle: "what" (car, motorbike); counter: "seats" (where no row of `counter`
 * tells); area: "border", "size" (whether its square metres are told), "label_size" (points); all with a label:
 * "label_x", "label_y" (from (@x, @y)), "label_width" (metres). McPlanProperty lists them for people.
 */
struct _McPlanObject
{
  McEntity parent_instance;

  gint64 floor_plan_id;
  gint64 floor_id;
  gint64 layer_id;
  McPlanKind kind;
  McAreaUse area_use;
  double x;
  double y;
  double width;
  double height;
  double rotation;
  char *points;
  char *label;
  char *number;
  gint64 premises_item_id;
  char *props;
  int z;
};

/** mc_plan_object_new: (transfer full): an unsaved one. */
McPlanObject *mc_plan_object_new (void);

/** mc_plan_kind_has_points: whether things of @kind are drawn by points and not by a box. */
gboolean mc_plan_kind_has_points (McPlanKind kind);

G_END_DECLS
