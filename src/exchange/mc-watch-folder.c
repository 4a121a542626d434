/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-watch-folder.h"

#include <string.h>

#include "mc-workload-known.h"

/* How often a folder is looked at that gives no notice. */
#define LOOK_SECONDS 60

/* Notices come in swarms. */
#define SETTLE_MS 200

#define ATTRIBUTES                                                                                                     \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE                 \
                                 "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN "," G_FILE_ATTRIBUTE_TIME_MODIFIED            \
                                 "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

/* A file as it was seen last. */
typedef struct
{
  guint64 size;
  gint64 modified; /* microseconds */
  gint64 since;    /* monotonic: it has been so */
  gboolean seen;   /* by the look under way */
  gboolean still;  /* it was so in the look before, too */
  McWatchedFile *whole;
} Sight;

struct _McWatchFolder
{
  GObject parent_instance;

  GFile *folder;
  guint steady_ms;
  GFileMonitor *monitor;
  GHashTable *sights; /* name to Sight */
  GPtrArray *files;   /* McWatchedFile that are listed */
  guint next;         /* source of the next look */
  gint64 due;         /* monotonic: when that is */
  DexFuture *look;    /* the one under way */
  gboolean closed;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (McWatchFolder,
                               mc_watch_folder,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
sight_free (gpointer data)
{
  Sight *sight = data;

  g_clear_object (&sight->whole);
  g_free (sight);
}

/* --- The list --- */

static GType
get_item_type (GListModel *list)
{
  return MC_TYPE_WATCHED_FILE;
}

static guint
get_n_items (GListModel *list)
{
  return MC_WATCH_FOLDER (list)->files->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  GPtrArray *files = MC_WATCH_FOLDER (list)->files;

  return position < files->len ? g_object_ref (g_ptr_array_index (files, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_same_list (GPtrArray *one, GPtrArray *other)
{
  for (guint i = 0; i < MIN (one->len, other->len); i++)
    if (g_ptr_array_index (one, i) != g_ptr_array_index (other, i))
      return FALSE;
  return one->len == other->len;
}

/* The whole files by name; of the same bytes under two names the first. */
static void
list_files (McWatchFolder *self)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) digests = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (self->sights), (GCompareFunc)strcmp);
  guint before = self->files->len;

  for (GList *l = names; l; l = l->next)
    {
      Sight *sight = g_hash_table_lookup (self->sights, l->data);

      if (sight->whole && g_hash_table_add (digests, (gpointer)mc_watched_file_get_digest (sight->whole)))
        g_ptr_array_add (files, g_object_ref (sight->whole));
    }
  if (is_same_list (self->files, files))
    return;
  g_ptr_array_unref (self->files);
  self->files = g_steal_pointer (&files);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->files->len);
}

/* --- Looking --- */

static void look_in (McWatchFolder *self, guint ms);

static gboolean
is_table (GFileInfo *info)
{
  static const char *const suffixes[] = { ".csv", ".xlsx", ".xls", ".ods", NULL };
  const char *name = g_file_info_get_name (info);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  /* "~$" is what a spreadsheet program puts beside a file that it has open. */
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_is_hidden (info) ||
      g_str_has_prefix (name, "~$") || g_file_info_get_size (info) <= 0)
    return FALSE;
  for (guint i = 0; suffixes[i]; i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

/* Whether it is as it was when it was seen last. */
static void
note_sight (McWatchFolder *self, GFileInfo *info)
{
  const char *name = g_file_info_get_name (info);
  Sight *sight = g_hash_table_lookup (self->sights, name);
  g_autoptr (GDateTime) when = g_file_info_get_modification_date_time (info);
  gint64 modified = when ? g_date_time_to_unix_usec (when) : 0;
  guint64 size = (guint64)g_file_info_get_size (info);

  if (!sight)
    {
      sight = g_new0 (Sight, 1);
      g_hash_table_insert (self->sights, g_strdup (name), sight);
    }
  sight->seen = TRUE;
  sight->still = sight->size == size && sight->modified == modified;
  if (sight->still)
    return;
  sight->size = size;
  sight->modified = modified;
  sight->since = g_get_monotonic_time ();
  g_clear_object (&sight->whole);
}

static gboolean
see_all (McWatchFolder *self, GError **error)
{
  GHashTableIter iter;
  gpointer value;
  g_autoptr (GFileEnumerator) children = dex_await_object (
      dex_file_enumerate_children (self->folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, G_PRIORITY_LOW), error);

  if (!children)
    return FALSE;
  g_hash_table_iter_init (&iter, self->sights);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((Sight *)value)->seen = FALSE;
  for (;;)
    {
      GError *failure = NULL;
      g_autolist (GFileInfo) infos =
          dex_await_boxed (dex_file_enumerator_next_files (children, 100, G_PRIORITY_LOW), &failure);

      if (failure)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      if (!infos)
        break;
      for (GList *l = infos; l; l = l->next)
        if (is_table (l->data))
          note_sight (self, l->data);
    }
  g_hash_table_iter_init (&iter, self->sights);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!((Sight *)value)->seen)
      g_hash_table_iter_remove (&iter);
  return TRUE;
}

/* The digest of a file that has kept still. FALSE if it changed while that was reckoned: it is waited for again. */
static gboolean
finish (McWatchFolder *self, const char *name)
{
  Sight *sight = g_hash_table_lookup (self->sights, name);
  g_autoptr (GFile) file = g_file_get_child (self->folder, name);
  g_autofree char *digest = dex_await_string (mc_workload_file_digest (file), NULL);
  g_autoptr (GFileInfo) info =
      dex_await_object (dex_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, G_PRIORITY_LOW), NULL);

