/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-migration.h"
#include "mc-pg-config.h"

G_BEGIN_DECLS

/**
 * McMigrator:
 * Brings the schema of a database up to date: numbered migrations, each in its own transaction, and after them the
 * policies (grants, row-level security), together in one. Two migrators at once take turns by an advisory lock. What
 * ran stands in the table centre.schema_migration, with the checksum of the file.
 */
#define MC_TYPE_MIGRATOR (mc_migrator_get_type ())
G_DECLARE_FINAL_TYPE (McMigrator, mc_migrator, MC, MIGRATOR, GObject)

/** McMigratorProgress: @name: what runs now; @done of @total steps are behind. Called on the main thread. */
typedef void (*McMigratorProgress) (const char *name, guint done, guint total, gpointer user_data);

/**
 * mc_migrator_new:
 * @config: copied; its user is a superuser or the owner of the database with CREATEROLE
 * @directory: (nullable): where migrations/ and policies/ lie; %NULL for the program's own
 */
McMigrator *mc_migrator_new (const McPgConfig *config, const char *directory);

/** mc_migrator_status: a future of a GPtrArray of McMigration, by number. Changes nothing. */
DexFuture *mc_migrator_status (McMigrator *self);

/**
 * mc_migrator_check:
 * Returns: (transfer full): a future of %TRUE if the schema is what this program knows. MC_ERROR_UNSUPPORTED with a
 *   sentence that says what to do if it is older, newer or was made by other files; mc_migrator_error_is_pending()
 * tells the first case.
 */
DexFuture *mc_migrator_check (McMigrator *self);

/** mc_migrator_error_is_pending: whether mc_migrator_check() failed only because migrations are to be run. */
gboolean mc_migrator_error_is_pending (const GError *error);

/** mc_migrator_error_is_empty: whether it is pending because none was ever run: the database is new. */
gboolean mc_migrator_error_is_empty (const GError *error);

/**
 * mc_migrator_run:
 * @progress: (nullable) (scope notified)
 *
 * Runs what is pending, then the policies, unless they are those that ran last. What ran before an error stays.
 *
 * Returns: (transfer full): a future of the number of migrations that ran (int); MC_ERROR_UNSUPPORTED if the database
 * is newer or a migration was changed after it ran; MC_ERROR_DENIED if the user may not
 */
DexFuture *mc_migrator_run (McMigrator *self, McMigratorProgress progress, gpointer user_data, GDestroyNotify notify);

G_END_DECLS
