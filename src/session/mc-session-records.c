/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-session-records.h"

#include <glib/gi18n-lib.h>

#include "mc-account-store.h"
#include "mc-error.h"
#include "mc-headcount-store.h"
#include "mc-json.h"
#include "mc-person-store.h"
#include "mc-session-private.h"
#include "mc-setting.h"
#include "mc-staff-store.h"

DexFuture *
mc_session_read_private (McSession *self, gint64 person, const char *purpose)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_person_store_read_private (self->store, person, purpose));
}

static DexFuture *
true_cb (DexFuture *future, gpointer data)
{
  return dex_future_new_for_boolean (TRUE);
}

DexFuture *
mc_session_write_private (McSession *self, McPersonPrivate *data)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  g_return_val_if_fail (MC_IS_PERSON_PRIVATE (data), NULL);
  return mc_session_watch (self,
                           dex_future_then (mc_person_store_write_private (self->store, data), true_cb, NULL, NULL));
}

/* Indented, since the person concerned reads it too. */
static DexFuture *
to_bytes_cb (DexFuture *future, gpointer data)
{
  const char *text = g_value_get_string (dex_future_get_value (future, NULL));
  g_autoptr (JsonNode) node = NULL;
  GError *error = NULL;

  node = json_from_string (text, &error);
  if (!node)
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (G_TYPE_BYTES, mc_json_to_bytes (node, TRUE));
}

DexFuture *
mc_session_export_person (McSession *self, gint64 person, const char *purpose)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (
      self, dex_future_then (mc_person_store_export (self->store, person, purpose), to_bytes_cb, NULL, NULL));
}

DexFuture *
mc_session_anonymise_person (McSession *self, gint64 person, const char *reason)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_person_store_anonymise (self->store, person, reason));
}

DexFuture *
mc_session_find_duplicates (McSession *self, const char *full_name, McDay birth_date, gint64 agency)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_staff_store_find_duplicates (self->store, full_name, birth_date, agency));
}

DexFuture *
mc_session_load_headcount (McSession *self, McDay as_of)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_headcount_store_at (self->store, as_of == MC_DAY_NONE ? self->today : as_of));
}

static gboolean
parse_group (const char *group, McGroupRole *role)
{
  guint value;

  if (!mc_enum_parse (mc_group_role_values, group, &value))
    return FALSE;
  *role = value;
  return TRUE;
}

static DexFuture *
reject_group (const char *group)
{
  return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, _ ("There is no group “%s”."), group ? group : "");
}

DexFuture *
mc_session_add_account (McSession *self,
                        const char *login,
                        const char *display_name,
                        const char *group,
                        gint64 person,
                        const char *password)
{
  g_autoptr (McAccount) account = mc_account_new ();

  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  if (!parse_group (group, &account->group_role))
    return reject_group (group);
  g_set_str (&account->login, login);
  g_set_str (&account->display_name, display_name);
  account->person_id = person;
  account->active = TRUE;
  return mc_session_watch (
      self, dex_future_then (mc_account_store_add (self->store, account, password), true_cb, NULL, NULL));
}

DexFuture *
mc_session_set_account_active (McSession *self, const char *login, gboolean active)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_account_store_set_active (self->store, login, active));
}

DexFuture *
mc_session_set_account_group (McSession *self, const char *login, const char *group)
{
  McGroupRole role;

  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  if (!parse_group (group, &role))
    return reject_group (group);
  return mc_session_watch (self, mc_account_store_set_group (self->store, login, role));
}

DexFuture *
mc_session_change_password (McSession *self, const char *login, const char *password)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_account_store_set_password (self->store, login, password));
}

static McLiveList *
get_settings (McSession *self)
{
  if (!self->settings)
    self->settings = mc_session_list (self, MC_TYPE_SETTING, MC_DAY_NONE);
  return self->settings;
}

static McSetting *
find_setting (McSession *self, const char *key)
{
  GListModel *list = G_LIST_MODEL (get_settings (self));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (McSetting) setting = g_list_model_get_item (list, i);

      /* The list holds it. */
      if (g_strcmp0 (setting->key, key) == 0)
        return setting;
    }
  return NULL;
}

JsonNode *
mc_session_get_setting (McSession *self, const char *key)
{
  McSetting *setting;

  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  setting = find_setting (self, key);
  return setting && setting->value ? json_from_string (setting->value, NULL) : NULL;
}

typedef struct
{
  McSession *session;
  McSetting *wanted;
} SetSetting;

static void
set_setting_free (gpointer data)
{
  SetSetting *set = data;

  g_object_unref (set->session);
  g_object_unref (set->wanted);
  g_free (set);
}

/* Whether there is one of the key is not known until all have been read. */
static DexFuture *
set_setting_fiber (gpointer data)
{
  SetSetting *set = data;
  McSetting *before;
  g_autofree char *label = g_strdup_printf (_ ("Set “%s”"), set->wanted->key);
  g_autoptr (McChange) change = mc_change_new (label);
  g_autoptr (McSetting) after = NULL;
  GError *error = NULL;

  if (!dex_await (mc_live_list_when_ready (get_settings (set->session)), &error))
    return dex_future_new_for_error (error);
  before = find_setting (set->session, set->wanted->key);
  after = before ? mc_entity_clone (before) : g_object_ref (set->wanted);
  g_set_str (&after->value, set->wanted->value);
  if (before)
    mc_change_update (change, MC_ENTITY (before), MC_ENTITY (after));
  else
    mc_change_insert (change, MC_ENTITY (after));
  return mc_session_commit (set->session, change);
}

DexFuture *
mc_session_set_setting (McSession *self, const char *key, JsonNode *value)
{
  SetSetting *set;

  g_return_val_if_fail (MC_IS_SESSION (self) && key && value, NULL);
  set = g_new0 (SetSetting, 1);
  set->session = g_object_ref (self);
  set->wanted = mc_setting_new ();
  set->wanted->key = g_strdup (key);
  set->wanted->value = json_to_string (value, FALSE);
  return dex_scheduler_spawn (NULL, 0, set_setting_fiber, set, set_setting_free);
}
