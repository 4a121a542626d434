/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-change-private.h"
#include "mc-error.h"
#include "mc-json.h"
#include "mc-noun.h"

/* How a change is kept while the server is away:
 * {"label", "correction", "final", "counter": a change, "ops": [{"kind", "table", "before", "after",
 * "links": [{"column", "step"}]}]}. */

static const char *const kinds[] = {
  [MC_CHANGE_INSERT] = "insert",
  [MC_CHANGE_UPDATE] = "update",
  [MC_CHANGE_DELETE] = "delete",
  [MC_CHANGE_RENAME_AGENCY] = "rename-agency",
  [MC_CHANGE_MERGE_AGENCIES] = "merge-agencies",
  [MC_CHANGE_MERGE_INTO_NEW] = "merge-into-new",
};

static int
step_of (McChange *self, McEntity *entity)
{
  GPtrArray *ops = mc_change_get_ops (self);

  for (guint i = 0; i < ops->len; i++)
    if (((McChangeOp *)g_ptr_array_index (ops, i))->after == entity)
      return (int)i;
  return -1;
}

static JsonArray *
links_to_json (McChange *self, McChangeOp *op)
{
  JsonArray *links = json_array_new ();

  for (guint i = 0; i < op->links->len; i++)
    {
      McChangeLink *link = g_ptr_array_index (op->links, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "column", link->column);
      json_object_set_int_member (object, "step", step_of (self, link->parent));
      json_array_add_object_element (links, object);
    }
  return links;
}

static void
set_day (JsonObject *object, const char *member, McDay day)
{
  g_autofree char *text = day != MC_DAY_NONE ? mc_day_format_iso (day) : NULL;

  if (text)
    json_object_set_string_member (object, member, text);
}

static void
set_text (JsonObject *object, const char *member, const char *text)
{
  if (text)
    json_object_set_string_member (object, member, text);
}

static void
call_to_json (McChangeOp *op, JsonObject *object)
{
  json_object_set_int_member (object, "agency", op->agency);
  set_day (object, "effective", op->effective);
  set_text (object, "code", op->code);
  set_text (object, "name", op->name);
  set_text (object, "short_name", op->short_name);
  set_text (object, "decision_no", op->decision_no);
  set_day (object, "decision_date", op->decision_date);
  if (op->predecessors)
    {
      JsonArray *ids = json_array_new ();

      for (guint i = 0; i < op->predecessors->len; i++)
        json_array_add_int_element (ids, g_array_index (op->predecessors, gint64, i));
      json_object_set_array_member (object, "predecessors", ids);
    }
}

static JsonObject *
op_to_json (McChange *self, McChangeOp *op)
{
  JsonObject *object = json_object_new ();
  McEntity *entity = mc_change_op_get_entity (op);

  json_object_set_string_member (object, "kind", kinds[op->kind]);
  if (entity)
    json_object_set_string_member (object, "table", mc_entity_get_table (entity));
  if (op->before)
    json_object_set_member (object, "before", mc_entity_to_json (op->before, FALSE));
  if (op->after)
    json_object_set_member (object, "after", mc_entity_to_json (op->after, FALSE));
  if (op->links->len)
    json_object_set_array_member (object, "links", links_to_json (self, op));
  if (!entity)
    call_to_json (op, object);
  return object;
}

JsonNode *
mc_change_to_json (McChange *self)
{
  JsonObject *root = json_object_new ();
  JsonArray *list = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  GPtrArray *ops;

  g_return_val_if_fail (MC_IS_CHANGE (self), NULL);
  ops = mc_change_get_ops (self);
  for (guint i = 0; i < ops->len; i++)
    json_array_add_object_element (list, op_to_json (self, g_ptr_array_index (ops, i)));
  json_object_set_string_member (root, "label", mc_change_get_label (self) ? mc_change_get_label (self) : "");
  set_text (root, "correction", mc_change_get_correction (self));
  if (mc_change_is_final (self))
    json_object_set_boolean_member (root, "final", TRUE);
  if (mc_change_get_counter (self))
    json_object_set_member (root, "counter", mc_change_to_json (mc_change_get_counter (self)));
  json_object_set_array_member (root, "ops", list);
  json_node_take_object (node, root);
  return node;
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("The kept change cannot be read by this version."));
  return FALSE;
}

static McEntity *
entity_from_json (JsonObject *object, const char *member, GError **error)
{
  GType noun = mc_noun_from_table (mc_json_get_text (object, "table"));
  g_autoptr (McEntity) entity = NULL;

  if (noun == G_TYPE_INVALID)
    {
      refuse (error);
      return NULL;
    }
  entity = g_object_new (noun, NULL);
  if (!mc_entity_from_json (entity, json_object_get_member (object, member), error))
    return NULL;
  return g_steal_pointer (&entity);
}

