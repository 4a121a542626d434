/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-server-files-private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <pwd.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "mc-error.h"
#include "mc-pg-programs-private.h"

#define LOG_LIMIT (1024 * 1024)

static McErrorCode
code_of_errno (void)
{
  return errno == EACCES || errno == EPERM ? MC_ERROR_DENIED : MC_ERROR_FAILED;
}

char *
_mc_pg_server_socket_dir (const char *folder)
{
  const char *sandbox = g_getenv ("FLATPAK_ID");
  g_autofree char *real = realpath (folder, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, real ? real : folder, -1);
  g_autofree char *name = g_strdup_printf ("motcua-%.10s", hash);
  g_autofree char *path = NULL;

  /* The sandboxes of one application share this part of the runtime directory. */
  if (sandbox)
    path = g_build_filename (g_get_user_runtime_dir (), "app", sandbox, name, NULL);
  else
    path = g_build_filename (g_get_user_runtime_dir (), name, NULL);
  if (strlen (path) + strlen ("/.s.PGSQL.5432.lock") >= sizeof ((struct sockaddr_un *)0)->sun_path)
    {
      g_free (path);
      path = g_strdup_printf ("/tmp/%s-%u", name, (guint)geteuid ());
    }
  return g_steal_pointer (&path);
}

gboolean
_mc_pg_server_make_private_dir (const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  GStatBuf info;

  if (g_mkdir_with_parents (parent, 0700) != 0 || (g_mkdir (path, 0700) != 0 && errno != EEXIST))
    {
      g_set_error (error, MC_ERROR, (int)code_of_errno (), _ ("cannot make the folder %s: %s"), path,
                   g_strerror (errno));
      return FALSE;
    }
  if (g_lstat (path, &info) != 0)
    {
      g_set_error (error, MC_ERROR, (int)code_of_errno (), _ ("cannot look at %s: %s"), path, g_strerror (errno));
      return FALSE;
    }
  if (!S_ISDIR (info.st_mode) || info.st_uid != geteuid ())
    {
      g_set_error (error, MC_ERROR, MC_ERROR_DENIED, _ ("%s is not a folder of this user alone"), path);
      return FALSE;
    }
  if ((info.st_mode & 0777) != 0700 && g_chmod (path, 0700) != 0)
    {
      g_set_error (error, MC_ERROR, (int)code_of_errno (), _ ("cannot protect %s: %s"), path, g_strerror (errno));
      return FALSE;
    }
  return TRUE;
}

int
_mc_pg_server_open_lock (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    g_set_error (error, MC_ERROR, (int)code_of_errno (), _ ("cannot open %s: %s"), path, g_strerror (errno));
  return fd;
}

void
_mc_pg_server_write_owner (int lock_fd, const char *socket_dir)
{
  g_autofree char *text = g_strdup_printf ("%s\n", socket_dir);

  if (ftruncate (lock_fd, 0) != 0 || pwrite (lock_fd, text, strlen (text), 0) < 0)
    g_warning ("cannot write the lock file: %s", g_strerror (errno));
}

char *
_mc_pg_server_read_owner (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL) || text[0] != '/')
    return NULL;
  return g_strchomp (g_steal_pointer (&text));
}

int
_mc_pg_server_read_major (const char *data)
{
  g_autofree char *path = g_build_filename (data, "PG_VERSION", NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? atoi (text) : 0;
}

static gboolean
write_private (const char *data, const char *name, const char *text, GError **error)
{
  g_autofree char *path = g_build_filename (data, name, NULL);
  g_autofree char *old = NULL;
  g_autoptr (GError) failure = NULL;

  if (g_file_get_contents (path, &old, NULL, NULL) && g_str_equal (old, text))
    return TRUE;
  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &failure))
    return TRUE;
  g_set_error_literal (error, MC_ERROR, MC_ERROR_FAILED, failure->message);
  return FALSE;
}

