/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-actions.h"
#include "mc-roster-swap.h"

G_BEGIN_DECLS

/* Two officers change places: asked for, weighed by the rules, then approved with the cells in one transaction, or
 * refused with a reason. A decision is not undone; what was carried out is taken back by swapping once more. */

/**
 * McSwapEffect:
 * What a swap would do to a roster.
 *
 * @obstacle: (nullable): why it cannot be carried out at all, a sentence; nothing else is filled then
 * @edits: (element-type McRosterEdit): the cells as they would be
 * @hard: by how much more (less, if negative) rules that must be kept are broken; above 0 it is not approved
 * @gaps: how many more (fewer) seats of sessions are empty
 * @cost: by how much dearer the roster is in the wishes that are weighed, all stages together
 * @troubles: (element-type utf8): what would be wrong that is not now, a sentence each
 * @text: all of it in words, a line each
 */
typedef struct
{
  char *obstacle;
  GArray *edits;
  gint64 hard;
  gint gaps;
  gint64 cost;
  GPtrArray *troubles;
  char *text;
} McSwapEffect;

void mc_swap_effect_free (McSwapEffect *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McSwapEffect, mc_swap_effect_free)

/**
 * mc_swap_weigh:
 * @book: ready, of the swap's roster
 * @today: sessions before it have been worked where the roster is out
 *
 * Returns: (transfer full)
 */
McSwapEffect *mc_swap_weigh (McRosterBook *book, McRosterSwap *swap, McDay today);

/** mc_swap_effect_may: whether it may be approved. */
gboolean mc_swap_effect_may (const McSwapEffect *self);

/** mc_swap_dup_words: (transfer full): who gives which session to whom, one sentence. */
char *mc_swap_dup_words (McRosterBook *book, McRosterSwap *swap);

/** mc_swap_change_request: @swap: unsaved. Can be undone. */
McChange *mc_swap_change_request (McRosterBook *book, McRosterSwap *swap);

/**
 * mc_swap_change_approve:
 * @effect: of now
 *
 * The swap is approved and carried out: by the cells of a draft, or by an amendment of a roster that is out.
 */
McChange *mc_swap_change_approve (McRosterBook *book, McRosterSwap *swap, const McSwapEffect *effect);

/** mc_swap_change_refuse: @answer: why. */
McChange *mc_swap_change_refuse (McRosterBook *book, McRosterSwap *swap, const char *answer);

/** mc_swap_change_withdraw: the two do not want it any more. */
McChange *mc_swap_change_withdraw (McRosterBook *book, McRosterSwap *swap);

/** mc_swap_new_reverse: (transfer full): unsaved: what takes @swap back once it was carried out. */
McRosterSwap *mc_swap_new_reverse (McRosterSwap *swap);

/** mc_swap_change_back: what was carried out is taken back, by cells or another amendment. @effect: of the reverse. */
McChange *mc_swap_change_back (McRosterBook *book, McRosterSwap *swap, const McSwapEffect *effect);

G_END_DECLS
