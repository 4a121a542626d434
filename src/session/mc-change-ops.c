/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-change-ops.h"

#include "mc-agency-store.h"
#include "mc-change-private.h"
#include "mc-store.h"

static McRowOp *
build_op (const McChangeOp *op)
{
  McRowOp *result;

  switch (op->kind)
    {
    case MC_CHANGE_INSERT:
      result = mc_row_op_new_insert (op->after);
      break;
    case MC_CHANGE_UPDATE:
      result = mc_row_op_new_update (op->before, op->after);
      break;
    case MC_CHANGE_DELETE:
      return mc_row_op_new_delete (op->before);
    case MC_CHANGE_RENAME_AGENCY:
      return mc_agency_store_rename_op (op->agency, op->effective, op->name, op->short_name, op->decision_no,
                                        op->decision_date);
    case MC_CHANGE_MERGE_INTO_NEW:
      return mc_agency_store_merge_into_new_op ((const gint64 *)(gpointer)op->predecessors->data, op->predecessors->len,
                                                op->code, op->name, op->short_name, op->effective, op->decision_no,
                                                op->decision_date);
    case MC_CHANGE_MERGE_AGENCIES:
    default:
      return mc_agency_store_merge_op ((const gint64 *)(gpointer)op->predecessors->data, op->predecessors->len,
                                       op->agency, op->effective, op->decision_no, op->decision_date);
    }
  for (guint i = 0; i < op->links->len; i++)
    {
      McChangeLink *link = g_ptr_array_index (op->links, i);

      mc_row_op_link (result, link->column, link->parent);
    }
  return result;
}

GPtrArray *
mc_change_to_row_ops (McChange *change)
{
  GPtrArray *steps = mc_change_get_ops (change);
  GPtrArray *ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);

  if (mc_change_get_correction (change))
    g_ptr_array_add (ops, mc_store_correction_op (mc_change_get_correction (change)));
  for (guint i = 0; i < steps->len; i++)
    g_ptr_array_add (ops, build_op (g_ptr_array_index (steps, i)));
  return ops;
}
