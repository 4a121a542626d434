/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-frame.h"

#include <glib/gi18n.h>

#include "mc-as-of-control.h"
#include "mc-late-parts.h"
#include "mc-lazy-menu.h"
#include "mc-sidebar.h"

struct _McFrame
{
  AdwBin parent_instance;

  McSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *pending_signals;
  GSignalGroup *page_signals;
  guint count_source;
  GQueue visited; /* of McPageEntry: pages shown before, the latest at the tail */

  AdwOverlaySplitView *split;
  McSidebar *sidebar;
  GtkLabel *title;
  GtkLabel *subtitle;
  McAsOfControl *as_of;
  GtkWidget *primary_button;
  AdwButtonContent *primary_content;
  GtkMenuButton *menu_button;
  GMenuModel *main_menu;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  AdwBanner *offline_banner;
  AdwBanner *pending_banner;
  AdwBanner *as_of_banner;
  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (McFrame, mc_frame, ADW_TYPE_BIN)

static void
show_page_header (McFrame *self)
{
  McPage *page = mc_frame_get_page (self);
  g_autofree char *label = NULL;
  g_autofree char *icon = NULL;
  gboolean enabled = TRUE, writes_at_day = FALSE;

  if (page == NULL)
    return;
  g_object_get (page, "primary-label", &label, "primary-icon", &icon, "primary-enabled", &enabled, "writes-at-day",
                &writes_at_day, NULL);
  gtk_label_set_label (self->title, mc_page_get_title (page) != NULL ? mc_page_get_title (page) : "");
  gtk_label_set_label (self->subtitle, mc_page_get_subtitle (page) != NULL ? mc_page_get_subtitle (page) : "");
  gtk_widget_set_visible (self->primary_button, label != NULL);
  adw_button_content_set_label (self->primary_content, label != NULL ? label : "");
  adw_button_content_set_icon_name (self->primary_content, icon != NULL ? icon : "list-add-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->primary_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
  gtk_widget_set_tooltip_text (self->primary_button, label);
  gtk_widget_set_sensitive (self->primary_button, enabled && self->session != NULL &&
                                                      mc_session_get_can_write (self->session) &&
                                                      (writes_at_day || mc_session_get_as_of (self->session) ==
                                                                            mc_session_get_today (self->session)));
}

/* Only the hidden part of a "notify" tells which property changed; all of the header is cheap to show again. */
static void
page_notify_cb (McFrame *self, GParamSpec *pspec, McPage *page)
{
  if (g_str_equal (pspec->name, "badge"))
    return;
  show_page_header (self);
}

static void
badge_notify_cb (McFrame *self, GParamSpec *pspec, McPage *page)
{
  GtkStackPage *stack_page = gtk_stack_get_page (self->pages, GTK_WIDGET (page));
  McNavItem *item = mc_sidebar_find (self->sidebar, gtk_stack_page_get_name (stack_page));

  mc_nav_item_set_badge (item, mc_page_get_badge (page));
}

static McPage *
ensure_page (McFrame *self, const McPageEntry *entry)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, entry->name);

  if (page != NULL)
    return MC_PAGE (page);
  page = g_object_new (entry->get_type (), NULL);
  if (mc_page_get_title (MC_PAGE (page)) == NULL)
    mc_page_set_title (MC_PAGE (page), _ (entry->title));
  gtk_stack_add_named (self->pages, page, entry->name);
  g_signal_connect_object (page, "notify::badge", G_CALLBACK (badge_notify_cb), self, G_CONNECT_SWAPPED);
  if (self->session != NULL)
    {
      mc_page_set_as_of (MC_PAGE (page), mc_session_get_as_of (self->session));
      mc_page_set_session (MC_PAGE (page), self->session);
    }
  return MC_PAGE (page);
}

static void
show_page (McFrame *self, const McPageEntry *entry, gboolean remember)
{
  const char *shown = mc_frame_get_page_name (self);
  McPage *page = ensure_page (self, entry);

  if (remember && shown != NULL && !g_str_equal (shown, entry->name))
    {
      g_queue_push_tail (&self->visited, (gpointer)mc_page_table_find_target (shown));
      if (g_queue_get_length (&self->visited) > 50)
        g_queue_pop_head (&self->visited);
    }
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  mc_late_parts_watch (GTK_WIDGET (page));
  g_signal_group_set_target (self->page_signals, page);
  mc_sidebar_select (self->sidebar, entry->name);
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  show_page_header (self);
}

