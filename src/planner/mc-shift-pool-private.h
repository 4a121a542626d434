/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-shift-tables-private.h"

G_BEGIN_DECLS

/** McShiftColumn: one way for a person to go through the days. */
typedef struct
{
  guint person;
  gint64 cost; /* of its requests */
  guint8 choices[];
} McShiftColumn;

/** mc_shift_column_new: (transfer full): free with g_free() */
McShiftColumn *mc_shift_column_new (const McShiftTables *tables, guint person, const guint8 *choices);

/** mc_shift_column_fits: whether it has only choices of @allowed, a word for each day. */
gboolean mc_shift_column_fits (const McShiftColumn *self, const guint32 *allowed, guint n_days);

/** mc_shift_column_price: its cost less what it gets from @duals, one of each cover. */
double mc_shift_column_price (const McShiftTables *tables, const McShiftColumn *self, const double *duals);

/** McShiftPool: all columns that were ever made, each one once. */
typedef struct _McShiftPool McShiftPool;

McShiftPool *mc_shift_pool_new (const McShiftTables *tables);
void mc_shift_pool_free (McShiftPool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McShiftPool, mc_shift_pool_free)

/** mc_shift_pool_add: @column: (transfer full). Returns: (transfer none): it, or the one that was there already */
const McShiftColumn *mc_shift_pool_add (McShiftPool *self, McShiftColumn *column);

/** mc_shift_pool_get: (transfer none) (element-type McShiftColumn): those of a person, in the order they came. */
const GPtrArray *mc_shift_pool_get (const McShiftPool *self, guint person);

G_END_DECLS
