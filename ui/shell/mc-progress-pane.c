/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-progress-pane.h"

#include <glib/gi18n.h>

#include "mc-report.h"

struct _McProgressPane
{
  AdwBin parent_instance;

  guint reveal_source;
  guint pulse_source;
  double fraction;

  GtkRevealer *revealer;
  GtkLabel *connection;
  GtkLabel *message;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (McProgressPane, mc_progress_pane, ADW_TYPE_BIN)

enum
{
  CANCELLED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
reveal_cb (gpointer data)
{
  McProgressPane *self = data;

  self->reveal_source = 0;
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
pulse_cb (gpointer data)
{
  McProgressPane *self = data;

  if (self->fraction < 0)
    gtk_progress_bar_pulse (self->bar);
  return G_SOURCE_CONTINUE;
}

static void
cancel_cb (McProgressPane *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

/* The timers run only while the pane is on screen. */
static void
mc_progress_pane_map (GtkWidget *widget)
{
  McProgressPane *self = MC_PROGRESS_PANE (widget);

  GTK_WIDGET_CLASS (mc_progress_pane_parent_class)->map (widget);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  self->reveal_source = g_timeout_add (200, reveal_cb, self);
  self->pulse_source = g_timeout_add (120, pulse_cb, self);
}

static void
mc_progress_pane_unmap (GtkWidget *widget)
{
  McProgressPane *self = MC_PROGRESS_PANE (widget);

  g_clear_handle_id (&self->reveal_source, g_source_remove);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  GTK_WIDGET_CLASS (mc_progress_pane_parent_class)->unmap (widget);
}

static void
mc_progress_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_PROGRESS_PANE);
  G_OBJECT_CLASS (mc_progress_pane_parent_class)->dispose (object);
}

static void
mc_progress_pane_class_init (McProgressPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_progress_pane_dispose;
  widget_class->map = mc_progress_pane_map;
  widget_class->unmap = mc_progress_pane_unmap;

  signals[CANCELLED] =
      g_signal_new ("cancelled", MC_TYPE_PROGRESS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/shell/mc-progress-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, McProgressPane, revealer);
  gtk_widget_class_bind_template_child (widget_class, McProgressPane, connection);
  gtk_widget_class_bind_template_child (widget_class, McProgressPane, message);
  gtk_widget_class_bind_template_child (widget_class, McProgressPane, bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
mc_progress_pane_init (McProgressPane *self)
{
  self->fraction = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mc_progress_pane_set_connection (McProgressPane *self, const char *label)
{
  g_return_if_fail (MC_IS_PROGRESS_PANE (self));
  gtk_label_set_label (self->connection, label);
  mc_progress_pane_set (self, _ ("Starting…"), -1);
}

void
mc_progress_pane_set (McProgressPane *self, const char *message, double fraction)
{
  g_return_if_fail (MC_IS_PROGRESS_PANE (self));
  self->fraction = fraction;
  mc_report_tell (self->message, message);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->bar, CLAMP (fraction, 0, 1));
}
