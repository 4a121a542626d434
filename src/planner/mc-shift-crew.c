/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-shift-crew-private.h"

struct _McShiftCrew
{
  GThreadPool *pool; /* of all but the caller; %NULL if there is nobody else */
  GPtrArray *scratches;
  GMutex lock;
  GCond done;
  guint n_away; /* workers that are not back yet */

  McShiftCrewFunc func;
  gpointer data;
  guint n_jobs;
  gint next; /* the first job that nobody has taken */
};

static void
work (McShiftCrew *self, guint worker)
{
  guint job;

  while ((job = (guint)g_atomic_int_add (&self->next, 1)) < self->n_jobs)
    self->func (job, worker, self->data);
}

static void
work_on_thread (gpointer item, gpointer data)
{
  McShiftCrew *self = data;

  work (self, GPOINTER_TO_UINT (item));
  g_mutex_lock (&self->lock);
  if (--self->n_away == 0)
    g_cond_signal (&self->done);
  g_mutex_unlock (&self->lock);
}

McShiftCrew *
mc_shift_crew_new (guint n)
{
  McShiftCrew *self = g_new0 (McShiftCrew, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->done);
  self->scratches = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_shift_scratch_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->scratches, mc_shift_scratch_new ());
  if (n > 1)
    self->pool = g_thread_pool_new (work_on_thread, self, (gint)n - 1, FALSE, NULL);
  return self;
}

void
mc_shift_crew_free (McShiftCrew *self)
{
  if (self->pool)
    g_thread_pool_free (self->pool, FALSE, TRUE);
  g_ptr_array_unref (self->scratches);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->done);
  g_free (self);
}

void
mc_shift_crew_run (McShiftCrew *self, guint n_jobs, McShiftCrewFunc func, gpointer data)
{
  guint others = MIN (self->scratches->len, n_jobs);

  others -= MIN (others, 1);
  self->func = func;
  self->data = data;
  self->n_jobs = n_jobs;
  self->n_away = others;
  g_atomic_int_set (&self->next, 0);
  for (guint i = 1; i <= others; i++)
    g_thread_pool_push (self->pool, GUINT_TO_POINTER (i), NULL);
  work (self, 0);
  g_mutex_lock (&self->lock);
  while (self->n_away > 0)
    g_cond_wait (&self->done, &self->lock);
  g_mutex_unlock (&self->lock);
}

McShiftScratch *
mc_shift_crew_scratch (McShiftCrew *self, guint worker)
{
  return g_ptr_array_index (self->scratches, worker);
}
