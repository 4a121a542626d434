/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-counter-state.h"
#include "mc-floor.h"
#include "mc-plan-background.h"
#include "mc-plan-layer.h"
#include "mc-plan-object.h"
#include "mc-scene.h"
#include "mc-sketch.h"

G_BEGIN_DECLS

/** MC_PLAN_SCALE: points of the scene for a metre: 1:100 on paper. A point of the plan is at its metres times this. */
#define MC_PLAN_SCALE (72 / 2.54)

/** McPlanPicture: a background with what its file holds; one of the two is set. */
typedef struct
{
  McPlanBackground *background;
  cairo_surface_t *image; /* (nullable) */
  McSketch *sketch;       /* (nullable): of a DXF, y upwards */
} McPlanPicture;

/** mc_plan_picture_get_units: what the file holds, in its pixels or units, y down; %FALSE if it holds nothing. */
gboolean mc_plan_picture_get_units (const McPlanPicture *self, McRect *units);

/**
 * McFloorPlanFacts: what is drawn. Nothing is held longer than the call.
 *
 * @floor_id: the floor
 * @layers: (element-type McPlanLayer)
 * @objects: (element-type McPlanObject): of all floors and layers; others than those of @floor_id are passed over
 * @pictures: (nullable) (element-type McPlanPicture): of all floors, likewise
 * @counters: (nullable) (element-type McCounterState): how the counters are; %NULL: the plan alone, without people
 */
typedef struct
{
  gint64 floor_id;
  GPtrArray *layers;
  GPtrArray *objects;
  GPtrArray *pictures;
  GPtrArray *counters;
} McFloorPlanFacts;

/**
 * McFloorPlanOptions: how it is drawn; start from MC_FLOOR_PLAN_OPTIONS.
 *
 * @editing: every object is a node of its own, "object/ID" (unsaved: "object/new-INDEX"), hidden layers are left out,
 * and nodes of locked layers cannot be picked. Otherwise counters are "counter/NUMBER" and their people
 *   "person/ID@NUMBER", with drag "person/ID"; counters take "person/"
 * @labels: names of areas and labels of things
 * @names: names of people under their discs
 * @equipment: computers, printers, cameras and the like
 * @legend: what the signs and tints mean, to the right of the plan; the node "legend" folds it (@legend_folded)
 * @scale_bar: and north; the sheet of a print has its own bar
 * @grid: metres between the lines of a grid; 0: none
 * @overlay: the figure on each counter
 * @hidden: (nullable): a set of layer ids (gint64 keys) that are not shown, whatever the layers say
 */
typedef struct
{
  gboolean editing;
  gboolean labels;
  gboolean names;
  gboolean equipment;
  gboolean legend;
  gboolean legend_folded;
  gboolean scale_bar;
  double grid;
  McPlanOverlay overlay;
  GHashTable *hidden;
} McFloorPlanOptions;

#define MC_FLOOR_PLAN_OPTIONS { .labels = TRUE, .names = TRUE, .equipment = TRUE, .legend = TRUE }

/**
 * mc_floor_plan_scene_new:
 * Returns: (transfer full): the floor, true to scale, sealed; an empty plan is a sheet of paper of 20 by 14 metres
 */
McScene *mc_floor_plan_scene_new (const McFloorPlanFacts *facts,
                                  const McFloorPlanOptions *options,
                                  const char *title,
                                  const char *subtitle);

/**
 * mc_floor_plan_sketch_new:
 * Returns: (transfer full): the same in plain lines and texts, in metres, y upwards, for a DXF: one layer of the sketch
 *   for each of the plan, counters as blocks with their number
 */
McSketch *mc_floor_plan_sketch_new (const McFloorPlanFacts *facts, const McFloorPlanOptions *options);

/** mc_floor_plan_area_tone: the tint of an area. */
McTone mc_floor_plan_area_tone (McAreaUse use);

G_END_DECLS
