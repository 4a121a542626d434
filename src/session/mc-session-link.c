/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-session-private.h"

#include <glib/gi18n-lib.h>

#include "mc-account-store.h"
#include "mc-durable-file.h"
#include "mc-error-text.h"
#include "mc-error.h"

/* The session's ties to the server: what comes by itself, what happens when they break. */

#define POOL_SIZE 4
#define FIRST_PROBE_MS 500
#define LAST_PROBE_MS 10000

GError *
mc_session_error (McSession *self, GError *error)
{
  g_autofree char *text = NULL;
  GError *result;

  if (error->domain != MC_ERROR)
    return error;
  text = mc_error_text (error);
  result = mc_error_new_server ((McErrorCode)error->code, text, mc_error_get_detail (error));
  g_error_free (error);
  return result;
}

/* A password that was changed or an account that was shut will not come back by waiting: say so. */
static void
explain (McSession *self, const GError *error)
{
  g_autofree char *text = NULL;

  if (self->state != MC_SESSION_OFFLINE || !error || g_error_matches (error, MC_ERROR, MC_ERROR_CONNECTION))
    return;
  text = mc_error_text (error);
  mc_session_set_state (self, MC_SESSION_OFFLINE, text);
}

static void arm_probe (McSession *self);

static DexFuture *
recover_fiber (gpointer data)
{
  McSession *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (McAccount) account = dex_await_object (mc_account_store_who_am_i (self->store), &error);

  if (self->state == MC_SESSION_CLOSED)
    return dex_future_new_for_boolean (FALSE);
  if (!account)
    {
      mc_session_note_error (self, error);
      explain (self, error);
      /* A server that is slow or full for now answers later, and the listener may never have lost it. */
      if (self->state == MC_SESSION_OFFLINE)
        arm_probe (self);
      return dex_future_new_for_boolean (FALSE);
    }
  self->probe_wait = 0;
  mc_session_set_account (self, account);
  mc_list_hub_refresh (self->hub);
  mc_session_set_state (self, MC_SESSION_ONLINE, NULL);
  mc_session_settle_all (self);
  return dex_future_new_for_boolean (TRUE);
}

static void
recover (McSession *self)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, recover_fiber, g_object_ref (self), g_object_unref));
}

/* A network that swallows packets breaks queries long before the listener notices. */
static void
probe_cb (gpointer data)
{
  McSession *self = data;

  self->probe_timer = 0;
  if (self->state == MC_SESSION_OFFLINE && mc_pg_listener_get_state (self->listener) == MC_PG_LISTENER_LISTENING)
    recover (self);
}

static void
arm_probe (McSession *self)
{
  if (self->probe_timer)
    return;
  self->probe_wait = self->probe_wait ? MIN (self->probe_wait * 2, LAST_PROBE_MS) : FIRST_PROBE_MS;
  self->probe_timer = g_timeout_add_once (self->probe_wait, probe_cb, self);
}

static void
lose (McSession *self)
{
  self->cut |= self->state == MC_SESSION_CLOSED;
  if (self->state == MC_SESSION_CLOSED || self->state == MC_SESSION_CONNECTING)
    return;
  mc_session_set_state (self, MC_SESSION_OFFLINE, NULL);
  arm_probe (self);
}

void
mc_session_note_error (McSession *self, const GError *error)
{
  if (g_error_matches (error, MC_ERROR, MC_ERROR_CONNECTION))
    lose (self);
}

static DexFuture *
watch_cb (DexFuture *future, gpointer data)
{
  McSession *self = data;
  GError *error = NULL;

  dex_future_get_value (future, &error);
  mc_session_note_error (self, error);
  return dex_future_new_for_error (mc_session_error (self, error));
}

DexFuture *
mc_session_watch (McSession *self, DexFuture *future)
{
  return dex_future_catch (future, watch_cb, g_object_ref (self), g_object_unref);
}

static void
listener_state_cb (McSession *self, guint state, const GError *error)
{
  if (self->state == MC_SESSION_CLOSED)
    return;
  if (state == MC_PG_LISTENER_LOST)
    {
      lose (self);
      explain (self, error);
    }
  else if (state == MC_PG_LISTENER_LISTENING && self->state == MC_SESSION_CONNECTING)
    mc_list_hub_refresh (self->hub);
  else if (state == MC_PG_LISTENER_LISTENING)
    recover (self);
}

