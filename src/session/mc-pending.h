/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-change.h"

G_BEGIN_DECLS

#define MC_TYPE_PENDING (mc_pending_get_type ())
G_DECLARE_FINAL_TYPE (McPending, mc_pending, MC, PENDING, GObject)

/**
 * McPending:
 * A change that could not be sent because the server was away. It survives the program. Items of
 * mc_session_get_pending(); send with mc_session_retry_pending(), forget with mc_session_discard_pending().
 */
/** mc_pending_get_id: a name for programs. */
const char *mc_pending_get_id (McPending *self);
McChange *mc_pending_get_change (McPending *self);
const char *mc_pending_get_label (McPending *self);
GDateTime *mc_pending_get_saved_at (McPending *self);
/** mc_pending_get_problem: (nullable): why the last retry failed, for people. */
const char *mc_pending_get_problem (McPending *self);
/** mc_pending_get_mark: (nullable): by what the server knows the transaction, when the link broke while the change was
 * being entered and it is not known yet what came of it. */
const char *mc_pending_get_mark (McPending *self);

G_END_DECLS