static McDay
get_day (JsonObject *object, const char *member)
{
  McDay day = MC_DAY_NONE;
  const char *text = mc_json_get_text (object, member);

  return text && mc_day_parse (text, &day, NULL) ? day : MC_DAY_NONE;
}

static gboolean
call_from_json (McChangeOp *op, JsonObject *object)
{
  JsonNode *ids = json_object_get_member (object, "predecessors");

  op->agency = mc_json_get_int (object, "agency", 0);
  op->effective = get_day (object, "effective");
  op->code = g_strdup (mc_json_get_text (object, "code"));
  op->name = g_strdup (mc_json_get_text (object, "name"));
  op->short_name = g_strdup (mc_json_get_text (object, "short_name"));
  op->decision_no = g_strdup (mc_json_get_text (object, "decision_no"));
  op->decision_date = get_day (object, "decision_date");
  if (op->kind != MC_CHANGE_RENAME_AGENCY)
    {
      op->predecessors = g_array_new (FALSE, FALSE, sizeof (gint64));
      if (!ids || !JSON_NODE_HOLDS_ARRAY (ids))
        return FALSE;
      for (guint i = 0; i < json_array_get_length (json_node_get_array (ids)); i++)
        {
          gint64 id = json_array_get_int_element (json_node_get_array (ids), i);

          g_array_append_val (op->predecessors, id);
        }
    }
  return op->effective != MC_DAY_NONE;
}

static gboolean
links_from_json (McChange *self, McChangeOp *op, JsonArray *links)
{
  GPtrArray *ops = mc_change_get_ops (self);

  for (guint i = 0; i < json_array_get_length (links); i++)
    {
      JsonObject *link = json_array_get_object_element (links, i);
      gint64 step = mc_json_get_int (link, "step", -1);
      const char *column = mc_json_get_text (link, "column");
      McChangeOp *parent;

      if (step < 0 || step >= ops->len || !column)
        return FALSE;
      parent = g_ptr_array_index (ops, step);
      if (!parent->after || !mc_entity_class_find_field (MC_ENTITY_GET_CLASS (op->after), column))
        return FALSE;
      mc_change_link (self, op->after, column, parent->after);
    }
  return TRUE;
}

static gboolean
op_from_json (McChange *self, JsonObject *object, GError **error)
{
  const char *kind = mc_json_get_text (object, "kind");
  JsonNode *links = json_object_get_member (object, "links");
  McChangeOp *op;
  guint i = 0;

  while (i < G_N_ELEMENTS (kinds) && g_strcmp0 (kinds[i], kind) != 0)
    i++;
  if (i == G_N_ELEMENTS (kinds))
    return refuse (error);
  op = mc_change_add_op (self, i);
  if (i >= MC_CHANGE_RENAME_AGENCY)
    return call_from_json (op, object) || refuse (error);
  if (i != MC_CHANGE_INSERT && !(op->before = entity_from_json (object, "before", error)))
    return FALSE;
  if (i != MC_CHANGE_DELETE && !(op->after = entity_from_json (object, "after", error)))
    return FALSE;
  if (links && op->after && JSON_NODE_HOLDS_ARRAY (links))
    return links_from_json (self, op, json_node_get_array (links)) || refuse (error);
  return TRUE;
}

static gboolean
counter_from_json (McChange *self, JsonObject *root, GError **error)
{
  JsonNode *node = json_object_get_member (root, "counter");
  g_autoptr (McChange) counter = node ? mc_change_new_from_json (node, error) : NULL;

  if (counter)
    mc_change_set_counter (self, counter);
  return !node || counter;
}

McChange *
mc_change_new_from_json (JsonNode *node, GError **error)
{
  g_autoptr (McChange) self = NULL;
  JsonObject *root = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *ops = root ? json_object_get_member (root, "ops") : NULL;

  if (!ops || !JSON_NODE_HOLDS_ARRAY (ops))
    {
      refuse (error);
      return NULL;
    }
  self = mc_change_new (mc_json_get_text (root, "label"));
  mc_change_set_correction (self, mc_json_get_text (root, "correction"));
  if (json_object_has_member (root, "final"))
    mc_change_set_final (self);
  if (!counter_from_json (self, root, error))
    return NULL;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (ops)); i++)
    {
      JsonNode *step = json_array_get_element (json_node_get_array (ops), i);

      if (!JSON_NODE_HOLDS_OBJECT (step))
        {
          refuse (error);
          return NULL;
        }
      if (!op_from_json (self, json_node_get_object (step), error))
        return NULL;
    }
  return g_steal_pointer (&self);
}
