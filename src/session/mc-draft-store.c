/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-draft-store.h"

#include "mc-durable-file.h"
#include "mc-json.h"

/* How much typing a crash may cost. */
#define WRITE_DELAY_MS 250
/* A disk that was full is tried again after a while. */
#define RETRY_DELAY_MS 5000

struct _McDraftStore
{
  GObject parent_instance;

  char *directory;
  GListStore *drafts;
  GHashTable *dirty;   /* keys to write, or to remove when they have no draft any more */
  GHashTable *touched; /* keys set or removed since a load began, NULL while there is none: newer than the files */
  guint loads;
  gboolean failing; /* the last write did not succeed */
  guint timeout;
  DexFuture *writing; /* the write under way; the next one waits for it, so that an older state never wins */
};

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (McDraftStore,
                               mc_draft_store,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return MC_TYPE_DRAFT;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (MC_DRAFT_STORE (model)->drafts));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (MC_DRAFT_STORE (model)->drafts), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
mc_draft_store_dispose (GObject *object)
{
  McDraftStore *self = MC_DRAFT_STORE (object);

  /* The last edits of a form that is closed in a hurry are still wanted. */
  if (self->timeout)
    dex_future_disown (mc_draft_store_flush (self));
  g_clear_handle_id (&self->timeout, g_source_remove);
  dex_clear (&self->writing);
  G_OBJECT_CLASS (mc_draft_store_parent_class)->dispose (object);
}

static void
mc_draft_store_finalize (GObject *object)
{
  McDraftStore *self = MC_DRAFT_STORE (object);

  g_clear_pointer (&self->directory, g_free);
  g_clear_pointer (&self->dirty, g_hash_table_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_object (&self->drafts);
  G_OBJECT_CLASS (mc_draft_store_parent_class)->finalize (object);
}

static void
mc_draft_store_class_init (McDraftStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mc_draft_store_dispose;
  object_class->finalize = mc_draft_store_finalize;
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
mc_draft_store_init (McDraftStore *self)
{
  self->drafts = g_list_store_new (MC_TYPE_DRAFT);
  self->dirty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_object (self->drafts, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
}

McDraftStore *
mc_draft_store_new (const char *directory)
{
  McDraftStore *self;

  g_return_val_if_fail (directory, NULL);
  self = g_object_new (MC_TYPE_DRAFT_STORE, NULL);
  self->directory = g_strdup (directory);
  return self;
}

/* A key may hold slashes and anything else that a file name may not. */
static char *
path_of (McDraftStore *self, const char *key)
{
  g_autofree char *name = g_uri_escape_string (key, NULL, FALSE);
  g_autofree char *file = g_strconcat (name, ".json", NULL);

  return g_build_filename (self->directory, file, NULL);
}

static guint
find (McDraftStore *self, const char *key)
{
  guint n = get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McDraft) draft = get_item (G_LIST_MODEL (self), i);

      if (g_strcmp0 (mc_draft_get_key (draft), key) == 0)
        return i;
    }
  return G_MAXUINT;
}

static int
compare_newest (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_date_time_compare (mc_draft_get_saved_at ((McDraft *)b), mc_draft_get_saved_at ((McDraft *)a));
}

static McDraft *
parse_draft (GBytes *bytes)
{
  g_autoptr (JsonObject) root = mc_json_object_from_bytes (bytes, NULL);
  const char *key = mc_json_get_text (root, "key");
  const char *text = mc_json_get_text (root, "saved_at");
  g_autoptr (GDateTime) saved_at = text ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  JsonNode *values = root ? json_object_get_member (root, "values") : NULL;

  if (!key || !saved_at || !values || !JSON_NODE_HOLDS_OBJECT (values))
    return NULL;
  return g_object_new (MC_TYPE_DRAFT, "key", key, "saved-at", saved_at, "values", json_node_get_object (values), NULL);
}

typedef struct
{
  char *directory;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->directory);
  g_free (reading);
}

