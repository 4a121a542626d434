/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-account-store.h"
#include "mc-audit-access.h"
#include "mc-audit-change.h"
#include "mc-audit-store.h"
#include "mc-history-names.h"
#include "mc-noun.h"
#include "mc-session-private.h"
#include "mc-session-records.h"

/* The audit as people read it. */

static McEntity *
row_of (GType noun, const char *json)
{
  g_autoptr (JsonNode) node = json ? json_from_string (json, NULL) : NULL;
  g_autoptr (McEntity) entity = node ? g_object_new (noun, NULL) : NULL;

  /* What a later version dropped or renamed is passed over; the rest still tells something. */
  if (entity)
    mc_entity_from_json (entity, node, NULL);
  return g_steal_pointer (&entity);
}

static void
append_field (GString *text, const McFieldInfo *field, McEntity *before, McEntity *after)
{
  g_autofree char *old = before ? mc_field_info_format (field, before) : NULL;
  g_autofree char *new = after ? mc_field_info_format (field, after) : NULL;

  if (text->len)
    g_string_append_c (text, '\n');
  if (old && new)
    g_string_append_printf (text, "%s: %s → %s", mc_field_info_get_label (field), old, new);
  else
    g_string_append_printf (text, "%s: %s", mc_field_info_get_label (field), old ? old : new);
}

static char *
summarise (McAuditChange *change, GType noun)
{
  McEntityClass *klass = mc_noun_get_class (noun);
  g_autoptr (McEntity) before = row_of (noun, change->old);
  g_autoptr (McEntity) after = row_of (noun, change->new);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields && (before || after); i++)
    {
      const McFieldInfo *field = &klass->fields[i];

      /* Numbers of other rows and what the database makes itself tell people nothing. */
      if (field->flags & (MC_FIELD_READONLY | MC_FIELD_LAZY | MC_FIELD_SENSITIVE) || field->type == MC_FIELD_TYPE_REF ||
          field->type == MC_FIELD_TYPE_BYTES)
        continue;
      if (before && after ? !mc_field_info_equal (field, before, after)
                          : !mc_field_info_is_null (field, before ? before : after))
        append_field (text, field, before, after);
    }
  if (change->reason)
    {
      g_autofree char *reason = mc_history_names_reason (change->reason);

      g_string_append_printf (text, "%s%s: %s", text->len ? "\n" : "", _ ("Reason"), reason);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

GHashTable *
mc_session_load_names (McSession *self)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) accounts = dex_await_boxed (mc_account_store_list (self->store), NULL);

  for (guint i = 0; accounts && i < accounts->len; i++)
    {
      McAccount *account = g_ptr_array_index (accounts, i);

      if (account->display_name)
        g_hash_table_insert (names, g_strdup (account->login), g_strdup (account->display_name));
    }
  /* Of oneself the session knows more: whoever sits at a private server has a login that is no name. */
  if (mc_session_get_login (self))
    g_hash_table_replace (names, g_strdup (mc_session_get_login (self)), g_strdup (mc_session_get_user_name (self)));
  return names;
}

static McHistoryEntry *
entry_of (McAuditChange *change, McHistoryNames *names)
{
  GType noun = mc_noun_from_table (change->table_name);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (change->at / G_USEC_PER_SEC);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Ho_Chi_Minh");
  g_autoptr (GDateTime) at = zone ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);
  g_autoptr (McEntity) example = noun != G_TYPE_INVALID ? g_object_new (noun, NULL) : NULL;
  g_autofree char *subject = mc_history_names_subject (names, change);
  g_autofree char *summary = noun != G_TYPE_INVALID ? summarise (change, noun) : g_strdup ("");

  return g_object_new (MC_TYPE_HISTORY_ENTRY, "at", at, "who", mc_history_names_who (names, change->login), "login",
                       change->login, "action", mc_audit_action_values[change->action].text, "noun-label",
                       example ? mc_entity_get_label (example) : change->table_name, "table", change->table_name,
                       "row-id", change->row_id, "subject", subject, "summary", summary, NULL);
}

typedef struct
{
  McSession *session;
  char *subject;
  gint64 id;
  guint limit;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->session);
  g_free (reading->subject);
  g_free (reading);
}

static DexFuture *
load_changes (const Reading *reading)
{
  McStore *store = reading->session->store;

  if (!reading->subject)
    return mc_audit_store_latest (store, reading->limit);
  if (g_strcmp0 (reading->subject, "person") == 0)
    return mc_audit_store_of_person (store, reading->id, reading->limit);
  if (g_strcmp0 (reading->subject, "agency") == 0)
    return mc_audit_store_of_agency (store, reading->id, reading->limit);
  return mc_audit_store_of_row (store, reading->subject, reading->id, reading->limit);
}

static DexFuture *
history_fiber (gpointer data)
{
  Reading *reading = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) changes = dex_await_boxed (load_changes (reading), &error);
  g_autoptr (McHistoryNames) names = NULL;
  g_autoptr (GListStore) entries = NULL;

  if (!changes)
    return dex_future_new_for_error (error);
  names = mc_history_names_load (reading->session);
  entries = g_list_store_new (MC_TYPE_HISTORY_ENTRY);
  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (McHistoryEntry) entry = entry_of (g_ptr_array_index (changes, i), names);

      g_list_store_append (entries, entry);
    }
  return dex_future_new_take_object (g_steal_pointer (&entries));
}

DexFuture *
mc_session_load_history (McSession *self, const char *subject, gint64 id, guint limit)
{
  Reading *reading;

  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  reading = g_new0 (Reading, 1);
  reading->session = g_object_ref (self);
  reading->subject = g_strdup (subject);
  reading->id = id;
  reading->limit = limit;
  return mc_session_watch (self, dex_scheduler_spawn (NULL, 0, history_fiber, reading, reading_free));
}

static DexFuture *
to_list_cb (DexFuture *future, gpointer data)
{
  GPtrArray *rows = g_value_get_boxed (dex_future_get_value (future, NULL));
  GListStore *list = g_list_store_new (MC_TYPE_AUDIT_ACCESS);

  g_list_store_splice (list, 0, 0, rows->pdata, rows->len);
  return dex_future_new_take_object (list);
}

DexFuture *
mc_session_load_access (McSession *self, gint64 person, guint limit)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (
      self, dex_future_then (mc_audit_store_access (self->store, person, limit), to_list_cb, NULL, NULL));
}
