/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-calendar-view.h"

#include "mc-day-override.h"
#include "mc-list-group.h"
#include "mc-saturday-field.h"

struct _McCalendarView
{
  GObject parent_instance;

  McListGroup *lists;
  McWorkCalendar *calendar;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (McCalendarView, mc_calendar_view, G_TYPE_OBJECT)

static void
mc_calendar_view_finalize (GObject *object)
{
  McCalendarView *self = MC_CALENDAR_VIEW (object);

  g_clear_object (&self->calendar);
  g_clear_object (&self->lists);
  G_OBJECT_CLASS (mc_calendar_view_parent_class)->finalize (object);
}

static void
mc_calendar_view_class_init (McCalendarViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_calendar_view_finalize;
  changed_signal =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_calendar_view_init (McCalendarView *self)
{
}

static void
look (McCalendarView *self)
{
  g_autoptr (McRuleBook) book =
      mc_rule_book_new_from_list (G_LIST_MODEL (mc_list_group_get (self->lists, MC_TYPE_RULE_VERSION)));

  g_clear_object (&self->calendar);
  self->calendar = mc_work_calendar_new (book, G_LIST_MODEL (mc_list_group_get (self->lists, MC_TYPE_DAY_OVERRIDE)),
                                         G_LIST_MODEL (mc_list_group_get (self->lists, MC_TYPE_SESSION_TIME)),
                                         G_LIST_MODEL (mc_list_group_get (self->lists, MC_TYPE_SATURDAY_FIELD)));
}

static void
settled_cb (McCalendarView *self)
{
  look (self);
  g_signal_emit (self, changed_signal, 0);
}

McCalendarView *
mc_calendar_view_new (McSession *session)
{
  McCalendarView *self = g_object_new (MC_TYPE_CALENDAR_VIEW, NULL);
  const GType nouns[] = { MC_TYPE_RULE_VERSION, MC_TYPE_DAY_OVERRIDE, MC_TYPE_SESSION_TIME, MC_TYPE_SATURDAY_FIELD };

  self->lists = mc_list_group_new (session, nouns, G_N_ELEMENTS (nouns));
  g_signal_connect_object (self->lists, "changed", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  look (self);
  return self;
}

gboolean
mc_calendar_view_get_ready (McCalendarView *self)
{
  g_return_val_if_fail (MC_IS_CALENDAR_VIEW (self), FALSE);
  return mc_list_group_get_ready (self->lists);
}

McWorkCalendar *
mc_calendar_view_get (McCalendarView *self)
{
  g_return_val_if_fail (MC_IS_CALENDAR_VIEW (self), NULL);
  return self->calendar;
}
