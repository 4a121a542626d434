/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-entity.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"

typedef struct
{
  gint64 id;
  int version;
} McEntityPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (McEntity, mc_entity, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_VERSION,
  N_PROPS, /* fields of the noun follow */
};

static GParamSpec *properties[N_PROPS];

static void
mc_entity_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McEntity *self = MC_ENTITY (object);
  McEntityPrivate *priv = mc_entity_get_instance_private (self);
  McEntityClass *klass = MC_ENTITY_GET_CLASS (self);

  if (id == PROP_ID)
    g_value_set_int64 (value, priv->id);
  else if (id == PROP_VERSION)
    g_value_set_int (value, priv->version);
  else if (id - N_PROPS < klass->n_fields)
    mc_field_info_get_value (&klass->fields[id - N_PROPS], self, value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mc_entity_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McEntity *self = MC_ENTITY (object);
  McEntityClass *klass = MC_ENTITY_GET_CLASS (self);

  if (id == PROP_ID)
    mc_entity_set_id (self, g_value_get_int64 (value));
  else if (id == PROP_VERSION)
    mc_entity_set_version (self, g_value_get_int (value));
  else if (id >= N_PROPS && id - N_PROPS < klass->n_fields)
    {
      if (mc_field_info_set_value (&klass->fields[id - N_PROPS], self, value))
        g_object_notify_by_pspec (object, pspec);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mc_entity_finalize (GObject *object)
{
  McEntityClass *klass = MC_ENTITY_GET_CLASS (object);

  for (guint i = 0; i < klass->n_fields; i++)
    mc_field_info_clear (&klass->fields[i], object);
  G_OBJECT_CLASS (mc_entity_parent_class)->finalize (object);
}

static void
mc_entity_class_init (McEntityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_entity_get_property;
  object_class->set_property = mc_entity_set_property;
  object_class->finalize = mc_entity_finalize;
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_VERSION] = g_param_spec_int ("version", NULL, NULL, 0, G_MAXINT, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_entity_init (McEntity *self)
{
}

void
mc_entity_class_set_fields (McEntityClass *klass,
                            McNounKind kind,
                            const char *table,
                            const char *label,
                            const McFieldInfo *fields,
                            guint n_fields)
{
  /* GObject does not hand these two on to derived classes. */
  G_OBJECT_CLASS (klass)->get_property = mc_entity_get_property;
  G_OBJECT_CLASS (klass)->set_property = mc_entity_set_property;
  klass->kind = kind;
  klass->table = table;
  klass->label = label;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->pspecs = g_new0 (GParamSpec *, n_fields);
  klass->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_fields; i++)
    {
      klass->pspecs[i] = mc_field_info_create_pspec (&fields[i]);
      g_object_class_install_property (G_OBJECT_CLASS (klass), N_PROPS + i, klass->pspecs[i]);
      g_hash_table_insert (klass->by_name, (gpointer)fields[i].name, (gpointer)&fields[i]);
    }
}

void
mc_entity_init_fields (McEntity *self)
{
  McEntityClass *klass = MC_ENTITY_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    mc_field_info_init (&klass->fields[i], self);
}

const McFieldInfo *
mc_entity_class_find_field (McEntityClass *klass, const char *name)
{
  g_return_val_if_fail (MC_IS_ENTITY_CLASS (klass), NULL);
  return g_hash_table_lookup (klass->by_name, name);
}

GParamSpec *
mc_entity_class_get_pspec (McEntityClass *klass, const McFieldInfo *field)
{
  g_return_val_if_fail (field >= klass->fields && field < klass->fields + klass->n_fields, NULL);
  return klass->pspecs[field - klass->fields];
}

gint64
mc_entity_get_id (McEntity *self)
{
  McEntityPrivate *priv = mc_entity_get_instance_private (self);

  g_return_val_if_fail (MC_IS_ENTITY (self), 0);
  return priv->id;
}

void
mc_entity_set_id (McEntity *self, gint64 id)
{
  McEntityPrivate *priv = mc_entity_get_instance_private (self);

  g_return_if_fail (MC_IS_ENTITY (self));
  if (priv->id == id)
    return;
  priv->id = id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

int
mc_entity_get_version (McEntity *self)
{
  McEntityPrivate *priv = mc_entity_get_instance_private (self);

  g_return_val_if_fail (MC_IS_ENTITY (self), 0);
  return priv->version;
}

void
mc_entity_set_version (McEntity *self, int version)
{
  McEntityPrivate *priv = mc_entity_get_instance_private (self);

  g_return_if_fail (MC_IS_ENTITY (self));
  if (priv->version == version)
    return;
  priv->version = version;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERSION]);
}

const char *
mc_entity_get_table (McEntity *self)
{
  g_return_val_if_fail (MC_IS_ENTITY (self), NULL);
  return MC_ENTITY_GET_CLASS (self)->table;
}

const char *
mc_entity_get_label (McEntity *self)
{
  g_return_val_if_fail (MC_IS_ENTITY (self), NULL);
  return _ (MC_ENTITY_GET_CLASS (self)->label);
}

char *
mc_entity_get_text (McEntity *self, const char *name)
{
  const McFieldInfo *field;

  g_return_val_if_fail (MC_IS_ENTITY (self), NULL);
  field = mc_entity_class_find_field (MC_ENTITY_GET_CLASS (self), name);
  g_return_val_if_fail (field != NULL, NULL);
  return mc_field_info_get_text (field, self);
}

/* Sets by text without a copy of the whole object: the old value is remembered by its own text. */
gboolean
mc_entity_set_text (McEntity *self, const char *name, const char *text, GError **error)
{
  McEntityClass *klass = MC_ENTITY_GET_CLASS (self);
  const McFieldInfo *field = mc_entity_class_find_field (klass, name);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!field)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("“%s” has no column “%s”."), klass->table, name);
      return FALSE;
    }
  before = mc_field_info_get_text (field, self);
  if (!mc_field_info_set_text (field, self, text, error))
    return FALSE;
  after = mc_field_info_get_text (field, self);
  if (g_strcmp0 (before, after) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), mc_entity_class_get_pspec (klass, field));
  return TRUE;
}

