/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-search-hit.h"

struct _McSearchHit
{
  GObject parent_instance;

  McSearchKind kind;
  char *title;
  char *subtitle;
  char *icon_name;
  char *target;
};

G_DEFINE_FINAL_TYPE (McSearchHit, mc_search_hit, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_ICON_NAME,
  PROP_TARGET,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
mc_search_hit_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McSearchHit *self = MC_SEARCH_HIT (object);

  switch (id)
    {
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_TARGET:
      g_value_set_string (value, self->target);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_search_hit_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McSearchHit *self = MC_SEARCH_HIT (object);

  switch (id)
    {
    case PROP_KIND:
      self->kind = (McSearchKind)g_value_get_int (value);
      break;
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    case PROP_SUBTITLE:
      self->subtitle = g_value_dup_string (value);
      break;
    case PROP_ICON_NAME:
      self->icon_name = g_value_dup_string (value);
      break;
    case PROP_TARGET:
      self->target = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_search_hit_finalize (GObject *object)
{
  McSearchHit *self = MC_SEARCH_HIT (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->icon_name, g_free);
  g_clear_pointer (&self->target, g_free);
  G_OBJECT_CLASS (mc_search_hit_parent_class)->finalize (object);
}

static void
mc_search_hit_class_init (McSearchHitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mc_search_hit_get_property;
  object_class->set_property = mc_search_hit_set_property;
  object_class->finalize = mc_search_hit_finalize;

  properties[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, G_MININT, G_MAXINT, 0, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TARGET] = g_param_spec_string ("target", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_search_hit_init (McSearchHit *self)
{
}

McSearchKind
mc_search_hit_get_kind (McSearchHit *self)
{
  g_return_val_if_fail (MC_IS_SEARCH_HIT (self), 0);
  return self->kind;
}

const char *
mc_search_hit_get_title (McSearchHit *self)
{
  g_return_val_if_fail (MC_IS_SEARCH_HIT (self), NULL);
  return self->title;
}

const char *
mc_search_hit_get_subtitle (McSearchHit *self)
{
  g_return_val_if_fail (MC_IS_SEARCH_HIT (self), NULL);
  return self->subtitle;
}

const char *
mc_search_hit_get_target (McSearchHit *self)
{
  g_return_val_if_fail (MC_IS_SEARCH_HIT (self), NULL);
  return self->target;
}

McSearchHit *
mc_search_hit_new (
    McSearchKind kind, const char *title, const char *subtitle, const char *icon_name, const char *target)
{
  g_return_val_if_fail (title && target, NULL);
  return g_object_new (MC_TYPE_SEARCH_HIT, "kind", (int)kind, "title", title, "subtitle", subtitle, "icon-name",
                       icon_name, "target", target, NULL);
}
