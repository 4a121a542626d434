/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-page.h"

typedef struct
{
  char *title;
  char *subtitle;
  char *primary_label;
  char *primary_icon;
  char *primary_action;
  gboolean primary_enabled;
  gboolean writes_at_day;
  McSession *session;
  McDay as_of;
  guint badge;
  gboolean complete;
} McPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (McPage, mc_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_PRIMARY_LABEL,
  PROP_PRIMARY_ICON,
  PROP_PRIMARY_ACTION,
  PROP_PRIMARY_ENABLED,
  PROP_WRITES_AT_DAY,
  PROP_SESSION,
  PROP_AS_OF,
  PROP_BADGE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

#define PRIVATE(self) ((McPagePrivate *)mc_page_get_instance_private (self))

static void
set_string (McPage *self, char **field, const char *value, guint property)
{
  if (g_set_str (field, value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_boolean (McPage *self, gboolean *field, gboolean value, guint property)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
mc_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McPagePrivate *priv = PRIVATE (MC_PAGE (object));

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle);
      break;
    case PROP_PRIMARY_LABEL:
      g_value_set_string (value, priv->primary_label);
      break;
    case PROP_PRIMARY_ICON:
      g_value_set_string (value, priv->primary_icon);
      break;
    case PROP_PRIMARY_ACTION:
      g_value_set_string (value, priv->primary_action);
      break;
    case PROP_PRIMARY_ENABLED:
      g_value_set_boolean (value, priv->primary_enabled);
      break;
    case PROP_WRITES_AT_DAY:
      g_value_set_boolean (value, priv->writes_at_day);
      break;
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_AS_OF:
      g_value_set_int (value, priv->as_of);
      break;
    case PROP_BADGE:
      g_value_set_uint (value, priv->badge);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McPage *self = MC_PAGE (object);
  McPagePrivate *priv = PRIVATE (self);

  switch (id)
    {
    case PROP_TITLE:
      mc_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      mc_page_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_PRIMARY_LABEL:
      set_string (self, &priv->primary_label, g_value_get_string (value), id);
      break;
    case PROP_PRIMARY_ICON:
      set_string (self, &priv->primary_icon, g_value_get_string (value), id);
      break;
    case PROP_PRIMARY_ACTION:
      set_string (self, &priv->primary_action, g_value_get_string (value), id);
      break;
    case PROP_PRIMARY_ENABLED:
      mc_page_set_primary_enabled (self, g_value_get_boolean (value));
      break;
    case PROP_WRITES_AT_DAY:
      set_boolean (self, &priv->writes_at_day, g_value_get_boolean (value), id);
      break;
    case PROP_SESSION:
      mc_page_set_session (self, g_value_get_object (value));
      break;
    case PROP_AS_OF:
      mc_page_set_as_of (self, g_value_get_int (value));
      break;
    case PROP_BADGE:
      mc_page_set_badge (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_page_dispose (GObject *object)
{
  McPagePrivate *priv = PRIVATE (MC_PAGE (object));

  g_clear_object (&priv->session);
  G_OBJECT_CLASS (mc_page_parent_class)->dispose (object);
}

static void
mc_page_finalize (GObject *object)
{
  McPagePrivate *priv = PRIVATE (MC_PAGE (object));

  g_free (priv->title);
  g_free (priv->subtitle);
  g_free (priv->primary_label);
  g_free (priv->primary_icon);
  g_free (priv->primary_action);
  G_OBJECT_CLASS (mc_page_parent_class)->finalize (object);
}

static void
mc_page_class_init (McPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mc_page_get_property;
  object_class->set_property = mc_page_set_property;
  object_class->dispose = mc_page_dispose;
  object_class->finalize = mc_page_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_PRIMARY_LABEL] = g_param_spec_string ("primary-label", NULL, NULL, NULL, flags);
  properties[PROP_PRIMARY_ICON] = g_param_spec_string ("primary-icon", NULL, NULL, NULL, flags);
  properties[PROP_PRIMARY_ACTION] = g_param_spec_string ("primary-action", NULL, NULL, NULL, flags);
  properties[PROP_PRIMARY_ENABLED] = g_param_spec_boolean ("primary-enabled", NULL, NULL, TRUE, flags);
  properties[PROP_WRITES_AT_DAY] = g_param_spec_boolean ("writes-at-day", NULL, NULL, FALSE, flags);
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, MC_TYPE_SESSION, flags);
  properties[PROP_AS_OF] = g_param_spec_int ("as-of", NULL, NULL, G_MININT32, G_MAXINT32, MC_DAY_NONE, flags);
  properties[PROP_BADGE] = g_param_spec_uint ("badge", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_page_init (McPage *self)
{
  McPagePrivate *priv = PRIVATE (self);

  priv->as_of = MC_DAY_NONE;
  priv->primary_enabled = TRUE;
}

const char *
mc_page_get_title (McPage *self)
{
  g_return_val_if_fail (MC_IS_PAGE (self), NULL);
  return PRIVATE (self)->title;
}

void
mc_page_set_title (McPage *self, const char *title)
{
  g_return_if_fail (MC_IS_PAGE (self));
  set_string (self, &PRIVATE (self)->title, title, PROP_TITLE);
}

const char *
mc_page_get_subtitle (McPage *self)
{
  g_return_val_if_fail (MC_IS_PAGE (self), NULL);
  return PRIVATE (self)->subtitle;
}

void
mc_page_set_subtitle (McPage *self, const char *subtitle)
{
  g_return_if_fail (MC_IS_PAGE (self));
  set_string (self, &PRIVATE (self)->subtitle, subtitle, PROP_SUBTITLE);
}

void
mc_page_set_primary_enabled (McPage *self, gboolean enabled)
{
  g_return_if_fail (MC_IS_PAGE (self));
  set_boolean (self, &PRIVATE (self)->primary_enabled, enabled, PROP_PRIMARY_ENABLED);
}

guint
mc_page_get_badge (McPage *self)
{
  g_return_val_if_fail (MC_IS_PAGE (self), 0);
  return PRIVATE (self)->badge;
}

void
mc_page_set_badge (McPage *self, guint badge)
{
  McPagePrivate *priv = PRIVATE (self);

  g_return_if_fail (MC_IS_PAGE (self));
  if (priv->badge == badge)
    return;
  priv->badge = badge;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BADGE]);
}

McSession *
mc_page_get_session (McPage *self)
{
  g_return_val_if_fail (MC_IS_PAGE (self), NULL);
  return PRIVATE (self)->session;
}

void
mc_page_set_session (McPage *self, McSession *session)
{
  McPagePrivate *priv = PRIVATE (self);
  McPageClass *klass = MC_PAGE_GET_CLASS (self);

  g_return_if_fail (MC_IS_PAGE (self));
  if (!g_set_object (&priv->session, session))
    return;
  if (klass->set_session != NULL)
    klass->set_session (self, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

McDay
mc_page_get_as_of (McPage *self)
{
  g_return_val_if_fail (MC_IS_PAGE (self), MC_DAY_NONE);
  return PRIVATE (self)->as_of;
}

void
mc_page_set_as_of (McPage *self, McDay day)
{
  McPagePrivate *priv = PRIVATE (self);
  McPageClass *klass = MC_PAGE_GET_CLASS (self);

  g_return_if_fail (MC_IS_PAGE (self));
  if (priv->as_of == day)
    return;
  priv->as_of = day;
  if (klass->set_as_of != NULL)
    klass->set_as_of (self, day);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_OF]);
}

gboolean
mc_page_open (McPage *self, const char *target)
{
  McPageClass *klass = MC_PAGE_GET_CLASS (self);

  g_return_val_if_fail (MC_IS_PAGE (self), FALSE);
  return klass->open != NULL && klass->open (self, target);
}

gboolean
mc_page_go_back (McPage *self)
{
  McPageClass *klass = MC_PAGE_GET_CLASS (self);

  g_return_val_if_fail (MC_IS_PAGE (self), FALSE);
  return klass->go_back != NULL && klass->go_back (self);
}

gboolean
mc_page_grab_search (McPage *self)
{
  McPageClass *klass = MC_PAGE_GET_CLASS (self);

  g_return_val_if_fail (MC_IS_PAGE (self), FALSE);
  return klass->grab_search != NULL && klass->grab_search (self);
}

gboolean
mc_page_activate_primary (McPage *self)
{
  McPagePrivate *priv = PRIVATE (self);

  g_return_val_if_fail (MC_IS_PAGE (self), FALSE);
  if (priv->primary_action == NULL || priv->primary_label == NULL || !priv->primary_enabled)
    return FALSE;
  return gtk_widget_activate_action_variant (GTK_WIDGET (self), priv->primary_action, NULL);
}

gboolean
mc_page_get_complete (McPage *self)
{
  g_return_val_if_fail (MC_IS_PAGE (self), FALSE);
  return PRIVATE (self)->complete;
}

void
mc_page_set_complete (McPage *self, gboolean complete)
{
  g_return_if_fail (MC_IS_PAGE (self));
  PRIVATE (self)->complete = complete;
}
