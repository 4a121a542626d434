/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-listener.h"

#include "mc-pg-connection-private.h"
#include "mc-pg-error-private.h"
#include "mc-pg-wait-private.h"

#define FIRST_WAIT_MS 250
#define LONGEST_WAIT_MS (30 * 1000)

/* What the fiber needs. It outlives the listener by the moment that it takes to
 * notice that the listener has gone. */
typedef struct
{
  McPgListener *listener; /* NULL when stopped */
  DexPromise *wake;
} Watch;

/* What is to be told from the main loop. */
typedef struct
{
  char *channel; /* NULL for a change of state */
  char *payload;
  McPgListenerState state;
  GError *error;
} Event;

struct _McPgListener
{
  GObject parent_instance;
  McPgConfig *config;
  char **channels;
  McPgListenerState state;
  Watch *watch;
  GQueue events; /* Event */
  guint events_source;
};

enum
{
  NOTIFICATION,
  STATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McPgListener, mc_pg_listener, G_TYPE_OBJECT)

static void
event_free (gpointer data)
{
  Event *event = data;

  g_free (event->channel);
  g_free (event->payload);
  g_clear_error (&event->error);
  g_free (event);
}

static void
mc_pg_listener_dispose (GObject *object)
{
  McPgListener *self = MC_PG_LISTENER (object);

  mc_pg_listener_stop (self);
  G_OBJECT_CLASS (mc_pg_listener_parent_class)->dispose (object);
}

static void
mc_pg_listener_finalize (GObject *object)
{
  McPgListener *self = MC_PG_LISTENER (object);

  g_clear_pointer (&self->config, mc_pg_config_free);
  g_strfreev (self->channels);
  G_OBJECT_CLASS (mc_pg_listener_parent_class)->finalize (object);
}

static void
mc_pg_listener_class_init (McPgListenerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_pg_listener_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_pg_listener_finalize;
  signals[NOTIFICATION] = g_signal_new ("notification", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[STATE] = g_signal_new ("state", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_ERROR);
}

static void
mc_pg_listener_init (McPgListener *self)
{
  g_queue_init (&self->events);
}

McPgListener *
mc_pg_listener_new (const McPgConfig *config, const char *const *channels)
{
  McPgListener *self = g_object_new (MC_TYPE_PG_LISTENER, NULL);

  self->config = mc_pg_config_copy (config);
  self->channels = g_strdupv ((char **)channels);
  return self;
}

static gboolean
emit_events_cb (gpointer data)
{
  g_autoptr (McPgListener) self = g_object_ref (data);
  Event *event;

  /* A handler may stop the listener, which empties the queue. */
  self->events_source = 0;
  while ((event = g_queue_pop_head (&self->events)))
    {
      if (event->channel)
        g_signal_emit (self, signals[NOTIFICATION], 0, event->channel, event->payload);
      else
        {
          self->state = event->state;
          g_signal_emit (self, signals[STATE], 0, (guint)event->state, event->error);
        }
      event_free (event);
    }
  return G_SOURCE_REMOVE;
}

/* Handlers may draw; a fiber's stack is too small for that. */
static void
queue_event (McPgListener *self, Event *event)
{
  g_queue_push_tail (&self->events, event);
  if (!self->events_source)
    self->events_source = g_idle_add_full (G_PRIORITY_DEFAULT, emit_events_cb, self, NULL);
}

static void
queue_state (Watch *watch, McPgListenerState state, const GError *error)
{
  Event *event;

  if (!watch->listener)
    return;
  event = g_new0 (Event, 1);
  event->state = state;
  event->error = error ? g_error_copy (error) : NULL;
  queue_event (watch->listener, event);
}

static void
queue_notifications (Watch *watch, PGconn *conn)
{
  PGnotify *notify;

  while (watch->listener && (notify = PQnotifies (conn)))
    {
      Event *event = g_new0 (Event, 1);

      event->channel = g_strdup (notify->relname);
      event->payload = g_strdup (notify->extra);
      PQfreemem (notify);
      queue_event (watch->listener, event);
    }
}

/* Waits until @future or mc_pg_listener_retry() or _stop(), whichever comes first. */
static void
wait_or_wake (Watch *watch, DexFuture *future)
{
  dex_await (dex_future_first (future, dex_ref (DEX_FUTURE (watch->wake)), NULL), NULL);
  if (!dex_future_is_pending (DEX_FUTURE (watch->wake)))
    {
      dex_unref (watch->wake);
      watch->wake = dex_promise_new ();
    }
}

static gboolean
subscribe (Watch *watch, McPgConnection *connection, GError **error)
{
  g_autoptr (GString) script = g_string_new (NULL);

  for (gsize i = 0; watch->listener && watch->listener->channels[i]; i++)
    {
      g_autofree char *channel = mc_pg_quote_identifier (watch->listener->channels[i]);

      g_string_append_printf (script, "LISTEN %s;", channel);
    }
  return dex_await (mc_pg_connection_exec_script (connection, script->str), error);
}

/* Listens until the connection breaks or nobody wants to hear any more. */
static void
listen_on (Watch *watch, McPgConnection *connection, GError **error)
{
  PGconn *conn;

  if (!subscribe (watch, connection, error))
    return;
  queue_state (watch, MC_PG_LISTENER_LISTENING, NULL);
  _mc_pg_connection_lock (connection);
  conn = _mc_pg_connection_get_conn (connection);
  for (;;)
    {
      queue_notifications (watch, conn);
      if (!watch->listener)
        break;
      wait_or_wake (watch, _mc_pg_wait_fd (PQsocket (conn), G_IO_IN));
      if (!PQconsumeInput (conn) || PQstatus (conn) != CONNECTION_OK)
        {
          queue_notifications (watch, conn);
          g_propagate_error (error, _mc_pg_error_from_connection (conn));
          break;
        }
    }
  _mc_pg_connection_unlock (connection);
}

static int
wait_before (guint attempt)
{
  int longest = MIN (LONGEST_WAIT_MS, FIRST_WAIT_MS << MIN (attempt, 7));

  return g_random_int_range (longest / 2, longest + 1);
}

static DexFuture *
listener_fiber (gpointer data)
{
  Watch *watch = data;
  guint attempt = 0;

  while (watch->listener)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (McPgConnection) connection = NULL;

      queue_state (watch, MC_PG_LISTENER_CONNECTING, NULL);
      connection = dex_await_object (mc_pg_connection_new (watch->listener->config), &error);
      if (connection && watch->listener)
        {
          attempt = 0;
          listen_on (watch, connection, &error);
        }
      if (!watch->listener)
        break;
      queue_state (watch, MC_PG_LISTENER_LOST, error);
      wait_or_wake (watch, dex_timeout_new_msec (wait_before (attempt++)));
    }
  return dex_future_new_true ();
}

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  dex_clear (&watch->wake);
  g_free (watch);
}

