/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-attendance-view.h"

#include "mc-attendance.h"
#include "mc-day-override.h"
#include "mc-list-group.h"
#include "mc-roster-cell.h"
#include "mc-roster.h"
#include "mc-rule-version.h"
#include "mc-saturday-field.h"
#include "mc-staff-entry.h"

struct _McAttendanceView
{
  GObject parent_instance;

  McSession *session;
  McDay first;
  McListGroup *lists;
  McLiveList *rows;      /* of the month */
  McLiveList *staff;     /* of its last day, or of today */
  GListStore *cells;     /* of McLiveList: of the rosters that are out */
  GHashTable *of_roster; /* gint64 id -> its list, in the group already */
  McAttendanceMonth *month;
  DexPromise *ready;
};

G_DEFINE_FINAL_TYPE (McAttendanceView, mc_attendance_view, G_TYPE_OBJECT)

static guint changed_signal;

static void
mc_attendance_view_finalize (GObject *object)
{
  McAttendanceView *self = MC_ATTENDANCE_VIEW (object);

  g_clear_object (&self->lists);
  g_clear_object (&self->rows);
  g_clear_object (&self->staff);
  g_clear_object (&self->cells);
  g_clear_object (&self->month);
  g_clear_object (&self->session);
  g_clear_pointer (&self->of_roster, g_hash_table_unref);
  dex_clear (&self->ready);
  G_OBJECT_CLASS (mc_attendance_view_parent_class)->finalize (object);
}

static void
mc_attendance_view_class_init (McAttendanceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_attendance_view_finalize;
  changed_signal =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_attendance_view_init (McAttendanceView *self)
{
  self->cells = g_list_store_new (G_TYPE_LIST_MODEL);
  self->of_roster = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->ready = dex_promise_new ();
}

/* The cells of rosters that are out in the month: which these are is known when rosters are. */
static gboolean
follow_cells (McAttendanceView *self)
{
  GListModel *rosters = G_LIST_MODEL (mc_list_group_get (self->lists, MC_TYPE_ROSTER));
  const McPeriod days = { self->first, mc_day_add_months (self->first, 1) };
  gboolean whole = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (rosters); i++)
    {
      g_autoptr (McRoster) roster = g_list_model_get_item (rosters, i);
      gint64 id = mc_entity_get_id (MC_ENTITY (roster));
      g_autoptr (McLiveList) list = NULL;
      McPeriod common;

      if (!mc_roster_state_is_out (roster->state) || !mc_period_intersect (roster->during, days, &common) ||
          g_hash_table_contains (self->of_roster, &id))
        continue;
      list = mc_session_list_of (self->session, MC_TYPE_ROSTER_CELL, "roster_id", id);
      g_hash_table_add (self->of_roster, g_memdup2 (&id, sizeof id));
      g_list_store_append (self->cells, list);
      mc_list_group_add (self->lists, list);
      whole = whole && mc_live_list_get_ready (list);
    }
  return whole;
}

static void
put (GHashTable *rows, GType noun, gpointer list)
{
  g_hash_table_insert (rows, GSIZE_TO_POINTER (noun), list);
}

static McWorkCalendar *
make_calendar (McAttendanceView *self)
{
  g_autoptr (McRuleBook) book =
      mc_rule_book_new_from_list (G_LIST_MODEL (mc_list_group_get (self->lists, MC_TYPE_RULE_VERSION)));

  return mc_work_calendar_new (book, G_LIST_MODEL (mc_list_group_get (self->lists, MC_TYPE_DAY_OVERRIDE)),
                               G_LIST_MODEL (mc_list_group_get (self->lists, MC_TYPE_SESSION_TIME)),
                               G_LIST_MODEL (mc_list_group_get (self->lists, MC_TYPE_SATURDAY_FIELD)));
}

