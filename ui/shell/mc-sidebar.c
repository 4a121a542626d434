/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-sidebar.h"

#include <glib/gi18n.h>

#include "mc-lazy-menu.h"
#include "mc-nav-selection.h"

struct _McSidebar
{
  AdwBin parent_instance;

  McSession *session;
  GSignalGroup *session_signals;
  gboolean compact;

  McNavSelection *selection;
  GtkFlattenListModel *sections;
  GtkWidget *foot;
  GMenuModel *foot_menu;
  GtkWidget *dot;
  GtkLabel *server;
  GtkLabel *person;
};

G_DEFINE_FINAL_TYPE (McSidebar, mc_sidebar, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  PAGE_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static char *
heading_name (McSidebar *self, gboolean compact)
{
  return g_strdup (compact ? "line" : "heading");
}

static gboolean
not_compact (McSidebar *self, gboolean compact)
{
  return !compact;
}

/* Made when wanted: on X11 each tooltip that is set asks the server where the pointer is, several times over. */
static gboolean
title_tip_cb (GtkListItem *item, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, mc_nav_item_get_title (gtk_list_item_get_item (item)));
  return TRUE;
}

static gboolean
badge_beside (McSidebar *self, gboolean compact, guint badge)
{
  return !compact && badge > 0;
}

static gboolean
badge_over (McSidebar *self, gboolean compact, guint badge)
{
  return compact && badge > 0;
}

static void
activate_cb (McSidebar *self, guint position)
{
  g_autoptr (McNavItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[PAGE_ACTIVATED], 0, item);
}

/* Consecutive entries of one section become one child list, which the flatten model shows as a section. */
static void
fill (McSidebar *self)
{
  g_autoptr (GListStore) all = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListStore) section = NULL;
  const McPageEntry *entries;
  gsize n_entries;

  entries = mc_page_table_get (&n_entries);
  for (gsize i = 0; i < n_entries; i++)
    {
      g_autoptr (McNavItem) item = mc_nav_item_new (&entries[i]);

      if (i == 0 || !g_str_equal (entries[i].section, entries[i - 1].section))
        {
          g_clear_object (&section);
          section = g_list_store_new (MC_TYPE_NAV_ITEM);
          g_list_store_append (all, section);
        }
      g_list_store_append (section, item);
    }
  gtk_flatten_list_model_set_model (self->sections, G_LIST_MODEL (all));
}

static void
set_compact (McSidebar *self, gboolean compact)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->sections));

  if (self->compact == compact)
    return;
  self->compact = compact;
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (McNavItem) item = g_list_model_get_item (G_LIST_MODEL (self->sections), i);
      mc_nav_item_set_compact (item, compact);
    }
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

static void
show_session (McSidebar *self)
{
  g_autofree char *who = NULL;
  g_autofree char *group = NULL;
  g_autofree char *spoken = NULL;
  const char *state = "offline";
  const char *dots[] = { "mc-dot", state, NULL };
  McSessionState session_state;

  if (self->session == NULL)
    return;
  session_state = mc_session_get_state (self->session);
  state = session_state == MC_SESSION_ONLINE       ? "online"
          : session_state == MC_SESSION_CONNECTING ? "waiting"
                                                   : "offline";
  dots[1] = state;
  gtk_widget_set_css_classes (self->dot, dots);
  gtk_label_set_label (GTK_LABEL (self->dot), session_state == MC_SESSION_ONLINE       ? "●"
                                              : session_state == MC_SESSION_CONNECTING ? "◐"
                                                                                       : "○");

  g_object_get (self->session, "group-label", &group, NULL);
  who = g_strdup_printf ("%s · %s", mc_session_get_user_name (self->session), group);
  gtk_label_set_label (self->server, mc_session_get_server_label (self->session));
  gtk_label_set_label (self->person, who);

  spoken = g_strdup_printf ("%s, %s, %s", mc_session_get_server_label (self->session),
                            session_state == MC_SESSION_ONLINE ? _ ("connected") : _ ("not connected"), who);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->foot), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_tooltip_text (self->foot, spoken);
}

static void
mc_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McSidebar *self = MC_SIDEBAR (object);

  switch (id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McSidebar *self = MC_SIDEBAR (object);

  switch (id)
    {
    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_sidebar_dispose (GObject *object)
{
  McSidebar *self = MC_SIDEBAR (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_SIDEBAR);
  G_OBJECT_CLASS (mc_sidebar_parent_class)->dispose (object);
}

static void
mc_sidebar_class_init (McSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_sidebar_get_property;
  object_class->set_property = mc_sidebar_set_property;
  object_class->dispose = mc_sidebar_dispose;

  properties[PROP_COMPACT] = g_param_spec_boolean (
      "compact", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[PAGE_ACTIVATED] = g_signal_new ("page-activated", MC_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, MC_TYPE_NAV_ITEM);

  g_type_ensure (MC_TYPE_NAV_ITEM);
  g_type_ensure (MC_TYPE_NAV_SELECTION);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/shell/mc-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, McSidebar, selection);
  gtk_widget_class_bind_template_child (widget_class, McSidebar, sections);
  gtk_widget_class_bind_template_child (widget_class, McSidebar, foot);
  gtk_widget_class_bind_template_child (widget_class, McSidebar, foot_menu);
  gtk_widget_class_bind_template_child (widget_class, McSidebar, dot);
  gtk_widget_class_bind_template_child (widget_class, McSidebar, server);
  gtk_widget_class_bind_template_child (widget_class, McSidebar, person);
  gtk_widget_class_bind_template_callback (widget_class, heading_name);
  gtk_widget_class_bind_template_callback (widget_class, not_compact);
  gtk_widget_class_bind_template_callback (widget_class, title_tip_cb);
  gtk_widget_class_bind_template_callback (widget_class, badge_beside);
  gtk_widget_class_bind_template_callback (widget_class, badge_over);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
mc_sidebar_init (McSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mc_lazy_menu_set (GTK_MENU_BUTTON (self->foot), self->foot_menu);
  self->session_signals = g_signal_group_new (MC_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify", G_CALLBACK (show_session), self);
  fill (self);
}

void
mc_sidebar_set_session (McSidebar *self, McSession *session)
{
  g_return_if_fail (MC_IS_SIDEBAR (self));
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  show_session (self);
}

static guint
position_of (McSidebar *self, const char *page_name)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (McNavItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_str_equal (mc_nav_item_get_entry (item)->name, page_name))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

McNavItem *
mc_sidebar_find (McSidebar *self, const char *page_name)
{
  g_autoptr (McNavItem) item = NULL;

  g_return_val_if_fail (MC_IS_SIDEBAR (self), NULL);
  item = g_list_model_get_item (G_LIST_MODEL (self->selection), position_of (self, page_name));
  return item;
}

void
mc_sidebar_select (McSidebar *self, const char *page_name)
{
  g_return_if_fail (MC_IS_SIDEBAR (self));
  mc_nav_selection_set (self->selection, position_of (self, page_name));
}

McNavItem *
mc_sidebar_step (McSidebar *self, int step)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = mc_nav_selection_get (self->selection);
  g_autoptr (McNavItem) item = NULL;

  g_return_val_if_fail (MC_IS_SIDEBAR (self), NULL);
  position = position == GTK_INVALID_LIST_POSITION ? 0 : (guint)(((int)position + step + (int)n_items) % (int)n_items);
  item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  return item;
}
