/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-editor-private.h"

#include <glib/gi18n.h>

#include "mc-plan-kinds.h"
#include "mc-plan-props.h"

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

/* Above all else of its layer on the floor. */
static int
highest_order (McPlanFeed *feed, McPlanObject *object)
{
  GListModel *objects = G_LIST_MODEL (mc_plan_feed_get_objects (feed));
  int z = 0;

  for (guint i = 0; objects && i < g_list_model_get_n_items (objects); i++)
    {
      g_autoptr (McPlanObject) other = g_list_model_get_item (objects, i);

      if (other->layer_id == object->layer_id && other->floor_id == object->floor_id)
        z = MAX (z, other->z);
    }
  return z;
}

McPlanObject *
mc_plan_thing_new (McPlanFeed *feed, McPlanKind kind, gint64 layer)
{
  McPlanObject *self = mc_plan_object_new_of (kind, 0, 0);

  self->floor_plan_id = mc_entity_get_id (MC_ENTITY (mc_plan_feed_get_plan (feed)));
  self->floor_id = mc_entity_get_id (MC_ENTITY (mc_plan_feed_get_floor (feed)));
  self->layer_id = layer ? layer : find_layer (feed, kind);
  self->z = highest_order (feed, self);
  if (kind == MC_PLAN_KIND_COUNTER)
    self->number = free_number (feed);
  if (kind == MC_PLAN_KIND_TEXT)
    {
      self->label = g_strdup (_ ("Text"));
      mc_plan_props_set_double (self, "size", 0.28);
    }
  if (kind == MC_PLAN_KIND_SIGN)
    self->label = g_strdup (_ ("Sign"));
  if (kind == MC_PLAN_KIND_BENCH)
    mc_plan_props_set_double (self, "seats", 4);
  return self;
}
