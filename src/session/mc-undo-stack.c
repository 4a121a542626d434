/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-undo-stack.h"

#include <glib/gi18n-lib.h>

#include "mc-change-private.h"
#include "mc-error.h"
#include "mc-roster-amendment.h"
#include "mc-query.h"
#include "mc-row-op.h"
#include "mc-store-outcome.h"

#define MAX_ENTRIES 100

struct _McUndoStack
{
  GObject parent_instance;

  GPtrArray *done;
  GPtrArray *undone;
};

enum
{
  CHANGED,
  WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McUndoStack, mc_undo_stack, G_TYPE_OBJECT)

static void
mc_undo_stack_finalize (GObject *object)
{
  McUndoStack *self = MC_UNDO_STACK (object);

  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);
  G_OBJECT_CLASS (mc_undo_stack_parent_class)->finalize (object);
}

static void
mc_undo_stack_class_init (McUndoStackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_undo_stack_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, MC_TYPE_ENTITY);
}

static void
mc_undo_stack_init (McUndoStack *self)
{
  self->done = g_ptr_array_new_with_free_func (g_object_unref);
  self->undone = g_ptr_array_new_with_free_func (g_object_unref);
}

McUndoStack *
mc_undo_stack_new (void)
{
  return g_object_new (MC_TYPE_UNDO_STACK, NULL);
}

static McChange *
last_of (GPtrArray *list)
{
  return list->len ? g_ptr_array_index (list, list->len - 1) : NULL;
}

McChange *
mc_undo_stack_peek_undo (McUndoStack *self)
{
  return last_of (self->done);
}

McChange *
mc_undo_stack_peek_redo (McUndoStack *self)
{
  return last_of (self->undone);
}

void
mc_undo_stack_clear (McUndoStack *self)
{
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
mc_undo_stack_push (McUndoStack *self, McChange *change)
{
  g_return_if_fail (MC_IS_UNDO_STACK (self) && MC_IS_CHANGE (change));
  if (!mc_change_can_undo (change))
    {
      /* What came before stands on another ground now. */
      mc_undo_stack_clear (self);
      return;
    }
  g_ptr_array_set_size (self->undone, 0);
  if (self->done->len == MAX_ENTRIES)
    g_ptr_array_remove_index (self->done, 0);
  g_ptr_array_add (self->done, g_object_ref (change));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Rows that come back have other ids. --- */

static void
rename_in_entity (McEntity *entity, const char *table, gint64 old_id, gint64 new_id)
{
  McEntityClass *klass = entity ? MC_ENTITY_GET_CLASS (entity) : NULL;

  if (!klass)
    return;
  if (g_strcmp0 (klass->table, table) == 0 && mc_entity_get_id (entity) == old_id)
    mc_entity_set_id (entity, new_id);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const McFieldInfo *field = &klass->fields[i];
      gint64 *member = G_STRUCT_MEMBER_P (entity, field->offset);

      if (field->type == MC_FIELD_TYPE_REF && g_strcmp0 (field->table, table) == 0 && *member == old_id)
        *member = new_id;
    }
}

static void
rename_in_list (GPtrArray *list, const char *table, gint64 old_id, gint64 new_id)
{
  for (guint i = 0; i < list->len; i++)
    {
      GPtrArray *ops = mc_change_get_ops (g_ptr_array_index (list, i));

      for (guint k = 0; k < ops->len; k++)
        {
          McChangeOp *op = g_ptr_array_index (ops, k);

          rename_in_entity (op->before, table, old_id, new_id);
          rename_in_entity (op->after, table, old_id, new_id);
        }
    }
}

static void
rename_row (McUndoStack *self, McEntity *row, gint64 old_id)
{
  gint64 new_id = mc_entity_get_id (row);

  if (!old_id || !new_id || old_id == new_id)
    return;
  rename_in_list (self->done, mc_entity_get_table (row), old_id, new_id);
  rename_in_list (self->undone, mc_entity_get_table (row), old_id, new_id);
}

/* --- Turning a change round. --- */

typedef struct
{
  McUndoStack *self;
  McStore *store;
  gboolean redo;
} Turn;

static void
turn_free (gpointer data)
{
  Turn *turn = data;

  g_object_unref (turn->self);
  g_object_unref (turn->store);
  g_free (turn);
}

static McEntity *
refuse (McChange *change, McEntity *entity, gboolean redo, GError **error)
{
  if (redo)
    /* Translators: what was to be done again; a noun such as "Tour" */
    g_set_error (error, MC_ERROR, MC_ERROR_CONFLICT, _ ("“%s” cannot be done again: %s has been changed since."),
                 mc_change_get_label (change), mc_entity_get_label (entity));
  else
    /* Translators: what was to be undone; a noun such as "Tour" */
    g_set_error (error, MC_ERROR, MC_ERROR_CONFLICT,
                 _ ("“%s” cannot be undone: somebody else has changed %s since. Nothing was changed."),
                 mc_change_get_label (change), mc_entity_get_label (entity));
  return NULL;
}

/* The row as it is, if those fields in which @from and @to differ (all fields where @to is NULL) are as in @from. */
static McEntity *
current_if_untouched (Turn *turn, McChange *change, McEntity *from, McEntity *to, GError **error)
{
  McEntityClass *klass = MC_ENTITY_GET_CLASS (from);
  g_autoptr (GError) local = NULL;
  g_autoptr (McEntity) current =
      dex_await_object (mc_store_get (turn->store, G_OBJECT_TYPE (from), mc_entity_get_id (from)), &local);

  if (!current && g_error_matches (local, MC_ERROR, MC_ERROR_NOT_FOUND))
    return refuse (change, from, turn->redo, error);
  if (!current)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const McFieldInfo *field = &klass->fields[i];

      if (field->flags & (MC_FIELD_READONLY | MC_FIELD_LAZY) || (to && mc_field_info_equal (field, from, to)))
        continue;
      if (!mc_field_info_equal (field, current, from))
        return refuse (change, from, turn->redo, error);
    }
  return g_steal_pointer (&current);
}

