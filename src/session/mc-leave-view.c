/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-leave-view.h"

#include "mc-absence-reason.h"
#include "mc-calendar-view.h"
#include "mc-list-group.h"
#include "mc-service.h"

struct _McLeaveView
{
  GObject parent_instance;

  McSession *session;
  McListGroup *lists;
  McLiveList *reasons; /* of @person; NULL before anybody is looked at */
  gint64 person;
  McCalendarView *calendar;
  McRuleBook *book;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (McLeaveView, mc_leave_view, G_TYPE_OBJECT)

static void
mc_leave_view_finalize (GObject *object)
{
  McLeaveView *self = MC_LEAVE_VIEW (object);

  g_clear_object (&self->book);
  g_clear_object (&self->calendar);
  g_clear_object (&self->lists);
  g_clear_object (&self->reasons);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mc_leave_view_parent_class)->finalize (object);
}

static void
mc_leave_view_class_init (McLeaveViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_leave_view_finalize;
  changed_signal =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_leave_view_init (McLeaveView *self)
{
}

static GListModel *
rows (McLeaveView *self, GType noun)
{
  return G_LIST_MODEL (mc_list_group_get (self->lists, noun));
}

static void
look (McLeaveView *self)
{
  g_clear_object (&self->book);
  self->book = mc_rule_book_new_from_list (rows (self, MC_TYPE_RULE_VERSION));
}

static void
settled_cb (McLeaveView *self)
{
  look (self);
  g_signal_emit (self, changed_signal, 0);
}

McLeaveView *
mc_leave_view_new (McSession *session)
{
  McLeaveView *self = g_object_new (MC_TYPE_LEAVE_VIEW, NULL);
  const GType nouns[] = { MC_TYPE_ABSENCE, MC_TYPE_LEAVE_ACCOUNT, MC_TYPE_DUTY_CREDIT,
                          MC_TYPE_SERVICE, MC_TYPE_PERSON,        MC_TYPE_RULE_VERSION };

  self->session = g_object_ref (session);
  self->lists = mc_list_group_new (session, nouns, G_N_ELEMENTS (nouns));
  self->calendar = mc_calendar_view_new (session);
  g_signal_connect_object (self->lists, "changed", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar, "changed", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  look (self);
  return self;
}

gboolean
mc_leave_view_get_ready (McLeaveView *self)
{
  g_return_val_if_fail (MC_IS_LEAVE_VIEW (self), FALSE);
  return mc_list_group_get_ready (self->lists) && mc_calendar_view_get_ready (self->calendar) &&
         (!self->reasons || mc_live_list_get_ready (self->reasons) || mc_live_list_get_error (self->reasons));
}

static void
drop_reasons (McLeaveView *self)
{
  if (self->reasons)
    g_signal_handlers_disconnect_by_func (self->reasons, settled_cb, self);
  g_clear_object (&self->reasons);
}

void
mc_leave_view_follow (McLeaveView *self, gint64 person)
{
  static const char *const signals[] = { "changed", "notify::ready", "notify::error" };

  g_return_if_fail (MC_IS_LEAVE_VIEW (self));
  if (person == self->person)
    return;
  drop_reasons (self);
  self->person = person;
  if (!person)
    return;
  self->reasons = mc_session_list_of (self->session, MC_TYPE_ABSENCE_REASON, "person_id", person);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->reasons, signals[i], G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
}

McWorkCalendar *
mc_leave_view_get_calendar (McLeaveView *self)
{
  g_return_val_if_fail (MC_IS_LEAVE_VIEW (self), NULL);
  return mc_calendar_view_get (self->calendar);
}

/* What the rules are told of one person; the arrays live as long as this. */
typedef struct
{
  McLeaveFacts facts;
  GArray *items;
  GPtrArray *services;
} Known;

static void
known_clear (Known *known)
{
  g_array_unref (known->items);
  g_ptr_array_unref (known->services);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

static Known
know (McLeaveView *self, gint64 person, McDay day)
{
  GListModel *services = rows (self, MC_TYPE_SERVICE);
  Known known = { .services = g_ptr_array_new_with_free_func (g_object_unref) };
  int year;

  mc_leave_view_follow (self, person);
  mc_day_split (day, &year, NULL, NULL);
  known.items =
      mc_leave_items_new (rows (self, MC_TYPE_ABSENCE), self->reasons ? G_LIST_MODEL (self->reasons) : NULL, person);
  for (guint i = 0; i < g_list_model_get_n_items (services); i++)
    {
      g_autoptr (McService) service = g_list_model_get_item (services, i);

      if (service->person_id == person)
        g_ptr_array_add (known.services, g_steal_pointer (&service));
    }
  known.facts =
      (McLeaveFacts){ .person = mc_live_list_get_by_id (mc_list_group_get (self->lists, MC_TYPE_PERSON), person),
                      .services = known.services,
                      .items = known.items,
                      .account = mc_leave_view_get_account (self, person, year),
                      .calendar = mc_leave_view_get_calendar (self),
                      .book = self->book };
  return known;
}

gboolean
mc_leave_view_reckon (McLeaveView *self, gint64 person, McDay day, McLeaveBalance *balance)
{
  g_auto (Known) known = know (self, person, day);

  return mc_leave_balance_reckon (&known.facts, day, balance);
}

McDutyLedger *
mc_leave_view_new_ledger (McLeaveView *self, gint64 person, McDay day)
{
  g_auto (Known) known = know (self, person, day);

  return mc_duty_ledger_new (rows (self, MC_TYPE_DUTY_CREDIT), person, known.items, mc_leave_view_get_calendar (self),
                             day);
}

GPtrArray *
mc_leave_view_check (McLeaveView *self, const McLeaveItem *item, McDay day)
{
  g_auto (Known) known = know (self, item->absence->person_id, item->absence->during.from);

  return mc_leave_check (&known.facts, rows (self, MC_TYPE_DUTY_CREDIT), item, day);
}

gboolean
mc_leave_view_needs_home_word (McLeaveView *self, const McLeaveItem *item)
{
  g_return_val_if_fail (MC_IS_LEAVE_VIEW (self), FALSE);
  return mc_leave_needs_home_word (self->book, mc_leave_view_get_calendar (self), item);
}

McAbsenceKind
mc_leave_view_get_kind (McLeaveView *self, gint64 absence)
{
  for (guint i = 0; self->reasons && i < g_list_model_get_n_items (G_LIST_MODEL (self->reasons)); i++)
    {
      g_autoptr (McAbsenceReason) reason = g_list_model_get_item (G_LIST_MODEL (self->reasons), i);

      if (reason->absence_id == absence)
        return reason->kind;
    }
  return MC_ABSENCE_KIND_NONE;
}

McLeaveAccount *
mc_leave_view_get_account (McLeaveView *self, gint64 person, int year)
{
  GListModel *accounts = rows (self, MC_TYPE_LEAVE_ACCOUNT);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (McLeaveAccount) account = g_list_model_get_item (accounts, i);

      if (account->person_id == person && account->year == year)
        return account; /* the live list holds it */
    }
  return NULL;
}

char *
mc_leave_view_cite (McLeaveView *self, McDay day)
{
  g_return_val_if_fail (MC_IS_LEAVE_VIEW (self), NULL);
  return mc_leave_balance_cite (self->book, day);
}
