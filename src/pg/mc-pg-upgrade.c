/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-upgrade-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mc-error.h"
#include "mc-pg-cluster-private.h"
#include "mc-pg-dump-private.h"
#include "mc-pg-postmaster-private.h"
#include "mc-pg-server-files-private.h"

typedef struct
{
  const char *socket_dir; /* apart from the usual one: nobody shall join yet */
  const char *log;
  int lock_fd;
} Place;

static GSubprocess *
start (const Place *place, const McPgPrograms *programs, const char *data, McPgConnection **connection, GError **error)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (McPgConfig) config = _mc_pg_postmaster_config (place->socket_dir, "motcua_admin", "postgres");

  if (!_mc_pg_server_write_hba (data, error))
    return NULL;
  process = _mc_pg_postmaster_spawn (programs, data, place->socket_dir, place->log, place->lock_fd, error);
  if (!process)
    return NULL;
  *connection = _mc_pg_postmaster_wait (process, config, place->log, error);
  if (*connection)
    return g_steal_pointer (&process);
  _mc_pg_postmaster_stop (process);
  return NULL;
}

static char *
dump_old (const Place *place,
          const McPgPrograms *old,
          const McPgPrograms *new,
          const char *data,
          const char *dumps,
          GError **error)
{
  g_autoptr (McPgConnection) connection = NULL;
  g_autoptr (GSubprocess) process = start (place, old, data, &connection, error);
  char *dump;

  if (!process)
    return NULL;
  /* The newer programs know what has changed between the versions. */
  dump = _mc_pg_dump_write (new, place->socket_dir, dumps, MC_PG_DUMP_SCHEMA, error);
  _mc_pg_postmaster_stop (process);
  return dump;
}

static gboolean
read_into_new (const Place *place, const McPgPrograms *new, const char *data, const char *dump, GError **error)
{
  g_autoptr (McPgConnection) connection = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gboolean good;

  if (!_mc_pg_cluster_make (new, data, error) || !(process = start (place, new, data, &connection, error)))
    return FALSE;
  good = _mc_pg_cluster_fill (connection, error) && _mc_pg_dump_read (new, place->socket_dir, dump, "motcua", error);
  _mc_pg_postmaster_stop (process);
  return good && dex_await (_mc_pg_cluster_sync (data), error) && _mc_pg_cluster_set_complete (data, error);
}

static gboolean
exchange (const char *data, const char *fresh, int old_major, GError **error)
{
  g_autofree char *kept = g_strdup_printf ("%s-%d", data, old_major);

  if (g_rename (data, kept) == 0)
    {
      if (g_rename (fresh, data) == 0)
        return TRUE;
      g_rename (kept, data);
    }
  g_set_error (error, MC_ERROR, MC_ERROR_FAILED, _ ("cannot put the new data in place: %s"), g_strerror (errno));
  return FALSE;
}

gboolean
_mc_pg_upgrade (const char *folder,
                const char *data,
                const char *socket_dir,
                int lock_fd,
                const McPgPrograms *old,
                const McPgPrograms *new,
                GError **error)
{
  g_autofree char *own_socket_dir = g_build_filename (socket_dir, "u", NULL);
  g_autofree char *log = g_build_filename (folder, "upgrade.log", NULL);
  g_autofree char *dumps = g_build_filename (folder, "dumps", NULL);
  g_autofree char *fresh = g_strconcat (data, ".upgraded", NULL);
  g_autofree char *dump = NULL;
  Place place = { own_socket_dir, log, lock_fd };

  _mc_pg_server_remove_tree (fresh);
  if (!_mc_pg_server_make_private_dir (own_socket_dir, error) ||
      !(dump = dump_old (&place, old, new, data, dumps, error)))
    return FALSE;
  if (read_into_new (&place, new, fresh, dump, error) && exchange (data, fresh, old->major, error))
    return TRUE;
  _mc_pg_server_remove_tree (fresh);
  return FALSE;
}