static DexFuture *
write_hba_thread (gpointer data)
{
  const struct passwd *entry = getpwuid (geteuid ());
  g_autofree char *ident = NULL;
  GError *error = NULL;

  if (!entry || strpbrk (entry->pw_name, "\"\n"))
    return dex_future_new_reject (MC_ERROR, MC_ERROR_UNSUPPORTED,
                                  _ ("this user (number %u) has no name on this computer"), (guint)geteuid ());
  ident = g_strdup_printf ("motcua \"%s\" motcua_admin\nmotcua \"%s\" local\n", entry->pw_name, entry->pw_name);
  if (write_private (data, "pg_hba.conf",
                     "# Written by Một Cửa at each start: the operating system says who knocks.\n"
                     "local all motcua_admin,local peer map=motcua\n",
                     &error) &&
      write_private (data, "pg_ident.conf", ident, &error))
    return dex_future_new_true ();
  return dex_future_new_for_error (error);
}

gboolean
_mc_pg_server_write_hba (const char *data, GError **error)
{
  return _mc_pg_await_path (write_hba_thread, data, error);
}

int
_mc_pg_server_read_pid (const char *data)
{
  g_autofree char *path = g_build_filename (data, "postmaster.pid", NULL);
  g_autofree char *text = NULL;
  g_autofree char *link = NULL;
  g_autofree char *place = NULL;
  g_autofree char *real = realpath (data, NULL);
  int pid;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (pid = atoi (text)) <= 1 || kill (pid, 0) != 0)
    return 0;
  /* A server's working directory is its cluster. */
  link = g_strdup_printf ("/proc/%d/cwd", pid);
  place = g_file_read_link (link, NULL);
  return place && real && g_str_equal (place, real) ? pid : 0;
}

gboolean
_mc_pg_server_clear_stale_pid (const char *data, GError **error)
{
  g_autofree char *path = g_build_filename (data, "postmaster.pid", NULL);
  int pid = _mc_pg_server_read_pid (data);

  if (pid)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_BUSY,
                   _ ("a PostgreSQL server (process %d) that Một Cửa did not start uses %s; stop it first"), pid, data);
      return FALSE;
    }
  g_unlink (path);
  return TRUE;
}

void
_mc_pg_server_clear_socket (const char *socket_dir)
{
  static const char *const names[] = { ".s.PGSQL.5432", ".s.PGSQL.5432.lock" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (socket_dir, names[i], NULL);

      g_unlink (path);
    }
}

static DexFuture *
log_tail_thread (gpointer log)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length, first;
  g_autoptr (GString) tail = g_string_new (NULL);

  if (!g_file_get_contents (log, &text, &length, NULL))
    return dex_future_new_for_string ("");
  lines = g_strsplit (length > 4096 ? text + length - 4096 : text, "\n", -1);
  length = g_strv_length (lines);
  first = length > 12 ? length - 12 : 0;
  for (gsize i = first; i < length; i++)
    {
      const char *fatal = strstr (lines[i], "FATAL:");
      const char *complaint = fatal ? fatal : strstr (lines[i], "PANIC:");

      complaint = complaint ? complaint : strstr (lines[i], "HINT:");
      if (complaint)
        g_string_append_printf (tail, "%s%s", tail->len ? "\n" : "", complaint);
    }
  return dex_future_new_take_string (g_utf8_make_valid (tail->str, -1));
}

char *
_mc_pg_server_log_tail (const char *log)
{
  char *tail = dex_await_string (_mc_pg_in_thread (log_tail_thread, g_strdup (log), g_free), NULL);

  return tail ? tail : g_strdup ("");
}

void
_mc_pg_server_rotate_log (const char *log)
{
  g_autofree char *older = g_strconcat (log, ".1", NULL);
  GStatBuf info;

  if (g_stat (log, &info) == 0 && info.st_size > LOG_LIMIT)
    g_rename (log, older);
}

static void
remove_tree (const char *path)
{
  DIR *folder = opendir (path);
  struct dirent *entry;

  while (folder && (entry = readdir (folder)))
    {
      g_autofree char *child = NULL;
      GStatBuf info;

      if (g_str_equal (entry->d_name, ".") || g_str_equal (entry->d_name, ".."))
        continue;
      child = g_build_filename (path, entry->d_name, NULL);
      if (g_lstat (child, &info) == 0 && S_ISDIR (info.st_mode))
        remove_tree (child);
      else
        g_unlink (child);
    }
  if (folder)
    closedir (folder);
  g_rmdir (path);
}

static DexFuture *
remove_thread (gpointer path)
{
  remove_tree (path);
  return dex_future_new_true ();
}

void
_mc_pg_server_remove_tree (const char *path)
{
  _mc_pg_await_path (remove_thread, path, NULL);
}
