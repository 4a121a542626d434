/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-noun.h"
#include "mc-person-store-private.h"
#include "mc-pg-transaction.h"
#include "mc-row-op-private.h"
#include "mc-sql-private.h"
#include "mc-store-outcome-private.h"
#include "mc-store-private.h"

/* How many new rows of one noun go in one statement: far from the 65535 parameters that the protocol allows. */
#define MOST_ROWS_AT_ONCE 200

typedef struct
{
  McPgPool *pool;
  McPgTransaction *transaction;
  GPtrArray *ops;
  GHashTable *fresh;    /* entity of an op -> its row as the database has it now */
  GHashTable *versions; /* "table id" -> version after an earlier step */
} Apply;

static void
apply_free (gpointer data)
{
  Apply *apply = data;

  g_object_unref (apply->pool);
  g_clear_object (&apply->transaction);
  g_ptr_array_unref (apply->ops);
  g_hash_table_unref (apply->fresh);
  g_hash_table_unref (apply->versions);
  g_free (apply);
}

static char *
row_key (McEntity *entity, gint64 id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, mc_entity_get_table (entity), id);
}

static void
set_conflict (McEntity *entity, gint64 id, GError **error)
{
  g_autofree char *row = g_strdup_printf (MC_STORE_CONFLICT_ROW "%" G_GINT64_FORMAT, id);
  g_autofree char *table = g_strdup (mc_entity_get_table (entity));
  /* Translators: a noun such as "Tour" */
  g_autofree char *message = g_strdup_printf (_ ("%s: somebody else has changed or removed this in the meantime."),
                                              mc_entity_get_label (entity));
  McErrorDetail detail = { .table = table, .detail = row };

  g_propagate_error (error, mc_error_new_server (MC_ERROR_CONFLICT, message, &detail));
}

/* @sent: the row as it was written, which knows what the answer does not show. */
static void
remember (Apply *apply, McEntity *entity, McEntity *sent, McEntity *row)
{
  McEntityClass *klass = MC_ENTITY_GET_CLASS (row);

  for (guint i = 0; i < klass->n_fields; i++)
    if (_mc_sql_is_hidden (klass, &klass->fields[i]))
      mc_field_info_copy (&klass->fields[i], sent, row);
  g_hash_table_insert (apply->fresh, g_object_ref (entity), g_object_ref (row));
  g_hash_table_insert (apply->versions, row_key (row, mc_entity_get_id (row)),
                       GINT_TO_POINTER (mc_entity_get_version (row)));
}

/* A row that an earlier step made has no id of its own yet, and one that it changed has another version by now. */
static gint64
current_id (Apply *apply, McEntity *entity)
{
  McEntity *row = g_hash_table_lookup (apply->fresh, entity);

  return row ? mc_entity_get_id (row) : mc_entity_get_id (entity);
}

static int
current_version (Apply *apply, McEntity *before, gint64 id)
{
  g_autofree char *key = row_key (before, id);
  gpointer version;

  if (g_hash_table_lookup_extended (apply->versions, key, NULL, &version))
    return GPOINTER_TO_INT (version);
  return mc_entity_get_version (before);
}

/* The entity with its links filled in; the caller's own stays as it is until the commit. */
static McEntity *
linked_row (Apply *apply, McRowOp *op, GError **error)
{
  g_autoptr (McEntity) row = NULL;

  if (op->links->len == 0)
    return g_object_ref (op->after);
  row = mc_entity_clone (op->after);
  for (guint i = 0; i < op->links->len; i++)
    {
      McRowLink *link = op->links->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, current_id (apply, link->parent));

      if (!mc_entity_set_text (row, link->column, id, error))
        return NULL;
    }
  return g_steal_pointer (&row);
}

static McPgResult *
run (Apply *apply, const char *sql, McPgParams *params, GError **error)
{
  return dex_await_object (mc_pg_transaction_query (apply->transaction, sql, params), error);
}

static gboolean
is_parent_among (McRowOp *op, GPtrArray *ops, guint first, guint end)
{
  for (guint i = 0; i < op->links->len; i++)
    for (guint k = first; k < end; k++)
      if (((McRowLink *)op->links->pdata[i])->parent == ((McRowOp *)ops->pdata[k])->after)
        return TRUE;
  return FALSE;
}

/* The end of the run of insertions from @first that can go in one statement: one noun, none waiting for another. */
static guint
end_of_batch (GPtrArray *ops, guint first)
{
  McRowOp *op = ops->pdata[first];
  guint end = first + 1;

  while (end < ops->len && end - first < MOST_ROWS_AT_ONCE)
    {
      McRowOp *next = ops->pdata[end];

      if (next->kind != MC_ROW_INSERT || G_OBJECT_TYPE (next->after) != G_OBJECT_TYPE (op->after) ||
          is_parent_among (next, ops, first, end))
        break;
      end++;
    }
  return end;
}

static gboolean
insert_batch (Apply *apply, guint first, guint end, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (McPgParams) params = mc_pg_params_new ();
  g_autoptr (McPgResult) result = NULL;
  g_autoptr (GPtrArray) fresh = NULL;
  g_autofree char *sql = NULL;

  for (guint i = first; i < end; i++)
    {
      McEntity *row = linked_row (apply, apply->ops->pdata[i], error);

      if (!row)
        return FALSE;
      g_ptr_array_add (rows, row);
    }
  sql = _mc_sql_insert (MC_ENTITY_GET_CLASS (rows->pdata[0]), (McEntity *const *)rows->pdata, rows->len, params);
  result = run (apply, sql, params, error);
  fresh = result ? _mc_sql_decode (G_OBJECT_TYPE (rows->pdata[0]), result, error) : NULL;
  if (!fresh)
    return FALSE;
  g_return_val_if_fail (fresh->len == rows->len, FALSE);
  for (guint i = 0; i < fresh->len; i++)
    remember (apply, ((McRowOp *)apply->ops->pdata[first + i])->after, rows->pdata[i], fresh->pdata[i]);
  return TRUE;
}

