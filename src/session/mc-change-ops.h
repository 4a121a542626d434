/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-change.h"

G_BEGIN_DECLS

/**
 * mc_change_to_row_ops:
 * For a program that has no session: what mc_store_apply() takes. The rules are not asked; the database's own are.
 *
 * Returns: (transfer full) (element-type McRowOp): the steps in order
 */
GPtrArray *mc_change_to_row_ops (McChange *change);

G_END_DECLS
