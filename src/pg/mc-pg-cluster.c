/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-cluster-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "mc-error.h"
#include "mc-pg-server-files-private.h"

#define MARK "motcua.complete"

gboolean
_mc_pg_cluster_make (const McPgPrograms *programs, const char *data, GError **error)
{
  g_autofree char *initdb = _mc_pg_programs_path (programs, "initdb");
  g_autofree char *partial = g_strconcat (data, ".new", NULL);
  g_autofree char *output = NULL;
  const char *const argv[] = { initdb,
                               "-D",
                               partial,
                               "-U",
                               "motcua_admin",
                               "-E",
                               "UTF8",
                               "--locale=C.UTF-8",
                               "--locale-provider=icu",
                               "--icu-locale=vi",
                               "--data-checksums",
                               "--auth=peer",
                               "--wal-segsize=4",
                               "--no-sync",
                               "--no-instructions",
                               NULL };

  _mc_pg_server_remove_tree (partial);
  output = _mc_pg_run (argv, NULL, error);
  if (!output)
    return FALSE;
  if (g_rename (partial, data) != 0)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_FAILED, _ ("cannot make %s: %s"), data, g_strerror (errno));
      return FALSE;
    }
  return TRUE;
}

gboolean
_mc_pg_cluster_fill (McPgConnection *connection, GError **error)
{
  return dex_await (mc_pg_connection_exec_script (connection, "CREATE ROLE motcua_director NOLOGIN; "
                                                              "CREATE ROLE local LOGIN IN ROLE motcua_director"),
                    error) &&
         dex_await (mc_pg_connection_query (connection, "CREATE DATABASE motcua", NULL), error);
}

static DexFuture *
sync_thread (gpointer data)
{
  int fd = open (data, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int status = fd < 0 ? -1 : syncfs (fd);
  int problem = errno;

  if (fd >= 0)
    close (fd);
  if (status != 0)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_FAILED, _ ("cannot write %s to the disk: %s"), (char *)data,
                                  g_strerror (problem));
  return dex_future_new_true ();
}

DexFuture *
_mc_pg_cluster_sync (const char *data)
{
  return _mc_pg_in_thread (sync_thread, g_strdup (data), g_free);
}

static DexFuture *
mark_thread (gpointer data)
{
  g_autofree char *mark = g_build_filename (data, MARK, NULL);
  g_autoptr (GError) failure = NULL;

  if (g_file_set_contents_full (mark, "This cluster was made by Một Cửa and was whole on the disk.\n", -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &failure))
    return dex_future_new_true ();
  return dex_future_new_reject (MC_ERROR, MC_ERROR_FAILED, "%s", failure->message);
}

gboolean
_mc_pg_cluster_set_complete (const char *data, GError **error)
{
  return _mc_pg_await_path (mark_thread, data, error);
}

gboolean
_mc_pg_cluster_is_complete (const char *data)
{
  g_autofree char *mark = g_build_filename (data, MARK, NULL);

  return g_file_test (mark, G_FILE_TEST_EXISTS);
}

void
_mc_pg_cluster_set_aside (const char *data)
{
  g_autofree char *aside = g_strconcat (data, ".incomplete", NULL);

  _mc_pg_server_remove_tree (aside);
  if (g_rename (data, aside) != 0 && errno != ENOENT)
    g_warning ("cannot move %s away: %s", data, g_strerror (errno));
}
