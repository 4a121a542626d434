/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-screen.h"

#include <glib/gi18n.h>

#include "mc-canvas.h"
#include "mc-plan-feed.h"
#include "mc-plan-floors.h"
#include "mc-plan-layer-menu.h"

/* The clock is looked at this often: a session begins and ends to the minute. */
#define SECONDS 30

struct _McPlanScreen
{
  GtkWindow parent_instance;

  McSession *session;
  McPlanFeed *feed;
  McCanvas *canvas;
  guint clock;
};

G_DEFINE_FINAL_TYPE (McPlanScreen, mc_plan_screen, GTK_TYPE_WINDOW)

static void
look (McPlanScreen *self)
{
  mc_plan_feed_look_at (self->feed, self->session, mc_session_get_today (self->session), mc_plan_feed_half_now ());
}

static gboolean
clock_cb (gpointer data)
{
  look (data);
  return G_SOURCE_CONTINUE;
}

static void
feed_changed_cb (McPlanScreen *self)
{
  McScene *scene = mc_plan_feed_get_scene (self->feed);

  mc_canvas_set_scene (self->canvas, scene);
  if (scene)
    gtk_window_set_title (GTK_WINDOW (self), mc_scene_get_subtitle (scene));
}

static gboolean
change_floor (GtkWidget *widget, GVariant *args, gpointer data)
{
  McPlanScreen *self = MC_PLAN_SCREEN (widget);
  McFloor *shown = mc_plan_feed_get_floor (self->feed);
  g_autoptr (GPtrArray) floors = mc_plan_floors_dup_sorted (self->feed);
  guint at;

  if (!shown || !g_ptr_array_find (floors, shown, &at))
    return FALSE;
  at = (at + floors->len + (g_variant_get_boolean (args) ? 1 : -1)) % floors->len;
  mc_plan_feed_set_floor (self->feed, mc_entity_get_id (g_ptr_array_index (floors, at)));
  mc_canvas_fit (self->canvas);
  return TRUE;
}

static void
state_cb (McPlanScreen *self)
{
  if (mc_session_get_state (self->session) == MC_SESSION_CLOSED)
    gtk_window_close (GTK_WINDOW (self));
}

static void
mc_plan_screen_dispose (GObject *object)
{
  McPlanScreen *self = MC_PLAN_SCREEN (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  if (self->feed)
    g_signal_handlers_disconnect_by_data (self->feed, self);
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->feed);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mc_plan_screen_parent_class)->dispose (object);
}

static void
mc_plan_screen_class_init (McPlanScreenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_plan_screen_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, change_floor, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, change_floor, "b", FALSE);
}

static void
mc_plan_screen_init (McPlanScreen *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->feed = mc_plan_feed_new ();
  self->canvas = MC_CANVAS (mc_canvas_new ());
  g_object_set (self->canvas, "max-fit-zoom", 8.0, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Counters now"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->canvas));
  gtk_window_set_child (GTK_WINDOW (self), scrolled);
  g_signal_connect_swapped (self->feed, "changed", G_CALLBACK (feed_changed_cb), self);
  mc_plan_layers_follow (self->feed);
}

void
mc_plan_screen_present (GtkWindow *parent, McSession *session, gint64 floor)
{
  McPlanScreen *self = g_object_new (MC_TYPE_PLAN_SCREEN, "application", gtk_window_get_application (parent), NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify::state", G_CALLBACK (state_cb), self);
  mc_plan_feed_set_floor (self->feed, floor);
  self->clock = g_timeout_add_seconds (SECONDS, clock_cb, self);
  look (self);
  /* Where nothing makes windows fill the screen it is as large as the one it comes from. */
  gtk_window_set_default_size (GTK_WINDOW (self), gtk_widget_get_width (GTK_WIDGET (parent)),
                               gtk_widget_get_height (GTK_WIDGET (parent)));
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
}
