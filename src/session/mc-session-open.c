/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-account-store.h"
#include "mc-error.h"
#include "mc-loader.h"
#include "mc-migrator.h"
#include "mc-session-config.h"
#include "mc-session-private.h"

/* From a saved connection to a session that is online. */

typedef struct
{
  McSession *session;
  McStartKind start;
  McDay base_day;
  char *password;
  McProgressFunc progress;
  gpointer user_data;
  GDestroyNotify notify;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  if (opening->notify)
    opening->notify (opening->user_data);
  g_object_unref (opening->session);
  g_free (opening->password);
  g_free (opening);
}

static void
tell (Opening *opening, const char *message, double fraction)
{
  if (opening->progress)
    opening->progress (message, fraction, opening->user_data);
}

static void
migrating_cb (const char *name, guint done, guint total, gpointer data)
{
  tell (data, _ ("Bringing the database up to date…"), total ? (double)done / total : -1);
}

/* An empty cluster has nothing to lose; everything else is dumped before it is changed. */
static gboolean
dump_before_migration (Opening *opening, McMigrator *migrator, GError **error)
{
  g_autoptr (GPtrArray) steps = dex_await_boxed (mc_migrator_status (migrator), error);

  if (!steps)
    return FALSE;
  if (!mc_migrations_change_data (steps))
    return TRUE;
  tell (opening, _ ("Backing up the database…"), -1);
  return dex_await (mc_pg_server_dump (opening->session->server, MC_PG_DUMP_SCHEMA), error);
}

