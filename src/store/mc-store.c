/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-error.h"
#include "mc-noun.h"
#include "mc-row-op-private.h"
#include "mc-sql-private.h"
#include "mc-store-private.h"

struct _McStore
{
  GObject parent_instance;
  McPgPool *pool;
};

G_DEFINE_FINAL_TYPE (McStore, mc_store, G_TYPE_OBJECT)

static void
mc_store_dispose (GObject *object)
{
  McStore *self = MC_STORE (object);

  g_clear_object (&self->pool);
  G_OBJECT_CLASS (mc_store_parent_class)->dispose (object);
}

static void
mc_store_class_init (McStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_store_dispose;
}

static void
mc_store_init (McStore *self)
{
}

McStore *
mc_store_new (McPgPool *pool)
{
  McStore *self = g_object_new (MC_TYPE_STORE, NULL);

  g_return_val_if_fail (MC_IS_PG_POOL (pool), self);
  self->pool = g_object_ref (pool);
  return self;
}

McPgPool *
mc_store_get_pool (McStore *self)
{
  g_return_val_if_fail (MC_IS_STORE (self), NULL);
  return self->pool;
}

/* What is made of the rows that come back. */
typedef enum
{
  AS_ROWS,
  AS_ONE_ROW,
  AS_RESULT,
  AS_TRUE,
  AS_INT64,
  AS_TEXT,
} Shape;

typedef struct
{
  McPgPool *pool;
  char *sql;
  McPgParams *params;
  Shape shape;
  GType noun; /* of rows */
  gint64 id;  /* of one row */
} Read;

static void
read_free (gpointer data)
{
  Read *read = data;

  g_object_unref (read->pool);
  g_free (read->sql);
  g_clear_pointer (&read->params, mc_pg_params_unref);
  g_free (read);
}

static DexFuture *
give_rows (Read *read, McPgResult *result)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) rows = _mc_sql_decode (read->noun, result, &error);

  if (!rows)
    return dex_future_new_for_error (error);
  if (read->shape == AS_ROWS)
    return dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, g_steal_pointer (&rows));
  if (rows->len == 0)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, read->id);

      /* Translators: a noun such as "Tour", and its number */
      return dex_future_new_reject (MC_ERROR, MC_ERROR_NOT_FOUND, _ ("%s %s is not there any more."),
                                    _ (mc_noun_get_class (read->noun)->label), number);
    }
  return dex_future_new_take_object (g_object_ref (rows->pdata[0]));
}

static DexFuture *
read_fiber (gpointer data)
{
  Read *read = data;
  GError *error = NULL;
  g_autoptr (McPgResult) result = dex_await_object (mc_pg_pool_query (read->pool, read->sql, read->params), &error);
  const char *first;

  if (!result)
    return dex_future_new_for_error (error);
  first = mc_pg_result_get_n_rows (result) && mc_pg_result_get_n_columns (result)
              ? mc_pg_result_get_value (result, 0, 0)
              : NULL;
  switch (read->shape)
    {
    case AS_ROWS:
    case AS_ONE_ROW:
      return give_rows (read, result);
    case AS_RESULT:
      return dex_future_new_take_object (g_steal_pointer (&result));
    case AS_INT64:
      return dex_future_new_for_int64 (first ? g_ascii_strtoll (first, NULL, 10) : 0);
    case AS_TEXT:
      return dex_future_new_for_string (first);
    case AS_TRUE:
    default:
      return dex_future_new_true ();
    }
}

static DexFuture *
spawn_read (McStore *self, Shape shape, GType noun, gint64 id, char *sql, McPgParams *params)
{
  Read *read = g_new0 (Read, 1);

  read->pool = g_object_ref (self->pool);
  read->sql = sql;
  read->params = params;
  read->shape = shape;
  read->noun = noun;
  read->id = id;
  return dex_scheduler_spawn (NULL, 0, read_fiber, read, read_free);
}

DexFuture *
mc_store_list (McStore *self, GType noun, McQuery *query)
{
  McPgParams *params = mc_pg_params_new ();

  return spawn_read (self, AS_ROWS, noun, 0, _mc_sql_select (mc_noun_get_class (noun), query, params), params);
}

DexFuture *
mc_store_get (McStore *self, GType noun, gint64 id)
{
  g_autoptr (McQuery) query = mc_query_ids (mc_query_new (), &id, 1);
  McPgParams *params = mc_pg_params_new ();

  return spawn_read (self, AS_ONE_ROW, noun, id, _mc_sql_select (mc_noun_get_class (noun), query, params), params);
}

DexFuture *
_mc_store_query_rows (McStore *self, GType noun, const char *sql, McPgParams *params)
{
  return spawn_read (self, AS_ROWS, noun, 0, g_strdup (sql), params);
}

DexFuture *
_mc_store_query (McStore *self, const char *sql, McPgParams *params)
{
  return spawn_read (self, AS_RESULT, G_TYPE_INVALID, 0, g_strdup (sql), params);
}

DexFuture *
_mc_store_run (McStore *self, const char *sql, McPgParams *params)
{
  return spawn_read (self, AS_TRUE, G_TYPE_INVALID, 0, g_strdup (sql), params);
}

DexFuture *
_mc_store_query_int64 (McStore *self, const char *sql, McPgParams *params)
{
  return spawn_read (self, AS_INT64, G_TYPE_INVALID, 0, g_strdup (sql), params);
}

DexFuture *
_mc_store_query_text (McStore *self, const char *sql, McPgParams *params)
{
  return spawn_read (self, AS_TEXT, G_TYPE_INVALID, 0, g_strdup (sql), params);
}

McRowOp *
mc_store_correction_op (const char *reason)
{
  return _mc_row_op_new_call ("SELECT centre.begin_correction($1)",
                              mc_pg_params_add_text (mc_pg_params_new (), reason));
}

gboolean
mc_store_error_get_row (const GError *error, const char **table, gint64 *id)
{
  const McErrorDetail *detail = mc_error_get_detail (error);

  if (!g_error_matches (error, MC_ERROR, MC_ERROR_CONFLICT) || !detail || !detail->table || !detail->detail ||
      !g_str_has_prefix (detail->detail, MC_STORE_CONFLICT_ROW))
    return FALSE;
  if (table)
    *table = detail->table;
  if (id)
    *id = g_ascii_strtoll (detail->detail + strlen (MC_STORE_CONFLICT_ROW), NULL, 10);
  return TRUE;
}