void
mc_pg_listener_start (McPgListener *self)
{
  g_return_if_fail (MC_IS_PG_LISTENER (self));

  if (self->watch)
    return;
  self->watch = g_new0 (Watch, 1);
  self->watch->listener = self;
  self->watch->wake = dex_promise_new ();
  dex_future_disown (dex_scheduler_spawn (NULL, 0, listener_fiber, self->watch, watch_free));
}

static void
wake (Watch *watch)
{
  if (dex_future_is_pending (DEX_FUTURE (watch->wake)))
    dex_promise_resolve_boolean (watch->wake, TRUE);
}

void
mc_pg_listener_stop (McPgListener *self)
{
  Watch *watch;

  g_return_if_fail (MC_IS_PG_LISTENER (self));

  self->state = MC_PG_LISTENER_STOPPED;
  g_clear_handle_id (&self->events_source, g_source_remove);
  g_queue_clear_full (&self->events, event_free);
  if (!(watch = g_steal_pointer (&self->watch)))
    return;
  watch->listener = NULL;
  wake (watch);
}

void
mc_pg_listener_retry (McPgListener *self)
{
  g_return_if_fail (MC_IS_PG_LISTENER (self));

  if (self->watch && self->state == MC_PG_LISTENER_LOST)
    wake (self->watch);
}

void
mc_pg_listener_set_config (McPgListener *self, const McPgConfig *config)
{
  McPgConfig *copy = mc_pg_config_copy (config);

  g_return_if_fail (MC_IS_PG_LISTENER (self));

  mc_pg_config_free (self->config);
  self->config = copy;
}

McPgListenerState
mc_pg_listener_get_state (McPgListener *self)
{
  g_return_val_if_fail (MC_IS_PG_LISTENER (self), MC_PG_LISTENER_STOPPED);

  return self->state;
}