  if (!digest || !info)
    return TRUE;
  note_sight (self, info);
  if (!sight->still)
    return FALSE;
  sight->whole = mc_watched_file_new (file, digest, sight->size);
  return TRUE;
}

/* Those that have been still for long enough. Returns: how many are waited for */
static guint
finish_steady (McWatchFolder *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gint64 now = g_get_monotonic_time ();
  guint waiting = 0;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->sights);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Sight *sight = value;

      if (!sight->whole && sight->still && now - sight->since >= (gint64)self->steady_ms * 1000)
        g_ptr_array_add (names, g_strdup (key));
      else
        waiting += !sight->whole;
    }
  for (guint i = 0; i < names->len; i++)
    waiting += !finish (self, g_ptr_array_index (names, i));
  return waiting;
}

static DexFuture *
look_fiber (gpointer data)
{
  McWatchFolder *self = data;
  GError *error = NULL;
  guint waiting = 0;

  if (see_all (self, &error))
    waiting = finish_steady (self);
  list_files (self);
  dex_clear (&self->look);
  look_in (self, waiting > 0 ? self->steady_ms : LOOK_SECONDS * 1000);
  return error ? dex_future_new_for_error (error) : dex_future_new_true ();
}

DexFuture *
mc_watch_folder_look (McWatchFolder *self)
{
  g_return_val_if_fail (MC_IS_WATCH_FOLDER (self), NULL);
  if (!self->look)
    self->look = dex_scheduler_spawn (NULL, 0, look_fiber, g_object_ref (self), g_object_unref);
  return dex_ref (self->look);
}

static void
look_cb (gpointer data)
{
  McWatchFolder *self = data;

  self->next = 0;
  dex_future_disown (mc_watch_folder_look (self));
}

/* The look that is due first is the one that is kept. */
static void
look_in (McWatchFolder *self, guint ms)
{
  gint64 due = g_get_monotonic_time () + (gint64)ms * 1000;

  if (self->closed || (self->next && self->due <= due))
    return;
  g_clear_handle_id (&self->next, g_source_remove);
  self->next = g_timeout_add_once (ms, look_cb, self);
  self->due = due;
}

static void
changed_cb (McWatchFolder *self)
{
  look_in (self, SETTLE_MS);
}

/* --- The object --- */

static void
mc_watch_folder_dispose (GObject *object)
{
  McWatchFolder *self = MC_WATCH_FOLDER (object);

  self->closed = TRUE;
  g_clear_handle_id (&self->next, g_source_remove);
  if (self->monitor)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  G_OBJECT_CLASS (mc_watch_folder_parent_class)->dispose (object);
}

static void
mc_watch_folder_finalize (GObject *object)
{
  McWatchFolder *self = MC_WATCH_FOLDER (object);

  g_clear_object (&self->folder);
  dex_clear (&self->look);
  g_hash_table_unref (self->sights);
  g_ptr_array_unref (self->files);
  G_OBJECT_CLASS (mc_watch_folder_parent_class)->finalize (object);
}

static void
mc_watch_folder_class_init (McWatchFolderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_watch_folder_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_watch_folder_finalize;
}

static void
mc_watch_folder_init (McWatchFolder *self)
{
  self->sights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, sight_free);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
}

McWatchFolder *
mc_watch_folder_new (GFile *folder, guint steady_ms)
{
  McWatchFolder *self = g_object_new (MC_TYPE_WATCH_FOLDER, NULL);

  self->folder = g_object_ref (folder);
  self->steady_ms = steady_ms;
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (changed_cb), self);
  dex_future_disown (mc_watch_folder_look (self));
  return self;
}

GFile *
mc_watch_folder_get_folder (McWatchFolder *self)
{
  g_return_val_if_fail (MC_IS_WATCH_FOLDER (self), NULL);
  return self->folder;
}
