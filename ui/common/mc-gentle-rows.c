/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-gentle-rows.h"

/* The height of an office's row, in pixels. */
#define ROW_HEIGHT 36
/* As long as the table has no height. */
#define FIRST_ROWS 20
#define ROWS_PER_FRAME 4
/* GTK makes no more than this many on either side of what is seen; from there on the rest costs nothing. */
#define LAST_ROWS 232
/* Longer than between two strokes of somebody who types. */
#define REST_MS 400

struct _McGentleRows
{
  GObject parent_instance;

  GtkSliceListModel *slice;
  GtkWidget *view; /* weak */
  guint rest_source;
  guint tick;
};

G_DEFINE_FINAL_TYPE (McGentleRows, mc_gentle_rows, G_TYPE_OBJECT)

static void
stop (McGentleRows *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (self->view && self->tick)
    gtk_widget_remove_tick_callback (self->view, self->tick);
  self->tick = 0;
}

static gboolean
grow_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  McGentleRows *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->slice) + ROWS_PER_FRAME;
  guint all = g_list_model_get_n_items (gtk_slice_list_model_get_model (self->slice));

  if (size < LAST_ROWS && size < all)
    {
      gtk_slice_list_model_set_size (self->slice, size);
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

static gboolean
rest_cb (gpointer user_data)
{
  McGentleRows *self = user_data;

  self->rest_source = 0;
  if (self->view && gtk_widget_get_mapped (self->view))
    self->tick = gtk_widget_add_tick_callback (self->view, grow_cb, self, NULL);
  else
    gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

static guint
count_seen (McGentleRows *self)
{
  int height = self->view ? gtk_widget_get_height (self->view) : 0;

  return height > 0 ? (guint)height / ROW_HEIGHT + 1 : FIRST_ROWS;
}

void
mc_gentle_rows_begin (McGentleRows *self)
{
  g_return_if_fail (MC_IS_GENTLE_ROWS (self));

  stop (self);
  gtk_slice_list_model_set_size (self->slice, count_seen (self));
  self->rest_source = g_timeout_add (REST_MS, rest_cb, self);
}

void
mc_gentle_rows_finish (McGentleRows *self)
{
  g_return_if_fail (MC_IS_GENTLE_ROWS (self));

  stop (self);
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
}

static void
mc_gentle_rows_dispose (GObject *object)
{
  McGentleRows *self = MC_GENTLE_ROWS (object);

  stop (self);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->slice);
  G_OBJECT_CLASS (mc_gentle_rows_parent_class)->dispose (object);
}

static void
mc_gentle_rows_class_init (McGentleRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_gentle_rows_dispose;
}

static void
mc_gentle_rows_init (McGentleRows *self)
{
}

McGentleRows *
mc_gentle_rows_new (GtkSliceListModel *slice, GtkWidget *view)
{
  McGentleRows *self = g_object_new (MC_TYPE_GENTLE_ROWS, NULL);

  self->slice = g_object_ref (slice);
  g_set_weak_pointer (&self->view, view);
  return self;
}
