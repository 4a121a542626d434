/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-as-of-control.h"

#include <glib/gi18n.h>

#include "mc-calendar.h"
#include "mc-date-entry.h"

struct _McAsOfControl
{
  AdwBin parent_instance;

  McDay day;
  McDay today;
  gboolean filling;

  GtkMenuButton *day_button;
  GtkPopover *popover;
  McDateEntry *entry;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (McAsOfControl, mc_as_of_control, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
show_day (McAsOfControl *self)
{
  g_autofree char *day = mc_day_format (self->day);
  g_autofree char *spoken = g_strdup_printf (_ ("Day shown: %s"), day);

  gtk_menu_button_set_label (self->day_button, self->day == self->today ? _ ("Today") : day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day_button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (self->day == self->today)
    gtk_widget_remove_css_class (GTK_WIDGET (self->day_button), "other-day");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->day_button), "other-day");
}

static void
pick (McAsOfControl *self, McDay day)
{
  if (day == MC_DAY_NONE || day == self->day)
    return;
  mc_as_of_control_set_day (self, day);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
previous_cb (McAsOfControl *self)
{
  pick (self, self->day - 1);
}

static void
next_cb (McAsOfControl *self)
{
  pick (self, self->day + 1);
}

static void
shown_cb (McAsOfControl *self)
{
  self->filling = TRUE;
  mc_date_entry_set_day (self->entry, self->day);
  mc_calendar_select (self->calendar, self->day);
  self->filling = FALSE;
}

static void
entered_cb (McAsOfControl *self)
{
  McDay day = mc_date_entry_get_day (self->entry);

  if (day == MC_DAY_NONE)
    return;
  gtk_popover_popdown (self->popover);
  pick (self, day);
}

static void
picked_cb (McAsOfControl *self)
{
  McDay day = mc_calendar_get_day (self->calendar);

  if (self->filling)
    return;
  mc_date_entry_set_day (self->entry, day);
  pick (self, day);
}

static void
today_cb (McAsOfControl *self)
{
  gtk_popover_popdown (self->popover);
  pick (self, self->today);
}

static void
mc_as_of_control_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_AS_OF_CONTROL);
  G_OBJECT_CLASS (mc_as_of_control_parent_class)->dispose (object);
}

static void
mc_as_of_control_class_init (McAsOfControlClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_as_of_control_dispose;

  signals[CHANGED] =
      g_signal_new ("changed", MC_TYPE_AS_OF_CONTROL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MC_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/shell/mc-as-of-control.ui");
  gtk_widget_class_bind_template_child (widget_class, McAsOfControl, day_button);
  gtk_widget_class_bind_template_child (widget_class, McAsOfControl, popover);
  gtk_widget_class_bind_template_child (widget_class, McAsOfControl, entry);
  gtk_widget_class_bind_template_child (widget_class, McAsOfControl, calendar);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
}

static void
mc_as_of_control_init (McAsOfControl *self)
{
  self->day = self->today = mc_day_today ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_day (self);
}

McDay
mc_as_of_control_get_day (McAsOfControl *self)
{
  g_return_val_if_fail (MC_IS_AS_OF_CONTROL (self), MC_DAY_NONE);
  return self->day;
}

void
mc_as_of_control_set_day (McAsOfControl *self, McDay day)
{
  g_return_if_fail (MC_IS_AS_OF_CONTROL (self));
  self->day = day;
  show_day (self);
}

void
mc_as_of_control_set_today (McAsOfControl *self, McDay today)
{
  g_return_if_fail (MC_IS_AS_OF_CONTROL (self));
  self->today = today;
  show_day (self);
}

void
mc_as_of_control_popup (McAsOfControl *self)
{
  g_return_if_fail (MC_IS_AS_OF_CONTROL (self));
  gtk_menu_button_popup (self->day_button);
}
