/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-test-step.h"

struct _McTestStep
{
  GObject parent_instance;

  char *title;
  McTestOutcome outcome;
  char *detail;
  char *remedy;
};

G_DEFINE_FINAL_TYPE (McTestStep, mc_test_step, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_OUTCOME,
  PROP_DETAIL,
  PROP_REMEDY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
mc_test_step_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McTestStep *self = MC_TEST_STEP (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_OUTCOME:
      g_value_set_int (value, self->outcome);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_REMEDY:
      g_value_set_string (value, self->remedy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_test_step_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McTestStep *self = MC_TEST_STEP (object);

  switch (id)
    {
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    case PROP_OUTCOME:
      self->outcome = (McTestOutcome)g_value_get_int (value);
      break;
    case PROP_DETAIL:
      self->detail = g_value_dup_string (value);
      break;
    case PROP_REMEDY:
      self->remedy = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_test_step_finalize (GObject *object)
{
  McTestStep *self = MC_TEST_STEP (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);
  g_clear_pointer (&self->remedy, g_free);
  G_OBJECT_CLASS (mc_test_step_parent_class)->finalize (object);
}

static void
mc_test_step_class_init (McTestStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mc_test_step_get_property;
  object_class->set_property = mc_test_step_set_property;
  object_class->finalize = mc_test_step_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_OUTCOME] =
      g_param_spec_int ("outcome", NULL, NULL, G_MININT, G_MAXINT, 0, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_REMEDY] = g_param_spec_string ("remedy", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_test_step_init (McTestStep *self)
{
}

const char *
mc_test_step_get_title (McTestStep *self)
{
  g_return_val_if_fail (MC_IS_TEST_STEP (self), NULL);
  return self->title;
}

McTestOutcome
mc_test_step_get_outcome (McTestStep *self)
{
  g_return_val_if_fail (MC_IS_TEST_STEP (self), 0);
  return self->outcome;
}

const char *
mc_test_step_get_detail (McTestStep *self)
{
  g_return_val_if_fail (MC_IS_TEST_STEP (self), NULL);
  return self->detail;
}
