/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-change.h"

G_BEGIN_DECLS

#define MC_TYPE_COMMIT_RESULT (mc_commit_result_get_type ())
G_DECLARE_FINAL_TYPE (McCommitResult, mc_commit_result, MC, COMMIT_RESULT, GObject)

G_END_DECLS