static gboolean
migrate_private (Opening *opening, GError **error)
{
  g_autoptr (McPgConfig) admin = mc_pg_server_get_config (opening->session->server, MC_PG_SERVER_ADMIN);
  g_autoptr (McMigrator) migrator = mc_migrator_new (admin, NULL);
  g_autoptr (GError) local = NULL;

  if (dex_await (mc_migrator_check (migrator), &local))
    return TRUE;
  if (!mc_migrator_error_is_pending (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return dump_before_migration (opening, migrator, error) &&
         dex_await (mc_migrator_run (migrator, migrating_cb, opening, NULL), error);
}

static McPgConfig *
open_private (Opening *opening, GError **error)
{
  McSession *session = opening->session;
  g_autofree char *folder = mc_profile_dup_folder (session->profile);

  tell (opening, _ ("Starting the database of this computer…"), -1);
  session->server = mc_pg_server_new (folder);
  if (!dex_await (mc_pg_server_start (session->server), error) || !migrate_private (opening, error))
    return NULL;
  return mc_pg_server_get_config (session->server, MC_PG_SERVER_LOCAL);
}

static McPgConfig *
open_shared (Opening *opening, GError **error)
{
  g_autoptr (McPgConfig) config = mc_session_config_new (opening->session->profile, opening->password);
  g_autoptr (McMigrator) migrator = mc_migrator_new (config, NULL);

  tell (opening, _ ("Connecting to the server…"), -1);
  if (!dex_await (mc_migrator_check (migrator), error))
    return NULL;
  return g_steal_pointer (&config);
}

static DexFuture *
no_figures_cb (DexFuture *future, gpointer data)
{
  McSession *session = data;
  g_autoptr (GError) error = NULL;

  dex_future_get_value (future, &error);
  if (session->state == MC_SESSION_ONLINE)
    mc_session_fail (session, error);
  return dex_future_new_for_boolean (FALSE);
}

/* They take seconds, and no page that is looked at first needs them; the live lists tell when they are there. */
static void
fill_figures (Opening *opening)
{
  dex_future_disown (dex_future_catch (mc_loader_load_demo_workload (opening->session->store, opening->base_day),
                                       no_figures_cb, g_object_ref (opening->session), g_object_unref));
}

/* The folder of the sample was once everybody's, and may hold the centre of somebody who began without it. */
static void
find_sample (Opening *opening, GError **error)
{
  McSession *session = opening->session;
  g_autoptr (GError) local = NULL;

  session->is_other_centre = !dex_await_boolean (mc_loader_has_sample (session->store), &local);
  if (local)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (!session->is_other_centre)
    fill_figures (opening);
}

static gboolean
fill (Opening *opening, GError **error)
{
  McStore *store = opening->session->store;
  g_autoptr (GError) local = NULL;

  if (opening->start == MC_START_NONE)
    return TRUE;
  if (!dex_await_boolean (mc_loader_is_empty (store), &local))
    {
      if (!local && opening->start == MC_START_DEMO)
        find_sample (opening, &local);
      if (!local)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (opening->start == MC_START_PLAN)
    {
      tell (opening, _ ("Entering the plan of 2022…"), -1);
      return dex_await (mc_loader_load_plan (store), error);
    }
  if (opening->start == MC_START_EMPTY)
    return dex_await (mc_loader_load_rules (store), error);
  tell (opening, _ ("Making the sample centre…"), -1);
  if (!dex_await (mc_loader_load_demo (store, opening->base_day), error))
    return FALSE;
  fill_figures (opening);
  return TRUE;
}

static gboolean
connect_to (Opening *opening, GError **error)
{
  McSession *session = opening->session;
  g_autoptr (McPgConfig) config = NULL;
  g_autoptr (McAccount) account = NULL;

  if (!mc_profile_check (session->profile, error))
    return FALSE;
  if (mc_profile_get_kind (session->profile) == MC_PROFILE_PRIVATE)
    config = open_private (opening, error);
  else
    config = open_shared (opening, error);
  if (!config)
    return FALSE;
  mc_session_attach (session, config);
  mc_session_start_listening (session);
  account = dex_await_object (mc_account_store_who_am_i (session->store), error);
  if (!account)
    return FALSE;
  mc_session_set_account (session, account);
  if (!fill (opening, error))
    return FALSE;
  mc_session_get_book (session);
  /* The law is read before any dialog asks for it. */
  return dex_await (mc_live_list_when_ready (session->rules), error);
}

static DexFuture *
undumped_cb (DexFuture *future, gpointer data)
{
  McSession *session = data;
  g_autoptr (GError) error = NULL;

  dex_future_get_value (future, &error);
  /* One that ends together with the session is made at the next start. */
  if (session->state != MC_SESSION_CLOSED)
    mc_session_fail (session, error);
  return dex_future_new_for_boolean (FALSE);
}

void
mc_session_dump_daily (McSession *self)
{
  if (self->server && self->state != MC_SESSION_CLOSED)
    dex_future_disown (
        dex_future_catch (mc_pg_server_dump_daily (self->server), undumped_cb, g_object_ref (self), g_object_unref));
}

static DexFuture *
open_fiber (gpointer data)
{
  Opening *opening = data;
  McSession *session = opening->session;
  GError *error = NULL;

  mc_session_set_state (session, MC_SESSION_CONNECTING, NULL);
  if (!connect_to (opening, &error))
    {
      g_autoptr (DexFuture) closing = mc_session_close (session);

      error = mc_session_error (session, error);
      /* Whoever gives up waiting for the session must not leave a server running. */
      dex_future_disown (dex_ref (closing));
      dex_await (dex_ref (closing), NULL);
      return dex_future_new_for_error (error);
    }
  mc_session_set_state (session, MC_SESSION_ONLINE, NULL);
  if (!dex_await (mc_session_load_kept (session), &error))
    {
      mc_session_fail (session, error);
      g_clear_error (&error);
    }
  mc_session_dump_daily (session);
  tell (opening, mc_session_get_state_text (session), 1);
  return dex_future_new_for_object (session);
}

DexFuture *
mc_session_open (McProfile *profile,
                 McStartKind start,
                 McDay base_day,
                 const char *password,
                 McProgressFunc progress,
                 gpointer user_data,
                 GDestroyNotify notify)
{
  Opening *opening;

  g_return_val_if_fail (MC_IS_PROFILE (profile), NULL);
  opening = g_new0 (Opening, 1);
  opening->session = mc_session_new (profile);
  opening->start = start;
  opening->base_day = base_day;
  opening->password = g_strdup (password);
  opening->progress = progress;
  opening->user_data = user_data;
  opening->notify = notify;
  return dex_scheduler_spawn (NULL, 0, open_fiber, opening, opening_free);
}
