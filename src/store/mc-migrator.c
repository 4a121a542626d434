/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-migrator.h"

#include <glib/gi18n-lib.h>

#include "mc-data-dir.h"
#include "mc-error.h"
#include "mc-migration-files-private.h"
#include "mc-pg-connection.h"

/* "motcua" in hexadecimal, so that no other program's lock is ours. */
#define LOCK_KEY G_GINT64_CONSTANT (0x6d6f74637561)

/* The row of schema_migration that stands for all policies together. */
#define POLICIES "policies"

#define STATE_PENDING "pending"
#define STATE_EMPTY "empty"

struct _McMigrator
{
  GObject parent_instance;
  McPgConfig *config;
  char *directory;
};

G_DEFINE_FINAL_TYPE (McMigrator, mc_migrator, G_TYPE_OBJECT)

static void
mc_migrator_finalize (GObject *object)
{
  McMigrator *self = MC_MIGRATOR (object);

  g_clear_pointer (&self->config, mc_pg_config_free);
  g_clear_pointer (&self->directory, g_free);
  G_OBJECT_CLASS (mc_migrator_parent_class)->finalize (object);
}

static void
mc_migrator_class_init (McMigratorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_migrator_finalize;
}

static void
mc_migrator_init (McMigrator *self)
{
}

McMigrator *
mc_migrator_new (const McPgConfig *config, const char *directory)
{
  McMigrator *self = g_object_new (MC_TYPE_MIGRATOR, NULL);

  self->config = mc_pg_config_copy (config);
  /* A migration takes as long as it takes, and waits for another migrator. */
  self->config->statement_timeout_ms = 0;
  self->config->lock_timeout_ms = 0;
  /* Migrations take the owner's role themselves. */
  g_clear_pointer (&self->config->role, g_free);
  self->directory = directory ? g_strdup (directory) : g_build_filename (mc_data_dir (), "sql", NULL);
  return self;
}

/* One look at, or run on, a database; all functions below are on its fiber. */
typedef struct
{
  McMigrator *self;
  McPgConnection *connection;
  GPtrArray *files;      /* McSqlFile of migrations */
  GPtrArray *policies;   /* McSqlFile */
  GPtrArray *migrations; /* McMigration */
  gboolean has_table;
  char *policies_sha256; /* of those that ran last */
  McMigratorProgress progress;
  gpointer user_data;
  GDestroyNotify notify;
} Job;

static Job *
job_new (McMigrator *self)
{
  Job *job = g_new0 (Job, 1);

  job->self = g_object_ref (self);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->notify)
    job->notify (job->user_data);
  if (job->connection)
    mc_pg_connection_close (job->connection);
  g_clear_object (&job->connection);
  g_clear_object (&job->self);
  g_clear_pointer (&job->files, g_ptr_array_unref);
  g_clear_pointer (&job->policies, g_ptr_array_unref);
  g_clear_pointer (&job->migrations, g_ptr_array_unref);
  g_free (job->policies_sha256);
  g_free (job);
}

static gboolean
query (Job *job, const char *sql, McPgParams *params, GError **error)
{
  g_autoptr (McPgParams) values = params;

  return dex_await (mc_pg_connection_query (job->connection, sql, values), error);
}

static GPtrArray *
load_folder (Job *job, const char *name, GError **error)
{
  g_autofree char *folder = g_build_filename (job->self->directory, name, NULL);

  return _mc_sql_files_load (folder, error);
}

static gboolean
job_open (Job *job, GError **error)
{
  job->files = load_folder (job, "migrations", error);
  if (!job->files)
    return FALSE;
  if (job->files->len == 0)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND,
                   _ ("There are no migrations in “%s”: the program is not installed completely."),
                   job->self->directory);
      return FALSE;
    }
  job->policies = load_folder (job, "policies", error);
  if (!job->policies)
    return FALSE;
  job->connection = dex_await_object (mc_pg_connection_new (job->self->config), error);
  return job->connection != NULL;
}

static McMigration *
migration_new (const char *name, const char *path, const char *sha256, McMigrationState state)
{
  McMigration *migration = g_new0 (McMigration, 1);

  migration->name = g_strdup (name);
  migration->path = g_strdup (path);
  migration->sha256 = g_strdup (sha256);
  migration->state = state;
  return migration;
}

static int
compare_migrations (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(McMigration *const *)a)->name, (*(McMigration *const *)b)->name);
}

/* What the database says it has gone through: name -> checksum. */
static GHashTable *
read_applied (Job *job, GError **error)
{
  g_autoptr (GHashTable) applied = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (McPgResult) present = NULL;
  g_autoptr (McPgResult) rows = NULL;

  present = dex_await_object (
      mc_pg_connection_query (job->connection, "SELECT to_regclass('centre.schema_migration') IS NOT NULL AS present",
                              NULL),
      error);
  if (!present)
    return NULL;
  job->has_table = mc_pg_result_get_bool (present, 0, "present");
  if (!job->has_table)
    return g_steal_pointer (&applied);
  rows = dex_await_object (
      mc_pg_connection_query (job->connection, "SELECT name, sha256 FROM centre.schema_migration", NULL), error);
  if (!rows)
    return NULL;
  for (guint i = 0; i < mc_pg_result_get_n_rows (rows); i++)
    g_hash_table_insert (applied, g_strdup (mc_pg_result_get_text (rows, i, "name")),
                         g_strdup (mc_pg_result_get_text (rows, i, "sha256")));
  return g_steal_pointer (&applied);
}

