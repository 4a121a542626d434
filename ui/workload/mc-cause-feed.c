/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-cause-feed.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mc-absence-entry.h"
#include "mc-calendar-view.h"
#include "mc-counter-assignment.h"
#include "mc-counter-entry.h"
#include "mc-counter-field.h"
#include "mc-field.h"
#include "mc-name.h"
#include "mc-procedure.h"
#include "mc-roster-entry.h"
#include "mc-session-workload.h"
#include "mc-staff-entry.h"
#include "mc-workload-file.h"

enum
{
  COUNTERS,
  ASSIGNMENTS,
  STAFF,
  ABSENCES,
  ROSTER,
  FIRST_OF_ALL_DAYS,
  COUNTER_FIELDS = FIRST_OF_ALL_DAYS,
  FIELDS,
  PROCEDURES,
  FILES,
  N_LISTS,
};

struct _McCauseFeed
{
  GObject parent_instance;

  McSession *session;
  McWaitTime time;
  McLiveList *lists[N_LISTS];
  McCalendarView *calendar;
  GPtrArray *states[MC_DAY_SESSIONS];
  McWaitCause *cause;
  GError *error;
  guint idle;
  guint serial; /* of the question; a late answer to an earlier one is dropped */
};

G_DEFINE_FINAL_TYPE (McCauseFeed, mc_cause_feed, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- The figures --- */

typedef struct
{
  McCauseFeed *feed;
  McSession *session;
  McWaitTime time;
  guint serial;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_object_unref (self->feed);
  g_object_unref (self->session);
  g_free (self);
}

static McWaitCause *
find_cause (const Ask *self, GError **error)
{
  GArray *rows[MC_N_WAIT_PARTS] = { NULL };
  McWaitCause *cause = NULL;
  guint n = 0;

  for (; n < MC_N_WAIT_PARTS; n++)
    {
      McWorkloadQuery query;

      mc_wait_time_get_query (&self->time, n, &query);
      rows[n] = dex_await_boxed (mc_session_load_workload (self->session, &query), error);
      if (!rows[n])
        break;
    }
  if (n == MC_N_WAIT_PARTS)
    cause = mc_wait_cause_new (&self->time, rows);
  for (guint i = 0; i < MC_N_WAIT_PARTS; i++)
    g_clear_pointer (&rows[i], g_array_unref);
  return cause;
}

static DexFuture *
ask_fiber (gpointer data)
{
  Ask *self = data;
  McCauseFeed *feed = self->feed;
  g_autoptr (GError) error = NULL;
  g_autoptr (McWaitCause) cause = find_cause (self, &error);

  if (self->serial != feed->serial)
    return dex_future_new_for_boolean (FALSE);
  g_clear_pointer (&feed->cause, mc_wait_cause_free);
  g_clear_error (&feed->error);
  feed->cause = g_steal_pointer (&cause);
  feed->error = g_steal_pointer (&error);
  g_signal_emit (feed, signals[CHANGED], 0);
  return dex_future_new_for_boolean (TRUE);
}

static void
ask (McCauseFeed *self)
{
  Ask *ask = g_new (Ask, 1);

  *ask = (Ask){ g_object_ref (self), g_object_ref (self->session), self->time, ++self->serial };
  dex_future_disown (dex_scheduler_spawn (NULL, 0, ask_fiber, ask, ask_free));
}

/* --- Who was where --- */

static GPtrArray *
to_array (McLiveList *list)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    g_ptr_array_add (array, g_list_model_get_item (G_LIST_MODEL (list), i));
  return array;
}

static gboolean
is_ready (McCauseFeed *self)
{
  for (guint i = 0; i < N_LISTS; i++)
    if (!self->lists[i] || !mc_live_list_get_ready (self->lists[i]))
      return FALSE;
  return mc_calendar_view_get_ready (self->calendar);
}

static void
update_states (McCauseFeed *self)
{
  g_autoptr (GPtrArray) counters = to_array (self->lists[COUNTERS]);
  g_autoptr (GPtrArray) assignments = to_array (self->lists[ASSIGNMENTS]);
  g_autoptr (GPtrArray) staff = to_array (self->lists[STAFF]);
  g_autoptr (GPtrArray) absences = to_array (self->lists[ABSENCES]);
  g_autoptr (GPtrArray) roster = to_array (self->lists[ROSTER]);
  g_autoptr (GPtrArray) fields = to_array (self->lists[COUNTER_FIELDS]);
  McCounterFacts facts = { .day = self->time.day,
                           .counters = counters,
                           .assignments = assignments,
                           .staff = staff,
                           .absences = absences,
                           .calendar = mc_calendar_view_get (self->calendar),
                           .fields = fields,
                           .roster = roster };

  for (McDaySession session = 0; session < MC_DAY_SESSIONS; session++)
    {
      facts.session = session == MC_DAY_SESSION_MORNING ? MC_HALF_MORNING : MC_HALF_AFTERNOON;
      g_clear_pointer (&self->states[session], g_ptr_array_unref);
      self->states[session] = mc_counter_states_new (&facts);
    }
}

