/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-table-bin.h"

typedef struct
{
  char *table;
} McTableBinPrivate;

enum
{
  PROP_TABLE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (McTableBin, mc_table_bin, ADW_TYPE_BIN)

static McTableBinPrivate *
get_private (gpointer self)
{
  return mc_table_bin_get_instance_private (MC_TABLE_BIN (self));
}

static void
mc_table_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TABLE:
      g_value_set_string (value, get_private (object)->table);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_table_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TABLE:
      g_set_str (&get_private (object)->table, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_table_bin_finalize (GObject *object)
{
  g_free (get_private (object)->table);
  G_OBJECT_CLASS (mc_table_bin_parent_class)->finalize (object);
}

static void
mc_table_bin_class_init (McTableBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_table_bin_get_property;
  object_class->set_property = mc_table_bin_set_property;
  object_class->finalize = mc_table_bin_finalize;
  properties[PROP_TABLE] = g_param_spec_string ("table", NULL, NULL, "",
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_table_bin_init (McTableBin *self)
{
}

const char *
mc_table_bin_get_table (McTableBin *self)
{
  g_return_val_if_fail (MC_IS_TABLE_BIN (self), "");
  return get_private (self)->table;
}