/* Runs on the thread pool: a few small files, read in one go. */
static DexFuture *
read_all_fiber (gpointer data)
{
  Reading *reading = data;
  g_autoptr (GDir) dir = g_dir_open (reading->directory, 0, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (reading->directory, name, NULL);
      char *contents;
      gsize size;

      if (g_str_has_suffix (name, ".json") && g_file_get_contents (path, &contents, &size, NULL))
        g_ptr_array_add (found, g_bytes_new_take (contents, size));
    }
  return dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, found);
}

/* What is not on the disk yet is newer than what is there. */
static void
note_dirty (McDraftStore *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->dirty);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (self->touched, g_strdup (key));
}

static DexFuture *
load_fiber (gpointer data)
{
  McDraftStore *self = data;
  Reading *reading = g_new0 (Reading, 1);
  GError *error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  reading->directory = g_strdup (self->directory);
  if (self->loads++ == 0)
    self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  note_dirty (self);
  if (self->writing)
    dex_await (dex_ref (self->writing), NULL);
  found = dex_await_boxed (
      dex_scheduler_spawn (dex_thread_pool_scheduler_get_default (), 0, read_all_fiber, reading, reading_free), &error);
  for (guint i = 0; found && i < found->len; i++)
    {
      g_autoptr (McDraft) draft = parse_draft (g_ptr_array_index (found, i));

      /* What was typed, sent or thrown away since is newer than the file. */
      if (draft && find (self, mc_draft_get_key (draft)) == G_MAXUINT &&
          !g_hash_table_contains (self->touched, mc_draft_get_key (draft)))
        g_list_store_insert_sorted (self->drafts, draft, compare_newest, NULL);
    }
  if (--self->loads == 0)
    g_clear_pointer (&self->touched, g_hash_table_unref);
  if (!found)
    return dex_future_new_for_error (error);
  return dex_future_new_for_boolean (TRUE);
}

DexFuture *
mc_draft_store_load (McDraftStore *self)
{
  g_return_val_if_fail (MC_IS_DRAFT_STORE (self), NULL);
  return dex_scheduler_spawn (NULL, 0, load_fiber, g_object_ref (self), g_object_unref);
}

McDraft *
mc_draft_store_get (McDraftStore *self, const char *key)
{
  guint position;
  McDraft *draft;

  g_return_val_if_fail (MC_IS_DRAFT_STORE (self), NULL);
  position = find (self, key);
  if (position == G_MAXUINT)
    return NULL;
  draft = get_item (G_LIST_MODEL (self), position);
  /* The list holds it. */
  g_object_unref (draft);
  return draft;
}

static void
due_cb (gpointer data)
{
  McDraftStore *self = data;

  self->timeout = 0;
  dex_future_disown (mc_draft_store_flush (self));
}

static void
touch (McDraftStore *self, const char *key)
{
  g_hash_table_add (self->dirty, g_strdup (key));
  if (self->touched)
    g_hash_table_add (self->touched, g_strdup (key));
  /* Counted from the first unsaved edit: steady typing must not put the write off. */
  if (!self->timeout)
    self->timeout = g_timeout_add_once (WRITE_DELAY_MS, due_cb, self);
}

void
mc_draft_store_set (McDraftStore *self, const char *key, JsonObject *values)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (McDraft) draft = NULL;
  guint position;

  g_return_if_fail (MC_IS_DRAFT_STORE (self));
  g_return_if_fail (key && values);
  draft = g_object_new (MC_TYPE_DRAFT, "key", key, "saved-at", now, "values", values, NULL);
  position = find (self, key);
  if (position != G_MAXUINT)
    g_list_store_splice (self->drafts, position, 1, (gpointer *)&draft, 1);
  else
    g_list_store_insert (self->drafts, 0, draft);
  touch (self, key);
}

void
mc_draft_store_remove (McDraftStore *self, const char *key)
{
  guint position;

  g_return_if_fail (MC_IS_DRAFT_STORE (self));
  g_return_if_fail (key);
  position = find (self, key);
  if (position != G_MAXUINT)
    g_list_store_remove (self->drafts, position);
  touch (self, key);
}

