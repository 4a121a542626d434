/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-change.h"

G_BEGIN_DECLS

typedef enum
{
  MC_CHANGE_INSERT,
  MC_CHANGE_UPDATE,
  MC_CHANGE_DELETE,
  MC_CHANGE_RENAME_AGENCY,
  MC_CHANGE_MERGE_AGENCIES,
  MC_CHANGE_MERGE_INTO_NEW,
} McChangeKind;

/** McChangeLink: @column of a row refers to @parent, which the same change inserts. */
typedef struct
{
  char *column;
  McEntity *parent;
} McChangeLink;

/** McChangeOp: one step of a change; which members are set depends on @kind. */
typedef struct
{
  McChangeKind kind;
  McEntity *before;
  McEntity *after;
  GPtrArray *links; /* McChangeLink */
  gint64 former_id; /* of a row that was taken away by undo or redo and may come back */

  gint64 agency;
  GArray *predecessors; /* gint64 */
  McDay effective;
  char *code;
  char *name;
  char *short_name;
  char *decision_no;
  McDay decision_date;
} McChangeOp;

/** mc_change_is_final: see mc_change_set_final(). */
gboolean mc_change_is_final (McChange *self);

/** mc_change_get_counter: (transfer none) (nullable): see mc_change_set_counter(). */
McChange *mc_change_get_counter (McChange *self);

/** mc_change_op_stays: whether the row that it inserts is never taken away again: an amendment, or a cell of one. */
gboolean mc_change_op_stays (const McChangeOp *op);

/** mc_change_get_ops: (transfer none) (element-type McChangeOp): in order. */
GPtrArray *mc_change_get_ops (McChange *self);

/** mc_change_add_op: (transfer none): a new step at the end, to be filled in. */
McChangeOp *mc_change_add_op (McChange *self, McChangeKind kind);

/** mc_change_op_get_entity: (transfer none) (nullable): whatever entity the step has, the new one first. */
McEntity *mc_change_op_get_entity (const McChangeOp *op);

/** mc_change_op_is_guarded: whether it writes what only functions of the database may touch (McPersonPrivate). */
gboolean mc_change_op_is_guarded (const McChangeOp *op);

/** mc_change_snapshot: lets go of the caller's entities: what was committed must not change under the undo. */
void mc_change_snapshot (McChange *self);

/**
 * mc_change_rebase:
 * @before: a row as @self and another change of the same person both saw it
 * @after: the row since the other change was sent
 *
 * Lets @self stand on @after. Returns: whether it had anything to do with that row
 */
gboolean mc_change_rebase (McChange *self, McEntity *before, McEntity *after);

/** mc_change_holds_protected_data: whether a sensitive field has a value, which must not be kept in a draft. */
gboolean mc_change_holds_protected_data (McChange *self);

G_END_DECLS
