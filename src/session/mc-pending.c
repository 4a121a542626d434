/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pending.h"

struct _McPending
{
  GObject parent_instance;

  char *id;
  McChange *change;
  GDateTime *saved_at;
  char *problem;
  char *mark;
};

G_DEFINE_FINAL_TYPE (McPending, mc_pending, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_CHANGE,
  PROP_SAVED_AT,
  PROP_PROBLEM,
  PROP_MARK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
mc_pending_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McPending *self = MC_PENDING (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_CHANGE:
      g_value_set_object (value, self->change);
      break;
    case PROP_SAVED_AT:
      g_value_set_boxed (value, self->saved_at);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_MARK:
      g_value_set_string (value, self->mark);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_pending_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McPending *self = MC_PENDING (object);

  switch (id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_CHANGE:
      self->change = g_value_dup_object (value);
      break;
    case PROP_SAVED_AT:
      self->saved_at = g_value_dup_boxed (value);
      break;
    case PROP_PROBLEM:
      if (g_set_str (&self->problem, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_MARK:
      if (g_set_str (&self->mark, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_pending_finalize (GObject *object)
{
  McPending *self = MC_PENDING (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->change);
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->mark, g_free);
  G_OBJECT_CLASS (mc_pending_parent_class)->finalize (object);
}

static void
mc_pending_class_init (McPendingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mc_pending_get_property;
  object_class->set_property = mc_pending_set_property;
  object_class->finalize = mc_pending_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_CHANGE] = g_param_spec_object ("change", NULL, NULL, MC_TYPE_CHANGE, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_SAVED_AT] =
      g_param_spec_boxed ("saved-at", NULL, NULL, G_TYPE_DATE_TIME, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT);
  properties[PROP_MARK] = g_param_spec_string ("mark", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_pending_init (McPending *self)
{
}

const char *
mc_pending_get_id (McPending *self)
{
  g_return_val_if_fail (MC_IS_PENDING (self), NULL);
  return self->id;
}

McChange *
mc_pending_get_change (McPending *self)
{
  g_return_val_if_fail (MC_IS_PENDING (self), NULL);
  return self->change;
}

GDateTime *
mc_pending_get_saved_at (McPending *self)
{
  g_return_val_if_fail (MC_IS_PENDING (self), NULL);
  return self->saved_at;
}

const char *
mc_pending_get_problem (McPending *self)
{
  g_return_val_if_fail (MC_IS_PENDING (self), NULL);
  return self->problem;
}

const char *
mc_pending_get_mark (McPending *self)
{
  g_return_val_if_fail (MC_IS_PENDING (self), NULL);
  return self->mark;
}

const char *
mc_pending_get_label (McPending *self)
{
  g_return_val_if_fail (MC_IS_PENDING (self), NULL);
  return mc_change_get_label (self->change);
}