static GBytes *
draft_to_bytes (McDraft *draft)
{
  g_autoptr (JsonObject) root = json_object_new ();
  g_autofree char *saved_at = g_date_time_format_iso8601 (mc_draft_get_saved_at (draft));

  json_object_set_string_member (root, "key", mc_draft_get_key (draft));
  json_object_set_string_member (root, "saved_at", saved_at);
  json_object_set_object_member (root, "values", json_object_ref (mc_draft_get_values (draft)));
  return mc_json_object_to_bytes (root, FALSE);
}

/* The files to write, taken at once, so that the store may go away while they are written. */
typedef struct
{
  GWeakRef store;
  GPtrArray *keys;
  DexFuture *before;
  GPtrArray *paths;
  GPtrArray *contents; /* GBytes, NULL: remove */
} Writing;

static void
bytes_unref_maybe (gpointer data)
{
  g_clear_pointer ((GBytes **)&data, g_bytes_unref);
}

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_weak_ref_clear (&writing->store);
  dex_clear (&writing->before);
  g_ptr_array_unref (writing->keys);
  g_ptr_array_unref (writing->paths);
  g_ptr_array_unref (writing->contents);
  g_free (writing);
}

/* What could not be written is written later, and the person is told once. */
static void
note_outcome (Writing *writing, const GError *error)
{
  g_autoptr (McDraftStore) self = g_weak_ref_get (&writing->store);
  gboolean before;

  if (!self)
    return;
  before = self->failing;
  self->failing = error != NULL;
  if (!error)
    return;
  if (!self->timeout)
    self->timeout = g_timeout_add_once (RETRY_DELAY_MS, due_cb, self);
  if (!before)
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
keep_dirty (Writing *writing, guint i)
{
  g_autoptr (McDraftStore) self = g_weak_ref_get (&writing->store);

  if (self)
    g_hash_table_add (self->dirty, g_strdup (g_ptr_array_index (writing->keys, i)));
}

static DexFuture *
write_fiber (gpointer data)
{
  Writing *writing = data;
  g_autoptr (GError) first = NULL;

  if (writing->before)
    dex_await (dex_ref (writing->before), NULL);
  for (guint i = 0; i < writing->paths->len; i++)
    {
      const char *path = g_ptr_array_index (writing->paths, i);
      GBytes *bytes = g_ptr_array_index (writing->contents, i);

      if (!dex_await (bytes ? mc_durable_file_write (path, bytes, 0600) : mc_durable_file_remove (path),
                      first ? NULL : &first))
        keep_dirty (writing, i);
    }
  note_outcome (writing, first);
  if (first)
    return dex_future_new_for_error (g_steal_pointer (&first));
  return dex_future_new_for_boolean (TRUE);
}

DexFuture *
mc_draft_store_flush (McDraftStore *self)
{
  Writing *writing;
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (MC_IS_DRAFT_STORE (self), NULL);
  g_clear_handle_id (&self->timeout, g_source_remove);
  writing = g_new0 (Writing, 1);
  g_weak_ref_init (&writing->store, self);
  writing->keys = g_ptr_array_new_with_free_func (g_free);
  writing->before = g_steal_pointer (&self->writing);
  writing->paths = g_ptr_array_new_with_free_func (g_free);
  writing->contents = g_ptr_array_new_with_free_func (bytes_unref_maybe);
  g_hash_table_iter_init (&iter, self->dirty);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      McDraft *draft = mc_draft_store_get (self, key);

      g_ptr_array_add (writing->keys, g_strdup (key));
      g_ptr_array_add (writing->paths, path_of (self, key));
      g_ptr_array_add (writing->contents, draft ? draft_to_bytes (draft) : NULL);
    }
  g_hash_table_remove_all (self->dirty);
  self->writing = dex_scheduler_spawn (NULL, 0, write_fiber, writing, writing_free);
  return dex_ref (self->writing);
}
