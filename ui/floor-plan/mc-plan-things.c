/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-editor-private.h"

#include <glib/gi18n.h>

#include "mc-plan-props.h"

/* Metres, as such things usually are. */
static const McPoint sizes[] = {
  [MC_PLAN_KIND_WALL] = { 0.2, 0 },
  [MC_PLAN_KIND_DOOR] = { 0.9, 0.2 },
  [MC_PLAN_KIND_WINDOW] = { 1.2, 0.2 },
  [MC_PLAN_KIND_COLUMN] = { 0.4, 0.4 },
  [MC_PLAN_KIND_STAIRS] = { 1.4, 4 },
  [MC_PLAN_KIND_LIFT] = { 1.8, 1.8 },
  [MC_PLAN_KIND_AREA] = { 0, 0 },
  [MC_PLAN_KIND_COUNTER] = { 1.6, 0.8 },
  [MC_PLAN_KIND_DESK] = { 1.4, 0.7 },
  [MC_PLAN_KIND_TABLE] = { 1.8, 0.8 },
  [MC_PLAN_KIND_CHAIR] = { 0.46, 0.46 },
  [MC_PLAN_KIND_BENCH] = { 2.32, 0.62 },
  [MC_PLAN_KIND_CABINET] = { 0.95, 0.42 },
  [MC_PLAN_KIND_KIOSK] = { 0.6, 0.55 },
  [MC_PLAN_KIND_QUEUE_MACHINE] = { 0.6, 0.5 },
  [MC_PLAN_KIND_SURVEY_DEVICE] = { 0.6, 0.42 },
  [MC_PLAN_KIND_SCREEN] = { 1.4, 0.12 },
  [MC_PLAN_KIND_COMPUTER] = { 0.42, 0.36 },
  [MC_PLAN_KIND_PRINTER] = { 0.5, 0.45 },
  [MC_PLAN_KIND_CAMERA] = { 0.35, 0.3 },
  [MC_PLAN_KIND_WATER] = { 0.4, 0.4 },
  [MC_PLAN_KIND_FIXTURE] = { 0.42, 0.64 },
  [MC_PLAN_KIND_PLANT] = { 0.6, 0.6 },
  [MC_PLAN_KIND_VEHICLE] = { 2.5, 5 },
  [MC_PLAN_KIND_SIGN] = { 1.2, 0.3 },
  [MC_PLAN_KIND_TEXT] = { 2.4, 0.4 },
  [MC_PLAN_KIND_LINE] = { 0.05, 0 },
  [MC_PLAN_KIND_OTHER] = { 0.7, 0.4 },
};

/* Where most of the same kind are, of the layers that are not locked; else the uppermost of them. 0: all are locked. */
static gint64
find_layer (McPlanFeed *feed, McPlanKind kind)
{
  GListModel *objects = G_LIST_MODEL (mc_plan_feed_get_objects (feed));
  GListModel *layers = G_LIST_MODEL (mc_plan_feed_get_layers (feed));
  McPlanLayer *best = NULL;
  guint most = 0;

  for (guint i = 0; layers && i < g_list_model_get_n_items (layers); i++)
    {
      g_autoptr (McPlanLayer) layer = g_list_model_get_item (layers, i);
      guint n = 0;

      for (guint k = 0; objects && k < g_list_model_get_n_items (objects); k++)
        {
          g_autoptr (McPlanObject) object = g_list_model_get_item (objects, k);

          n += object->kind == kind && object->layer_id == mc_entity_get_id (MC_ENTITY (layer));
        }
      /* On a locked layer it could not be chosen again. */
      if (layer->locked)
        continue;
      if (!best || n > most || (most == 0 && layer->sort_order > best->sort_order))
        best = layer;
      most = MAX (most, n);
    }
  return best ? mc_entity_get_id (MC_ENTITY (best)) : 0;
}

/* The first number that no counter of the version has. */
static char *
free_number (McPlanFeed *feed)
{
  GListModel *objects = G_LIST_MODEL (mc_plan_feed_get_objects (feed));
  gint64 last = 0;

  for (guint i = 0; objects && i < g_list_model_get_n_items (objects); i++)
    {
      g_autoptr (McPlanObject) object = g_list_model_get_item (objects, i);

      if (object->kind == MC_PLAN_KIND_COUNTER && object->number)
        last = MAX (last, g_ascii_strtoll (object->number, NULL, 10));
    }
  return g_strdup_printf ("%" G_GINT64_FORMAT, last + 1);
}

McPlanObject *
mc_plan_thing_new (McPlanFeed *feed, McPlanKind kind)
{
  GListModel *objects = G_LIST_MODEL (mc_plan_feed_get_objects (feed));
  McPlanObject *self = mc_plan_object_new ();

  self->floor_plan_id = mc_entity_get_id (MC_ENTITY (mc_plan_feed_get_plan (feed)));
  self->floor_id = mc_entity_get_id (MC_ENTITY (mc_plan_feed_get_floor (feed)));
  self->layer_id = find_layer (feed, kind);
  self->kind = kind;
  self->area_use = kind == MC_PLAN_KIND_AREA ? MC_AREA_USE_OTHER : MC_AREA_USE_NONE;
  self->x = self->y = self->rotation = 0;
  self->width = sizes[kind].x;
  self->height = sizes[kind].y;
  self->z = 0;
  for (guint i = 0; objects && i < g_list_model_get_n_items (objects); i++)
    {
      g_autoptr (McPlanObject) object = g_list_model_get_item (objects, i);

      if (object->layer_id == self->layer_id && object->floor_id == self->floor_id)
        self->z = MAX (self->z, object->z);
    }
  if (kind == MC_PLAN_KIND_COUNTER)
    self->number = free_number (feed);
  if (kind == MC_PLAN_KIND_TEXT)
    {
      self->label = g_strdup (_ ("Text"));
      mc_plan_props_set_double (self, "size", 0.28);
    }
  if (kind == MC_PLAN_KIND_BENCH)
    mc_plan_props_set_double (self, "seats", 4);
  return self;
}