static gboolean
idle_cb (gpointer data)
{
  McCauseFeed *self = data;

  self->idle = 0;
  if (is_ready (self))
    {
      update_states (self);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  return G_SOURCE_REMOVE;
}

static void
update_soon (McCauseFeed *self)
{
  if (!self->idle)
    self->idle = g_idle_add (idle_cb, self);
}

/* Figures come and go with their files. */
static void
files_cb (McCauseFeed *self)
{
  if (self->time.day != MC_DAY_NONE)
    ask (self);
}

static void
take_list (McCauseFeed *self, guint which, McLiveList *list)
{
  if (self->lists[which])
    g_signal_handlers_disconnect_by_data (self->lists[which], self);
  g_clear_object (&self->lists[which]);
  self->lists[which] = list;
  if (!list)
    return;
  g_signal_connect_swapped (list, "changed", G_CALLBACK (which == FILES ? files_cb : update_soon), self);
  g_signal_connect_swapped (list, "notify::ready", G_CALLBACK (update_soon), self);
}

/* --- The feed --- */

static void
mc_cause_feed_dispose (GObject *object)
{
  McCauseFeed *self = MC_CAUSE_FEED (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  self->serial++;
  for (guint i = 0; i < N_LISTS; i++)
    take_list (self, i, NULL);
  if (self->calendar)
    g_signal_handlers_disconnect_by_data (self->calendar, self);
  g_clear_object (&self->calendar);
  for (guint i = 0; i < MC_DAY_SESSIONS; i++)
    g_clear_pointer (&self->states[i], g_ptr_array_unref);
  g_clear_pointer (&self->cause, mc_wait_cause_free);
  g_clear_error (&self->error);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mc_cause_feed_parent_class)->dispose (object);
}

static void
mc_cause_feed_class_init (McCauseFeedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_cause_feed_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", MC_TYPE_CAUSE_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_cause_feed_init (McCauseFeed *self)
{
  self->time = (McWaitTime){ MC_DAY_NONE, -1, 0 };
}

McCauseFeed *
mc_cause_feed_new (McSession *session)
{
  const GType of_all_days[] = { MC_TYPE_COUNTER_FIELD, MC_TYPE_FIELD, MC_TYPE_PROCEDURE, MC_TYPE_WORKLOAD_FILE };
  McCauseFeed *self = g_object_new (MC_TYPE_CAUSE_FEED, NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (of_all_days); i++)
    take_list (self, FIRST_OF_ALL_DAYS + i, mc_session_list (session, of_all_days[i], MC_DAY_NONE));
  self->calendar = mc_calendar_view_new (session);
  g_signal_connect_swapped (self->calendar, "changed", G_CALLBACK (update_soon), self);
  return self;
}

void
mc_cause_feed_look_at (McCauseFeed *self, const McWaitTime *time)
{
  const GType of_day[] = { MC_TYPE_COUNTER_ENTRY, MC_TYPE_COUNTER_ASSIGNMENT, MC_TYPE_STAFF_ENTRY,
                           MC_TYPE_ABSENCE_ENTRY, MC_TYPE_ROSTER_ENTRY };
  gboolean other = time->day != self->time.day;

  self->time = *time;
  g_clear_pointer (&self->cause, mc_wait_cause_free);
  if (other)
    for (guint i = 0; i < MC_DAY_SESSIONS; i++)
      g_clear_pointer (&self->states[i], g_ptr_array_unref);
  for (guint i = 0; other && i < G_N_ELEMENTS (of_day); i++)
    take_list (self, i, mc_session_list (self->session, of_day[i], time->day));
  update_soon (self);
  ask (self);
}

const McWaitTime *
mc_cause_feed_get_time (McCauseFeed *self)
{
  return &self->time;
}

const McWaitCause *
mc_cause_feed_get_cause (McCauseFeed *self)
{
  return self->cause;
}

const GError *
mc_cause_feed_get_error (McCauseFeed *self)
{
  return self->error;
}

GPtrArray *
mc_cause_feed_get_states (McCauseFeed *self, McDaySession session)
{
  return self->states[session];
}

static char *
dup_sort_key (gconstpointer entry)
{
  g_autofree char *family = NULL;
  g_autofree char *middle = NULL;
  g_autofree char *given = NULL;

  mc_name_split (MC_ABSENCE_ENTRY (*(gpointer *)entry)->full_name, &family, &middle, &given);
  return mc_name_sort_key (given, middle, family);
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = dup_sort_key (a);
  g_autofree char *other = dup_sort_key (b);

  return strcmp (one, other);
}

GPtrArray *
mc_cause_feed_dup_absent (McCauseFeed *self)
{
  GPtrArray *absent =
      self->lists[ABSENCES] ? to_array (self->lists[ABSENCES]) : g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = absent->len; i > 0; i--)
    {
      McHalf half = MC_ABSENCE_ENTRY (absent->pdata[i - 1])->half;

      if (!(mc_wait_time_has (&self->time, MC_DAY_SESSION_MORNING) && mc_half_covers (half, MC_HALF_MORNING)) &&
          !(mc_wait_time_has (&self->time, MC_DAY_SESSION_AFTERNOON) && mc_half_covers (half, MC_HALF_AFTERNOON)))
        g_ptr_array_remove_index (absent, i - 1);
    }
  g_ptr_array_sort (absent, compare_people);
  return absent;
}

gboolean
mc_cause_feed_is_rostered (McCauseFeed *self)
{
  return self->lists[ROSTER] && g_list_model_get_n_items (G_LIST_MODEL (self->lists[ROSTER])) > 0;
}

McLiveList *
mc_cause_feed_get_counters (McCauseFeed *self)
{
  return self->lists[COUNTERS];
}

char *
mc_cause_feed_dup_name (McCauseFeed *self, McWorkloadBy by, gint64 key)
{
  gpointer row = mc_live_list_get_by_id (self->lists[by == MC_WORKLOAD_BY_FIELD ? FIELDS : PROCEDURES], key);

  if (!row)
    return g_strdup (_ ("Not known"));
  return g_strdup (MC_IS_FIELD (row) ? MC_FIELD (row)->name : MC_PROCEDURE (row)->name);
}