static gboolean
job_read_status (Job *job, GError **error)
{
  g_autoptr (GHashTable) applied = read_applied (job, error);
  GHashTableIter iter;
  gpointer name, sha256;

  if (!applied)
    return FALSE;
  g_clear_pointer (&job->migrations, g_ptr_array_unref);
  job->migrations = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_migration_free);
  for (guint i = 0; i < job->files->len; i++)
    {
      McSqlFile *file = job->files->pdata[i];
      const char *was = g_hash_table_lookup (applied, file->name);
      McMigrationState state = MC_MIGRATION_PENDING;

      if (was)
        state = g_str_equal (was, file->sha256) ? MC_MIGRATION_APPLIED : MC_MIGRATION_CHANGED;
      g_ptr_array_add (job->migrations, migration_new (file->name, file->path, file->sha256, state));
      g_hash_table_remove (applied, file->name);
    }
  g_set_str (&job->policies_sha256, g_hash_table_lookup (applied, POLICIES));
  g_hash_table_remove (applied, POLICIES);
  g_hash_table_iter_init (&iter, applied);
  while (g_hash_table_iter_next (&iter, &name, &sha256))
    g_ptr_array_add (job->migrations, migration_new (name, NULL, sha256, MC_MIGRATION_UNKNOWN));
  g_ptr_array_sort (job->migrations, compare_migrations);
  return TRUE;
}

static guint
count_state (Job *job, McMigrationState state, const char **first)
{
  guint n = 0;

  for (guint i = 0; i < job->migrations->len; i++)
    {
      McMigration *migration = job->migrations->pdata[i];

      if (migration->state != state)
        continue;
      if (n++ == 0 && first)
        *first = migration->name;
    }
  return n;
}

/* Newer and changed cannot be helped by running anything. */
static gboolean
job_refuse_strange (Job *job, GError **error)
{
  const char *name = NULL;

  if (count_state (job, MC_MIGRATION_UNKNOWN, &name) > 0)
    g_set_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED,
                 _ ("The database is newer than this program (it has “%s”). Please install the current version."),
                 name);
  else if (count_state (job, MC_MIGRATION_CHANGED, &name) > 0)
    g_set_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED,
                 _ ("The file of the migration “%s” is not the one that this database has gone through. Please install "
                    "the program again, from where this database's program came."),
                 name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
in_transaction (Job *job, gboolean (*func) (Job *, gpointer, GError **), gpointer data, GError **error)
{
  if (!query (job, "BEGIN", NULL, error))
    return FALSE;
  if (func (job, data, error) && query (job, "COMMIT", NULL, error))
    return TRUE;
  dex_await (mc_pg_connection_query (job->connection, "ROLLBACK", NULL), NULL);
  return FALSE;
}

static gboolean
run_migration (Job *job, gpointer data, GError **error)
{
  McSqlFile *file = data;

  if (!job->has_table &&
      !dex_await (mc_pg_connection_exec_script (job->connection, "CREATE SCHEMA IF NOT EXISTS centre;"
                                                                 "CREATE TABLE IF NOT EXISTS centre.schema_migration ("
                                                                 " name text PRIMARY KEY,"
                                                                 " sha256 text NOT NULL,"
                                                                 " applied_at timestamptz NOT NULL DEFAULT now(),"
                                                                 " applied_by text NOT NULL DEFAULT session_user)"),
                  error))
    return FALSE;
  if (!dex_await (mc_pg_connection_exec_script (job->connection, file->text), error))
    return FALSE;
  return query (job, "INSERT INTO centre.schema_migration (name, sha256) VALUES ($1, $2)",
                mc_pg_params_add_text (mc_pg_params_add_text (mc_pg_params_new (), file->name), file->sha256), error);
}

static gboolean
run_policies (Job *job, gpointer data, GError **error)
{
  const char *sha256 = data;

  for (guint i = 0; i < job->policies->len; i++)
    {
      McSqlFile *file = job->policies->pdata[i];

      if (!dex_await (mc_pg_connection_exec_script (job->connection, file->text), error))
        {
          g_prefix_error (error, "%s: ", file->name);
          return FALSE;
        }
    }
  /* As whoever owns the table, because others may add to it, but not change it. */
  return query (job,
                "SELECT set_config('role', tableowner, true) FROM pg_catalog.pg_tables"
                " WHERE schemaname = 'centre' AND tablename = 'schema_migration'",
                NULL, error) &&
         query (job,
                "INSERT INTO centre.schema_migration (name, sha256) VALUES ($1, $2)"
                " ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256, applied_at = now(),"
                " applied_by = session_user",
                mc_pg_params_add_text (mc_pg_params_add_text (mc_pg_params_new (), POLICIES), sha256), error);
}