static void
notification_cb (McSession *self, const char *channel, const char *payload)
{
  mc_list_hub_notify (self->hub, payload);
}

void
mc_session_attach (McSession *self, const McPgConfig *config)
{
  static const char *const channels[] = { "centre_change", NULL };

  self->pool = mc_pg_pool_new (config, POOL_SIZE);
  self->store = mc_store_new (self->pool);
  self->hub = mc_list_hub_new (self->store, self->today);
  self->listener = mc_pg_listener_new (config, channels);
  g_signal_connect_object (self->undo, "written", G_CALLBACK (mc_list_hub_take_row), self->hub, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hub, "failed", G_CALLBACK (mc_session_fail), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->listener, "state", G_CALLBACK (listener_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->listener, "notification", G_CALLBACK (notification_cb), self, G_CONNECT_SWAPPED);
}

/* A private server that was started again, or taken over from another program, may listen elsewhere. */
static void
server_state_cb (McSession *self, guint state, const GError *error)
{
  if (self->state == MC_SESSION_CLOSED || !self->pool)
    return;
  if (state == MC_PG_SERVER_RUNNING || state == MC_PG_SERVER_JOINED)
    {
      g_autoptr (McPgConfig) config = mc_pg_server_get_config (self->server, MC_PG_SERVER_LOCAL);

      mc_pg_pool_set_config (self->pool, config);
      mc_pg_listener_set_config (self->listener, config);
      mc_pg_listener_retry (self->listener);
    }
  else if (state == MC_PG_SERVER_FAILED && error)
    mc_session_set_state (self, MC_SESSION_OFFLINE, error->message);
}

void
mc_session_start_listening (McSession *self)
{
  mc_pg_listener_start (self->listener);
  if (self->server)
    g_signal_connect_object (self->server, "state", G_CALLBACK (server_state_cb), self, G_CONNECT_SWAPPED);
}

void
mc_session_try_now (McSession *self)
{
  g_return_if_fail (MC_IS_SESSION (self));
  if (self->state != MC_SESSION_OFFLINE || !self->listener)
    return;
  if (mc_pg_listener_get_state (self->listener) == MC_PG_LISTENER_LISTENING)
    recover (self);
  else
    mc_pg_listener_retry (self->listener);
}

void
mc_session_detach (McSession *self)
{
  g_clear_handle_id (&self->probe_timer, g_source_remove);
  if (self->listener)
    mc_pg_listener_stop (self->listener);
  if (self->hub)
    mc_list_hub_stop (self->hub);
  g_clear_object (&self->listener);
  g_clear_object (&self->feed);
  g_clear_object (&self->judge);
  g_clear_object (&self->rules);
  g_clear_object (&self->settings);
}

static DexFuture *
close_fiber (gpointer data)
{
  McSession *self = data;

  dex_await (mc_draft_store_flush (self->drafts), NULL);
  /* Scans hold what the law protects: they do not stay behind. */
  dex_await (mc_durable_file_remove_tree (self->scans), NULL);
  /* What was begun comes to its end: it is entered, or kept. */
  while (self->turn)
    {
      g_autoptr (DexFuture) last = dex_ref (self->turn);

      dex_await (dex_ref (last), NULL);
      if (self->turn == last)
        dex_clear (&self->turn);
    }
  self->ended = TRUE;
  dex_await (mc_draft_store_flush (self->kept), NULL);
  dex_await (mc_claimed_folder_leave (self->claim), NULL);
  mc_session_detach (self);
  if (self->pool)
    dex_await (mc_pg_pool_close (self->pool), NULL);
  if (self->server)
    dex_await (mc_pg_server_stop (self->server), NULL);
  return dex_future_new_for_boolean (TRUE);
}

DexFuture *
mc_session_close (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  if (self->state == MC_SESSION_CLOSED)
    return dex_future_new_for_boolean (TRUE);
  self->cut = self->state != MC_SESSION_ONLINE;
  mc_session_set_state (self, MC_SESSION_CLOSED, NULL);
  return dex_scheduler_spawn (NULL, 0, close_fiber, g_object_ref (self), g_object_unref);
}
