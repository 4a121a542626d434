/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-nav-item.h"

#include <glib/gi18n.h>

struct _McNavItem
{
  GObject parent_instance;

  const McPageEntry *entry;
  guint badge;
  gboolean compact;
};

G_DEFINE_FINAL_TYPE (McNavItem, mc_nav_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SECTION,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_BADGE,
  PROP_BADGE_TEXT,
  PROP_COMPACT,
  PROP_DESCRIPTION,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static char *
describe (McNavItem *self)
{
  if (self->badge == 0)
    return g_strdup (mc_nav_item_get_title (self));
  return g_strdup_printf (ngettext ("%s, %u item", "%s, %u items", self->badge), mc_nav_item_get_title (self),
                          self->badge);
}

static void
mc_nav_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McNavItem *self = MC_NAV_ITEM (object);

  switch (id)
    {
    case PROP_SECTION:
      g_value_set_string (value, mc_nav_item_get_section (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, mc_nav_item_get_title (self));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->entry->icon_name);
      break;
    case PROP_BADGE:
      g_value_set_uint (value, self->badge);
      break;
    case PROP_BADGE_TEXT:
      g_value_take_string (value, self->badge > 0 ? g_strdup_printf ("%u", self->badge) : NULL);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    case PROP_DESCRIPTION:
      g_value_take_string (value, describe (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_nav_item_class_init (McNavItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mc_nav_item_get_property;

  properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_BADGE] = g_param_spec_uint ("badge", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_BADGE_TEXT] = g_param_spec_string ("badge-text", NULL, NULL, NULL, flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_nav_item_init (McNavItem *self)
{
}

McNavItem *
mc_nav_item_new (const McPageEntry *entry)
{
  McNavItem *self = g_object_new (MC_TYPE_NAV_ITEM, NULL);

  self->entry = entry;
  return self;
}

const McPageEntry *
mc_nav_item_get_entry (McNavItem *self)
{
  g_return_val_if_fail (MC_IS_NAV_ITEM (self), NULL);
  return self->entry;
}

const char *
mc_nav_item_get_section (McNavItem *self)
{
  g_return_val_if_fail (MC_IS_NAV_ITEM (self), NULL);
  return _ (self->entry->section);
}

const char *
mc_nav_item_get_title (McNavItem *self)
{
  g_return_val_if_fail (MC_IS_NAV_ITEM (self), NULL);
  return _ (self->entry->title);
}

void
mc_nav_item_set_badge (McNavItem *self, guint badge)
{
  g_return_if_fail (MC_IS_NAV_ITEM (self));
  if (self->badge == badge)
    return;
  self->badge = badge;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BADGE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BADGE_TEXT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

void
mc_nav_item_set_compact (McNavItem *self, gboolean compact)
{
  g_return_if_fail (MC_IS_NAV_ITEM (self));
  if (self->compact == compact)
    return;
  self->compact = compact;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}
