/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-programs-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "mc-error.h"

#define OLDEST_MAJOR 15
#define LATEST_GUESS 40

void
_mc_pg_programs_free (McPgPrograms *self)
{
  g_free (self->folder);
  g_free (self);
}

char *
_mc_pg_programs_path (const McPgPrograms *self, const char *program)
{
  return g_build_filename (self->folder, program, NULL);
}

DexFuture *
_mc_pg_in_thread (DexFiberFunc func, gpointer data, GDestroyNotify destroy)
{
  return dex_scheduler_spawn (dex_thread_pool_scheduler_get_default (), 0, func, data, destroy);
}

gboolean
_mc_pg_await_path (DexFiberFunc func, const char *path, GError **error)
{
  return dex_await (_mc_pg_in_thread (func, g_strdup (path), g_free), error);
}

GSubprocessLauncher *
_mc_pg_launcher (GSubprocessFlags flags)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);
  g_auto (GStrv) names = g_listenv ();

  for (gsize i = 0; names[i]; i++)
    if (g_str_has_prefix (names[i], "PG") || g_str_has_prefix (names[i], "LC_") || g_str_equal (names[i], "LANGUAGE"))
      g_subprocess_launcher_unsetenv (launcher, names[i]);
  g_subprocess_launcher_setenv (launcher, "LANG", "C.UTF-8", TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  /* Named, it need not be guessed from the machine, which initdb does slowly. */
  g_subprocess_launcher_setenv (launcher, "TZ", "Asia/Ho_Chi_Minh", TRUE);
  return launcher;
}

static void
communicate_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (DexPromise) promise = data;
  g_autoptr (GBytes) output = NULL;
  GError *error = NULL;

  if (!g_subprocess_communicate_finish (G_SUBPROCESS (object), result, &output, NULL, &error))
    dex_promise_reject (promise, error);
  else
    {
      gsize length = 0;
      const char *text = g_bytes_get_data (output, &length);

      dex_promise_resolve_string (promise, text ? g_utf8_make_valid (text, (gssize)length) : g_strdup (""));
    }
}

char *
_mc_pg_run (const char *const *argv, const char *const *environment, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (DexPromise) done = dex_promise_new ();
  g_autofree char *output = NULL;

  launcher = _mc_pg_launcher (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  for (gsize i = 0; environment && environment[i]; i++)
    {
      g_auto (GStrv) pair = g_strsplit (environment[i], "=", 2);

      g_subprocess_launcher_setenv (launcher, pair[0], pair[1], TRUE);
    }
  process = g_subprocess_launcher_spawnv (launcher, argv, &failure);
  if (process)
    {
      g_subprocess_communicate_async (process, NULL, NULL, communicate_cb, dex_ref (done));
      output = dex_await_string (dex_ref (DEX_FUTURE (done)), &failure);
    }
  if (!output)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_FAILED, failure->message);
      return NULL;
    }
  g_strchomp (output);
  if (!g_subprocess_get_successful (process))
    {
      g_autofree char *name = g_path_get_basename (argv[0]);
      gsize length = strlen (output);

      g_set_error (error, MC_ERROR, MC_ERROR_FAILED, _ ("%s failed: %s"), name,
                   length > 2000 ? output + length - 2000 : output);
      return NULL;
    }
  return g_steal_pointer (&output);
}

/* "postgres (PostgreSQL) 17.5 (Debian …)" → 17 */
static int
ask_major (const char *folder)
{
  g_autofree char *postgres = g_build_filename (folder, "postgres", NULL);
  g_autofree char *initdb = g_build_filename (folder, "initdb", NULL);
  const char *const argv[] = { postgres, "-V", NULL };
  g_autofree char *output = NULL;
  const char *number;

  if (!g_file_test (postgres, G_FILE_TEST_IS_EXECUTABLE) || !g_file_test (initdb, G_FILE_TEST_IS_EXECUTABLE))
    return 0;
  output = _mc_pg_run (argv, NULL, NULL);
  number = output ? strstr (output, ") ") : NULL;
  return number ? atoi (number + 2) : 0;
}

static char **
list_folders (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *own = g_getenv ("MOTCUA_PG_PATH");
  g_autofree char *in_path = NULL;

  if (own)
    return g_strsplit (own, ":", -1);
  g_strv_builder_add (builder, "/app/bin");
  for (int major = LATEST_GUESS; major >= OLDEST_MAJOR; major--)
    g_strv_builder_take (builder, g_strdup_printf ("/app/lib/postgresql/%d/bin", major));
  in_path = g_find_program_in_path ("initdb");
  if (in_path)
    {
      /* A distribution may have put a link there. */
      g_autofree char *real = realpath (in_path, NULL);

      g_strv_builder_take (builder, g_path_get_dirname (real ? real : in_path));
    }
  for (int major = LATEST_GUESS; major >= OLDEST_MAJOR; major--)
    {
      g_strv_builder_take (builder, g_strdup_printf ("/usr/lib/postgresql/%d/bin", major));
      g_strv_builder_take (builder, g_strdup_printf ("/usr/pgsql-%d/bin", major));
    }
  return g_strv_builder_end (builder);
}

McPgPrograms *
_mc_pg_programs_find (int major, GError **error)
{
  g_auto (GStrv) folders = list_folders ();

  for (gsize i = 0; folders[i]; i++)
    {
      int found = ask_major (folders[i]);

      if (major ? found == major : found >= OLDEST_MAJOR)
        {
          McPgPrograms *self = g_new0 (McPgPrograms, 1);

          self->folder = g_strdup (folders[i]);
          self->major = found;
          return self;
        }
    }
  if (major)
    g_set_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED, _ ("the programs of PostgreSQL %d are not on this computer"),
                 major);
  else
    g_set_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED,
                 _ ("the server programs of PostgreSQL (%d or later) are not on this computer; install PostgreSQL, or "
                    "connect to the office's server"),
                 OLDEST_MAJOR);
  return NULL;
}
