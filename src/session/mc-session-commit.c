/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-audit-change.h"
#include "mc-audit-store.h"
#include "mc-change-ops.h"
#include "mc-change-private.h"
#include "mc-conflict-private.h"
#include "mc-error.h"
#include "mc-row-op.h"
#include "mc-session-private.h"
#include "mc-store-outcome.h"

/* The way out: check, send as one transaction, remember for undo. */

#define MAX_RETRIES 3

typedef struct
{
  McSession *session;
  McChange *change;
  McPending *pending; /* when it was kept before */
  DexFuture *before;  /* writes take turns */
} Commit;

static void
commit_free (gpointer data)
{
  Commit *commit = data;

  g_ptr_array_remove (commit->session->waiting, commit->change);
  g_object_unref (commit->session);
  g_clear_object (&commit->change);
  g_clear_object (&commit->pending);
  dex_clear (&commit->before);
  g_free (commit);
}

static Commit *
commit_new (McSession *session, McChange *change, McPending *pending)
{
  Commit *commit = g_new0 (Commit, 1);

  commit->session = g_object_ref (session);
  commit->change = change ? g_object_ref (change) : NULL;
  commit->pending = pending ? g_object_ref (pending) : NULL;
  commit->before = g_steal_pointer (&session->turn);
  if (change && !pending)
    g_ptr_array_add (session->waiting, change);
  return commit;
}

static DexFuture *
queue (McSession *session, DexFiberFunc func, Commit *commit)
{
  session->turn = dex_scheduler_spawn (NULL, 0, func, commit, commit_free);
  return dex_ref (session->turn);
}

/* --- Checks before anything is sent --- */

