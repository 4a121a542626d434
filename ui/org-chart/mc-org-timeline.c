/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-timeline.h"

#include <glib/gi18n.h>

#include "mc-appointment.h"
#include "mc-seat.h"

/* Long enough to see what moved. */
#define PLAY_MS 1400
/* While the slider is dragged, a day is loaded only where it rests. */
#define REST_MS 120

struct _McOrgTimeline
{
  AdwBin parent_instance;

  McSession *session;
  McLiveList *appointments;
  McLiveList *seats;
  GArray *ticks; /* McDay, rising */
  McDay day;
  gboolean filling;
  guint rest;
  guint playing;

  GtkScale *scale;
  GtkAdjustment *adjustment;
  GtkLabel *day_label;
  GtkButton *before_button;
  GtkButton *play_button;
  GtkButton *after_button;
};

G_DEFINE_FINAL_TYPE (McOrgTimeline, mc_org_timeline, ADW_TYPE_BIN)

static void
show_day (McOrgTimeline *self, McDay day)
{
  g_autofree char *text = mc_day_format (day);

  gtk_label_set_label (self->day_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static McDay
tick_at (McOrgTimeline *self, guint index)
{
  return g_array_index (self->ticks, McDay, index);
}

static McDay
find_tick (McOrgTimeline *self, int direction)
{
  McDay found = MC_DAY_NONE;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      McDay tick = tick_at (self, i);

      if (direction < 0 && tick < self->day)
        found = tick;
      if (direction > 0 && tick > self->day)
        return tick;
    }
  return found;
}

static void
update_buttons (McOrgTimeline *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->before_button), find_tick (self, -1) != MC_DAY_NONE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->after_button), find_tick (self, 1) != MC_DAY_NONE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->play_button), self->ticks->len > 0);
}

static void
go (McOrgTimeline *self, McDay day)
{
  if (self->session && day != MC_DAY_NONE && day != mc_session_get_as_of (self->session))
    mc_session_set_as_of (self->session, day);
}

/* --- Ticks --- */

static void
add_tick (McOrgTimeline *self, McDay day)
{
  if (day != MC_DAY_NONE)
    g_array_append_val (self->ticks, day);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  McDay first = *(const McDay *)a, second = *(const McDay *)b;

  return first < second ? -1 : first > second;
}

static void
collect_ticks (McOrgTimeline *self)
{
  GListModel *rows = G_LIST_MODEL (self->appointments), *seats = G_LIST_MODEL (self->seats);
  guint kept = 0;

  g_array_set_size (self->ticks, 0);
  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (McAppointment) row = g_list_model_get_item (rows, i);

      add_tick (self, row->during.from);
      add_tick (self, row->during.until);
    }
  for (guint i = 0; seats && i < g_list_model_get_n_items (seats); i++)
    {
      g_autoptr (McSeat) seat = g_list_model_get_item (seats, i);

      add_tick (self, seat->during.from);
      add_tick (self, seat->during.until);
    }
  g_array_sort (self->ticks, compare_days);
  for (guint i = 0; i < self->ticks->len; i++)
    if (kept == 0 || tick_at (self, kept - 1) != tick_at (self, i))
      g_array_index (self->ticks, McDay, kept++) = tick_at (self, i);
  g_array_set_size (self->ticks, kept);
}

static void
ticks_changed_cb (McOrgTimeline *self)
{
  McDay low, high;

  if (!self->session)
    return;
  collect_ticks (self);
  low = high = mc_session_get_today (self->session);
  if (self->ticks->len)
    {
      low = MIN (low, tick_at (self, 0));
      high = MAX (high, tick_at (self, self->ticks->len - 1));
    }
  low = MIN (low, self->day);
  high = MAX (high, self->day);
  self->filling = TRUE;
  gtk_adjustment_configure (self->adjustment, self->day, low, high, 1, 30, 0);
  gtk_scale_clear_marks (self->scale);
  for (guint i = 0; i < self->ticks->len; i++)
    gtk_scale_add_mark (self->scale, tick_at (self, i), GTK_POS_BOTTOM, NULL);
  self->filling = FALSE;
  update_buttons (self);
}

/* --- Moving --- */

static void
rested_cb (gpointer data)
{
  McOrgTimeline *self = data;

  self->rest = 0;
  go (self, (McDay)gtk_adjustment_get_value (self->adjustment));
}

static void
moved_cb (McOrgTimeline *self)
{
  if (self->filling)
    return;
  show_day (self, (McDay)gtk_adjustment_get_value (self->adjustment));
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add_once (REST_MS, rested_cb, self);
}

