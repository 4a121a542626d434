/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-profile-store.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "mc-durable-file.h"
#include "mc-error.h"
#include "mc-json.h"

struct _McProfileStore
{
  GObject parent_instance;

  char *path;
  char *last_id;
  GListStore *profiles;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (McProfileStore,
                               mc_profile_store,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static const SecretSchema password_schema = {
  .name = MC_APP_ID ".Password",
  .flags = SECRET_SCHEMA_NONE,
  .attributes = { { "connection", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
};

static GType
get_item_type (GListModel *model)
{
  return MC_TYPE_PROFILE;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (MC_PROFILE_STORE (model)->profiles));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (MC_PROFILE_STORE (model)->profiles), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
mc_profile_store_finalize (GObject *object)
{
  McProfileStore *self = MC_PROFILE_STORE (object);

  g_clear_object (&self->profiles);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->last_id, g_free);
  G_OBJECT_CLASS (mc_profile_store_parent_class)->finalize (object);
}

static void
mc_profile_store_class_init (McProfileStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_profile_store_finalize;
}

static void
mc_profile_store_init (McProfileStore *self)
{
  self->profiles = g_list_store_new (MC_TYPE_PROFILE);
  g_signal_connect_object (self->profiles, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
}

McProfileStore *
mc_profile_store_new (const char *path)
{
  McProfileStore *self = g_object_new (MC_TYPE_PROFILE_STORE, NULL);

  self->path = path ? g_strdup (path) : g_build_filename (g_get_user_config_dir (), "motcua", "connections.json", NULL);
  return self;
}

static guint
find (McProfileStore *self, const char *id)
{
  guint n = get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McProfile) profile = get_item (G_LIST_MODEL (self), i);

      if (g_strcmp0 (mc_profile_get_id (profile), id) == 0)
        return i;
    }
  return G_MAXUINT;
}

static McProfile *
profile_from_json (JsonObject *object)
{
  const char *id = mc_json_get_text (object, "id");
  gboolean server = g_strcmp0 (mc_json_get_text (object, "kind"), "server") == 0;

  if (!id || !id[0])
    return NULL;
  return g_object_new (MC_TYPE_PROFILE, "id", id, "kind", server ? MC_PROFILE_SERVER : MC_PROFILE_PRIVATE, "name",
                       mc_json_get_text (object, "name"), "host", mc_json_get_text (object, "host"), "port",
                       (guint)CLAMP (mc_json_get_int (object, "port", 5432), 0, 65535), "dbname",
                       mc_json_get_text (object, "dbname"), "user", mc_json_get_text (object, "user"), "tls-ca-file",
                       mc_json_get_text (object, "tls_ca_file"), "tls-mode", mc_json_get_text (object, "tls_mode"),
                       "data-dir", mc_json_get_text (object, "data_dir"), "remember-password",
                       mc_json_get_int (object, "remember_password", 0) != 0, NULL);
}

static void
set_text (JsonObject *object, const char *member, const char *text)
{
  if (text)
    json_object_set_string_member (object, member, text);
}

static JsonObject *
profile_to_json (McProfile *profile)
{
  JsonObject *object = json_object_new ();

  set_text (object, "id", mc_profile_get_id (profile));
  set_text (object, "kind", mc_profile_get_kind (profile) == MC_PROFILE_SERVER ? "server" : "private");
  set_text (object, "name", mc_profile_get_name (profile));
  set_text (object, "host", mc_profile_get_host (profile));
  json_object_set_int_member (object, "port", mc_profile_get_port (profile));
  set_text (object, "dbname", mc_profile_get_dbname (profile));
  set_text (object, "user", mc_profile_get_user (profile));
  set_text (object, "tls_ca_file", mc_profile_get_tls_ca_file (profile));
  set_text (object, "tls_mode", mc_profile_get_tls_mode (profile));
  set_text (object, "data_dir", mc_profile_get_data_dir (profile));
  json_object_set_boolean_member (object, "remember_password", mc_profile_get_remember_password (profile));
  return object;
}

static DexFuture *
load_fiber (gpointer data)
{
  McProfileStore *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dex_await_boxed (mc_durable_file_read (self->path), &error);
  g_autoptr (JsonObject) root = NULL;
  JsonArray *items = NULL;

  if (!bytes && g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return dex_future_new_for_boolean (TRUE);
  if (!bytes)
    return dex_future_new_for_error (g_steal_pointer (&error));
  root = mc_json_object_from_bytes (bytes, &error);
  if (!root)
    {
      /* Kept beside for whoever wants to mend it by hand; a start must not fail for it. */
      g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);

      dex_await (mc_durable_file_write (aside, bytes, 0600), NULL);
      return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID,
                                    _ ("The list of saved connections was damaged and has been set aside as %s."),
                                    aside);
    }
  g_list_store_remove_all (self->profiles);
  g_set_str (&self->last_id, mc_json_get_text (root, "last"));
  if (json_object_has_member (root, "connections"))
    items = json_object_get_array_member (root, "connections");
  for (guint i = 0; items && i < json_array_get_length (items); i++)
    {
      JsonNode *node = json_array_get_element (items, i);
      g_autoptr (McProfile) profile =
          JSON_NODE_HOLDS_OBJECT (node) ? profile_from_json (json_node_get_object (node)) : NULL;

      if (profile)
        mc_profile_store_add (self, profile);
    }
  return dex_future_new_for_boolean (TRUE);
}

DexFuture *
mc_profile_store_load (McProfileStore *self)
{
  g_return_val_if_fail (MC_IS_PROFILE_STORE (self), NULL);
  return dex_scheduler_spawn (NULL, 0, load_fiber, g_object_ref (self), g_object_unref);
}

DexFuture *
mc_profile_store_save (McProfileStore *self)
{
  g_autoptr (JsonObject) root = json_object_new ();
  g_autoptr (GBytes) bytes = NULL;
  JsonArray *items = json_array_new ();
  guint n;

  g_return_val_if_fail (MC_IS_PROFILE_STORE (self), NULL);
  n = get_n_items (G_LIST_MODEL (self));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McProfile) profile = get_item (G_LIST_MODEL (self), i);

