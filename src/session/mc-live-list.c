/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-live-list-private.h"

#include <string.h>

struct _McLiveList
{
  GObject parent_instance;

  GType noun;
  McDay as_of;
  const char *field;
  gint64 key;

  GPtrArray *rows;     /* McEntity by rising id */
  GHashTable *by_id;   /* address of the id within the row's entry -> McEntity */
  GHashTable *written; /* id -> version that was written here and not read back yet */
  gboolean loading;
  gboolean ready;
  GError *error;
  DexPromise *waiting; /* whoever waits for the first load */
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_READY,
  PROP_ERROR,
  PROP_AS_OF,
  N_PROPS,
};

enum
{
  ROW_CHANGED,
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (McLiveList,
                               mc_live_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return MC_LIVE_LIST (model)->noun;
}

static guint
get_n_items (GListModel *model)
{
  return MC_LIVE_LIST (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  McLiveList *self = MC_LIVE_LIST (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
mc_live_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McLiveList *self = MC_LIVE_LIST (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_AS_OF:
      g_value_set_int (value, self->as_of);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_live_list_finalize (GObject *object)
{
  McLiveList *self = MC_LIVE_LIST (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->written, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_error (&self->error);
  dex_clear (&self->waiting);
  G_OBJECT_CLASS (mc_live_list_parent_class)->finalize (object);
}

static void
mc_live_list_class_init (McLiveListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mc_live_list_get_property;
  object_class->finalize = mc_live_list_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_AS_OF] = g_param_spec_int ("as-of", NULL, NULL, G_MININT, G_MAXINT, MC_DAY_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ROW_CHANGED] = g_signal_new ("row-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, MC_TYPE_ENTITY);
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_live_list_init (McLiveList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->written = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

McLiveList *
mc_live_list_new (GType noun, McDay as_of, const char *field, gint64 key)
{
  McLiveList *self = g_object_new (MC_TYPE_LIVE_LIST, NULL);

  self->noun = noun;
  self->as_of = as_of;
  self->field = g_intern_string (field);
  self->key = key;
  return self;
}

const char *
mc_live_list_get_field (McLiveList *self)
{
  return self->field;
}

gint64
mc_live_list_get_key (McLiveList *self)
{
  return self->key;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  gint64 x = mc_entity_get_id (*(McEntity *const *)a), y = mc_entity_get_id (*(McEntity *const *)b);

  return x < y ? -1 : x > y;
}

/* The place of @id, or where it would stand. */
static guint
lower_bound (McLiveList *self, gint64 id)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (mc_entity_get_id (g_ptr_array_index (self->rows, middle)) < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
index_row (McLiveList *self, McEntity *row)
{
  gint64 id = mc_entity_get_id (row);

  g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), row);
}

/* Replaces a stretch of rows and says so; @added are held anew. */
static void
splice (McLiveList *self, guint position, guint n_removed, gpointer *added, guint n_added)
{
  guint old_len = self->rows->len;

  if (!n_removed && !n_added)
    return;
  for (guint i = 0; i < n_removed; i++)
    {
      gint64 id = mc_entity_get_id (g_ptr_array_index (self->rows, position + i));

      g_hash_table_remove (self->by_id, &id);
    }
  if (n_removed)
    g_ptr_array_remove_range (self->rows, position, n_removed);
  if (n_added)
    {
      guint tail = old_len - n_removed - position;

      g_ptr_array_set_size (self->rows, (int)(old_len - n_removed + n_added));
      memmove (self->rows->pdata + position + n_added, self->rows->pdata + position, tail * sizeof (gpointer));
      for (guint i = 0; i < n_added; i++)
        {
          self->rows->pdata[position + i] = g_object_ref (added[i]);
          index_row (self, added[i]);
        }
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static gboolean
is_outdated (McLiveList *self, McEntity *fresh)
{
  gint64 id = mc_entity_get_id (fresh);
  int version = GPOINTER_TO_INT (g_hash_table_lookup (self->written, &id));

  if (version > mc_entity_get_version (fresh))
    return TRUE;
  if (version)
    g_hash_table_remove (self->written, &id);
  return FALSE;
}

static gboolean
update_row (McLiveList *self, McEntity *row, McEntity *fresh)
{
  if (is_outdated (self, fresh) || !mc_entity_update_from (row, fresh))
    return FALSE;
  g_signal_emit (self, signals[ROW_CHANGED], 0, row);
  return TRUE;
}

static void
set_flag (McLiveList *self, gboolean *flag, gboolean value, guint property)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_error (McLiveList *self, const GError *error)
{
  if (!self->error && !error)
    return;
  g_clear_error (&self->error);
  self->error = error ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

void
mc_live_list_begin (McLiveList *self)
{
  set_flag (self, &self->loading, !self->ready, PROP_LOADING);
}

static void
finish (McLiveList *self, gboolean changed)
{
  gboolean first = !self->ready;

  set_error (self, NULL);
  set_flag (self, &self->ready, TRUE, PROP_READY);
  set_flag (self, &self->loading, FALSE, PROP_LOADING);
  if (self->waiting)
    {
      g_autoptr (DexPromise) promise = g_steal_pointer (&self->waiting);

      dex_promise_resolve_object (promise, g_object_ref (self));
    }
  if (changed || first)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
mc_live_list_take_all (McLiveList *self, GPtrArray *rows)
{
  guint position = 0, next = 0;
  gboolean changed = FALSE;

  g_return_if_fail (MC_IS_LIVE_LIST (self));
  g_object_ref (self);
  g_ptr_array_sort (rows, compare_rows);
  while (position < self->rows->len || next < rows->len)
    {
      guint removed = 0, added = 0;
      gint64 fresh = next < rows->len ? mc_entity_get_id (g_ptr_array_index (rows, next)) : G_MAXINT64;

      if (position < self->rows->len && mc_entity_get_id (g_ptr_array_index (self->rows, position)) == fresh)
        {
          changed |= update_row (self, g_ptr_array_index (self->rows, position++), g_ptr_array_index (rows, next++));
          continue;
        }
      while (position + removed < self->rows->len &&
             mc_entity_get_id (g_ptr_array_index (self->rows, position + removed)) < fresh)
        removed++;
      /* Nothing to remove: all the new rows that stand before the next old one. */
      if (!removed)
        {
          gint64 old =
              position < self->rows->len ? mc_entity_get_id (g_ptr_array_index (self->rows, position)) : G_MAXINT64;

          while (next + added < rows->len && mc_entity_get_id (g_ptr_array_index (rows, next + added)) < old)
            added++;
        }
      splice (self, position, removed, rows->pdata + next, added);
      position += added;
      next += added;
      changed = TRUE;
    }
  finish (self, changed);
  g_object_unref (self);
}

void
mc_live_list_take_some (McLiveList *self, GArray *ids, GPtrArray *rows)
{
  g_autoptr (GHashTable) fresh = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean changed = FALSE;

  g_return_if_fail (MC_IS_LIVE_LIST (self));
  g_object_ref (self);
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = mc_entity_get_id (g_ptr_array_index (rows, i));

      g_hash_table_insert (fresh, g_memdup2 (&id, sizeof id), g_ptr_array_index (rows, i));
    }
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      gpointer now = g_hash_table_lookup (fresh, &id), before = g_hash_table_lookup (self->by_id, &id);

      if (now && before)
        changed |= update_row (self, before, now);
      else if (now || before)
        {
          splice (self, lower_bound (self, id), before ? 1 : 0, &now, now ? 1 : 0);
          changed = TRUE;
        }
    }
  finish (self, changed);
  g_object_unref (self);
}

void
mc_live_list_take_row (McLiveList *self, McEntity *fresh)
{
  gint64 id = mc_entity_get_id (fresh);
  McEntity *row = g_hash_table_lookup (self->by_id, &id);

  if (!row || mc_entity_get_version (row) >= mc_entity_get_version (fresh) || !update_row (self, row, fresh))
    return;
  g_hash_table_insert (self->written, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (mc_entity_get_version (fresh)));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
mc_live_list_trust (McLiveList *self)
{
  g_hash_table_remove_all (self->written);
}

void
mc_live_list_fail (McLiveList *self, const GError *error)
{
  g_return_if_fail (MC_IS_LIVE_LIST (self));
  set_error (self, error);
  set_flag (self, &self->loading, FALSE, PROP_LOADING);
  if (self->waiting)
    {
      g_autoptr (DexPromise) promise = g_steal_pointer (&self->waiting);

      dex_promise_reject (promise, g_error_copy (error));
    }
}

gboolean
mc_live_list_get_loading (McLiveList *self)
{
  g_return_val_if_fail (MC_IS_LIVE_LIST (self), FALSE);
  return self->loading;
}

gboolean
mc_live_list_get_ready (McLiveList *self)
{
  g_return_val_if_fail (MC_IS_LIVE_LIST (self), FALSE);
  return self->ready;
}

const GError *
mc_live_list_get_error (McLiveList *self)
{
  g_return_val_if_fail (MC_IS_LIVE_LIST (self), NULL);
  return self->error;
}

GType
mc_live_list_get_noun (McLiveList *self)
{
  g_return_val_if_fail (MC_IS_LIVE_LIST (self), G_TYPE_INVALID);
  return self->noun;
}

McDay
mc_live_list_get_as_of (McLiveList *self)
{
  g_return_val_if_fail (MC_IS_LIVE_LIST (self), MC_DAY_NONE);
  return self->as_of;
}

gpointer
mc_live_list_get_by_id (McLiveList *self, gint64 id)
{
  g_return_val_if_fail (MC_IS_LIVE_LIST (self), NULL);
  return g_hash_table_lookup (self->by_id, &id);
}

guint
mc_live_list_get_position (McLiveList *self, gint64 id)
{
  g_return_val_if_fail (MC_IS_LIVE_LIST (self), G_MAXUINT);
  return g_hash_table_contains (self->by_id, &id) ? lower_bound (self, id) : G_MAXUINT;
}

DexFuture *
mc_live_list_when_ready (McLiveList *self)
{
  g_return_val_if_fail (MC_IS_LIVE_LIST (self), NULL);
  if (self->ready)
    return dex_future_new_for_object (self);
  if (self->error && !self->loading)
    return dex_future_new_for_error (g_error_copy (self->error));
  if (!self->waiting)
    self->waiting = dex_promise_new ();
  return dex_ref (DEX_FUTURE (self->waiting));
}
