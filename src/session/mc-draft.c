/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-draft.h"

struct _McDraft
{
  GObject parent_instance;

  char *key;
  GDateTime *saved_at;
  JsonObject *values;
};

G_DEFINE_FINAL_TYPE (McDraft, mc_draft, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_KEY,
  PROP_SAVED_AT,
  PROP_VALUES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
mc_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McDraft *self = MC_DRAFT (object);

  switch (id)
    {
    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;
    case PROP_SAVED_AT:
      g_value_set_boxed (value, self->saved_at);
      break;
    case PROP_VALUES:
      g_value_set_boxed (value, self->values);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_draft_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McDraft *self = MC_DRAFT (object);

  switch (id)
    {
    case PROP_KEY:
      self->key = g_value_dup_string (value);
      break;
    case PROP_SAVED_AT:
      self->saved_at = g_value_dup_boxed (value);
      break;
    case PROP_VALUES:
      self->values = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_draft_finalize (GObject *object)
{
  McDraft *self = MC_DRAFT (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  g_clear_pointer (&self->values, json_object_unref);
  G_OBJECT_CLASS (mc_draft_parent_class)->finalize (object);
}

static void
mc_draft_class_init (McDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mc_draft_get_property;
  object_class->set_property = mc_draft_set_property;
  object_class->finalize = mc_draft_finalize;

  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_SAVED_AT] =
      g_param_spec_boxed ("saved-at", NULL, NULL, G_TYPE_DATE_TIME, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_VALUES] = g_param_spec_boxed ("values", NULL, NULL, JSON_TYPE_OBJECT, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_draft_init (McDraft *self)
{
}

const char *
mc_draft_get_key (McDraft *self)
{
  g_return_val_if_fail (MC_IS_DRAFT (self), NULL);
  return self->key;
}

GDateTime *
mc_draft_get_saved_at (McDraft *self)
{
  g_return_val_if_fail (MC_IS_DRAFT (self), NULL);
  return self->saved_at;
}

JsonObject *
mc_draft_get_values (McDraft *self)
{
  g_return_val_if_fail (MC_IS_DRAFT (self), NULL);
  return self->values;
}
