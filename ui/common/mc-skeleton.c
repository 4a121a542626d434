/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-skeleton.h"

#include <glib/gi18n.h>

#define DELAY_MS 200
#define CYCLE_US (1600 * G_TIME_SPAN_MILLISECOND)

struct _McSkeleton
{
  GtkWidget parent_instance;

  int row_height;
  guint delay_source;
  guint tick;
  gboolean visible;
  double glow; /* 0 to 1 */
};

G_DEFINE_FINAL_TYPE (McSkeleton, mc_skeleton, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ROW_HEIGHT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  McSkeleton *self = MC_SKELETON (widget);
  double phase = (double)(gdk_frame_clock_get_frame_time (clock) % CYCLE_US) / (double)CYCLE_US;

  self->glow = phase < 0.5 ? 2 * phase : 2 - 2 * phase;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static gboolean
delay_cb (gpointer data)
{
  McSkeleton *self = data;

  self->delay_source = 0;
  self->visible = TRUE;
  if (adw_get_enable_animations (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
mc_skeleton_map (GtkWidget *widget)
{
  McSkeleton *self = MC_SKELETON (widget);

  GTK_WIDGET_CLASS (mc_skeleton_parent_class)->map (widget);
  self->delay_source = g_timeout_add (DELAY_MS, delay_cb, self);
}

static void
mc_skeleton_unmap (GtkWidget *widget)
{
  McSkeleton *self = MC_SKELETON (widget);

  g_clear_handle_id (&self->delay_source, g_source_remove);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (widget, self->tick);
  self->tick = 0;
  self->visible = FALSE;
  GTK_WIDGET_CLASS (mc_skeleton_parent_class)->unmap (widget);
}

/* Bars of uneven length in three columns; the pattern repeats, so that nothing moves but the light. */
static void
mc_skeleton_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const float lengths[][3] = { { .62f, .8f, .5f }, { .48f, .6f, .7f }, { .7f, .72f, .42f }, { .55f, .5f, .6f } };
  McSkeleton *self = MC_SKELETON (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA color;

  if (!self->visible)
    return;
  gtk_widget_get_color (widget, &color);
  color.alpha = (float)(0.06 + 0.05 * self->glow);
  for (int row = 0; (row + 1) * self->row_height <= height; row++)
    for (int column = 0; column < 3; column++)
      {
        GskRoundedRect bar;
        float room = (float)width / 3.f;
        graphene_rect_t area =
            GRAPHENE_RECT_INIT ((float)column * room + 12.f, (float)row * (float)self->row_height + 12.f,
                                (room - 24.f) * lengths[row % 4][column], (float)self->row_height - 24.f);

        gsk_rounded_rect_init_from_rect (&bar, &area, 4);
        gtk_snapshot_push_rounded_clip (snapshot, &bar);
        gtk_snapshot_append_color (snapshot, &color, &area);
        gtk_snapshot_pop (snapshot);
      }
}

static void
mc_skeleton_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ROW_HEIGHT:
      g_value_set_int (value, MC_SKELETON (object)->row_height);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_skeleton_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ROW_HEIGHT:
      MC_SKELETON (object)->row_height = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_skeleton_class_init (McSkeletonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_skeleton_get_property;
  object_class->set_property = mc_skeleton_set_property;
  widget_class->map = mc_skeleton_map;
  widget_class->unmap = mc_skeleton_unmap;
  widget_class->snapshot = mc_skeleton_snapshot;

  properties[PROP_ROW_HEIGHT] =
      g_param_spec_int ("row-height", NULL, NULL, 26, 200, 36, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
mc_skeleton_init (McSkeleton *self)
{
  self->row_height = 36;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Loading"), -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, TRUE, -1);
}
