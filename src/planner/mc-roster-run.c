/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-run.h"

#include "mc-thread.h"

struct _McRosterRun
{
  GObject parent_instance;

  McRosterEngine engine;
  McRosterProblem *problem;
  McRosterSolution *start;
  McRosterOptions options;
  GCancellable *cancel;
  GMainContext *context;

  McRosterProgress shown; /* on the thread that started it */
  gboolean running;

  GMutex lock;
  McRosterProgress latest; /* under the lock */
  gboolean is_told;        /* under the lock: word of it is on its way */
};

enum
{
  PROP_PART = 1,
  PROP_N_PARTS,
  PROP_STAGE,
  PROP_N_STAGES,
  PROP_INCUMBENT,
  PROP_BOUND,
  PROP_RUNNING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (McRosterRun, mc_roster_run, G_TYPE_OBJECT)

static void
mc_roster_run_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McRosterRun *self = MC_ROSTER_RUN (object);

  switch (id)
    {
    case PROP_PART:
      g_value_set_uint (value, self->shown.part);
      break;
    case PROP_N_PARTS:
      g_value_set_uint (value, self->shown.n_parts);
      break;
    case PROP_STAGE:
      g_value_set_uint (value, self->shown.stage);
      break;
    case PROP_N_STAGES:
      g_value_set_uint (value, self->shown.n_stages);
      break;
    case PROP_INCUMBENT:
      g_value_set_int64 (value, self->shown.incumbent);
      break;
    case PROP_BOUND:
      g_value_set_int64 (value, self->shown.bound);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_roster_run_finalize (GObject *object)
{
  McRosterRun *self = MC_ROSTER_RUN (object);

  mc_roster_problem_unref (self->problem);
  g_clear_pointer (&self->start, mc_roster_solution_unref);
  g_object_unref (self->cancel);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (mc_roster_run_parent_class)->finalize (object);
}

static void
mc_roster_run_class_init (McRosterRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mc_roster_run_get_property;
  object_class->finalize = mc_roster_run_finalize;
  props[PROP_PART] = g_param_spec_uint ("part", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_PARTS] = g_param_spec_uint ("n-parts", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_STAGE] = g_param_spec_uint ("stage", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_STAGES] = g_param_spec_uint ("n-stages", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_INCUMBENT] = g_param_spec_int64 ("incumbent", NULL, NULL, G_MININT64, G_MAXINT64, G_MAXINT64, flags);
  props[PROP_BOUND] = g_param_spec_int64 ("bound", NULL, NULL, G_MININT64, G_MAXINT64, G_MININT64, flags);
  props[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
mc_roster_run_init (McRosterRun *self)
{
  g_mutex_init (&self->lock);
  self->cancel = g_cancellable_new ();
  self->shown.incumbent = G_MAXINT64;
  self->shown.bound = G_MININT64;
}

McRosterRun *
mc_roster_run_new (McRosterEngine engine,
                   McRosterProblem *problem,
                   const McRosterSolution *start,
                   const McRosterOptions *options)
{
  McRosterRun *self = g_object_new (MC_TYPE_ROSTER_RUN, NULL);

  self->engine = engine;
  self->problem = mc_roster_problem_ref (problem);
  self->start = start ? mc_roster_solution_copy (start) : NULL;
  if (options)
    self->options = *options;
  return self;
}

/* On the thread that started it. */
static gboolean
show (gpointer data)
{
  McRosterRun *self = data;
  McRosterProgress before = self->shown;

  g_mutex_lock (&self->lock);
  self->shown = self->latest;
  self->is_told = FALSE;
  g_mutex_unlock (&self->lock);
  g_object_freeze_notify (G_OBJECT (self));
  if (before.part != self->shown.part)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PART]);
  if (before.n_parts != self->shown.n_parts)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_PARTS]);
  if (before.stage != self->shown.stage)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STAGE]);
  if (before.n_stages != self->shown.n_stages)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_STAGES]);
  if (before.incumbent != self->shown.incumbent)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INCUMBENT]);
  if (before.bound != self->shown.bound)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BOUND]);
  g_object_thaw_notify (G_OBJECT (self));
  return G_SOURCE_REMOVE;
}

/* On the engine's thread. At most one word is under way, however often the engine speaks. */
static void
on_progress (const McRosterProgress *progress, gpointer data)
{
  McRosterRun *self = data;
  gboolean is_told;

  g_mutex_lock (&self->lock);
  self->latest = *progress;
  is_told = self->is_told;
  self->is_told = TRUE;
  g_mutex_unlock (&self->lock);
  if (!is_told)
    g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, show, g_object_ref (self), g_object_unref);
}

static gboolean
end (gpointer data)
{
  McRosterRun *self = data;

  self->running = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
  return G_SOURCE_REMOVE;
}

static DexFuture *
work (gpointer data)
{
  McRosterRun *self = data;
  GValue value = G_VALUE_INIT;
  DexFuture *future;

  g_value_init (&value, MC_TYPE_ROSTER_SOLUTION);
  g_value_take_boxed (&value, self->engine (self->problem, self->start, &self->options));
  future = dex_future_new_for_value (&value);
  g_value_unset (&value);
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, end, g_object_ref (self), g_object_unref);
  return future;
}

DexFuture *
mc_roster_run_start (McRosterRun *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->options.cancel = self->cancel;
  self->options.progress = on_progress;
  self->options.data = self;
  self->running = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
  return mc_thread_spawn ("roster", work, g_object_ref (self), g_object_unref);
}

void
mc_roster_run_stop (McRosterRun *self)
{
  g_cancellable_cancel (self->cancel);
}
