/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-conflict-field.h"

struct _McConflictField
{
  GObject parent_instance;

  char *key;
  char *label;
  char *base;
  char *mine;
  char *theirs;
  gboolean clash;
  McChoice choice;
};

G_DEFINE_FINAL_TYPE (McConflictField, mc_conflict_field, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_KEY,
  PROP_LABEL,
  PROP_BASE,
  PROP_MINE,
  PROP_THEIRS,
  PROP_CLASH,
  PROP_CHOICE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
mc_conflict_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McConflictField *self = MC_CONFLICT_FIELD (object);

  switch (id)
    {
    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_BASE:
      g_value_set_string (value, self->base);
      break;
    case PROP_MINE:
      g_value_set_string (value, self->mine);
      break;
    case PROP_THEIRS:
      g_value_set_string (value, self->theirs);
      break;
    case PROP_CLASH:
      g_value_set_boolean (value, self->clash);
      break;
    case PROP_CHOICE:
      g_value_set_int (value, self->choice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_conflict_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McConflictField *self = MC_CONFLICT_FIELD (object);

  switch (id)
    {
    case PROP_KEY:
      self->key = g_value_dup_string (value);
      break;
    case PROP_LABEL:
      self->label = g_value_dup_string (value);
      break;
    case PROP_BASE:
      self->base = g_value_dup_string (value);
      break;
    case PROP_MINE:
      self->mine = g_value_dup_string (value);
      break;
    case PROP_THEIRS:
      self->theirs = g_value_dup_string (value);
      break;
    case PROP_CLASH:
      self->clash = g_value_get_boolean (value);
      break;
    case PROP_CHOICE:
      if (self->choice != (McChoice)g_value_get_int (value))
        {
          self->choice = (McChoice)g_value_get_int (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_conflict_field_finalize (GObject *object)
{
  McConflictField *self = MC_CONFLICT_FIELD (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->mine, g_free);
  g_clear_pointer (&self->theirs, g_free);
  G_OBJECT_CLASS (mc_conflict_field_parent_class)->finalize (object);
}

static void
mc_conflict_field_class_init (McConflictFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mc_conflict_field_get_property;
  object_class->set_property = mc_conflict_field_set_property;
  object_class->finalize = mc_conflict_field_finalize;

  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_BASE] = g_param_spec_string ("base", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_MINE] = g_param_spec_string ("mine", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_THEIRS] = g_param_spec_string ("theirs", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_CLASH] = g_param_spec_boolean ("clash", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_CHOICE] = g_param_spec_int ("choice", NULL, NULL, G_MININT, G_MAXINT, 0, flags | G_PARAM_CONSTRUCT);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_conflict_field_init (McConflictField *self)
{
}

const char *
mc_conflict_field_get_key (McConflictField *self)
{
  g_return_val_if_fail (MC_IS_CONFLICT_FIELD (self), NULL);
  return self->key;
}

const char *
mc_conflict_field_get_label (McConflictField *self)
{
  g_return_val_if_fail (MC_IS_CONFLICT_FIELD (self), NULL);
  return self->label;
}

const char *
mc_conflict_field_get_base (McConflictField *self)
{
  g_return_val_if_fail (MC_IS_CONFLICT_FIELD (self), NULL);
  return self->base;
}

const char *
mc_conflict_field_get_mine (McConflictField *self)
{
  g_return_val_if_fail (MC_IS_CONFLICT_FIELD (self), NULL);
  return self->mine;
}

const char *
mc_conflict_field_get_theirs (McConflictField *self)
{
  g_return_val_if_fail (MC_IS_CONFLICT_FIELD (self), NULL);
  return self->theirs;
}

gboolean
mc_conflict_field_get_clash (McConflictField *self)
{
  g_return_val_if_fail (MC_IS_CONFLICT_FIELD (self), 0);
  return self->clash;
}

McChoice
mc_conflict_field_get_choice (McConflictField *self)
{
  g_return_val_if_fail (MC_IS_CONFLICT_FIELD (self), 0);
  return self->choice;
}

void
mc_conflict_field_set_choice (McConflictField *self, McChoice choice)
{
  g_object_set (self, "choice", (int)choice, NULL);
}
