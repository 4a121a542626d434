/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-migration.h"

G_DEFINE_BOXED_TYPE (McMigration, mc_migration, mc_migration_copy, mc_migration_free)

McMigration *
mc_migration_copy (const McMigration *self)
{
  McMigration *copy = g_new0 (McMigration, 1);

  copy->name = g_strdup (self->name);
  copy->path = g_strdup (self->path);
  copy->sha256 = g_strdup (self->sha256);
  copy->state = self->state;
  return copy;
}

void
mc_migration_free (McMigration *self)
{
  if (!self)
    return;
  g_free (self->name);
  g_free (self->path);
  g_free (self->sha256);
  g_free (self);
}

gboolean
mc_migrations_change_data (GPtrArray *migrations)
{
  gboolean used = FALSE, pending = FALSE;

  g_return_val_if_fail (migrations, FALSE);
  for (guint i = 0; i < migrations->len; i++)
    {
      const McMigration *migration = migrations->pdata[i];

      used |= migration->state != MC_MIGRATION_PENDING;
      pending |= migration->state == MC_MIGRATION_PENDING;
    }
  return used && pending;
}
