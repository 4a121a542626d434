/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-commit-result.h"

struct _McCommitResult
{
  GObject parent_instance;

  McChange *change;
  GListModel *warnings;
};

G_DEFINE_FINAL_TYPE (McCommitResult, mc_commit_result, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CHANGE,
  PROP_WARNINGS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
mc_commit_result_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McCommitResult *self = MC_COMMIT_RESULT (object);

  switch (id)
    {
    case PROP_CHANGE:
      g_value_set_object (value, self->change);
      break;
    case PROP_WARNINGS:
      g_value_set_object (value, self->warnings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_commit_result_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McCommitResult *self = MC_COMMIT_RESULT (object);

  switch (id)
    {
    case PROP_CHANGE:
      self->change = g_value_dup_object (value);
      break;
    case PROP_WARNINGS:
      self->warnings = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_commit_result_finalize (GObject *object)
{
  McCommitResult *self = MC_COMMIT_RESULT (object);

  g_clear_object (&self->change);
  g_clear_object (&self->warnings);
  G_OBJECT_CLASS (mc_commit_result_parent_class)->finalize (object);
}

static void
mc_commit_result_class_init (McCommitResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mc_commit_result_get_property;
  object_class->set_property = mc_commit_result_set_property;
  object_class->finalize = mc_commit_result_finalize;

  properties[PROP_CHANGE] = g_param_spec_object ("change", NULL, NULL, MC_TYPE_CHANGE, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_WARNINGS] =
      g_param_spec_object ("warnings", NULL, NULL, G_TYPE_LIST_MODEL, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_commit_result_init (McCommitResult *self)
{
}