static void
page_activated_cb (McFrame *self, McNavItem *item)
{
  show_page (self, mc_nav_item_get_entry (item), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
primary_cb (McFrame *self)
{
  mc_frame_activate_primary (self);
}

static void
reconnect_cb (McFrame *self)
{
  if (self->session != NULL)
    mc_session_try_now (self->session);
}

static void
review_cb (McFrame *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.pending", NULL);
}

static void
today_cb (McFrame *self)
{
  if (self->session != NULL)
    mc_session_set_as_of (self->session, mc_session_get_today (self->session));
}

static void
show_pending (McFrame *self)
{
  GListModel *pending = self->session != NULL ? mc_session_get_pending (self->session) : NULL;
  guint n_pending = pending != NULL ? g_list_model_get_n_items (pending) : 0;
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("%u change waits for the server.", "%u changes wait for the server.", n_pending),
                          n_pending);
  adw_banner_set_title (self->pending_banner, text);
  adw_banner_set_revealed (self->pending_banner, n_pending > 0);
}

static void
show_undo (McFrame *self)
{
  g_autofree char *undo = NULL, *redo = NULL;
  g_autofree char *undo_tip = NULL, *redo_tip = NULL;

  g_object_get (self->session, "undo-label", &undo, "redo-label", &redo, NULL);
  undo_tip = undo != NULL ? g_strdup_printf (_ ("Undo: %s (Ctrl+Z)"), undo) : g_strdup (_ ("Undo (Ctrl+Z)"));
  redo_tip =
      redo != NULL ? g_strdup_printf (_ ("Redo: %s (Ctrl+Shift+Z)"), redo) : g_strdup (_ ("Redo (Ctrl+Shift+Z)"));
  gtk_widget_set_tooltip_text (self->undo_button, undo_tip);
  gtk_widget_set_tooltip_text (self->redo_button, redo_tip);
}

static void
show_as_of (McFrame *self)
{
  McDay today = mc_session_get_today (self->session), as_of = mc_session_get_as_of (self->session);
  g_autofree char *day = mc_day_format (as_of);
  g_autofree char *text = NULL;

  mc_as_of_control_set_today (self->as_of, today);
  mc_as_of_control_set_day (self->as_of, as_of);
  text =
      as_of < today
          ? g_strdup_printf (
                _ ("You are looking at %s, a day in the past. Changes are off except where an act takes a date."), day)
          : g_strdup_printf (
                _ ("You are looking at %s, a day to come. Changes are off except where an act takes a date."), day);
  adw_banner_set_title (self->as_of_banner, text);
  adw_banner_set_revealed (self->as_of_banner, as_of != today);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    mc_page_set_as_of (MC_PAGE (page), as_of);
}

static void
show_state (McFrame *self)
{
  McSessionState state = mc_session_get_state (self->session);
  const char *text = mc_session_get_state_text (self->session);

  adw_banner_set_title (self->offline_banner, text != NULL ? text : "");
  adw_banner_set_revealed (self->offline_banner, state == MC_SESSION_OFFLINE);
}

static void
session_notify_cb (McFrame *self, GParamSpec *pspec, McSession *session)
{
  if (g_str_equal (pspec->name, "as-of") || g_str_equal (pspec->name, "today"))
    show_as_of (self);
  else if (g_str_has_prefix (pspec->name, "state"))
    show_state (self);
  else if (g_str_has_suffix (pspec->name, "do-label"))
    show_undo (self);
  show_page_header (self);
}

static void
as_of_changed_cb (McFrame *self)
{
  if (self->session != NULL)
    mc_session_set_as_of (self->session, mc_as_of_control_get_day (self->as_of));
}

static void
mc_frame_dispose (GObject *object)
{
  McFrame *self = MC_FRAME (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->pending_signals);
  g_clear_object (&self->page_signals);
  g_clear_object (&self->session);
  g_queue_clear (&self->visited);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_FRAME);
  G_OBJECT_CLASS (mc_frame_parent_class)->dispose (object);
}

static void
mc_frame_class_init (McFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_frame_dispose;

  g_type_ensure (MC_TYPE_SIDEBAR);
  g_type_ensure (MC_TYPE_AS_OF_CONTROL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/shell/mc-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, McFrame, split);
  gtk_widget_class_bind_template_child (widget_class, McFrame, sidebar);
  gtk_widget_class_bind_template_child (widget_class, McFrame, title);
  gtk_widget_class_bind_template_child (widget_class, McFrame, subtitle);
  gtk_widget_class_bind_template_child (widget_class, McFrame, as_of);
  gtk_widget_class_bind_template_child (widget_class, McFrame, primary_button);
  gtk_widget_class_bind_template_child (widget_class, McFrame, primary_content);
  gtk_widget_class_bind_template_child (widget_class, McFrame, menu_button);
  gtk_widget_class_bind_template_child (widget_class, McFrame, main_menu);
  gtk_widget_class_bind_template_child (widget_class, McFrame, undo_button);
  gtk_widget_class_bind_template_child (widget_class, McFrame, redo_button);
  gtk_widget_class_bind_template_child (widget_class, McFrame, offline_banner);
  gtk_widget_class_bind_template_child (widget_class, McFrame, pending_banner);
  gtk_widget_class_bind_template_child (widget_class, McFrame, as_of_banner);
  gtk_widget_class_bind_template_child (widget_class, McFrame, pages);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, primary_cb);
  gtk_widget_class_bind_template_callback (widget_class, reconnect_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_of_changed_cb);
}

