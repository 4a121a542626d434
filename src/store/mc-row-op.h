/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/**
 * McRowOpKind:
 * @MC_ROW_INSERT: a new row
 * @MC_ROW_UPDATE: the fields in which after differs from before
 * @MC_ROW_DELETE: the row goes
 * @MC_ROW_CALL: a function of the database, made by an aggregate's file such as mc-agency-store.h
 */
typedef enum
{
  MC_ROW_INSERT,
  MC_ROW_UPDATE,
  MC_ROW_DELETE,
  MC_ROW_CALL,
} McRowOpKind;

/**
 * McRowOp:
 * One step of a transaction; see mc_store_apply(). Reference counted.
 */
typedef struct _McRowOp McRowOp;

#define MC_TYPE_ROW_OP (mc_row_op_get_type ())
GType mc_row_op_get_type (void);

/** mc_row_op_new_insert: @entity: held; after the transaction it has its id and version. */
McRowOp *mc_row_op_new_insert (McEntity *entity);

/** mc_row_op_new_update: @before: as it was seen, held and not changed; @after: the same row with new values, held. */
McRowOp *mc_row_op_new_update (McEntity *before, McEntity *after);

/** mc_row_op_new_delete: @entity: as it was seen; held and not changed. */
McRowOp *mc_row_op_new_delete (McEntity *entity);

McRowOp *mc_row_op_ref (McRowOp *self);
void mc_row_op_unref (McRowOp *self);

/**
 * mc_row_op_link:
 * @column: a reference of the entity that is written
 * @parent: an entity that an earlier step of the same transaction inserts; held
 *
 * Once @parent has its id, @column refers to it. May be called for several columns.
 */
void mc_row_op_link (McRowOp *self, const char *column, McEntity *parent);

McRowOpKind mc_row_op_get_kind (McRowOp *self);

/** mc_row_op_get_after: (transfer none) (nullable): of an insertion or update. */
McEntity *mc_row_op_get_after (McRowOp *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McRowOp, mc_row_op_unref)

G_END_DECLS
