/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-gentle-rows.h"

/* The height of an office's row, in pixels. */
#define ROW_HEIGHT 36
/* As long as the table has no height. */
#define USUAL_ROWS 20
/* GTK makes each row anew when the rows change: so many with the change itself, the rest of the screen in the frames
 * that follow, what lies beneath once the hands rest. */
#define FIRST_ROWS 8
#define SEEN_PER_FRAME 6
#define ROWS_PER_FRAME 4
/* To let go of a row costs an eighth of making it. */
#define DROPPED_PER_FRAME 24
/* GTK makes no more than this many on either side of what is seen; from there on the rest costs nothing. */
#define LAST_ROWS 232
/* Longer than between two strokes of somebody who types. */
#define REST_MS 400

struct _McGentleRows
{
  GObject parent_instance;

  GtkSliceListModel *slice;
  GtkWidget *view;   /* weak */
  GtkWidget *search; /* weak, nullable */
  double x, y;       /* of the pointer over the view */
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

static guint
count_seen (McGentleRows *self)
{
  int height = self->view ? gtk_widget_get_height (self->view) : 0;

  return height > 0 ? (guint)height / ROW_HEIGHT + 1 : USUAL_ROWS;
}

static void
tick (McGentleRows *self, GtkTickCallback callback)
{
  stop (self);
  self->tick = gtk_widget_add_tick_callback (self->view, callback, self, NULL);
}

static gboolean
fill_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  McGentleRows *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->slice) + SEEN_PER_FRAME;

  gtk_slice_list_model_set_size (self->slice, MIN (size, count_seen (self)));
  if (size < count_seen (self))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
grow_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  McGentleRows *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->slice);
  guint all = g_list_model_get_n_items (gtk_slice_list_model_get_model (self->slice));

  if (size < LAST_ROWS && size + ROWS_PER_FRAME < all)
    {
      gtk_slice_list_model_set_size (self->slice, size + ROWS_PER_FRAME);
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

static gboolean
shrink_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  McGentleRows *self = user_data;
  guint size = MIN (gtk_slice_list_model_get_size (self->slice), LAST_ROWS);
  guint seen = count_seen (self);

  if (size > seen + DROPPED_PER_FRAME)
    {
      gtk_slice_list_model_set_size (self->slice, size - DROPPED_PER_FRAME);
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  gtk_slice_list_model_set_size (self->slice, seen);
  return G_SOURCE_REMOVE;
}

static gboolean
is_held (McGentleRows *self)
{
  return self->search && gtk_widget_get_state_flags (self->search) & GTK_STATE_FLAG_FOCUS_WITHIN;
}

static void
grow (McGentleRows *self)
{
  if (gtk_slice_list_model_get_size (self->slice) == G_MAXUINT)
    return;
  if (self->view && gtk_widget_get_mapped (self->view))
    tick (self, grow_cb);
  else
    mc_gentle_rows_finish (self);
}

static void
rest_cb (gpointer user_data)
{
  McGentleRows *self = user_data;

  self->rest_source = 0;
  if (!is_held (self))
    grow (self);
}

void
mc_gentle_rows_begin (McGentleRows *self)
{
  gboolean again;

  g_return_if_fail (MC_IS_GENTLE_ROWS (self));

  again = self->view && gtk_widget_get_mapped (self->view) && g_list_model_get_n_items (G_LIST_MODEL (self->slice)) > 0;
  stop (self);
  gtk_slice_list_model_set_size (self->slice, again ? MIN (FIRST_ROWS, count_seen (self)) : count_seen (self));
  if (again)
    tick (self, fill_cb);
  self->rest_source = g_timeout_add_once (REST_MS, rest_cb, self);
}

void
mc_gentle_rows_finish (McGentleRows *self)
{
  g_return_if_fail (MC_IS_GENTLE_ROWS (self));

  stop (self);
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
}

/* Only as long as the table stands at its top: else what is seen would go. */
static void
search_enter_cb (McGentleRows *self)
{
  GtkAdjustment *adjustment = self->view ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)) : NULL;

  if (adjustment && gtk_widget_get_mapped (self->view) && gtk_adjustment_get_value (adjustment) <= 0)
    tick (self, shrink_cb);
}

static gboolean
is_hand (McGentleRows *self, GdkEvent *event)
{
  double x = self->x, y = self->y;

  gdk_event_get_position (event, &self->x, &self->y);
  switch (gdk_event_get_event_type (event))
    {
    case GDK_MOTION_NOTIFY: /* also told when rows move under a resting pointer */
      return ABS (x - self->x) + ABS (y - self->y) >= 1;
    case GDK_SCROLL:
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whoever puts a hand on the table wants all of it. */
static gboolean
event_cb (McGentleRows *self, GdkEvent *event)
{
  if (is_hand (self, event) && self->tick == 0 && self->rest_source == 0)
    grow (self);
  return GDK_EVENT_PROPAGATE;
}

void
mc_gentle_rows_follow_search (McGentleRows *self, GtkWidget *search)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *hands = gtk_event_controller_legacy_new ();

  g_return_if_fail (MC_IS_GENTLE_ROWS (self));
  g_return_if_fail (!self->search);

  g_set_weak_pointer (&self->search, search);
  g_signal_connect_object (focus, "enter", G_CALLBACK (search_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (grow), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (search, focus);
  gtk_event_controller_set_propagation_phase (hands, GTK_PHASE_CAPTURE);
  g_signal_connect_object (hands, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, hands);
}

static void
mc_gentle_rows_dispose (GObject *object)
{
  McGentleRows *self = MC_GENTLE_ROWS (object);

  stop (self);
  g_clear_weak_pointer (&self->search);
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
