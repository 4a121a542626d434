/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-json.h"

#include <string.h>

#include "mc-error.h"

GBytes *
mc_json_to_bytes (JsonNode *node, gboolean pretty)
{
  char *text = json_to_string (node, pretty);

  return g_bytes_new_take (text, strlen (text));
}

GBytes *
mc_json_object_to_bytes (JsonObject *object, gboolean pretty)
{
  g_autoptr (JsonNode) node = json_node_alloc ();

  json_node_init_object (node, object);
  return mc_json_to_bytes (node, pretty);
}

JsonObject *
mc_json_object_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  JsonNode *root;

  if (!json_parser_load_from_data (parser, text ? text : "", (gssize)size, error))
    return NULL;
  root = json_parser_get_root (parser);
  if (!root || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, "a JSON object was expected");
      return NULL;
    }
  return json_object_ref (json_node_get_object (root));
}

static JsonNode *
value_of (JsonObject *object, const char *member)
{
  JsonNode *node = object ? json_object_get_member (object, member) : NULL;

  return node && JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

const char *
mc_json_get_text (JsonObject *object, const char *member)
{
  JsonNode *node = value_of (object, member);

  return node && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

gint64
mc_json_get_int (JsonObject *object, const char *member, gint64 fallback)
{
  JsonNode *node = value_of (object, member);

  return node && json_node_get_value_type (node) != G_TYPE_STRING ? json_node_get_int (node) : fallback;
}