static void
mc_frame_init (McFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mc_lazy_menu_set (self->menu_button, self->main_menu);
  mc_late_parts_watch (GTK_WIDGET (self));
  g_queue_init (&self->visited);

  self->session_signals = g_signal_group_new (MC_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify", G_CALLBACK (session_notify_cb), self);
  self->pending_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->pending_signals, "items-changed", G_CALLBACK (show_pending), self);
  self->page_signals = g_signal_group_new (MC_TYPE_PAGE);
  g_signal_group_connect_swapped (self->page_signals, "notify", G_CALLBACK (page_notify_cb), self);
}

/* One page counts what needs attention; its number stands in the sidebar whatever page is shown. */
static gboolean
count_cb (gpointer data)
{
  McFrame *self = data;

  self->count_source = 0;
  ensure_page (self, mc_page_table_find_target ("attention"));
  return G_SOURCE_REMOVE;
}

void
mc_frame_set_session (McFrame *self, McSession *session)
{
  g_return_if_fail (MC_IS_FRAME (self));
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->pending_signals, session != NULL ? mc_session_get_pending (session) : NULL);
  mc_sidebar_set_session (self->sidebar, session);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    mc_page_set_session (MC_PAGE (page), session);
  if (session == NULL)
    return;
  show_as_of (self);
  show_state (self);
  show_undo (self);
  show_pending (self);
  show_page_header (self);
  if (self->count_source == 0)
    self->count_source = g_timeout_add_full (G_PRIORITY_LOW, 500, count_cb, self, NULL);
}

gboolean
mc_frame_open (McFrame *self, const char *target)
{
  const McPageEntry *entry;

  g_return_val_if_fail (MC_IS_FRAME (self), FALSE);
  if (g_str_has_prefix (target, "page/"))
    target += strlen ("page/");
  entry = mc_page_table_find_target (target);
  if (entry == NULL)
    return FALSE;
  show_page (self, entry, TRUE);
  return strchr (target, '/') == NULL || mc_page_open (mc_frame_get_page (self), target);
}

McPage *
mc_frame_get_page (McFrame *self)
{
  g_return_val_if_fail (MC_IS_FRAME (self), NULL);
  return (McPage *)gtk_stack_get_visible_child (self->pages);
}

const char *
mc_frame_get_page_name (McFrame *self)
{
  g_return_val_if_fail (MC_IS_FRAME (self), NULL);
  return gtk_stack_get_visible_child_name (self->pages);
}

gboolean
mc_frame_go_back (McFrame *self)
{
  const McPageEntry *before;
  McPage *page;

  g_return_val_if_fail (MC_IS_FRAME (self), FALSE);
  page = mc_frame_get_page (self);
  if (page != NULL && mc_page_go_back (page))
    return TRUE;
  before = g_queue_pop_tail (&self->visited);
  if (before == NULL)
    return FALSE;
  show_page (self, before, FALSE);
  return TRUE;
}

void
mc_frame_step (McFrame *self, int step)
{
  g_return_if_fail (MC_IS_FRAME (self));
  show_page (self, mc_nav_item_get_entry (mc_sidebar_step (self->sidebar, step)), TRUE);
}

void
mc_frame_activate_primary (McFrame *self)
{
  g_return_if_fail (MC_IS_FRAME (self));
  if (mc_frame_get_page (self) != NULL && gtk_widget_get_sensitive (self->primary_button))
    mc_page_activate_primary (mc_frame_get_page (self));
}

void
mc_frame_toggle_sidebar (McFrame *self)
{
  g_return_if_fail (MC_IS_FRAME (self));
  adw_overlay_split_view_set_show_sidebar (self->split, !adw_overlay_split_view_get_show_sidebar (self->split));
}

void
mc_frame_popup_as_of (McFrame *self)
{
  g_return_if_fail (MC_IS_FRAME (self));
  mc_as_of_control_popup (self->as_of);
}