      json_array_add_object_element (items, profile_to_json (profile));
    }
  set_text (root, "last", self->last_id);
  json_object_set_array_member (root, "connections", items);
  bytes = mc_json_object_to_bytes (root, TRUE);
  return mc_durable_file_write (self->path, bytes, 0600);
}

void
mc_profile_store_add (McProfileStore *self, McProfile *profile)
{
  g_return_if_fail (MC_IS_PROFILE_STORE (self));
  g_return_if_fail (MC_IS_PROFILE (profile));
  if (find (self, mc_profile_get_id (profile)) == G_MAXUINT)
    g_list_store_append (self->profiles, profile);
}

McProfile *
mc_profile_store_take_private (McProfileStore *self, McStartKind start)
{
  g_autoptr (McProfile) fresh = mc_profile_new_private (start);
  guint position;

  g_return_val_if_fail (MC_IS_PROFILE_STORE (self), NULL);
  position = find (self, mc_profile_get_id (fresh));
  return position == G_MAXUINT ? g_steal_pointer (&fresh) : get_item (G_LIST_MODEL (self), position);
}

McProfile *
mc_profile_store_get_last (McProfileStore *self)
{
  guint position;
  McProfile *profile;

  g_return_val_if_fail (MC_IS_PROFILE_STORE (self), NULL);
  position = find (self, self->last_id);
  if (position == G_MAXUINT)
    return NULL;
  profile = get_item (G_LIST_MODEL (self), position);
  /* The store holds it. */
  g_object_unref (profile);
  return profile;
}

void
mc_profile_store_set_last (McProfileStore *self, McProfile *profile)
{
  g_return_if_fail (MC_IS_PROFILE_STORE (self));
  g_set_str (&self->last_id, profile ? mc_profile_get_id (profile) : NULL);
}

