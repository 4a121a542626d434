/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-change.h"

G_BEGIN_DECLS

#define MC_TYPE_COMMIT_RESULT (mc_commit_result_get_type ())
G_DECLARE_FINAL_TYPE (McCommitResult, mc_commit_result, MC, COMMIT_RESULT, GObject)

/** mc_commit_result_get_change: (transfer none): the change, its inserted entities now with id and version. */
McChange *mc_commit_result_get_change (McCommitResult *self);

/** mc_commit_result_get_warnings: (transfer none): McFinding that the change brought about; may be empty. */
GListModel *mc_commit_result_get_warnings (McCommitResult *self);

G_END_DECLS