/* All rows of all lists of cells, as one list. */
static GListModel *
join_cells (McAttendanceView *self)
{
  GListStore *all = g_list_store_new (MC_TYPE_ROSTER_CELL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->cells)); i++)
    {
      g_autoptr (GListModel) list = g_list_model_get_item (G_LIST_MODEL (self->cells), i);

      for (guint k = 0; k < g_list_model_get_n_items (list); k++)
        {
          g_autoptr (GObject) cell = g_list_model_get_item (list, k);

          g_list_store_append (all, cell);
        }
    }
  return G_LIST_MODEL (all);
}

static void
settled_cb (McAttendanceView *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  g_autoptr (GListModel) cells = NULL;
  g_autoptr (McWorkCalendar) calendar = NULL;
  guint n_nouns;
  const GType *nouns = mc_attendance_month_get_nouns (&n_nouns);

  /* The group tells when the cells that are new to it are there. */
  if (!follow_cells (self))
    return;
  calendar = make_calendar (self);
  cells = join_cells (self);
  for (guint i = 0; i < n_nouns; i++)
    put (rows, nouns[i], mc_list_group_get (self->lists, nouns[i]));
  put (rows, MC_TYPE_STAFF_ENTRY, self->staff);
  put (rows, MC_TYPE_ATTENDANCE, self->rows);
  put (rows, MC_TYPE_ROSTER_CELL, cells);
  g_clear_object (&self->month);
  self->month = mc_attendance_month_new (self->first, rows, calendar);
  if (dex_future_is_pending (DEX_FUTURE (self->ready)))
    {
      if (mc_live_list_get_ready (self->rows))
        dex_promise_resolve_boolean (self->ready, TRUE);
      else
        dex_promise_reject (self->ready, g_error_copy (mc_live_list_get_error (self->rows)));
    }
  g_signal_emit (self, changed_signal, 0);
}

McAttendanceView *
mc_attendance_view_new (McSession *session, McDay day)
{
  McAttendanceView *self = g_object_new (MC_TYPE_ATTENDANCE_VIEW, NULL);
  g_autoptr (GArray) nouns = g_array_new (FALSE, FALSE, sizeof (GType));
  const GType calendar[] = { MC_TYPE_RULE_VERSION, MC_TYPE_DAY_OVERRIDE, MC_TYPE_SESSION_TIME, MC_TYPE_SATURDAY_FIELD };
  guint n_nouns;
  const GType *own = mc_attendance_month_get_nouns (&n_nouns);
  int year, month;
  McDay last;

  mc_day_split (day, &year, &month, NULL);
  self->session = g_object_ref (session);
  self->first = mc_day_new (year, month, 1);
  last = mc_day_add_months (self->first, 1) - 1;
  g_array_append_vals (nouns, own, n_nouns);
  g_array_append_vals (nouns, calendar, G_N_ELEMENTS (calendar));
  self->lists = mc_list_group_new (session, (const GType *)(gpointer)nouns->data, nouns->len);
  self->rows = mc_session_list_of (session, MC_TYPE_ATTENDANCE, "month", mc_attendance_month (day));
  self->staff =
      mc_session_list (session, MC_TYPE_STAFF_ENTRY, CLAMP (mc_session_get_today (session), self->first, last));
  mc_list_group_add (self->lists, self->rows);
  mc_list_group_add (self->lists, self->staff);
  g_signal_connect_object (self->lists, "changed", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  return self;
}

McAttendanceMonth *
mc_attendance_view_get (McAttendanceView *self)
{
  g_return_val_if_fail (MC_IS_ATTENDANCE_VIEW (self), NULL);
  return self->month;
}

McDay
mc_attendance_view_get_first (McAttendanceView *self)
{
  g_return_val_if_fail (MC_IS_ATTENDANCE_VIEW (self), MC_DAY_NONE);
  return self->first;
}

DexFuture *
mc_attendance_view_when_ready (McAttendanceView *self)
{
  g_return_val_if_fail (MC_IS_ATTENDANCE_VIEW (self), NULL);
  return dex_ref (DEX_FUTURE (self->ready));
}