static gboolean
plan_update (Turn *turn, McChange *change, McEntity *from, McEntity *to, GPtrArray *plan, GError **error)
{
  McEntityClass *klass = MC_ENTITY_GET_CLASS (from);
  g_autoptr (McEntity) current = current_if_untouched (turn, change, from, to, error);
  g_autoptr (McEntity) after = NULL;

  if (!current)
    return FALSE;
  after = mc_entity_clone (current);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const McFieldInfo *field = &klass->fields[i];

      if (!(field->flags & MC_FIELD_READONLY) && !mc_field_info_equal (field, from, to))
        mc_field_info_copy (field, to, after);
    }
  g_ptr_array_add (plan, mc_row_op_new_update (current, after));
  return TRUE;
}

static gboolean
plan_delete (Turn *turn, McChange *change, McEntity *row, GPtrArray *plan, GError **error)
{
  g_autoptr (McEntity) current = current_if_untouched (turn, change, row, NULL, error);

  if (!current)
    return FALSE;
  g_ptr_array_add (plan, mc_row_op_new_delete (current));
  return TRUE;
}

/* What was taken away together comes back together: a row refers to its parent by the id that this has by then. */
static void
link_returning (McChange *change, McEntity *row, McRowOp *step)
{
  McEntityClass *klass = MC_ENTITY_GET_CLASS (row);
  GPtrArray *ops = mc_change_get_ops (change);

  for (guint i = 0; i < klass->n_fields; i++)
    for (guint k = 0; klass->fields[i].type == MC_FIELD_TYPE_REF && k < ops->len; k++)
      {
        McChangeOp *other = g_ptr_array_index (ops, k);

        if (other->kind == MC_CHANGE_DELETE && other->former_id && other->before != row &&
            mc_entity_get_id (other->before) == 0 &&
            g_strcmp0 (mc_entity_get_table (other->before), klass->fields[i].table) == 0 &&
            G_STRUCT_MEMBER (gint64, row, klass->fields[i].offset) == other->former_id)
          mc_row_op_link (step, klass->fields[i].name, other->before);
      }
}

