/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-thread.h"

typedef struct
{
  DexPromise *promise;
  McThreadFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Job;

static gpointer
run (gpointer user_data)
{
  Job *job = user_data;
  DexFuture *result = job->func (job->data);
  GError *error = NULL;
  const GValue *value = dex_future_get_value (result, &error);

  if (value)
    dex_promise_resolve (job->promise, value);
  else
    dex_promise_reject (job->promise, error);
  if (job->destroy)
    job->destroy (job->data);
  dex_unref (result);
  dex_unref (job->promise);
  g_free (job);
  return NULL;
}

DexFuture *
mc_thread_spawn (const char *name, McThreadFunc func, gpointer data, GDestroyNotify destroy)
{
  Job *job = g_new0 (Job, 1);
  DexPromise *promise = dex_promise_new ();

  job->promise = dex_ref (promise);
  job->func = func;
  job->data = data;
  job->destroy = destroy;
  g_thread_unref (g_thread_new (name, run, job));
  return DEX_FUTURE (promise);
}