static DexFuture *
reject_secret (const GError *error)
{
  return dex_future_new_reject (MC_ERROR, MC_ERROR_UNSUPPORTED,
                                _ ("This desktop keeps no passwords (%s). Type the password at each start."),
                                error->message);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DexPromise) promise = data;
  GError *error = NULL;
  char *password = secret_password_lookup_finish (result, &error);

  if (error)
    {
      dex_promise_reject (promise, error);
      return;
    }
  dex_promise_resolve_string (promise, g_strdup (password));
  secret_password_free (password);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DexPromise) promise = data;
  GError *error = NULL;

  if (secret_password_store_finish (result, &error))
    dex_promise_resolve_boolean (promise, TRUE);
  else
    dex_promise_reject (promise, error);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DexPromise) promise = data;
  GError *error = NULL;

  secret_password_clear_finish (result, &error);
  if (error)
    dex_promise_reject (promise, error);
  else
    dex_promise_resolve_boolean (promise, TRUE);
}

static DexFuture *
explain_cb (DexFuture *future, gpointer data)
{
  g_autoptr (GError) error = NULL;

  dex_future_get_value (future, &error);
  return reject_secret (error);
}

DexFuture *
mc_profile_store_load_password (McProfileStore *self, McProfile *profile)
{
  DexPromise *promise = dex_promise_new_cancellable ();

  g_return_val_if_fail (MC_IS_PROFILE_STORE (self), NULL);
  g_return_val_if_fail (MC_IS_PROFILE (profile), NULL);
  secret_password_lookup (&password_schema, dex_promise_get_cancellable (promise), looked_up_cb, dex_ref (promise),
                          "connection", mc_profile_get_id (profile), NULL);
  return dex_future_catch (DEX_FUTURE (promise), explain_cb, NULL, NULL);
}

DexFuture *
mc_profile_store_save_password (McProfileStore *self, McProfile *profile, const char *password)
{
  DexPromise *promise = dex_promise_new_cancellable ();
  GCancellable *cancellable = dex_promise_get_cancellable (promise);
  g_autofree char *label = NULL;

  g_return_val_if_fail (MC_IS_PROFILE_STORE (self), NULL);
  g_return_val_if_fail (MC_IS_PROFILE (profile), NULL);
  label = mc_profile_dup_label (profile);
  if (password)
    secret_password_store (&password_schema, SECRET_COLLECTION_DEFAULT, label, password, cancellable, stored_cb,
                           dex_ref (promise), "connection", mc_profile_get_id (profile), NULL);
  else
    secret_password_clear (&password_schema, cancellable, cleared_cb, dex_ref (promise), "connection",
                           mc_profile_get_id (profile), NULL);
  return dex_future_catch (DEX_FUTURE (promise), explain_cb, NULL, NULL);
}

typedef struct
{
  McProfileStore *self;
  McProfile *profile;
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_object_unref (removal->self);
  g_object_unref (removal->profile);
  g_free (removal);
}

static DexFuture *
remove_fiber (gpointer data)
{
  Removal *removal = data;

  /* Without a secret service there is no password to forget. */
  if (mc_profile_get_remember_password (removal->profile))
    dex_await (mc_profile_store_save_password (removal->self, removal->profile, NULL), NULL);
  return mc_profile_store_save (removal->self);
}

DexFuture *
mc_profile_store_remove (McProfileStore *self, McProfile *profile)
{
  Removal *removal;
  guint position;

  g_return_val_if_fail (MC_IS_PROFILE_STORE (self), NULL);
  g_return_val_if_fail (MC_IS_PROFILE (profile), NULL);
  removal = g_new (Removal, 1);
  removal->self = g_object_ref (self);
  removal->profile = g_object_ref (profile);
  position = find (self, mc_profile_get_id (profile));
  if (position != G_MAXUINT)
    g_list_store_remove (self->profiles, position);
  if (g_strcmp0 (self->last_id, mc_profile_get_id (profile)) == 0)
    g_clear_pointer (&self->last_id, g_free);
  return dex_scheduler_spawn (NULL, 0, remove_fiber, removal, removal_free);
}
