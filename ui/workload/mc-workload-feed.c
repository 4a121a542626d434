/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-feed.h"

#include "mc-workload-answer.h"
#include "mc-workload-file.h"
#include "mc-workload-names.h"

struct _McWorkloadFeed
{
  GObject parent_instance;

  McSession *session;
  McWorkloadChartSpec spec;
  McLiveList *files, *names, *staff;
  GType names_noun, staff_noun;
  McDay staff_day;
  guint asking; /* idle source */
  guint serial; /* of the question; a late answer to an earlier one is dropped */
  McChart *chart;
  McWorkloadRow sum, before;
  gboolean has_before;
  GError *error;
};

G_DEFINE_FINAL_TYPE (McWorkloadFeed, mc_workload_feed, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* One question: what a fiber carries. */
typedef struct
{
  McWorkloadFeed *feed;
  McSession *session;
  McWorkloadChartSpec spec;
  McLiveList *names, *staff;
  guint serial;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_clear_object (&self->feed);
  g_clear_object (&self->session);
  g_clear_object (&self->names);
  g_clear_object (&self->staff);
  g_free (self);
}

typedef struct
{
  McChart *chart;
  McWorkloadRow sum, before;
  gboolean has_before;
} Answer;

/* The figures of the time, and of the earlier one that it is held against: of what came after a day, and before it. */
static gboolean
find_sums (Ask *self, Answer *answer, GError **error)
{
  const McWorkloadChartSpec *spec = &self->spec;
  McWorkloadChartSpec whole = *spec;
  McWorkloadQuery query;

  if (spec->split != MC_DAY_NONE)
    {
      McDay known = spec->known_to > spec->split && spec->known_to < spec->to ? spec->known_to : spec->to;

      answer->has_before = TRUE;
      return mc_workload_await_sum (self->session, spec->split, spec->to, &answer->sum, error) &&
             mc_workload_await_sum (self->session, MAX (spec->from, 2 * spec->split - known), spec->split,
                                    &answer->before, error);
    }
  if (!mc_workload_await_sum (self->session, spec->from, spec->to, &answer->sum, error))
    return FALSE;
  whole.kind = MC_WORKLOAD_CHART_TIME;
  answer->has_before = mc_workload_chart_get_compared (&whole, &query);
  return !answer->has_before || mc_workload_await_sum (self->session, query.from, query.to, &answer->before, error);
}

static gboolean
find_answer (Ask *self, Answer *answer, GError **error)
{
  if (!find_sums (self, answer, error))
    return FALSE;
  answer->chart = mc_workload_await_chart (self->session, &self->spec, self->names, self->staff, error);
  return answer->chart != NULL;
}

static DexFuture *
ask_fiber (gpointer data)
{
  Ask *self = data;
  McWorkloadFeed *feed = self->feed;
  Answer answer = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean found = find_answer (self, &answer, &error);

  if (self->serial != feed->serial)
    {
      g_clear_pointer (&answer.chart, mc_chart_unref);
      return dex_future_new_for_boolean (FALSE);
    }
  g_clear_error (&feed->error);
  g_clear_pointer (&feed->chart, mc_chart_unref);
  feed->chart = answer.chart;
  feed->sum = answer.sum;
  feed->before = answer.before;
  feed->has_before = answer.has_before;
  if (!found)
    feed->error = g_steal_pointer (&error);
  g_signal_emit (feed, signals[CHANGED], 0);
  return dex_future_new_for_boolean (TRUE);
}

/* The day after the last of which there are figures. */
static McDay
known_to (McWorkloadFeed *self)
{
  GListModel *files = G_LIST_MODEL (self->files);
  McDay last = MC_DAY_NONE;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (McWorkloadFile) file = g_list_model_get_item (files, i);

      if (file->state == MC_WORKLOAD_IMPORTED)
        last = MAX (last, file->last_day + 1);
    }
  return last;
}

