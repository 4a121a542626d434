/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-difference.h"

G_DEFINE_FINAL_TYPE (McRosterDifference, mc_roster_difference, G_TYPE_OBJECT)

enum
{
  PROP_ORDER = 1,
  PROP_HEADING,
  PROP_WHEN,
  PROP_BEFORE,
  PROP_AFTER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
mc_roster_difference_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McRosterDifference *self = MC_ROSTER_DIFFERENCE (object);

  switch (id)
    {
    case PROP_ORDER:
      g_value_set_uint (value, self->order);
      break;
    case PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;
    case PROP_WHEN:
      g_value_set_string (value, self->when);
      break;
    case PROP_BEFORE:
      g_value_set_string (value, self->before);
      break;
    case PROP_AFTER:
      g_value_set_string (value, self->after);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_roster_difference_finalize (GObject *object)
{
  McRosterDifference *self = MC_ROSTER_DIFFERENCE (object);

  g_free (self->name);
  g_free (self->heading);
  g_free (self->when);
  g_free (self->before);
  g_free (self->after);
  G_OBJECT_CLASS (mc_roster_difference_parent_class)->finalize (object);
}

static void
mc_roster_difference_class_init (McRosterDifferenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mc_roster_difference_get_property;
  object_class->finalize = mc_roster_difference_finalize;
  properties[PROP_ORDER] = g_param_spec_uint ("order", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  properties[PROP_WHEN] = g_param_spec_string ("when", NULL, NULL, NULL, flags);
  properties[PROP_BEFORE] = g_param_spec_string ("before", NULL, NULL, NULL, flags);
  properties[PROP_AFTER] = g_param_spec_string ("after", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_roster_difference_init (McRosterDifference *self)
{
}

McRosterDifference *
mc_roster_difference_new (void)
{
  return g_object_new (MC_TYPE_ROSTER_DIFFERENCE, NULL);
}
