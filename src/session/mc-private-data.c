/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-private-data.h"

struct _McPrivateData
{
  GObject parent_instance;

  McDay birth_date;
  char *identity_no;
  char *home_address;
  char *private_phone;
};

G_DEFINE_FINAL_TYPE (McPrivateData, mc_private_data, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_BIRTH_DATE,
  PROP_IDENTITY_NO,
  PROP_HOME_ADDRESS,
  PROP_PRIVATE_PHONE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
mc_private_data_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McPrivateData *self = MC_PRIVATE_DATA (object);

  switch (id)
    {
    case PROP_BIRTH_DATE:
      g_value_set_int (value, self->birth_date);
      break;
    case PROP_IDENTITY_NO:
      g_value_set_string (value, self->identity_no);
      break;
    case PROP_HOME_ADDRESS:
      g_value_set_string (value, self->home_address);
      break;
    case PROP_PRIVATE_PHONE:
      g_value_set_string (value, self->private_phone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_private_data_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McPrivateData *self = MC_PRIVATE_DATA (object);

  switch (id)
    {
    case PROP_BIRTH_DATE:
      if (self->birth_date != (McDay)g_value_get_int (value))
        {
          self->birth_date = (McDay)g_value_get_int (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_IDENTITY_NO:
      if (g_set_str (&self->identity_no, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_HOME_ADDRESS:
      if (g_set_str (&self->home_address, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PRIVATE_PHONE:
      if (g_set_str (&self->private_phone, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_private_data_finalize (GObject *object)
{
  McPrivateData *self = MC_PRIVATE_DATA (object);

  g_clear_pointer (&self->identity_no, g_free);
  g_clear_pointer (&self->home_address, g_free);
  g_clear_pointer (&self->private_phone, g_free);
  G_OBJECT_CLASS (mc_private_data_parent_class)->finalize (object);
}

static void
mc_private_data_class_init (McPrivateDataClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mc_private_data_get_property;
  object_class->set_property = mc_private_data_set_property;
  object_class->finalize = mc_private_data_finalize;

  properties[PROP_BIRTH_DATE] =
      g_param_spec_int ("birth-date", NULL, NULL, G_MININT, G_MAXINT, MC_DAY_NONE, flags | G_PARAM_CONSTRUCT);
  properties[PROP_IDENTITY_NO] = g_param_spec_string ("identity-no", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT);
  properties[PROP_HOME_ADDRESS] = g_param_spec_string ("home-address", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT);
  properties[PROP_PRIVATE_PHONE] = g_param_spec_string ("private-phone", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_private_data_init (McPrivateData *self)
{
}

McDay
mc_private_data_get_birth_date (McPrivateData *self)
{
  g_return_val_if_fail (MC_IS_PRIVATE_DATA (self), MC_DAY_NONE);
  return self->birth_date;
}

const char *
mc_private_data_get_identity_no (McPrivateData *self)
{
  g_return_val_if_fail (MC_IS_PRIVATE_DATA (self), NULL);
  return self->identity_no;
}

const char *
mc_private_data_get_home_address (McPrivateData *self)
{
  g_return_val_if_fail (MC_IS_PRIVATE_DATA (self), NULL);
  return self->home_address;
}

const char *
mc_private_data_get_private_phone (McPrivateData *self)
{
  g_return_val_if_fail (MC_IS_PRIVATE_DATA (self), NULL);
  return self->private_phone;
}

McPrivateData *
mc_private_data_new (void)
{
  return g_object_new (MC_TYPE_PRIVATE_DATA, NULL);
}