static gboolean
ask_cb (gpointer data)
{
  McWorkloadFeed *self = data;
  Ask *ask;

  self->asking = 0;
  if (!self->session)
    return G_SOURCE_REMOVE;
  ask = g_new0 (Ask, 1);
  ask->feed = g_object_ref (self);
  ask->session = g_object_ref (self->session);
  ask->spec = self->spec;
  ask->spec.known_to = known_to (self);
  g_set_object (&ask->names, self->names);
  g_set_object (&ask->staff, self->staff);
  ask->serial = ++self->serial;
  dex_future_disown (dex_scheduler_spawn (NULL, 0, ask_fiber, ask, ask_free));
  return G_SOURCE_REMOVE;
}

/* Several lists follow one change; one question is enough. */
static void
ask_soon (McWorkloadFeed *self)
{
  if (!self->asking)
    self->asking = g_idle_add (ask_cb, self);
}

static void
follow (McWorkloadFeed *self, McLiveList **place, McLiveList *list)
{
  if (*place)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);
  *place = list;
  if (list)
    g_signal_connect_swapped (list, "changed", G_CALLBACK (ask_soon), self);
}

static void
let_go (McWorkloadFeed *self)
{
  g_clear_handle_id (&self->asking, g_source_remove);
  follow (self, &self->files, NULL);
  follow (self, &self->names, NULL);
  follow (self, &self->staff, NULL);
  self->names_noun = self->staff_noun = G_TYPE_INVALID;
  self->serial++;
  g_clear_object (&self->session);
}

static void
mc_workload_feed_dispose (GObject *object)
{
  McWorkloadFeed *self = MC_WORKLOAD_FEED (object);

  let_go (self);
  g_clear_pointer (&self->chart, mc_chart_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (mc_workload_feed_parent_class)->dispose (object);
}

static void
mc_workload_feed_class_init (McWorkloadFeedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_workload_feed_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", MC_TYPE_WORKLOAD_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_workload_feed_init (McWorkloadFeed *self)
{
  self->names_noun = self->staff_noun = G_TYPE_INVALID;
}

McWorkloadFeed *
mc_workload_feed_new (void)
{
  return g_object_new (MC_TYPE_WORKLOAD_FEED, NULL);
}

static void
follow_names (McWorkloadFeed *self)
{
  GType names = mc_workload_names_noun (self->spec.by);
  GType staff = self->spec.kind == MC_WORKLOAD_CHART_LOAD ? mc_workload_staff_noun (self->spec.by) : G_TYPE_INVALID;

  if (names != self->names_noun)
    follow (self, &self->names, names != G_TYPE_INVALID ? mc_session_list (self->session, names, MC_DAY_NONE) : NULL);
  if (staff != self->staff_noun || self->staff_day != self->spec.to - 1)
    follow (self, &self->staff,
            staff != G_TYPE_INVALID ? mc_session_list (self->session, staff, self->spec.to - 1) : NULL);
  self->names_noun = names;
  self->staff_noun = staff;
  self->staff_day = self->spec.to - 1;
}

void
mc_workload_feed_ask (McWorkloadFeed *self, McSession *session, const McWorkloadChartSpec *spec)
{
  g_return_if_fail (MC_IS_WORKLOAD_FEED (self));
  if (self->session != session)
    let_go (self);
  self->spec = *spec;
  if (!session)
    return;
  if (!self->session)
    {
      self->session = g_object_ref (session);
      follow (self, &self->files, mc_session_list (session, MC_TYPE_WORKLOAD_FILE, MC_DAY_NONE));
    }
  follow_names (self);
  ask_soon (self);
}

McChart *
mc_workload_feed_get_chart (McWorkloadFeed *self)
{
  return self->chart;
}

const McWorkloadRow *
mc_workload_feed_get_sum (McWorkloadFeed *self)
{
  return &self->sum;
}

const McWorkloadRow *
mc_workload_feed_get_before (McWorkloadFeed *self)
{
  return self->has_before ? &self->before : NULL;
}

McLiveList *
mc_workload_feed_get_files (McWorkloadFeed *self)
{
  return self->files;
}

const GError *
mc_workload_feed_get_error (McWorkloadFeed *self)
{
  return self->error;
}
