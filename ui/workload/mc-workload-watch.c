/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-watch.h"

#include "mc-workload-file.h"
#include "mc-workload-intake.h"

/* Digests that are left out; more than a folder ever holds. */
#define MAX_LEFT_OUT 1000

struct _McWorkloadWatch
{
  GObject parent_instance;

  GSettings *settings;
  McSession *session;
  McLiveList *known; /* McWorkloadFile, of all states */
  McWatchFolder *folder;
  GPtrArray *files;  /* McWatchedFile that are new */
  GHashTable *tried; /* digests that were tried without a person */
  DexFuture *intake; /* the one under way */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (McWorkloadWatch,
                               mc_workload_watch,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_0,
  PROP_FOLDER,
  N_PROPS,
};

enum
{
  TAKEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* --- The list --- */

static GType
get_item_type (GListModel *list)
{
  return MC_TYPE_WATCHED_FILE;
}

static guint
get_n_items (GListModel *list)
{
  return MC_WORKLOAD_WATCH (list)->files->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  GPtrArray *files = MC_WORKLOAD_WATCH (list)->files;

  return position < files->len ? g_object_ref (g_ptr_array_index (files, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* The digests of all that was ever taken in, and of what is left out. */
static GHashTable *
collect_known (McWorkloadWatch *self)
{
  GHashTable *digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) left_out = g_settings_get_strv (self->settings, "figures-left-out");

  for (guint i = 0; left_out[i]; i++)
    g_hash_table_add (digests, g_strdup (left_out[i]));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->known)); i++)
    {
      g_autoptr (McWorkloadFile) file = g_list_model_get_item (G_LIST_MODEL (self->known), i);

      if (file->digest)
        g_hash_table_add (digests, g_strdup (file->digest));
    }
  return digests;
}

static void take_next (McWorkloadWatch *self);

static void
update (McWorkloadWatch *self)
{
  guint before = self->files->len;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean ready = self->known && self->folder && mc_live_list_get_ready (self->known);
  g_autoptr (GHashTable) known = ready ? collect_known (self) : NULL;
  gboolean same;

  for (guint i = 0; ready && i < g_list_model_get_n_items (G_LIST_MODEL (self->folder)); i++)
    {
      g_autoptr (McWatchedFile) file = g_list_model_get_item (G_LIST_MODEL (self->folder), i);

      if (!g_hash_table_contains (known, mc_watched_file_get_digest (file)))
        g_ptr_array_add (files, g_object_ref (file));
    }
  same = files->len == before;
  for (guint i = 0; same && i < before; i++)
    same = g_ptr_array_index (files, i) == g_ptr_array_index (self->files, i);
  if (!same)
    {
      g_ptr_array_unref (self->files);
      self->files = g_steal_pointer (&files);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->files->len);
    }
  take_next (self);
}

/* --- Without a person --- */

static McWatchedFile *
find_untried (McWorkloadWatch *self)
{
  for (guint i = 0; i < self->files->len; i++)
    if (!g_hash_table_contains (self->tried, mc_watched_file_get_digest (g_ptr_array_index (self->files, i))))
      return g_ptr_array_index (self->files, i);
  return NULL;
}

static DexFuture *
take_fiber (gpointer data)
{
  McWorkloadWatch *self = data;
  g_autoptr (McSession) session = g_object_ref (self->session);
  McWatchedFile *found = find_untried (self);
  g_autoptr (McWatchedFile) file = found ? g_object_ref (found) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean taken;

  if (!file)
    return dex_future_new_false ();
  g_hash_table_add (self->tried, g_strdup (mc_watched_file_get_digest (file)));
  taken = dex_await_boolean (mc_workload_intake (session, file), &error);
  /* What does not go in by itself waits for a person in the list. */
  if (error)
    g_debug ("%s: %s", g_file_peek_path (mc_watched_file_get_file (file)), error->message);
  if (taken)
    {
      g_autofree char *name = g_file_get_basename (mc_watched_file_get_file (file));

      g_signal_emit (self, signals[TAKEN], 0, name);
    }
  dex_clear (&self->intake);
  take_next (self);
  return dex_future_new_true ();
}

/* One file at a time, and each once. */
static void
take_next (McWorkloadWatch *self)
{
  if (self->intake || !self->session || !g_settings_get_boolean (self->settings, "figures-by-themselves") ||
      !mc_session_may_write (self->session, "workload_file") || !find_untried (self))
    return;
  self->intake = dex_scheduler_spawn (NULL, 0, take_fiber, g_object_ref (self), g_object_unref);
}

/* --- The folder --- */

static void
drop_folder (McWorkloadWatch *self)
{
  if (self->folder)
    g_signal_handlers_disconnect_by_data (self->folder, self);
  g_clear_object (&self->folder);
}

