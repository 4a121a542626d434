/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-copy.h"
#include "mc-pg-transaction.h"
#include "mc-sql-private.h"
#include "mc-store-private.h"

typedef struct
{
  McPgPool *pool;
  GPtrArray *entities;
  GPtrArray *columns; /* McFieldInfo */
} Bulk;

static void
bulk_free (gpointer data)
{
  Bulk *bulk = data;

  g_object_unref (bulk->pool);
  g_ptr_array_unref (bulk->entities);
  g_ptr_array_unref (bulk->columns);
  g_free (bulk);
}

static char *
copy_statement (Bulk *bulk)
{
  g_autofree char *table = _mc_sql_table (MC_ENTITY_GET_CLASS (bulk->entities->pdata[0]));
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "COPY %s (", table);
  for (guint i = 0; i < bulk->columns->len; i++)
    g_string_append_printf (sql, "%s\"%s\"", i ? ", " : "", ((const McFieldInfo *)bulk->columns->pdata[i])->name);
  g_string_append (sql, ") FROM STDIN");
  return g_string_free (sql, FALSE);
}

static gboolean
write_row (Bulk *bulk, McPgCopy *copy, McEntity *entity, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_full (bulk->columns->len, g_free);

  for (guint i = 0; i < bulk->columns->len; i++)
    {
      const McFieldInfo *field = bulk->columns->pdata[i];
      char *text = mc_field_info_get_text (field, entity);

      if (!text && (field->flags & MC_FIELD_BLANK))
        text = g_strdup ("");
      g_ptr_array_add (texts, text);
    }
  return dex_await (mc_pg_copy_write_row (copy, (const char *const *)texts->pdata, texts->len), error);
}

static gboolean
write_all (Bulk *bulk, McPgTransaction *transaction, gint64 *n_rows, GError **error)
{
  g_autofree char *sql = copy_statement (bulk);
  g_autoptr (McPgCopy) copy =
      dex_await_object (mc_pg_copy_new (mc_pg_transaction_get_connection (transaction), sql), error);
  g_autoptr (McPgResult) result = NULL;

  if (!copy)
    return FALSE;
  for (guint i = 0; i < bulk->entities->len; i++)
    if (!write_row (bulk, copy, bulk->entities->pdata[i], error))
      return FALSE;
  result = dex_await_object (mc_pg_copy_finish (copy), error);
  if (!result)
    return FALSE;
  *n_rows = mc_pg_result_get_affected (result);
  return TRUE;
}

static DexFuture *
bulk_fiber (gpointer data)
{
  Bulk *bulk = data;
  GError *error = NULL;
  gint64 n_rows = 0;
  g_autoptr (McPgTransaction) transaction =
      dex_await_object (mc_pg_transaction_new (bulk->pool, MC_PG_READ_WRITE), &error);

  if (!transaction)
    return dex_future_new_for_error (error);
  if (!write_all (bulk, transaction, &n_rows, &error))
    {
      dex_await (mc_pg_transaction_rollback (transaction), NULL);
      return dex_future_new_for_error (error);
    }
  if (!dex_await (mc_pg_transaction_commit (transaction), &error))
    return dex_future_new_for_error (error);
  return dex_future_new_for_int64 (n_rows);
}

static gboolean
any_has (GPtrArray *entities, const McFieldInfo *field)
{
  for (guint i = 0; i < entities->len; i++)
    if (!mc_field_info_is_null (field, entities->pdata[i]))
      return TRUE;
  return FALSE;
}

DexFuture *
mc_store_bulk_insert (McStore *self, GPtrArray *entities)
{
  McEntityClass *klass;
  Bulk *bulk;

  g_return_val_if_fail (MC_IS_STORE (self) && entities, NULL);
  if (entities->len == 0)
    return dex_future_new_for_int64 (0);
  klass = MC_ENTITY_GET_CLASS (entities->pdata[0]);
  bulk = g_new0 (Bulk, 1);
  bulk->pool = g_object_ref (mc_store_get_pool (self));
  bulk->entities = g_ptr_array_new_with_free_func (g_object_unref);
  bulk->columns = g_ptr_array_new ();
  for (guint i = 0; i < entities->len; i++)
    g_ptr_array_add (bulk->entities, g_object_ref (entities->pdata[i]));
  for (guint i = 0; i < klass->n_fields; i++)
    if (_mc_sql_is_written (&klass->fields[i]) && any_has (entities, &klass->fields[i]))
      g_ptr_array_add (bulk->columns, (gpointer)&klass->fields[i]);
  return dex_scheduler_spawn (NULL, 0, bulk_fiber, bulk, bulk_free);
}
