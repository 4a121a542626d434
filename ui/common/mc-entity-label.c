/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-entity-label.h"

struct _McEntityLabel
{
  AdwBin parent_instance;

  McEntity *entity;
  gulong notify;
  char *field;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (McEntityLabel, mc_entity_label, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ENTITY,
  PROP_FIELD,
  PROP_XALIGN,
  PROP_WRAP,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
show (McEntityLabel *self)
{
  g_autofree char *text = NULL;

  if (self->entity != NULL && self->field != NULL)
    text = mc_entity_format (self->entity, self->field);
  gtk_label_set_label (self->label, text != NULL ? text : "");
}

static void
set_entity (McEntityLabel *self, McEntity *entity)
{
  if (self->entity == entity)
    return;
  g_clear_signal_handler (&self->notify, self->entity);
  g_set_object (&self->entity, entity);
  if (entity != NULL)
    self->notify = g_signal_connect_swapped (entity, "notify", G_CALLBACK (show), self);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTITY]);
}

static void
mc_entity_label_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McEntityLabel *self = MC_ENTITY_LABEL (object);

  switch (id)
    {
    case PROP_ENTITY:
      g_value_set_object (value, self->entity);
      break;
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_XALIGN:
      g_value_set_float (value, gtk_label_get_xalign (self->label));
      break;
    case PROP_WRAP:
      g_value_set_boolean (value, gtk_label_get_wrap (self->label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_entity_label_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McEntityLabel *self = MC_ENTITY_LABEL (object);

  switch (id)
    {
    case PROP_ENTITY:
      set_entity (self, g_value_get_object (value));
      break;
    case PROP_FIELD:
      if (g_set_str (&self->field, g_value_get_string (value)))
        show (self);
      break;
    case PROP_XALIGN:
      gtk_label_set_xalign (self->label, g_value_get_float (value));
      break;
    case PROP_WRAP:
      gtk_label_set_wrap (self->label, g_value_get_boolean (value));
      gtk_label_set_ellipsize (self->label, g_value_get_boolean (value) ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_entity_label_dispose (GObject *object)
{
  McEntityLabel *self = MC_ENTITY_LABEL (object);

  g_clear_signal_handler (&self->notify, self->entity);
  g_clear_object (&self->entity);
  G_OBJECT_CLASS (mc_entity_label_parent_class)->dispose (object);
}

static void
mc_entity_label_finalize (GObject *object)
{
  g_free (MC_ENTITY_LABEL (object)->field);
  G_OBJECT_CLASS (mc_entity_label_parent_class)->finalize (object);
}

static void
mc_entity_label_class_init (McEntityLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mc_entity_label_get_property;
  object_class->set_property = mc_entity_label_set_property;
  object_class->dispose = mc_entity_label_dispose;
  object_class->finalize = mc_entity_label_finalize;

  properties[PROP_ENTITY] = g_param_spec_object ("entity", NULL, NULL, MC_TYPE_ENTITY, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  properties[PROP_XALIGN] = g_param_spec_float ("xalign", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_WRAP] = g_param_spec_boolean ("wrap", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_entity_label_init (McEntityLabel *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
}
