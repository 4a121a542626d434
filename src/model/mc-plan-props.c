/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-props.h"

#include <json-glib/json-glib.h>
#include <math.h>

static JsonNode *
parse (McPlanObject *self)
{
  JsonNode *node = self->props ? json_from_string (self->props, NULL) : NULL;

  if (node && !JSON_NODE_HOLDS_OBJECT (node))
    g_clear_pointer (&node, json_node_unref);
  return node;
}

/* The member @name if it is a plain value, else %NULL; belongs to @node. */
static JsonNode *
find (JsonNode *node, const char *name)
{
  JsonNode *member = node ? json_object_get_member (json_node_get_object (node), name) : NULL;

  return member && JSON_NODE_HOLDS_VALUE (member) ? member : NULL;
}

char *
mc_plan_props_get_text (McPlanObject *self, const char *name, const char *fallback)
{
  g_autoptr (JsonNode) node = NULL;
  JsonNode *member;

  g_return_val_if_fail (MC_IS_PLAN_OBJECT (self), NULL);
  node = parse (self);
  member = find (node, name);
  return g_strdup (member && json_node_get_value_type (member) == G_TYPE_STRING ? json_node_get_string (member)
                                                                                : fallback);
}

double
mc_plan_props_get_double (McPlanObject *self, const char *name, double fallback)
{
  g_autoptr (JsonNode) node = NULL;
  JsonNode *member;

  g_return_val_if_fail (MC_IS_PLAN_OBJECT (self), fallback);
  node = parse (self);
  member = find (node, name);
  if (!member ||
      (json_node_get_value_type (member) != G_TYPE_INT64 && json_node_get_value_type (member) != G_TYPE_DOUBLE))
    return fallback;
  return json_node_get_double (member);
}

gboolean
mc_plan_props_get_boolean (McPlanObject *self, const char *name, gboolean fallback)
{
  g_autoptr (JsonNode) node = NULL;
  JsonNode *member;

  g_return_val_if_fail (MC_IS_PLAN_OBJECT (self), fallback);
  node = parse (self);
  member = find (node, name);
  return member && json_node_get_value_type (member) == G_TYPE_BOOLEAN ? json_node_get_boolean (member) : fallback;
}

gboolean
mc_plan_props_has_text (McPlanObject *self, const char *name, const char *value, const char *fallback)
{
  g_autofree char *text = mc_plan_props_get_text (self, name, fallback);

  return g_strcmp0 (text, value) == 0;
}

/* @value: (transfer full) (nullable) */
static void
set (McPlanObject *self, const char *name, JsonNode *value)
{
  g_autoptr (JsonNode) node = parse (self);
  JsonObject *object;

  if (!node)
    {
      node = json_node_alloc ();
      json_node_init_object (node, json_object_new ());
      json_object_unref (json_node_get_object (node));
    }
  object = json_node_get_object (node);
  if (value)
    json_object_set_member (object, name, value);
  else
    json_object_remove_member (object, name);
  g_free (self->props);
  self->props = json_object_get_size (object) > 0 ? json_to_string (node, FALSE) : NULL;
}

void
mc_plan_props_set_text (McPlanObject *self, const char *name, const char *value)
{
  g_return_if_fail (MC_IS_PLAN_OBJECT (self));
  set (self, name, value ? json_node_init_string (json_node_alloc (), value) : NULL);
}

void
mc_plan_props_set_double (McPlanObject *self, const char *name, double value)
{
  g_return_if_fail (MC_IS_PLAN_OBJECT (self));
  set (self, name, isnan (value) ? NULL : json_node_init_double (json_node_alloc (), value));
}

void
mc_plan_props_set_boolean (McPlanObject *self, const char *name, gboolean value)
{
  g_return_if_fail (MC_IS_PLAN_OBJECT (self));
  set (self, name, json_node_init_boolean (json_node_alloc (), value));
}
