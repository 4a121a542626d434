/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-row-op-private.h"

G_DEFINE_BOXED_TYPE (McRowOp, mc_row_op, mc_row_op_ref, mc_row_op_unref)

static void
link_free (gpointer data)
{
  McRowLink *link = data;

  g_free (link->column);
  g_object_unref (link->parent);
  g_free (link);
}

static McRowOp *
row_op_new (McRowOpKind kind, McEntity *before, McEntity *after)
{
  McRowOp *self = g_new0 (McRowOp, 1);

  g_ref_count_init (&self->refs);
  self->kind = kind;
  g_set_object (&self->before, before);
  g_set_object (&self->after, after);
  self->links = g_ptr_array_new_with_free_func (link_free);
  return self;
}

McRowOp *
mc_row_op_new_insert (McEntity *entity)
{
  g_return_val_if_fail (MC_IS_ENTITY (entity), NULL);
  return row_op_new (MC_ROW_INSERT, NULL, entity);
}

McRowOp *
mc_row_op_new_update (McEntity *before, McEntity *after)
{
  g_return_val_if_fail (MC_IS_ENTITY (before) && MC_IS_ENTITY (after), NULL);
  g_return_val_if_fail (G_OBJECT_TYPE (before) == G_OBJECT_TYPE (after), NULL);
  return row_op_new (MC_ROW_UPDATE, before, after);
}

McRowOp *
mc_row_op_new_delete (McEntity *entity)
{
  g_return_val_if_fail (MC_IS_ENTITY (entity), NULL);
  return row_op_new (MC_ROW_DELETE, entity, NULL);
}

McRowOp *
_mc_row_op_new_call (const char *sql, McPgParams *params)
{
  McRowOp *self = row_op_new (MC_ROW_CALL, NULL, NULL);

  self->sql = sql;
  self->params = params;
  return self;
}

McRowOp *
mc_row_op_ref (McRowOp *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

void
mc_row_op_unref (McRowOp *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_ptr_array_unref (self->links);
  g_clear_pointer (&self->params, mc_pg_params_unref);
  g_free (self);
}

void
mc_row_op_link (McRowOp *self, const char *column, McEntity *parent)
{
  McRowLink *link;

  g_return_if_fail (self && self->after && MC_IS_ENTITY (parent));
  g_return_if_fail (mc_entity_class_find_field (MC_ENTITY_GET_CLASS (self->after), column) != NULL);
  link = g_new0 (McRowLink, 1);
  link->column = g_strdup (column);
  link->parent = g_object_ref (parent);
  g_ptr_array_add (self->links, link);
}

McRowOpKind
mc_row_op_get_kind (McRowOp *self)
{
  return self->kind;
}

McEntity *
mc_row_op_get_after (McRowOp *self)
{
  return self->after;
}
