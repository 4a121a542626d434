/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-wait-private.h"

typedef struct
{
  GSource source;
  gpointer tag;
} FdSource;

static gboolean
fd_source_dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  FdSource *self = (FdSource *)source;
  DexPromise *promise = user_data;
  GIOCondition ready = g_source_query_unix_fd (source, self->tag);

  /* A cancelled promise wakes the source with nothing ready: nobody listens
   * any more, and the watch goes. */
  if (dex_future_is_pending (DEX_FUTURE (promise)))
    dex_promise_resolve_int (promise, (int)ready);
  return G_SOURCE_REMOVE;
}

static GSourceFuncs fd_source_funcs = { .dispatch = fd_source_dispatch };

DexFuture *
_mc_pg_wait_fd (int fd, GIOCondition condition)
{
  DexPromise *promise = dex_promise_new_cancellable ();
  DexScheduler *scheduler = dex_scheduler_get_thread_default ();
  g_autoptr (GSource) source = g_source_new (&fd_source_funcs, sizeof (FdSource));
  g_autoptr (GSource) cancelled = g_cancellable_source_new (dex_promise_get_cancellable (promise));

  if (!scheduler)
    scheduler = dex_scheduler_get_default ();
  ((FdSource *)source)->tag = g_source_add_unix_fd (source, fd, condition | G_IO_ERR | G_IO_HUP);
  g_source_set_callback (source, NULL, dex_ref (promise), dex_unref);
  g_source_set_dummy_callback (cancelled);
  g_source_add_child_source (source, cancelled);
  g_source_set_static_name (source, "[motcua pg wait]");
  g_source_attach (source, dex_scheduler_get_main_context (scheduler));
  return DEX_FUTURE (promise);
}