static void
folder_changed_cb (McWorkloadWatch *self)
{
  g_autofree char *uri = g_settings_get_string (self->settings, "figures-folder");
  g_autoptr (GFile) folder = *uri ? g_file_new_for_uri (uri) : NULL;

  drop_folder (self);
  if (folder)
    {
      self->folder = mc_watch_folder_new (folder, MC_WATCH_STEADY_MS);
      g_signal_connect_swapped (self->folder, "items-changed", G_CALLBACK (update), self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDER]);
  update (self);
}

GFile *
mc_workload_watch_get_folder (McWorkloadWatch *self)
{
  g_return_val_if_fail (MC_IS_WORKLOAD_WATCH (self), NULL);
  return self->folder ? mc_watch_folder_get_folder (self->folder) : NULL;
}

void
mc_workload_watch_set_folder (McWorkloadWatch *self, GFile *folder)
{
  g_autofree char *uri = folder ? g_file_get_uri (folder) : g_strdup ("");

  g_return_if_fail (MC_IS_WORKLOAD_WATCH (self));
  g_settings_set_string (self->settings, "figures-folder", uri);
}

GSettings *
mc_workload_watch_get_settings (McWorkloadWatch *self)
{
  g_return_val_if_fail (MC_IS_WORKLOAD_WATCH (self), NULL);
  return self->settings;
}

void
mc_workload_watch_leave_out (McWorkloadWatch *self, McWatchedFile *file)
{
  g_auto (GStrv) before = NULL;
  g_autoptr (GStrvBuilder) after = g_strv_builder_new ();
  g_auto (GStrv) digests = NULL;
  guint n;

  g_return_if_fail (MC_IS_WORKLOAD_WATCH (self) && MC_IS_WATCHED_FILE (file));
  before = g_settings_get_strv (self->settings, "figures-left-out");
  n = g_strv_length (before);
  /* The oldest are forgotten first. */
  for (guint i = n < MAX_LEFT_OUT ? 0 : n - MAX_LEFT_OUT + 1; i < n; i++)
    g_strv_builder_add (after, before[i]);
  g_strv_builder_add (after, mc_watched_file_get_digest (file));
  digests = g_strv_builder_end (after);
  g_settings_set_strv (self->settings, "figures-left-out", (const char *const *)digests);
}

/* --- The object --- */

static void
drop_session (McWorkloadWatch *self)
{
  if (self->known)
    g_signal_handlers_disconnect_by_data (self->known, self);
  g_clear_object (&self->known);
  g_clear_object (&self->session);
}

void
mc_workload_watch_set_session (McWorkloadWatch *self, McSession *session)
{
  g_return_if_fail (MC_IS_WORKLOAD_WATCH (self));
  drop_session (self);
  g_set_object (&self->session, session);
  if (session)
    {
      self->known = mc_session_list (session, MC_TYPE_WORKLOAD_FILE, MC_DAY_NONE);
      g_signal_connect_swapped (self->known, "items-changed", G_CALLBACK (update), self);
      g_signal_connect_swapped (self->known, "notify::ready", G_CALLBACK (update), self);
    }
  update (self);
}

McSession *
mc_workload_watch_get_session (McWorkloadWatch *self)
{
  g_return_val_if_fail (MC_IS_WORKLOAD_WATCH (self), NULL);
  return self->session;
}

static void
mc_workload_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDER)
    g_value_set_object (value, mc_workload_watch_get_folder (MC_WORKLOAD_WATCH (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mc_workload_watch_dispose (GObject *object)
{
  McWorkloadWatch *self = MC_WORKLOAD_WATCH (object);

  drop_folder (self);
  drop_session (self);
  if (self->settings)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mc_workload_watch_parent_class)->dispose (object);
}

static void
mc_workload_watch_finalize (GObject *object)
{
  McWorkloadWatch *self = MC_WORKLOAD_WATCH (object);

  g_ptr_array_unref (self->files);
  g_hash_table_unref (self->tried);
  dex_clear (&self->intake);
  G_OBJECT_CLASS (mc_workload_watch_parent_class)->finalize (object);
}

static void
mc_workload_watch_class_init (McWorkloadWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_workload_watch_get_property;
  object_class->dispose = mc_workload_watch_dispose;
  object_class->finalize = mc_workload_watch_finalize;
  properties[PROP_FOLDER] =
      g_param_spec_object ("folder", NULL, NULL, G_TYPE_FILE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[TAKEN] = g_signal_new ("taken", MC_TYPE_WORKLOAD_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_STRING);
}

static void
mc_workload_watch_init (McWorkloadWatch *self)
{
  self->settings = g_settings_new (MC_APP_ID);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_swapped (self->settings, "changed::figures-folder", G_CALLBACK (folder_changed_cb), self);
  g_signal_connect_swapped (self->settings, "changed::figures-left-out", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->settings, "changed::figures-by-themselves", G_CALLBACK (take_next), self);
  folder_changed_cb (self);
}

McWorkloadWatch *
mc_workload_watch_new (void)
{
  return g_object_new (MC_TYPE_WORKLOAD_WATCH, NULL);
}