static gboolean
update_row (Apply *apply, McRowOp *op, GError **error)
{
  g_autoptr (McPgParams) params = mc_pg_params_new ();
  g_autoptr (McEntity) row = linked_row (apply, op, error);
  g_autoptr (McPgResult) result = NULL;
  g_autoptr (GPtrArray) fresh = NULL;
  g_autofree char *sql = NULL;
  gint64 id = current_id (apply, op->before);

  if (!row)
    return FALSE;
  sql = _mc_sql_update (op->before, row, id, current_version (apply, op->before, id), params);
  if (!sql)
    return TRUE;
  result = run (apply, sql, params, error);
  fresh = result ? _mc_sql_decode (G_OBJECT_TYPE (row), result, error) : NULL;
  if (!fresh)
    return FALSE;
  if (fresh->len == 0)
    {
      set_conflict (op->before, id, error);
      return FALSE;
    }
  remember (apply, op->after, row, fresh->pdata[0]);
  return TRUE;
}

static gboolean
delete_row (Apply *apply, McRowOp *op, GError **error)
{
  g_autoptr (McPgParams) params = mc_pg_params_new ();
  g_autoptr (McPgResult) result = NULL;
  g_autofree char *sql = NULL;
  gint64 id = current_id (apply, op->before);

  sql = _mc_sql_delete (MC_ENTITY_GET_CLASS (op->before), id, current_version (apply, op->before, id), params);
  result = run (apply, sql, params, error);
  if (!result)
    return FALSE;
  if (mc_pg_result_get_affected (result) == 0)
    {
      set_conflict (op->before, id, error);
      return FALSE;
    }
  return TRUE;
}

/* What only functions may touch, in the same transaction as the rest. */
static gboolean
insert_guarded (Apply *apply, McRowOp *op, GError **error)
{
  g_autoptr (McEntity) row = linked_row (apply, op, error);
  g_autoptr (McPgParams) params = NULL;
  g_autoptr (McPgResult) result = NULL;

  if (!row)
    return FALSE;
  if (!MC_IS_PERSON_PRIVATE (row))
    {
      g_set_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED, _ ("%s cannot be written."), mc_entity_get_label (row));
      return FALSE;
    }
  params = _mc_person_private_params (MC_PERSON_PRIVATE (row));
  result = run (apply, MC_SQL_WRITE_PRIVATE, params, error);
  return result != NULL;
}

static gboolean
is_guarded (McRowOp *op)
{
  return op->kind == MC_ROW_INSERT && MC_ENTITY_GET_CLASS (op->after)->kind == MC_NOUN_GUARDED;
}

static gboolean
run_op (Apply *apply, McRowOp *op, GError **error)
{
  g_autoptr (McPgResult) result = NULL;

  if (is_guarded (op))
    return insert_guarded (apply, op, error);
  switch (op->kind)
    {
    case MC_ROW_UPDATE:
      return update_row (apply, op, error);
    case MC_ROW_DELETE:
      return delete_row (apply, op, error);
    case MC_ROW_CALL:
      result = run (apply, op->sql, op->params, error);
      return result != NULL;
    case MC_ROW_INSERT: /* in batches */
    default:
      g_assert_not_reached ();
    }
}

static gboolean
run_all (Apply *apply, GError **error)
{
  guint i = 0;

  while (i < apply->ops->len)
    {
      McRowOp *op = apply->ops->pdata[i];

      if (op->kind == MC_ROW_INSERT && !is_guarded (op))
        {
          guint end = end_of_batch (apply->ops, i);

          if (!insert_batch (apply, i, end, error))
            return FALSE;
          i = end;
          continue;
        }
      if (!run_op (apply, op, error))
        return FALSE;
      i++;
    }
  return TRUE;
}

static DexFuture *
apply_fiber (gpointer data)
{
  Apply *apply = data;
  GError *error = NULL;

  apply->transaction = dex_await_object (mc_pg_transaction_new (apply->pool, MC_PG_READ_WRITE), &error);
  if (!apply->transaction)
    return dex_future_new_for_error (error);
  if (!run_all (apply, &error))
    {
      dex_await (mc_pg_transaction_rollback (apply->transaction), NULL);
      return dex_future_new_for_error (error);
    }
  if (!_mc_store_commit (apply->pool, apply->transaction, &error))
    return dex_future_new_for_error (error);

  for (guint i = 0; i < apply->ops->len; i++)
    {
      McRowOp *op = apply->ops->pdata[i];
      McEntity *row = op->after ? g_hash_table_lookup (apply->fresh, op->after) : NULL;

      if (row)
        mc_entity_update_from (op->after, row);
    }
  return dex_future_new_true ();
}

DexFuture *
mc_store_apply (McStore *self, GPtrArray *ops)
{
  Apply *apply;

  g_return_val_if_fail (MC_IS_STORE (self) && ops, NULL);
  apply = g_new0 (Apply, 1);
  apply->pool = g_object_ref (mc_store_get_pool (self));
  /* A copy: the caller may go on filling the list. */
  apply->ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);
  for (guint i = 0; i < ops->len; i++)
    g_ptr_array_add (apply->ops, mc_row_op_ref (ops->pdata[i]));
  apply->fresh = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  apply->versions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return dex_scheduler_spawn (NULL, 0, apply_fiber, apply, apply_free);
}
