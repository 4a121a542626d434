/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-figures.h"

#include "mc-rating-interval.h"
#include "mc-session-workload.h"
#include "mc-workload-file.h"

struct _McPlanFigures
{
  GObject parent_instance;

  McSession *session;
  McLiveList *files, *settings;
  McWorkloadQuery query; /* what was asked for last */
  GArray *rows;          /* (nullable): its answer */
  guint serial;          /* of the question; a late answer to an earlier one is dropped */
};

G_DEFINE_FINAL_TYPE (McPlanFigures, mc_plan_figures, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  McPlanFigures *figures;
  McSession *session;
  McWorkloadQuery query;
  guint serial;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_object_unref (self->figures);
  g_object_unref (self->session);
  g_free (self);
}

/* Without an answer the counters stay without figures, which the legend says. */
static DexFuture *
ask_fiber (gpointer data)
{
  Ask *self = data;
  McPlanFigures *figures = self->figures;
  g_autoptr (GArray) rows = dex_await_boxed (mc_session_load_workload (self->session, &self->query), NULL);

  if (self->serial != figures->serial)
    return dex_future_new_for_boolean (FALSE);
  g_clear_pointer (&figures->rows, g_array_unref);
  figures->rows = g_steal_pointer (&rows);
  g_signal_emit (figures, signals[CHANGED], 0);
  return dex_future_new_for_boolean (TRUE);
}

static void
ask (McPlanFigures *self)
{
  Ask *ask = g_new (Ask, 1);

  *ask = (Ask){ g_object_ref (self), g_object_ref (self->session), self->query, ++self->serial };
  dex_future_disown (dex_scheduler_spawn (NULL, 0, ask_fiber, ask, ask_free));
}

static void
files_cb (McPlanFigures *self)
{
  if (self->query.to > self->query.from)
    ask (self);
}

static void
take_session (McPlanFigures *self, McSession *session)
{
  if (self->files)
    g_signal_handlers_disconnect_by_data (self->files, self);
  g_clear_object (&self->files);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->rows, g_array_unref);
  self->query = (McWorkloadQuery){ 0 };
  self->serial++;
  g_set_object (&self->session, session);
  if (!session)
    return;
  self->settings = mc_session_list (session, MC_TYPE_SETTING, MC_DAY_NONE);
  self->files = mc_session_list (session, MC_TYPE_WORKLOAD_FILE, MC_DAY_NONE);
  g_signal_connect_swapped (self->files, "changed", G_CALLBACK (files_cb), self);
}

static void
mc_plan_figures_dispose (GObject *object)
{
  take_session (MC_PLAN_FIGURES (object), NULL);
  G_OBJECT_CLASS (mc_plan_figures_parent_class)->dispose (object);
}

static void
mc_plan_figures_class_init (McPlanFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_plan_figures_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", MC_TYPE_PLAN_FIGURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_plan_figures_init (McPlanFigures *self)
{
}

McPlanFigures *
mc_plan_figures_new (void)
{
  return g_object_new (MC_TYPE_PLAN_FIGURES, NULL);
}

static guint
least_ratings (McPlanFigures *self)
{
  McRatingLimits limits = MC_RATING_LIMITS_DEFAULT;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->settings)); i++)
    {
      g_autoptr (McSetting) setting = g_list_model_get_item (G_LIST_MODEL (self->settings), i);

      mc_rating_limits_take_setting (&limits, setting);
    }
  return limits.min_ratings;
}

void
mc_plan_figures_put (
    McPlanFigures *self, McSession *session, McPlanOverlay overlay, McDay day, McHalf half, GPtrArray *states)
{
  McWorkloadQuery query;

  if (!session || !mc_plan_overlay_get_query (overlay, day, &query))
    {
      if (self->session)
        take_session (self, NULL);
      return;
    }
  if (session != self->session)
    take_session (self, session);
  if (query.from != self->query.from || query.to != self->query.to || query.bucket != self->query.bucket)
    {
      self->query = query;
      g_clear_pointer (&self->rows, g_array_unref);
      ask (self);
    }
  if (self->rows)
    mc_plan_overlay_fill (overlay, self->rows, half, least_ratings (self), states);
}
