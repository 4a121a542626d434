/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-change-private.h"
#include "mc-session-private.h"

/* Changes that wait for the server. Each is a file of its own, like a draft. */

gboolean
mc_session_keep_pending (McSession *self, McChange *change)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (McPending) pending = NULL;

  if (mc_change_holds_protected_data (change))
    return FALSE;
  node = mc_change_to_json (change);
  mc_draft_store_set (self->kept, id, json_node_get_object (node));
  dex_future_disown (mc_draft_store_flush (self->kept));
  pending = g_object_new (MC_TYPE_PENDING, "id", id, "change", change, "saved-at", now, NULL);
  g_list_store_append (self->pending, pending);
  return TRUE;
}

void
mc_session_discard_pending (McSession *self, McPending *pending)
{
  guint position;

  g_return_if_fail (MC_IS_SESSION (self));
  g_return_if_fail (MC_IS_PENDING (pending));
  mc_draft_store_remove (self->kept, mc_pending_get_id (pending));
  dex_future_disown (mc_draft_store_flush (self->kept));
  if (g_list_store_find (self->pending, pending, &position))
    g_list_store_remove (self->pending, position);
}

void
mc_session_rebase_pending (McSession *self, McPending *sent, McEntity *before, McEntity *after)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->pending)); i++)
    {
      g_autoptr (McPending) other = g_list_model_get_item (G_LIST_MODEL (self->pending), i);
      g_autoptr (JsonNode) node = NULL;

      if (other == sent || !mc_change_rebase (mc_pending_get_change (other), before, after))
        continue;
      node = mc_change_to_json (mc_pending_get_change (other));
      mc_draft_store_set (self->kept, mc_pending_get_id (other), json_node_get_object (node));
    }
}

static void
offer (McSession *self, McDraft *draft)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GError) error = NULL;
  g_autoptr (McChange) change = NULL;
  g_autoptr (McPending) pending = NULL;

  json_node_set_object (node, mc_draft_get_values (draft));
  change = mc_change_new_from_json (node, &error);
  if (!change)
    {
      mc_session_fail (self, error);
      return;
    }
  pending = g_object_new (MC_TYPE_PENDING, "id", mc_draft_get_key (draft), "change", change, "saved-at",
                          mc_draft_get_saved_at (draft), NULL);
  g_list_store_append (self->pending, pending);
}

static DexFuture *
load_fiber (gpointer data)
{
  McSession *self = data;
  GError *error = NULL;

  if (!dex_await (mc_draft_store_load (self->drafts), &error) || !dex_await (mc_draft_store_load (self->kept), &error))
    return dex_future_new_for_error (error);
  /* The store has the newest first; they are to be sent in the order in which they were made. */
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->kept)); i > 0; i--)
    {
      g_autoptr (McDraft) draft = g_list_model_get_item (G_LIST_MODEL (self->kept), i - 1);

      offer (self, draft);
    }
  return dex_future_new_for_boolean (TRUE);
}

DexFuture *
mc_session_load_kept (McSession *self)
{
  return dex_scheduler_spawn (NULL, 0, load_fiber, g_object_ref (self), g_object_unref);
}