/* A row that comes back: @row itself is written, so that it learns its new id. */
static void
plan_insert (McChange *change, McChangeOp *op, McEntity *row, gboolean redo, GPtrArray *plan)
{
  McRowOp *step;

  op->former_id = mc_entity_get_id (row) ? mc_entity_get_id (row) : op->former_id;
  mc_entity_set_id (row, 0);
  mc_entity_set_version (row, 0);
  step = mc_row_op_new_insert (row);
  for (guint i = 0; redo && i < op->links->len; i++)
    {
      McChangeLink *link = g_ptr_array_index (op->links, i);

      mc_row_op_link (step, link->column, link->parent);
    }
  if (!redo)
    link_returning (change, row, step);
  g_ptr_array_add (plan, step);
}

static gboolean
plan_op (Turn *turn, McChange *change, McChangeOp *op, GPtrArray *plan, GError **error)
{
  switch (op->kind)
    {
    case MC_CHANGE_INSERT:
      /* It goes with its person, or is answered by the counter. */
      if (!turn->redo && (mc_change_op_is_guarded (op) || mc_change_op_stays (op)))
        return TRUE;
      if (!turn->redo)
        return plan_delete (turn, change, op->after, plan, error);
      plan_insert (change, op, op->after, TRUE, plan);
      return TRUE;
    case MC_CHANGE_UPDATE:
      return turn->redo ? plan_update (turn, change, op->before, op->after, plan, error)
                        : plan_update (turn, change, op->after, op->before, plan, error);
    case MC_CHANGE_DELETE:
      if (turn->redo)
        return plan_delete (turn, change, op->before, plan, error);
      plan_insert (change, op, op->before, FALSE, plan);
      return TRUE;
    case MC_CHANGE_RENAME_AGENCY:
    case MC_CHANGE_MERGE_AGENCIES:
    case MC_CHANGE_MERGE_INTO_NEW:
    default:
      g_assert_not_reached ();
    }
}

/* Whether the amendment that @change has made last is the latest of its roster still. */
static gboolean
is_latest_amendment (Turn *turn, McChange *change, GError **error)
{
  GPtrArray *ops = mc_change_get_ops (turn->redo ? mc_change_get_counter (change) : change);
  McEntity *mine = NULL;
  g_autoptr (McQuery) query = mc_query_new ();
  g_autoptr (GPtrArray) newest = NULL;

  for (guint i = 0; i < ops->len && !mine; i++)
    if (MC_IS_ROSTER_AMENDMENT (((McChangeOp *)ops->pdata[i])->after))
      mine = ((McChangeOp *)ops->pdata[i])->after;
  if (!mine)
    return TRUE;
  mc_query_where_id (query, "roster_id", MC_ROSTER_AMENDMENT (mine)->roster_id);
  mc_query_newest_first (query);
  mc_query_limit (query, 1);
  newest = dex_await_boxed (mc_store_list (turn->store, MC_TYPE_ROSTER_AMENDMENT, query), error);
  if (newest && newest->len == 1 && mc_entity_get_id (newest->pdata[0]) == mc_entity_get_id (mine))
    return TRUE;
  if (newest)
    refuse (change, mine, turn->redo, error);
  return FALSE;
}

/* What stays is answered by the counter, once the rest is gone. */
static void
plan_counter (McChange *change, GPtrArray *plan)
{
  GPtrArray *ops = mc_change_get_ops (mc_change_get_counter (change));

  for (guint i = 0; i < ops->len; i++)
    {
      McChangeOp *op = g_ptr_array_index (ops, i);

      plan_insert (change, op, op->after, TRUE, plan);
    }
}

/* When nothing came of it, rows that were to come back keep the id under which others know them. */
static void
take_back (GPtrArray *ops)
{
  for (guint i = 0; i < ops->len; i++)
    {
      McChangeOp *op = g_ptr_array_index (ops, i);
      McEntity *row = op->kind == MC_CHANGE_DELETE ? op->before : op->after;

      if (op->former_id && row && mc_entity_get_id (row) == 0)
        mc_entity_set_id (row, op->former_id);
    }
}

