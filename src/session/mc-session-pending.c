/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-change-private.h"
#include "mc-error.h"
#include "mc-json.h"
#include "mc-session-private.h"
#include "mc-store-outcome.h"

/* Changes that wait for the server. Each is a file of its own, like a draft; beside the change it has the mark of a
 * transaction of which it is not known whether it was entered. */

#define MARK "transaction"
#define PAUSE_MS 3000

static void
write_down (McSession *self, McPending *pending)
{
  g_autoptr (JsonNode) node = mc_change_to_json (mc_pending_get_change (pending));
  JsonObject *object = json_node_get_object (node);

  if (mc_pending_get_mark (pending))
    json_object_set_string_member (object, MARK, mc_pending_get_mark (pending));
  mc_draft_store_set (self->kept, mc_pending_get_id (pending), object);
  dex_future_disown (mc_draft_store_flush (self->kept));
}

gboolean
mc_session_keep_pending (McSession *self, McChange *change, const char *mark)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (McPending) pending = NULL;

  if (mc_change_holds_protected_data (change))
    return FALSE;
  pending = g_object_new (MC_TYPE_PENDING, "id", id, "change", change, "saved-at", now, "mark", mark, NULL);
  write_down (self, pending);
  g_list_store_append (self->pending, pending);
  return TRUE;
}

void
mc_session_mark_pending (McSession *self, McPending *pending, const char *mark)
{
  if (g_strcmp0 (mc_pending_get_mark (pending), mark) == 0)
    return;
  g_object_set (pending, "mark", mark, NULL);
  write_down (self, pending);
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

      if (other != sent && mc_change_rebase (mc_pending_get_change (other), before, after))
        write_down (self, other);
    }
}

/* --- What came of a change whose COMMIT was not answered --- */

/* What else waits stands on the rows as the entered change left them. */
static void
stand_on (McSession *self, McPending *entered)
{
  GPtrArray *steps = mc_change_get_ops (mc_pending_get_change (entered));

  for (guint i = 0; i < steps->len; i++)
    {
      McChangeOp *op = g_ptr_array_index (steps, i);
      g_autoptr (McEntity) row = NULL;

      if (op->kind != MC_CHANGE_UPDATE)
        continue;
      row = dex_await_object (mc_store_get (self->store, G_OBJECT_TYPE (op->before), mc_entity_get_id (op->before)),
                              NULL);
      /* A later version would be a rival's. */
      if (row && mc_entity_get_version (row) == mc_entity_get_version (op->before) + 1)
        mc_session_rebase_pending (self, entered, op->before, row);
    }
}

gboolean
mc_session_settle_pending (McSession *self, McPending *pending, GError **error)
{
  g_autofree char *mark = g_strdup (mc_pending_get_mark (pending));
  g_autoptr (GError) local = NULL;
  int outcome;

  if (!mark)
    return TRUE;
  outcome = dex_await_int (mc_store_find_outcome (self->store, mark), &local);
  if (local)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  /* Somebody else may have asked, and sent it, in the meantime. */
  if (g_strcmp0 (mc_pending_get_mark (pending), mark) != 0)
    return TRUE;
  switch ((McStoreOutcome)outcome)
    {
    case MC_STORE_OUTCOME_COMMITTED:
      stand_on (self, pending);
      mc_session_discard_pending (self, pending);
      g_set_error_literal (error, MC_ERROR, MC_ERROR_EXISTS,
                           _ ("The change had been entered before the connection broke. It is not sent again."));
      return FALSE;
    case MC_STORE_OUTCOME_RUNNING:
      g_set_error_literal (error, MC_ERROR, MC_ERROR_BUSY,
                           _ ("The server is not done with this change yet. Please try again later."));
      return FALSE;
    case MC_STORE_OUTCOME_NOTHING:
    default:
      mc_session_mark_pending (self, pending, NULL);
      return TRUE;
    }
}

/* Whether all is known now. */
static gboolean
settle_all (McSession *self)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean known = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->pending)); i++)
    g_ptr_array_add (open, g_list_model_get_item (G_LIST_MODEL (self->pending), i));
  for (guint i = 0; i < open->len; i++)
    {
      McPending *pending = g_ptr_array_index (open, i);
      g_autoptr (GError) error = NULL;

      if (mc_session_settle_pending (self, pending, &error) || g_error_matches (error, MC_ERROR, MC_ERROR_EXISTS))
        continue;
      g_object_set (pending, "problem", error->message, NULL);
      known &= mc_pending_get_mark (pending) == NULL;
    }
  return known;
}

static DexFuture *
settle_fiber (gpointer data)
{
  McSession *self = data;

  /* A server that lost the link unnoticed lets the transaction go by itself in the end. */
  while (self->state == MC_SESSION_ONLINE && !settle_all (self))
    dex_await (dex_timeout_new_msec (PAUSE_MS), NULL);
  self->settling = FALSE;
  return dex_future_new_for_boolean (TRUE);
}

void
mc_session_settle_all (McSession *self)
{
  if (self->settling)
    return;
  self->settling = TRUE;
  dex_future_disown (dex_scheduler_spawn (NULL, 0, settle_fiber, g_object_ref (self), g_object_unref));
}

/* --- What an earlier run left --- */

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
  pending =
      g_object_new (MC_TYPE_PENDING, "id", mc_draft_get_key (draft), "change", change, "saved-at",
                    mc_draft_get_saved_at (draft), "mark", mc_json_get_text (mc_draft_get_values (draft), MARK), NULL);
  g_list_store_append (self->pending, pending);
}

static DexFuture *
load_fiber (gpointer data)
{
  McSession *self = data;
  GError *error = NULL;

  if (!dex_await (mc_draft_store_load (self->drafts), &error) ||
      !dex_await (mc_claimed_folder_take (self->claim), &error) ||
      !dex_await (mc_draft_store_load (self->kept), &error))
    return dex_future_new_for_error (error);
  /* The store has the newest first; they are to be sent in the order in which they were made. */
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->kept)); i > 0; i--)
    {
      g_autoptr (McDraft) draft = g_list_model_get_item (G_LIST_MODEL (self->kept), i - 1);

      offer (self, draft);
    }
  if (!settle_all (self))
    mc_session_settle_all (self);
  return dex_future_new_for_boolean (TRUE);
}

DexFuture *
mc_session_load_kept (McSession *self)
{
  return dex_scheduler_spawn (NULL, 0, load_fiber, g_object_ref (self), g_object_unref);
}
