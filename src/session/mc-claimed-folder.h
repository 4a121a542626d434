/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libdex.h>

G_BEGIN_DECLS

#define MC_TYPE_CLAIMED_FOLDER (mc_claimed_folder_get_type ())
G_DECLARE_FINAL_TYPE (McClaimedFolder, mc_claimed_folder, MC, CLAIMED_FOLDER, GObject)

/**
 * McClaimedFolder:
 * A folder inside a shared one that belongs to one running program alone. The kernel's lock on it ends with the
 * program, however that ends, so that files are never with two programs, and never with none for good: the next program
 * to come takes over what was left behind.
 */

/** mc_claimed_folder_new: @base is the shared folder; nothing is made yet. */
McClaimedFolder *mc_claimed_folder_new (const char *base);

/** mc_claimed_folder_get_path: (transfer none): the own folder, of a name that no other program chooses. */
const char *mc_claimed_folder_get_path (McClaimedFolder *self);

/** mc_claimed_folder_take: future of bool: makes and locks the own folder, and moves into it every .json file that no
 * running program claims. */
DexFuture *mc_claimed_folder_take (McClaimedFolder *self);

/** mc_claimed_folder_leave: future of bool: lets others take over what is in it; an empty folder is removed. */
DexFuture *mc_claimed_folder_leave (McClaimedFolder *self);

G_END_DECLS
