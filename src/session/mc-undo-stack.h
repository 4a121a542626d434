/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-change.h"
#include "mc-store.h"

G_BEGIN_DECLS

#define MC_TYPE_UNDO_STACK (mc_undo_stack_get_type ())
G_DECLARE_FINAL_TYPE (McUndoStack, mc_undo_stack, MC, UNDO_STACK, GObject)

/**
 * McUndoStack:
 * What was done and what was undone. Knows how to turn a change round on rows that have other versions by now: a field
 * that the change touched must still have the value that the change left, while what others did to other fields stays.
 *
 * Signals: `changed`: what can be undone or redone is another; `written` (McEntity): a row as the database has it after
 * undo or redo.
 */
McUndoStack *mc_undo_stack_new (void);

/** mc_undo_stack_push: @change is done; what had been undone cannot be redone any more. One that cannot be undone ends
 * the history. */
void mc_undo_stack_push (McUndoStack *self, McChange *change);
void mc_undo_stack_clear (McUndoStack *self);

/** (transfer none) (nullable): the next to undo or redo. */
McChange *mc_undo_stack_peek_undo (McUndoStack *self);
McChange *mc_undo_stack_peek_redo (McUndoStack *self);

/**
 * mc_undo_stack_turn:
 * @redo: FALSE: undo the last that was done; TRUE: do the last that was undone again
 *
 * Returns: (transfer full): a future of the McChange; rejects with MC_ERROR_NOT_FOUND when there is none, or
 *   MC_ERROR_CONFLICT when somebody else has changed it since, and then the entry stays; MC_ERROR_CONNECTION: it stays,
 *   too, unless nobody can tell what came of it: then the history ends
 */
DexFuture *mc_undo_stack_turn (McUndoStack *self, McStore *store, gboolean redo);

/** mc_undo_stack_new_unreached: (transfer full): what is said while the server is away, and the entry stays. */
GError *mc_undo_stack_new_unreached (gboolean redo);

G_END_DECLS
