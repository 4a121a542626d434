/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scrolling.h"

void
mc_scrolling_install (GObjectClass *object_class, guint first)
{
  g_object_class_override_property (object_class, first + MC_SCROLLING_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, first + MC_SCROLLING_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, first + MC_SCROLLING_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, first + MC_SCROLLING_VSCROLL_POLICY, "vscroll-policy");
}

static void
let_go (McScrolling *self, GtkOrientation orientation)
{
  if (self->adjustment[orientation])
    g_signal_handlers_disconnect_by_func (self->adjustment[orientation], self->moved, self->widget);
  g_clear_object (&self->adjustment[orientation]);
}

static void
set_adjustment (McScrolling *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (adjustment && self->adjustment[orientation] == adjustment)
    return;
  let_go (self, orientation);
  self->adjustment[orientation] = g_object_ref_sink (adjustment ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->configure (self->widget, orientation);
  g_signal_connect_object (self->adjustment[orientation], "value-changed", self->moved, self->widget,
                           G_CONNECT_SWAPPED);
}

void
mc_scrolling_init (McScrolling *self, gpointer widget, McScrollingConfigure configure, GCallback moved)
{
  self->widget = widget;
  self->configure = configure;
  self->moved = moved;
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
}

void
mc_scrolling_dispose (McScrolling *self)
{
  let_go (self, GTK_ORIENTATION_HORIZONTAL);
  let_go (self, GTK_ORIENTATION_VERTICAL);
}

void
mc_scrolling_get_property (const McScrolling *self, McScrollingProp prop, GValue *value)
{
  if (prop >= MC_SCROLLING_HSCROLL_POLICY)
    g_value_set_enum (value, self->policy[prop - MC_SCROLLING_HSCROLL_POLICY]);
  else
    g_value_set_object (value, self->adjustment[prop]);
}

void
mc_scrolling_set_property (McScrolling *self, McScrollingProp prop, const GValue *value)
{
  if (prop >= MC_SCROLLING_HSCROLL_POLICY)
    {
      self->policy[prop - MC_SCROLLING_HSCROLL_POLICY] = g_value_get_enum (value);
      gtk_widget_queue_resize (self->widget);
    }
  else
    set_adjustment (self, (GtkOrientation)prop, g_value_get_object (value));
}