char *
mc_entity_format (McEntity *self, const char *name)
{
  const McFieldInfo *field;

  g_return_val_if_fail (MC_IS_ENTITY (self), NULL);
  field = mc_entity_class_find_field (MC_ENTITY_GET_CLASS (self), name);
  g_return_val_if_fail (field != NULL, NULL);
  return mc_field_info_format (field, self);
}

gboolean
mc_entity_equal (McEntity *a, McEntity *b)
{
  McEntityClass *klass;

  if (a == b)
    return TRUE;
  if (!a || !b || G_OBJECT_TYPE (a) != G_OBJECT_TYPE (b))
    return FALSE;
  klass = MC_ENTITY_GET_CLASS (a);
  for (guint i = 0; i < klass->n_fields; i++)
    if (!mc_field_info_equal (&klass->fields[i], a, b))
      return FALSE;
  return TRUE;
}

gboolean
mc_entity_same_row (McEntity *a, McEntity *b)
{
  return a && b && G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b) && mc_entity_get_id (a) != 0 &&
         mc_entity_get_id (a) == mc_entity_get_id (b);
}

GPtrArray *
mc_entity_diff (McEntity *before, McEntity *after)
{
  g_autoptr (GPtrArray) diffs = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_field_diff_free);
  McEntityClass *klass;

  g_return_val_if_fail (MC_IS_ENTITY (before) && MC_IS_ENTITY (after), NULL);
  g_return_val_if_fail (G_OBJECT_TYPE (before) == G_OBJECT_TYPE (after), NULL);
  klass = MC_ENTITY_GET_CLASS (before);
  for (guint i = 0; i < klass->n_fields; i++)
    if (!mc_field_info_equal (&klass->fields[i], before, after))
      g_ptr_array_add (diffs, mc_field_diff_new (&klass->fields[i], before, after));
  return g_steal_pointer (&diffs);
}

