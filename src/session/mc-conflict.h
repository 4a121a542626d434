/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-change.h"
#include "mc-conflict-field.h"
#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_CONFLICT (mc_conflict_get_type ())
G_DECLARE_FINAL_TYPE (McConflict, mc_conflict, MC, CONFLICT, GObject)

/** mc_conflict_get_theirs: (transfer none) (nullable): the row as it is now; %NULL when the rival deleted it. */
McEntity *mc_conflict_get_theirs (McConflict *self);

/** mc_conflict_get_fields: (transfer none): a GListModel of McConflictField, in the order of the noun's table. */
GListModel *mc_conflict_get_fields (McConflict *self);

/** Who made the rival change and when, by the audit; %NULL when the role may not read the audit. */
const char *mc_conflict_get_who (McConflict *self);
GDateTime *mc_conflict_get_when (McConflict *self);

/**
 * mc_conflict_resolve:
 * Returns: (transfer full): the change again, standing on the rival's version, with each field as chosen; commit it.
 *   A row that the rival deleted is left out.
 */
McChange *mc_conflict_resolve (McConflict *self);

G_END_DECLS
