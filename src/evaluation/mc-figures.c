/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-figures.h"

struct _McFigures
{
  GHashTable *values; /* char * to double * */
};

McFigures *
mc_figures_new (void)
{
  McFigures *self = g_new0 (McFigures, 1);

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
mc_figures_free (McFigures *self)
{
  g_return_if_fail (self);
  g_hash_table_unref (self->values);
  g_free (self);
}

void
mc_figures_add (McFigures *self, const char *name, double value)
{
  double *there;

  g_return_if_fail (self && name);
  there = g_hash_table_lookup (self->values, name);
  if (there)
    *there += value;
  else
    g_hash_table_insert (self->values, g_strdup (name), g_memdup2 (&value, sizeof value));
}

static void
add_member (JsonObject *object, const char *name, JsonNode *node, gpointer user_data)
{
  if (JSON_NODE_HOLDS_VALUE (node) &&
      (json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE))
    mc_figures_add (user_data, name, json_node_get_double (node));
}

void
mc_figures_add_evidence (McFigures *self, McEvaluationEvidence *evidence)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_if_fail (self && MC_IS_EVALUATION_EVIDENCE (evidence));
  node = evidence->figures ? json_from_string (evidence->figures, NULL) : NULL;
  if (node && JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), add_member, self);
}

gboolean
mc_figures_has (McFigures *self, const char *name)
{
  g_return_val_if_fail (self, FALSE);
  return g_hash_table_contains (self->values, name);
}

double
mc_figures_get (McFigures *self, const char *name)
{
  const double *value;

  g_return_val_if_fail (self, 0);
  value = g_hash_table_lookup (self->values, name);
  return value ? *value : 0;
}
