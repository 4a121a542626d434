/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scenario.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "mc-error.h"

#define DEFAULT_MEMBERS 4
#define DEFAULT_WITHIN 15
#define DEFAULT_ABSENCE 0.05
#define DEFAULT_AUTHORISATION 60
#define MOST_SHIFT 240
#define MOST_COUNTERS 200

McScenario *
mc_scenario_new (const char *name)
{
  McScenario *self = g_new0 (McScenario, 1);

  self->name = g_strdup (name);
  self->most_members = DEFAULT_MEMBERS;
  self->saturday = TRUE;
  self->within = DEFAULT_WITHIN;
  self->absence = DEFAULT_ABSENCE;
  self->authorisation = DEFAULT_AUTHORISATION;
  self->officers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shared = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  return self;
}

void
mc_scenario_free (McScenario *self)
{
  g_free (self->name);
  g_hash_table_unref (self->officers);
  g_ptr_array_unref (self->shared);
  g_free (self);
}

int
mc_scenario_get_change (const McScenario *self, const char *code)
{
  gpointer change;

  if (g_hash_table_lookup_extended (self->officers, code, NULL, &change))
    return GPOINTER_TO_INT (change);
  return GPOINTER_TO_INT (g_hash_table_lookup (self->officers, "*"));
}

/* Members --------------------------------------------------------------- */

static gboolean
refuse (GError **error, const char *member, const char *what)
{
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("Scenario, “%s”: %s"), member, what);
  return FALSE;
}

static gboolean
is_number (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

static gboolean
take_int (JsonNode *node, const char *member, int least, int most, int *value, GError **error)
{
  g_autofree char *range = g_strdup_printf (_ ("a whole number from %d to %d is wanted"), least, most);

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64 ||
      json_node_get_int (node) < least || json_node_get_int (node) > most)
    return refuse (error, member, range);
  *value = (int)json_node_get_int (node);
  return TRUE;
}

static gboolean
take_double (JsonNode *node, const char *member, double least, double most, double *value, GError **error)
{
  g_autofree char *range = g_strdup_printf (_ ("a number from %g to %g is wanted"), least, most);

  if (!is_number (node) || !(json_node_get_double (node) >= least && json_node_get_double (node) <= most))
    return refuse (error, member, range);
  *value = json_node_get_double (node);
  return TRUE;
}

static gboolean
take_bool (JsonNode *node, const char *member, gboolean *value, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse (error, member, _ ("true or false is wanted"));
  *value = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
take_officers (McScenario *self, JsonNode *node, GError **error)
{
  JsonObjectIter iter;
  const char *code;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, "officers", _ ("an object of codes with officers more or less is wanted"));
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &code, &value))
    {
      int change;

      if (!take_int (value, "officers", -MOST_COUNTERS, MOST_COUNTERS, &change, error))
        return FALSE;
      g_hash_table_replace (self->officers, g_strdup (code), GINT_TO_POINTER (change));
    }
  return TRUE;
}

static char **
take_codes (JsonNode *node)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonNode *code = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (code) || json_node_get_value_type (code) != G_TYPE_STRING)
        return NULL;
      g_strv_builder_add (codes, json_node_get_string (code));
    }
  return array && json_array_get_length (array) >= 2 ? g_strv_builder_end (codes) : NULL;
}

static gboolean
take_shared (McScenario *self, JsonNode *node, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      char **codes = take_codes (json_array_get_element (array, i));

      if (!codes)
        return refuse (error, "shared", _ ("lists of at least two codes are wanted"));
      g_ptr_array_add (self->shared, codes);
      for (guint c = 0; codes[c]; c++)
        if (!g_hash_table_add (seen, codes[c]))
          return refuse (error, "shared", _ ("an agency stands there twice"));
    }
  return array != NULL || refuse (error, "shared", _ ("lists of at least two codes are wanted"));
}

static gboolean
take_name (McScenario *self, JsonNode *node, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING ||
      *json_node_get_string (node) == '\0')
    return refuse (error, "name", _ ("a text is wanted"));
  g_set_str (&self->name, json_node_get_string (node));
  return TRUE;
}

static gboolean
take_member (McScenario *self, const char *member, JsonNode *node, GError **error)
{
  if (g_str_equal (member, "name"))
    return take_name (self, node, error);
  if (g_str_equal (member, "counters"))
    return take_int (node, member, 1, MOST_COUNTERS, &self->counters, error);
  if (g_str_equal (member, "best"))
    return take_bool (node, member, &self->best, error);
  if (g_str_equal (member, "most_members"))
    return take_int (node, member, 1, 6, &self->most_members, error);
  if (g_str_equal (member, "saturday"))
    return take_bool (node, member, &self->saturday, error);
  if (g_str_equal (member, "shift_minutes"))
    return take_int (node, member, -MOST_SHIFT, MOST_SHIFT, &self->shift, error);
  if (g_str_equal (member, "officers"))
    return take_officers (self, node, error);
  if (g_str_equal (member, "shared"))
    return take_shared (self, node, error);
  if (g_str_equal (member, "within_minutes"))
    return take_double (node, member, 0, 480, &self->within, error);
  if (g_str_equal (member, "absence"))
    return take_double (node, member, 0, 0.9, &self->absence, error);
  if (g_str_equal (member, "authorisation_minutes"))
    return take_double (node, member, 0, 100000, &self->authorisation, error);
  return refuse (error, member, _ ("there is no such member"));
}

McScenario *
mc_scenario_parse (const char *text, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (McScenario) self = mc_scenario_new (NULL);
  g_autoptr (GError) failure = NULL;
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  if (!json_parser_load_from_data (parser, text, -1, &failure))
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("This is no JSON: %s"), failure->message);
      return NULL;
    }
  if (!json_parser_get_root (parser) || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("A scenario is a JSON object."));
      return NULL;
    }
  json_object_iter_init (&iter, json_node_get_object (json_parser_get_root (parser)));
  while (json_object_iter_next (&iter, &member, &node))
    if (!take_member (self, member, node, error))
      return NULL;
  if (!self->name)
    refuse (error, "name", _ ("a text is wanted"));
  else if (self->best && self->shared->len > 0)
    refuse (error, "shared", _ ("either say who shares, or let the best be found"));
  else
    return g_steal_pointer (&self);
  return NULL;
}