static void
stop (McOrgTimeline *self)
{
  g_clear_handle_id (&self->playing, g_source_remove);
  gtk_button_set_icon_name (self->play_button, "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), _ ("Play the Changes"));
}

static gboolean
play_next_cb (gpointer data)
{
  McOrgTimeline *self = data;

  if (mc_org_timeline_step (self, 1))
    return G_SOURCE_CONTINUE;
  self->playing = 0;
  stop (self);
  return G_SOURCE_REMOVE;
}

gboolean
mc_org_timeline_step (McOrgTimeline *self, int direction)
{
  McDay tick = find_tick (self, direction);

  go (self, tick);
  return tick != MC_DAY_NONE;
}

void
mc_org_timeline_play (McOrgTimeline *self)
{
  if (self->playing)
    {
      stop (self);
      return;
    }
  if (find_tick (self, 1) == MC_DAY_NONE && self->ticks->len)
    go (self, tick_at (self, 0));
  self->playing = g_timeout_add (PLAY_MS, play_next_cb, self);
  gtk_button_set_icon_name (self->play_button, "media-playback-pause-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), _ ("Stop"));
}

McDay
mc_org_timeline_get_change_before (McOrgTimeline *self, McDay day)
{
  McDay found = MC_DAY_NONE;

  for (guint i = 0; i < self->ticks->len && tick_at (self, i) <= day; i++)
    found = tick_at (self, i);
  return found == MC_DAY_NONE ? MC_DAY_NONE : found - 1;
}

static void
before_cb (McOrgTimeline *self)
{
  stop (self);
  mc_org_timeline_step (self, -1);
}

static void
after_cb (McOrgTimeline *self)
{
  stop (self);
  mc_org_timeline_step (self, 1);
}

static void
play_cb (McOrgTimeline *self)
{
  mc_org_timeline_play (self);
}

static void
let_go (McOrgTimeline *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_handle_id (&self->playing, g_source_remove);
  if (self->appointments)
    g_signal_handlers_disconnect_by_data (self->appointments, self);
  if (self->seats)
    g_signal_handlers_disconnect_by_data (self->seats, self);
  g_clear_object (&self->appointments);
  g_clear_object (&self->seats);
  g_clear_object (&self->session);
}

static void
follow (McOrgTimeline *self, McLiveList *list)
{
  g_signal_connect_swapped (list, "changed", G_CALLBACK (ticks_changed_cb), self);
  g_signal_connect_swapped (list, "notify::ready", G_CALLBACK (ticks_changed_cb), self);
}

void
mc_org_timeline_set_session (McOrgTimeline *self, McSession *session)
{
  g_return_if_fail (MC_IS_ORG_TIMELINE (self));
  let_go (self);
  if (!session)
    return;
  self->session = g_object_ref (session);
  self->appointments = mc_session_list (session, MC_TYPE_APPOINTMENT, MC_DAY_NONE);
  self->seats = mc_session_list (session, MC_TYPE_SEAT, MC_DAY_NONE);
  follow (self, self->appointments);
  follow (self, self->seats);
  ticks_changed_cb (self);
}

void
mc_org_timeline_set_day (McOrgTimeline *self, McDay day)
{
  g_return_if_fail (MC_IS_ORG_TIMELINE (self));
  g_clear_handle_id (&self->rest, g_source_remove);
  self->day = day;
  show_day (self, day);
  if (day < gtk_adjustment_get_lower (self->adjustment) || day > gtk_adjustment_get_upper (self->adjustment))
    ticks_changed_cb (self);
  self->filling = TRUE;
  gtk_adjustment_set_value (self->adjustment, day);
  self->filling = FALSE;
  update_buttons (self);
}

static void
mc_org_timeline_dispose (GObject *object)
{
  McOrgTimeline *self = MC_ORG_TIMELINE (object);

  let_go (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ORG_TIMELINE);
  g_clear_pointer (&self->ticks, g_array_unref);
  G_OBJECT_CLASS (mc_org_timeline_parent_class)->dispose (object);
}

static void
mc_org_timeline_class_init (McOrgTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_org_timeline_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/org-chart/mc-org-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, McOrgTimeline, scale);
  gtk_widget_class_bind_template_child (widget_class, McOrgTimeline, adjustment);
  gtk_widget_class_bind_template_child (widget_class, McOrgTimeline, day_label);
  gtk_widget_class_bind_template_child (widget_class, McOrgTimeline, before_button);
  gtk_widget_class_bind_template_child (widget_class, McOrgTimeline, play_button);
  gtk_widget_class_bind_template_child (widget_class, McOrgTimeline, after_button);
  gtk_widget_class_bind_template_callback (widget_class, before_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_cb);
  gtk_widget_class_bind_template_callback (widget_class, after_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
}

static void
mc_org_timeline_init (McOrgTimeline *self)
{
  self->ticks = g_array_new (FALSE, FALSE, sizeof (McDay));
  self->day = MC_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