static void
tell (Job *job, const char *name, guint done, guint total)
{
  if (job->progress)
    job->progress (name, done, total, job->user_data);
}

static gboolean
job_run_pending (Job *job, guint *n_run, GError **error)
{
  guint total = count_state (job, MC_MIGRATION_PENDING, NULL) + 1;
  g_autofree char *policies_sha256 = _mc_sql_files_checksum (job->policies);

  for (guint i = 0; i < job->files->len; i++)
    {
      McSqlFile *file = job->files->pdata[i];

      /* The files are sorted as the first part of the list of migrations is, but others may stand between. */
      for (guint k = 0; k < job->migrations->len; k++)
        {
          McMigration *migration = job->migrations->pdata[k];

          if (migration->state != MC_MIGRATION_PENDING || !g_str_equal (migration->name, file->name))
            continue;
          tell (job, file->name, *n_run, total);
          if (!in_transaction (job, run_migration, file, error))
            {
              g_prefix_error (error, "%s: ", file->name);
              return FALSE;
            }
          job->has_table = TRUE;
          (*n_run)++;
        }
    }
  if (*n_run == 0 && g_strcmp0 (policies_sha256, job->policies_sha256) == 0)
    return TRUE;
  tell (job, POLICIES, *n_run, total);
  return job->policies->len == 0 || in_transaction (job, run_policies, policies_sha256, error);
}

static DexFuture *
run_fiber (gpointer data)
{
  Job *job = data;
  GError *error = NULL;
  guint n_run = 0;

  /* The lock is the session's: it goes with the connection, however this ends. */
  if (!job_open (job, &error) ||
      !query (job, "SELECT pg_advisory_lock($1)", mc_pg_params_add_int64 (mc_pg_params_new (), LOCK_KEY), &error) ||
      !job_read_status (job, &error) || !job_refuse_strange (job, &error) || !job_run_pending (job, &n_run, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_for_int ((int)n_run);
}

DexFuture *
mc_migrator_run (McMigrator *self, McMigratorProgress progress, gpointer user_data, GDestroyNotify notify)
{
  Job *job;

  g_return_val_if_fail (MC_IS_MIGRATOR (self), NULL);
  job = job_new (self);
  job->progress = progress;
  job->user_data = user_data;
  job->notify = notify;
  return dex_scheduler_spawn (NULL, 0, run_fiber, job, job_free);
}

static DexFuture *
status_fiber (gpointer data)
{
  Job *job = data;
  GError *error = NULL;

  if (!job_open (job, &error) || !job_read_status (job, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, g_steal_pointer (&job->migrations));
}

DexFuture *
mc_migrator_status (McMigrator *self)
{
  g_return_val_if_fail (MC_IS_MIGRATOR (self), NULL);
  return dex_scheduler_spawn (NULL, 0, status_fiber, job_new (self), job_free);
}

static DexFuture *
check_fiber (gpointer data)
{
  Job *job = data;
  GError *error = NULL;
  McErrorDetail detail = { .detail = (char *)STATE_PENDING };
  g_autofree char *message = NULL;
  guint n_pending;

  if (!job_open (job, &error) || !job_read_status (job, &error) || !job_refuse_strange (job, &error))
    return dex_future_new_for_error (error);
  n_pending = count_state (job, MC_MIGRATION_PENDING, NULL);
  if (n_pending == 0)
    return dex_future_new_true ();
  if (count_state (job, MC_MIGRATION_APPLIED, NULL) == 0)
    {
      detail.detail = (char *)STATE_EMPTY;
      return dex_future_new_for_error (
          mc_error_new_server (MC_ERROR_UNSUPPORTED, _ ("The database is empty: it has no tables yet."), &detail));
    }
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "The database is older than this program: %u step is missing. It has to be "
                                          "brought up to date (motcua-cli migrate).",
                                          "The database is older than this program: %u steps are missing. It has to be "
                                          "brought up to date (motcua-cli migrate).",
                                          n_pending),
                             n_pending);
  return dex_future_new_for_error (mc_error_new_server (MC_ERROR_UNSUPPORTED, message, &detail));
}

DexFuture *
mc_migrator_check (McMigrator *self)
{
  g_return_val_if_fail (MC_IS_MIGRATOR (self), NULL);
  return dex_scheduler_spawn (NULL, 0, check_fiber, job_new (self), job_free);
}

static gboolean
error_has_state (const GError *error, const char *state)
{
  const McErrorDetail *detail = mc_error_get_detail (error);

  return g_error_matches (error, MC_ERROR, MC_ERROR_UNSUPPORTED) && detail && g_strcmp0 (detail->detail, state) == 0;
}

gboolean
mc_migrator_error_is_pending (const GError *error)
{
  return error_has_state (error, STATE_PENDING) || error_has_state (error, STATE_EMPTY);
}

gboolean
mc_migrator_error_is_empty (const GError *error)
{
  return error_has_state (error, STATE_EMPTY);
}
