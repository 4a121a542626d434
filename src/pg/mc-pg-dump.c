/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-dump-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mc-error.h"
#include "mc-pg-server-files-private.h"

#define DUMP ".dump"
#define ROLES ".roles.sql"

static const struct
{
  const char *name;
  guint kept;
} kinds[] = {
  [MC_PG_DUMP_DAILY] = { "daily", 14 },
  [MC_PG_DUMP_SCHEMA] = { "schema", 10 },
  [MC_PG_DUMP_MANUAL] = { "manual", 10 },
};

static char *
time_text (const char *format)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 60 * 60);
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);

  return g_date_time_format (now, format);
}

/* "…/motcua-20260301-081500-123456-daily.dump": by name is by time. */
static int
compare_by_time (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)b, *(const char *const *)a);
}

char **
_mc_pg_dump_list (const char *folder)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_prefix (name, "motcua-") && g_str_has_suffix (name, DUMP))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_by_time);
  return (char **)g_ptr_array_steal (paths, NULL);
}

static DexFuture *
is_due_thread (gpointer folder)
{
  g_auto (GStrv) dumps = _mc_pg_dump_list (folder);
  g_autofree char *today = time_text ("/motcua-%Y%m%d-");

  for (gsize i = 0; dumps[i]; i++)
    if (strstr (dumps[i], today) && g_str_has_suffix (dumps[i], "-daily" DUMP))
      return dex_future_new_false ();
  return dex_future_new_true ();
}

gboolean
_mc_pg_dump_is_due (const char *folder)
{
  return dex_await_boolean (_mc_pg_in_thread (is_due_thread, g_strdup (folder), g_free), NULL);
}

static char *
roles_path (const char *dump)
{
  return g_strdup_printf ("%.*s" ROLES, (int)(strlen (dump) - strlen (DUMP)), dump);
}

/* Of each kind only the newest stay. */
static DexFuture *
rotate_thread (gpointer folder)
{
  g_auto (GStrv) dumps = _mc_pg_dump_list (folder);

  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_autofree char *suffix = g_strdup_printf ("-%s" DUMP, kinds[kind].name);
      guint seen = 0;

      for (gsize i = 0; dumps[i]; i++)
        if (g_str_has_suffix (dumps[i], suffix) && ++seen > kinds[kind].kept)
          {
            g_autofree char *roles = roles_path (dumps[i]);

            g_unlink (dumps[i]);
            g_unlink (roles);
          }
    }
  return dex_future_new_true ();
}

/* What a dump that was cut off has left; one that is being written is young. */
static DexFuture *
remove_leftovers_thread (gpointer folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 old = g_get_real_time () / G_USEC_PER_SEC - 60 * 60;
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_suffix (name, ".partial") && g_stat (path, &info) == 0 && info.st_mtime < old)
        g_unlink (path);
    }
  return dex_future_new_true ();
}

static char *
run_client (const McPgPrograms *programs,
            const char *program,
            const char *socket_dir,
            const char *const *arguments,
            GError **error)
{
  g_autoptr (GStrvBuilder) argv = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_take (argv, _mc_pg_programs_path (programs, program));
  g_strv_builder_add_many (argv, "--no-password", "-h", socket_dir, "-U", "motcua_admin", NULL);
  g_strv_builder_addv (argv, (const char **)arguments);
  all = g_strv_builder_end (argv);
  return _mc_pg_run ((const char *const *)all, NULL, error);
}

char *
_mc_pg_dump_write (
    const McPgPrograms *programs, const char *socket_dir, const char *folder, McPgDumpKind kind, GError **error)
{
  g_autofree char *stamp = time_text ("%Y%m%d-%H%M%S-%f");
  g_autofree char *path = g_strdup_printf ("%s/motcua-%s-%s" DUMP, folder, stamp, kinds[kind].name);
  g_autofree char *partial = g_strconcat (path, ".partial", NULL);
  g_autofree char *roles = roles_path (path);
  g_autofree char *output = NULL;
  g_autofree char *roles_output = NULL;
  const char *const roles_arguments[] = { "-l", "motcua", "--roles-only", "-f", roles, NULL };
  const char *const dump_arguments[] = { "-d", "motcua", "-Fc", "-f", partial, NULL };

  if (!_mc_pg_server_make_private_dir (folder, error))
    return NULL;
  _mc_pg_await_path (remove_leftovers_thread, folder, NULL);
  roles_output = run_client (programs, "pg_dumpall", socket_dir, roles_arguments, error);
  output = roles_output ? run_client (programs, "pg_dump", socket_dir, dump_arguments, error) : NULL;
  if (!output)
    {
      g_unlink (partial);
      g_unlink (roles);
      return NULL;
    }
  if (g_rename (partial, path) != 0)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_FAILED, _ ("cannot write %s: %s"), path, g_strerror (errno));
      return NULL;
    }
  _mc_pg_await_path (rotate_thread, folder, NULL);
  return g_steal_pointer (&path);
}

/* pg_dumpall writes CREATE ROLE for each, also for those that every cluster of ours has from the start. Gives the path
 * of what can be run; an empty one where no roles were kept. */
static DexFuture *
soften_roles_thread (gpointer path)
{
  g_autofree char *text = NULL;
  g_autofree char *safe = g_strconcat (path, ".partial", NULL);
  g_autofree char *script = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("^CREATE ROLE (\\S+);$", G_REGEX_MULTILINE, 0, NULL);

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return dex_future_new_for_string ("");
  script =
      g_regex_replace (regex, text, -1, 0,
                       "DO $do$ BEGIN CREATE ROLE \\1; EXCEPTION WHEN duplicate_object THEN NULL; END $do$;", 0, NULL);
  if (!g_file_set_contents_full (safe, script, -1, G_FILE_SET_CONTENTS_NONE, 0600, &failure))
    return dex_future_new_reject (MC_ERROR, MC_ERROR_FAILED, "%s", failure->message);
  return dex_future_new_take_string (g_steal_pointer (&safe));
}

static gboolean
read_roles (const McPgPrograms *programs, const char *socket_dir, const char *path, GError **error)
{
  g_autofree char *safe = dex_await_string (_mc_pg_in_thread (soften_roles_thread, g_strdup (path), g_free), error);
  const char *const arguments[] = { "-d", "postgres", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", safe, NULL };
  g_autofree char *output = NULL;

  if (!safe || !*safe)
    return safe != NULL;
  output = run_client (programs, "psql", socket_dir, arguments, error);
  g_unlink (safe);
  return output != NULL;
}

gboolean
_mc_pg_dump_read (
    const McPgPrograms *programs, const char *socket_dir, const char *path, const char *dbname, GError **error)
{
  g_autofree char *roles = roles_path (path);
  g_autofree char *output = NULL;
  const char *const arguments[] = { "-d", dbname, "--exit-on-error", "--single-transaction", path, NULL };

  if (!read_roles (programs, socket_dir, roles, error))
    return FALSE;
  output = run_client (programs, "pg_restore", socket_dir, arguments, error);
  return output != NULL;
}
