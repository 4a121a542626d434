/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * McMigrationState:
 * @MC_MIGRATION_APPLIED: the database has gone through it
 * @MC_MIGRATION_PENDING: it has not
 * @MC_MIGRATION_CHANGED: it has, but the file was another then
 * @MC_MIGRATION_UNKNOWN: it has, but this program does not know it: the database is newer
 */
typedef enum
{
  MC_MIGRATION_APPLIED,
  MC_MIGRATION_PENDING,
  MC_MIGRATION_CHANGED,
  MC_MIGRATION_UNKNOWN,
} McMigrationState;

/**
 * McMigration:
 * One numbered step of the schema, such as "0001-backbone".
 */
typedef struct
{
  char *name;
  char *path;   /* NULL where unknown */
  char *sha256; /* of the file; of what was applied where there is no file */
  McMigrationState state;
} McMigration;

#define MC_TYPE_MIGRATION (mc_migration_get_type ())
GType mc_migration_get_type (void);

McMigration *mc_migration_copy (const McMigration *self);
void mc_migration_free (McMigration *self);

/**
 * mc_migrations_change_data:
 * @migrations: (element-type McMigration): of mc_migrator_status()
 *
 * Returns: whether there are steps to come for a database that holds something already: it is to be dumped before them,
 *   while an empty one has nothing to lose
 */
gboolean mc_migrations_change_data (GPtrArray *migrations);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McMigration, mc_migration_free)

G_END_DECLS