GError *
mc_undo_stack_new_unreached (gboolean redo)
{
  return g_error_new_literal (
      MC_ERROR, MC_ERROR_CONNECTION,
      redo ? _ ("The server cannot be reached. The change can be made again when the connection is back.")
           : _ ("The server cannot be reached. The change can be undone when the connection is back."));
}

/* Nothing came of it, as far as is known: all stays on offer. */
static DexFuture *
fail (Turn *turn, McChange *change, GError *error)
{
  gboolean unknown = mc_store_error_get_mark (error) != NULL;

  take_back (mc_change_get_ops (change));
  if (!g_error_matches (error, MC_ERROR, MC_ERROR_CONNECTION))
    return dex_future_new_for_error (error);
  g_error_free (error);
  if (!unknown)
    return dex_future_new_for_error (mc_undo_stack_new_unreached (turn->redo));
  /* It may have happened: then nothing here stands on the ground that it knew. */
  mc_undo_stack_clear (turn->self);
  return dex_future_new_reject (
      MC_ERROR, MC_ERROR_CONNECTION,
      /* Translators: what was to be undone, or done again */
      _ ("The connection broke in the middle of “%s”. Please look how it stands when the connection is back; what came "
         "before cannot be undone any more."),
      mc_change_get_label (change));
}

static DexFuture *
turn_fiber (gpointer data)
{
  Turn *turn = data;
  GPtrArray *from = turn->redo ? turn->self->undone : turn->self->done;
  GPtrArray *to = turn->redo ? turn->self->done : turn->self->undone;
  g_autoptr (McChange) change = last_of (from) ? g_object_ref (last_of (from)) : NULL;
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);
  GError *error = NULL;
  GPtrArray *ops;

  if (!change)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_NOT_FOUND, "%s",
                                  turn->redo ? _ ("There is nothing to do again.") : _ ("There is nothing to undo."));
  ops = mc_change_get_ops (change);
  if (mc_change_get_counter (change) && !is_latest_amendment (turn, change, &error))
    return fail (turn, change, error);
  if (mc_change_get_correction (change))
    g_ptr_array_add (plan, mc_store_correction_op (mc_change_get_correction (change)));
  for (guint i = 0; i < ops->len; i++)
    if (!plan_op (turn, change, g_ptr_array_index (ops, turn->redo ? i : ops->len - 1 - i), plan, &error))
      return fail (turn, change, error);
  if (!turn->redo && mc_change_get_counter (change))
    plan_counter (change, plan);
  if (!dex_await (mc_store_apply (turn->store, plan), &error))
    return fail (turn, change, error);
  for (guint i = 0; i < ops->len; i++)
    {
      McChangeOp *op = g_ptr_array_index (ops, i);

      if (op->kind == (turn->redo ? MC_CHANGE_INSERT : MC_CHANGE_DELETE))
        rename_row (turn->self, mc_change_op_get_entity (op), op->former_id);
    }
  for (guint i = 0; i < plan->len; i++)
    if (mc_row_op_get_kind (g_ptr_array_index (plan, i)) == MC_ROW_UPDATE)
      g_signal_emit (turn->self, signals[WRITTEN], 0, mc_row_op_get_after (g_ptr_array_index (plan, i)));
  g_ptr_array_remove (from, change);
  g_ptr_array_add (to, g_object_ref (change));
  g_signal_emit (turn->self, signals[CHANGED], 0);
  return dex_future_new_for_object (change);
}

DexFuture *
mc_undo_stack_turn (McUndoStack *self, McStore *store, gboolean redo)
{
  Turn *turn;

  g_return_val_if_fail (MC_IS_UNDO_STACK (self) && MC_IS_STORE (store), NULL);
  turn = g_new0 (Turn, 1);
  turn->self = g_object_ref (self);
  turn->store = g_object_ref (store);
  turn->redo = redo;
  return dex_scheduler_spawn (NULL, 0, turn_fiber, turn, turn_free);
}