static gboolean
is_link (const McChangeOp *op, const char *column)
{
  for (guint i = 0; i < op->links->len; i++)
    if (g_strcmp0 (((McChangeLink *)g_ptr_array_index (op->links, i))->column, column) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_row (const McChangeOp *op, GError **error)
{
  McEntityClass *klass = MC_ENTITY_GET_CLASS (op->after);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const McFieldInfo *field = &klass->fields[i];

      if (!(field->flags & MC_FIELD_REQUIRED) || (field->flags & (MC_FIELD_READONLY | MC_FIELD_LAZY)))
        continue;
      if (mc_field_info_is_null (field, op->after) && !is_link (op, field->name))
        {
          /* Translators: a noun such as "Tour"; one of its fields */
          g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("%s: “%s” must not be empty."),
                       mc_entity_get_label (op->after), mc_field_info_get_label (field));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_rows (McChange *change, GError **error)
{
  GPtrArray *ops = mc_change_get_ops (change);

  for (guint i = 0; i < ops->len; i++)
    {
      McChangeOp *op = g_ptr_array_index (ops, i);

      if (op->after && !check_row (op, error))
        return FALSE;
    }
  return TRUE;
}

/* Most of what the law forbids stands in the register all the same, as a finding: a decision was taken, and the centre
 * has to live with it. To second somebody whom the law protects is refused outright (Decree 170/2025 Art 26.7). */
static McFinding *
find_refusal (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (findings, i);

      if (mc_finding_get_severity (finding) == MC_FINDING_ERROR &&
          g_str_has_prefix (mc_finding_get_code (finding), "condition."))
        return finding;
    }
  return NULL;
}

static gboolean
brings_tour (McChange *change)
{
  GPtrArray *ops = mc_change_get_ops (change);

  for (guint i = 0; i < ops->len; i++)
    {
      McChangeOp *op = g_ptr_array_index (ops, i);

      if (op->kind == MC_CHANGE_INSERT && g_strcmp0 (mc_entity_get_table (op->after), "tour") == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_rules (Commit *commit, GPtrArray **warnings, GError **error)
{
  McFindingList *judge = mc_session_get_judge (commit->session);
  McFinding *refusal;

  /* A register that cannot be judged for now can still be written: the database keeps its own rules. */
  dex_await (mc_finding_list_when_ready (judge), NULL);
  *warnings = mc_finding_list_try (judge, commit->change);
  refusal = brings_tour (commit->change) ? find_refusal (*warnings) : NULL;
  if (!refusal)
    return TRUE;
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, "%s (%s)", mc_finding_get_message (refusal),
               mc_finding_get_citation (refusal));
  return FALSE;
}

/* --- Sending --- */

static DexFuture *
keep_for_later (Commit *commit, GError *error)
{
  McSession *session = commit->session;
  g_autofree char *mark = g_strdup (mc_store_error_get_mark (error));

  if (commit->pending)
    {
      if (mark)
        mc_session_mark_pending (session, commit->pending, mark);
      g_object_set (commit->pending, "problem", error->message, NULL);
      return dex_future_new_for_error (error);
    }
  g_clear_error (&error);
  if (mc_session_keep_pending (session, commit->change, mark))
    return dex_future_new_reject (
        MC_ERROR, MC_ERROR_CONNECTION,
        mark ? _ ("The connection broke while the change was being entered. Whether it was will be found out when the "
                  "server can be reached again; it is not entered twice.")
             : _ ("The server cannot be reached. The change is kept on this computer and can be sent when the "
                  "connection "
                  "is back."));
  return dex_future_new_reject (
      MC_ERROR, MC_ERROR_CONNECTION,
      mark
          ? _ ("The connection broke while the change was being entered. It holds protected data and is not kept on "
               "this computer; please look whether it is there when the connection is back.")
          : _ ("The server cannot be reached. The change holds protected data and is not kept on this computer; please "
               "do it again when the connection is back."));
}

static DexFuture *
fail (Commit *commit, GError *error)
{
  mc_session_note_error (commit->session, error);
  error = mc_session_error (commit->session, error);
  if (g_error_matches (error, MC_ERROR, MC_ERROR_CONNECTION))
    return keep_for_later (commit, error);
  if (commit->pending)
    g_object_set (commit->pending, "problem", error->message, NULL);
  return dex_future_new_for_error (error);
}

/* What else waits, made when the row stood as it did @before, is no rival of the same person's earlier edit. */
static void
rebase_waiting (McSession *session, McChangeOp *op)
{
  for (guint i = 0; i < session->waiting->len; i++)
    mc_change_rebase (g_ptr_array_index (session->waiting, i), op->before, op->after);
}

static DexFuture *
finish (Commit *commit, GPtrArray *warnings)
{
  McSession *session = commit->session;
  GPtrArray *steps = mc_change_get_ops (commit->change);
  g_autoptr (GListStore) list = g_list_store_new (MC_TYPE_FINDING);

  g_list_store_splice (list, 0, 0, warnings->pdata, warnings->len);
  for (guint i = 0; i < steps->len; i++)
    {
      McChangeOp *op = g_ptr_array_index (steps, i);

      if (op->kind != MC_CHANGE_UPDATE)
        continue;
      mc_list_hub_take_row (session->hub, op->after);
      rebase_waiting (session, op);
      if (commit->pending)
        mc_session_rebase_pending (session, commit->pending, op->before, op->after);
    }
  mc_change_snapshot (commit->change);
  mc_undo_stack_push (session->undo, commit->change);
  if (commit->pending)
    mc_session_discard_pending (session, commit->pending);
  return dex_future_new_take_object (
      g_object_new (MC_TYPE_COMMIT_RESULT, "change", commit->change, "warnings", list, NULL));
}

/* Two who commit at once may be told by the server to try again; only a row with another version is a rival's. */
static gboolean
send (Commit *commit, GPtrArray *ops, GError **error)
{
  for (guint i = 0;; i++)
    {
      g_autoptr (GError) local = NULL;

      if (dex_await (mc_store_apply (commit->session->store, ops), &local))
        return TRUE;
      if (i == MAX_RETRIES || !g_error_matches (local, MC_ERROR, MC_ERROR_CONFLICT) ||
          mc_store_error_get_row (local, NULL, NULL))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      dex_await (dex_timeout_new_msec (g_random_int_range (10, 60)), NULL);
    }
}

static DexFuture *
commit_fiber (gpointer data)
{
  Commit *commit = data;
  McSession *session = commit->session;
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GPtrArray) ops = NULL;
  GError *error = NULL;

  if (commit->before)
    dex_await (g_steal_pointer (&commit->before), NULL);
  g_ptr_array_remove (session->waiting, commit->change);
  if (session->ended)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_CANCELLED, _ ("The connection has been closed."));
  if (g_strcmp0 (session->group, "viewer") == 0 || g_strcmp0 (session->group, "technician") == 0)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_DENIED, _ ("Your account may read, but not change the register."));
  if (!check_rows (commit->change, &error))
    return dex_future_new_for_error (error);
  if (session->state == MC_SESSION_OFFLINE || session->cut)
    return keep_for_later (commit, g_error_new_literal (MC_ERROR, MC_ERROR_CONNECTION, session->state_text));
  if (commit->pending && !mc_session_settle_pending (session, commit->pending, &error))
    return fail (commit, error);
  if (!check_rules (commit, &warnings, &error))
    return fail (commit, error);
  ops = mc_change_to_row_ops (commit->change);
  if (!send (commit, ops, &error))
    return fail (commit, error);
  return finish (commit, warnings);
}

DexFuture *
mc_session_commit (McSession *self, McChange *change)
{
  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  g_return_val_if_fail (MC_IS_CHANGE (change), NULL);
  return queue (self, commit_fiber, commit_new (self, change, NULL));
}

DexFuture *
mc_session_retry_pending (McSession *self, McPending *pending)
{
  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  g_return_val_if_fail (MC_IS_PENDING (pending), NULL);
  return queue (self, commit_fiber, commit_new (self, mc_pending_get_change (pending), pending));
}

/* --- Undo and redo --- */

static DexFuture *
turn (Commit *commit, gboolean redo)
{
  McSession *session = commit->session;

  if (commit->before)
    dex_await (g_steal_pointer (&commit->before), NULL);
  /* Closing, the session lets come to an end what was begun before. */
  if (session->state != MC_SESSION_ONLINE && (session->state != MC_SESSION_CLOSED || session->cut || session->ended))
    return dex_future_new_for_error (mc_undo_stack_new_unreached (redo));
  return mc_session_watch (session, mc_undo_stack_turn (session->undo, session->store, redo));
}

static DexFuture *
undo_fiber (gpointer data)
{
  return turn (data, FALSE);
}

static DexFuture *
redo_fiber (gpointer data)
{
  return turn (data, TRUE);
}

DexFuture *
mc_session_undo (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  return queue (self, undo_fiber, commit_new (self, NULL, NULL));
}

DexFuture *
mc_session_redo (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  return queue (self, redo_fiber, commit_new (self, NULL, NULL));
}

/* --- Conflicts --- */

/* %NULL without an error: the row stands as it was seen. */
static McConflict *
compare_with_current (Commit *commit, guint step, GError **error)
{
  McSession *session = commit->session;
  McChangeOp *op = g_ptr_array_index (mc_change_get_ops (commit->change), step);
  gint64 id = mc_entity_get_id (op->before);
  g_autoptr (GError) local = NULL;
  g_autoptr (McEntity) theirs =
      dex_await_object (mc_store_get (session->store, G_OBJECT_TYPE (op->before), id), &local);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GHashTable) names = NULL;
  const char *who;
  g_autoptr (GDateTime) when = NULL;
  McAuditChange *last;

  if (!theirs && !g_error_matches (local, MC_ERROR, MC_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (theirs && mc_entity_get_version (theirs) == mc_entity_get_version (op->before))
    return NULL;
  /* A role that may not read the audit resolves the conflict without a name. */
  history = dex_await_boxed (mc_audit_store_of_row (session->store, mc_entity_get_table (op->before), id, 1), NULL);
  last = history && history->len ? g_ptr_array_index (history, 0) : NULL;
  names = mc_session_load_names (session);
  who = last && last->login ? g_hash_table_lookup (names, last->login) : NULL;
  when = last ? g_date_time_new_from_unix_utc (last->at / G_USEC_PER_SEC) : NULL;
  return mc_conflict_new (commit->change, step, theirs, who || !last ? who : last->login, when);
}

static DexFuture *
conflict_fiber (gpointer data)
{
  Commit *commit = data;
  GPtrArray *ops = mc_change_get_ops (commit->change);
  GError *error = NULL;

  for (guint i = 0; i < ops->len; i++)
    {
      McConflict *conflict;

      if (!((McChangeOp *)g_ptr_array_index (ops, i))->before)
        continue;
      conflict = compare_with_current (commit, i, &error);
      if (conflict)
        return dex_future_new_take_object (conflict);
      if (error)
        return dex_future_new_for_error (error);
    }
  return dex_future_new_reject (MC_ERROR, MC_ERROR_NOT_FOUND, _ ("There is no conflict any more."));
}

DexFuture *
mc_session_get_conflict (McSession *self, McChange *change)
{
  Commit *commit;

  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  g_return_val_if_fail (MC_IS_CHANGE (change), NULL);
  commit = g_new0 (Commit, 1);
  commit->session = g_object_ref (self);
  commit->change = g_object_ref (change);
  return mc_session_watch (self, dex_scheduler_spawn (NULL, 0, conflict_fiber, commit, commit_free));
}
