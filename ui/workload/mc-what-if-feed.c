/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-what-if-feed.h"

#include "mc-session-workload.h"
#include "mc-thread.h"
#include "mc-what-if-measure.h"
#include "mc-workload-file.h"

struct _McWhatIfFeed
{
  GObject parent_instance;

  McSession *session;
  McLiveList *files;
  McPeriod days;
  GPtrArray *wanted;
  McWhatIfCentre *centre; /* as it was measured in the days; NULL: not read yet, or figures came since */
  GCancellable *cancel;   /* of what is under way */
  guint serial;           /* of the question; the answer to an earlier one is dropped */
  gboolean running;
  gboolean stopped;
  McWhatIfCentre *shown; /* of the results */
  GPtrArray *scenarios;
  GPtrArray *results;
  GPtrArray *failures;
  GError *error;
};

G_DEFINE_FINAL_TYPE (McWhatIfFeed, mc_what_if_feed, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* One question: what its fiber and its thread carry. */
typedef struct
{
  gatomicrefcount refs;
  McWhatIfFeed *feed; /* of the fiber */
  McSession *session;
  McPeriod days;
  GPtrArray *scenarios;
  McWhatIfCentre *centre; /* NULL: to be read */
  GPtrArray *failures;
  GCancellable *cancel;
  guint serial;
} Ask;

static void
ask_unref (gpointer data)
{
  Ask *self = data;

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->scenarios);
  g_ptr_array_unref (self->failures);
  g_clear_pointer (&self->centre, mc_what_if_centre_unref);
  g_object_unref (self->cancel);
  g_free (self);
}

/* On the main thread, which the objects belong to. */
static void
ask_end (gpointer data)
{
  Ask *self = data;

  g_clear_object (&self->feed);
  g_clear_object (&self->session);
  ask_unref (self);
}

/* On its thread. */
static DexFuture *
reckon (gpointer data)
{
  Ask *self = data;
  GError *error = NULL;
  GPtrArray *results = mc_what_if_run_all (self->centre, self->scenarios, self->failures, self->cancel, &error);

  if (!results)
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, results);
}

static void
take_answer (McWhatIfFeed *self, Ask *ask, GPtrArray *results)
{
  g_clear_pointer (&self->shown, mc_what_if_centre_unref);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  self->shown = mc_what_if_centre_ref (ask->centre);
  self->scenarios = g_ptr_array_ref (ask->scenarios);
  self->results = g_ptr_array_ref (results);
  self->failures = g_ptr_array_ref (ask->failures);
}

static GPtrArray *
find_answer (Ask *ask, GError **error)
{
  if (!ask->centre)
    ask->centre = dex_await_boxed (mc_session_load_what_if (ask->session, ask->days), error);
  if (!ask->centre || g_cancellable_set_error_if_cancelled (ask->cancel, error))
    return NULL;
  g_atomic_ref_count_inc (&ask->refs);
  return dex_await_boxed (mc_thread_spawn ("what-if", reckon, ask, ask_unref), error);
}

static DexFuture *
ask_fiber (gpointer data)
{
  Ask *ask = data;
  McWhatIfFeed *self = ask->feed;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = find_answer (ask, &error);

  if (ask->serial != self->serial)
    return dex_future_new_for_boolean (FALSE);
  self->running = FALSE;
  g_clear_error (&self->error);
  if (ask->centre && !self->centre)
    self->centre = mc_what_if_centre_ref (ask->centre);
  if (results)
    take_answer (self, ask, results);
  else
    self->error = g_steal_pointer (&error);
  g_signal_emit (self, signals[CHANGED], 0);
  return dex_future_new_for_boolean (TRUE);
}

static void
drop (McWhatIfFeed *self)
{
  self->serial++;
  self->running = FALSE;
  if (self->cancel)
    g_cancellable_cancel (self->cancel);
  g_clear_object (&self->cancel);
}

static void
begin (McWhatIfFeed *self)
{
  Ask *ask = g_new0 (Ask, 1);

  drop (self);
  g_atomic_ref_count_init (&ask->refs);
  self->cancel = g_cancellable_new ();
  self->running = TRUE;
  self->stopped = FALSE;
  ask->feed = g_object_ref (self);
  ask->session = g_object_ref (self->session);
  ask->days = self->days;
  ask->scenarios = g_ptr_array_ref (self->wanted);
  ask->centre = self->centre ? mc_what_if_centre_ref (self->centre) : NULL;
  ask->failures = g_ptr_array_new_with_free_func (g_free);
  ask->cancel = g_object_ref (self->cancel);
  ask->serial = self->serial;
  g_signal_emit (self, signals[CHANGED], 0);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, ask_fiber, ask, ask_end));
}

/* Figures came or went. */
static void
files_cb (McWhatIfFeed *self)
{
  g_clear_pointer (&self->centre, mc_what_if_centre_unref);
  if (self->wanted && !self->stopped)
    begin (self);
}

static void
mc_what_if_feed_dispose (GObject *object)
{
  McWhatIfFeed *self = MC_WHAT_IF_FEED (object);

  drop (self);
  if (self->files)
    g_signal_handlers_disconnect_by_data (self->files, self);
  g_clear_object (&self->files);
  g_clear_object (&self->session);
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  g_clear_pointer (&self->centre, mc_what_if_centre_unref);
  g_clear_pointer (&self->shown, mc_what_if_centre_unref);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (mc_what_if_feed_parent_class)->dispose (object);
}

static void
mc_what_if_feed_class_init (McWhatIfFeedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_what_if_feed_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", MC_TYPE_WHAT_IF_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_what_if_feed_init (McWhatIfFeed *self)
{
}

McWhatIfFeed *
mc_what_if_feed_new (McSession *session)
{
  McWhatIfFeed *self = g_object_new (MC_TYPE_WHAT_IF_FEED, NULL);

  self->session = g_object_ref (session);
  self->files = mc_session_list (session, MC_TYPE_WORKLOAD_FILE, MC_DAY_NONE);
  g_signal_connect_swapped (self->files, "changed", G_CALLBACK (files_cb), self);
  return self;
}

void
mc_what_if_feed_ask (McWhatIfFeed *self, McPeriod days, GPtrArray *scenarios)
{
  g_return_if_fail (MC_IS_WHAT_IF_FEED (self) && scenarios);
  if (days.from != self->days.from || days.until != self->days.until)
    g_clear_pointer (&self->centre, mc_what_if_centre_unref);
  self->days = days;
  g_ptr_array_ref (scenarios);
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  self->wanted = scenarios;
  begin (self);
}

void
mc_what_if_feed_stop (McWhatIfFeed *self)
{
  if (!self->running)
    return;
  drop (self);
  self->stopped = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
mc_what_if_feed_get_running (McWhatIfFeed *self)
{
  return self->running;
}

gboolean
mc_what_if_feed_get_stopped (McWhatIfFeed *self)
{
  return self->stopped;
}

const McWhatIfCentre *
mc_what_if_feed_get_centre (McWhatIfFeed *self)
{
  return self->shown;
}

GPtrArray *
mc_what_if_feed_get_scenarios (McWhatIfFeed *self)
{
  return self->scenarios;
}

GPtrArray *
mc_what_if_feed_get_results (McWhatIfFeed *self)
{
  return self->results;
}

GPtrArray *
mc_what_if_feed_get_failures (McWhatIfFeed *self)
{
  return self->failures;
}

const GError *
mc_what_if_feed_get_error (McWhatIfFeed *self)
{
  return self->error;
}
