/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a folder, empty or full, to a server that takes connections. */
#include "mc-pg-server-private.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-pg-cluster-private.h"
#include "mc-pg-postmaster-private.h"
#include "mc-pg-server-files-private.h"
#include "mc-pg-upgrade-private.h"

gboolean
_mc_pg_server_need_programs (McPgServer *self, GError **error)
{
  if (!self->programs)
    self->programs = _mc_pg_programs_find (0, error);
  return self->programs != NULL;
}

static gboolean
upgrade (McPgServer *self, int major, GError **error)
{
  g_autoptr (GError) absent = NULL;
  g_autoptr (McPgPrograms) old = _mc_pg_programs_find (major, &absent);

  if (!old)
    {
      g_set_error (
          error, MC_ERROR, MC_ERROR_UNSUPPORTED,
          _ ("the data in %s were made by PostgreSQL %d, and this program brings PostgreSQL %d. To carry them over, "
             "the programs of PostgreSQL %d are needed once; install them and start again. Nothing has been changed."),
          self->data, major, self->programs->major, major);
      return FALSE;
    }
  return _mc_pg_upgrade (self->folder, self->data, self->socket_dir, self->lock_fd, old, self->programs, error);
}

/* Leaves a cluster of the right version at self->data. */
static gboolean
prepare_cluster (McPgServer *self, gboolean *fresh, GError **error)
{
  int major = _mc_pg_server_read_major (self->data);

  *fresh = FALSE;
  if (major > self->programs->major)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED,
                   _ ("the data in %s were made by PostgreSQL %d, which is newer than this program's PostgreSQL %d. "
                      "Update Một Cửa on this computer. Nothing has been changed."),
                   self->data, major, self->programs->major);
      return FALSE;
    }
  if (major && _mc_pg_cluster_is_complete (self->data))
    {
      if (self->lock_is_new && !_mc_pg_server_clear_stale_pid (self->data, error))
        return FALSE;
      return major == self->programs->major || upgrade (self, major, error);
    }
  *fresh = TRUE;
  _mc_pg_cluster_set_aside (self->data);
  return _mc_pg_cluster_make (self->programs, self->data, error);
}

/* While the server already runs, a new cluster is written to the disk for good;
 * only then does anybody get to use it. */
static gboolean
complete_cluster (McPgServer *self, McPgConnection *connection, GError **error)
{
  g_autoptr (DexFuture) written = _mc_pg_cluster_sync (self->data);

  dex_future_disown (dex_ref (written));
  return _mc_pg_cluster_fill (connection, error) && dex_await (dex_ref (written), error) &&
         _mc_pg_cluster_set_complete (self->data, error);
}

static gboolean
run_postmaster (McPgServer *self, gboolean fresh, GError **error)
{
  g_autoptr (McPgConnection) connection = NULL;
  g_autoptr (McPgConfig) config = NULL;
  g_autoptr (GSubprocess) process = NULL;

  process = _mc_pg_postmaster_spawn (self->programs, self->data, self->socket_dir, self->log, self->lock_fd, error);
  if (!process)
    return FALSE;
  config = _mc_pg_postmaster_config (self->socket_dir, "motcua_admin", fresh ? "postgres" : "motcua");
  connection = _mc_pg_postmaster_wait (process, config, self->log, error);
  if (!connection || (fresh && !complete_cluster (self, connection, error)))
    {
      _mc_pg_postmaster_stop (process);
      return FALSE;
    }
  self->process = g_steal_pointer (&process);
  /* A sandbox takes its server along when it ends. */
  if (!g_getenv ("FLATPAK_ID"))
    {
      g_autofree char *users = g_build_filename (self->folder, "users", NULL);

      self->guard = _mc_pg_postmaster_guard (self->process, self->data, users);
    }
  return TRUE;
}

gboolean
_mc_pg_server_launch (McPgServer *self, GError **error)
{
  gboolean fresh;

  g_free (self->socket_dir);
  self->socket_dir = _mc_pg_server_socket_dir (self->folder);
  if (!_mc_pg_server_make_private_dir (self->socket_dir, error) || !_mc_pg_server_need_programs (self, error) ||
      !prepare_cluster (self, &fresh, error) || !_mc_pg_server_write_hba (self->data, error) ||
      !run_postmaster (self, fresh, error))
    return FALSE;
  self->lock_is_new = FALSE;
  _mc_pg_server_write_owner (self->lock_fd, self->socket_dir);
  return TRUE;
}