gpointer
mc_entity_clone (gpointer self)
{
  McEntity *copy;
  McEntityClass *klass;

  g_return_val_if_fail (MC_IS_ENTITY (self), NULL);
  klass = MC_ENTITY_GET_CLASS (self);
  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  mc_entity_set_id (copy, mc_entity_get_id (self));
  mc_entity_set_version (copy, mc_entity_get_version (self));
  for (guint i = 0; i < klass->n_fields; i++)
    mc_field_info_copy (&klass->fields[i], self, copy);
  return copy;
}

gboolean
mc_entity_update_from (McEntity *self, McEntity *other)
{
  McEntityClass *klass;
  gboolean changed;

  g_return_val_if_fail (MC_IS_ENTITY (self) && MC_IS_ENTITY (other), FALSE);
  g_return_val_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (other), FALSE);
  if (self == other)
    return FALSE;
  klass = MC_ENTITY_GET_CLASS (self);
  changed = mc_entity_get_id (self) != mc_entity_get_id (other) ||
            mc_entity_get_version (self) != mc_entity_get_version (other);

  g_object_freeze_notify (G_OBJECT (self));
  mc_entity_set_id (self, mc_entity_get_id (other));
  mc_entity_set_version (self, mc_entity_get_version (other));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const McFieldInfo *field = &klass->fields[i];

      if ((field->flags & MC_FIELD_LAZY) && mc_field_info_is_null (field, other))
        continue;
      if (mc_field_info_equal (field, self, other))
        continue;
      mc_field_info_copy (field, other, self);
      g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[i]);
      changed = TRUE;
    }
  g_object_thaw_notify (G_OBJECT (self));
  return changed;
}

JsonNode *
mc_entity_to_json (McEntity *self, gboolean with_sensitive)
{
  g_autoptr (JsonObject) object = json_object_new ();
  McEntityClass *klass;

  g_return_val_if_fail (MC_IS_ENTITY (self), NULL);
  klass = MC_ENTITY_GET_CLASS (self);
  json_object_set_int_member (object, "id", mc_entity_get_id (self));
  if (klass->kind == MC_NOUN_TABLE || klass->kind == MC_NOUN_GUARDED)
    json_object_set_int_member (object, "version", mc_entity_get_version (self));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const McFieldInfo *field = &klass->fields[i];

      if ((field->flags & MC_FIELD_SENSITIVE) && !with_sensitive)
        continue;
      if ((field->flags & MC_FIELD_LAZY) && mc_field_info_is_null (field, self))
        continue;
      json_object_set_member (object, field->name, mc_field_info_get_json (field, self));
    }
  return json_node_init_object (json_node_alloc (), object);
}

gboolean
mc_entity_from_json (McEntity *self, JsonNode *node, GError **error)
{
  McEntityClass *klass;
  JsonObject *object;

  g_return_val_if_fail (MC_IS_ENTITY (self), FALSE);
  if (!node || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("A JSON object is expected."));
      return FALSE;
    }
  klass = MC_ENTITY_GET_CLASS (self);
  object = json_node_get_object (node);
  mc_entity_set_id (self, json_object_get_int_member_with_default (object, "id", mc_entity_get_id (self)));
  mc_entity_set_version (
      self, (int)json_object_get_int_member_with_default (object, "version", mc_entity_get_version (self)));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const McFieldInfo *field = &klass->fields[i];
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (!json_object_has_member (object, field->name))
        continue;
      before = mc_field_info_get_text (field, self);
      if (!mc_field_info_set_json (field, self, json_object_get_member (object, field->name), error))
        return FALSE;
      after = mc_field_info_get_text (field, self);
      if (g_strcmp0 (before, after) != 0)
        g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[i]);
    }
  return TRUE;
}
