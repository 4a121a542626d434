/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-conflict.h"

G_BEGIN_DECLS

#define MC_TYPE_CONFLICT_ROW (mc_conflict_row_get_type ())
G_DECLARE_FINAL_TYPE (McConflictRow, mc_conflict_row, MC, CONFLICT_ROW, AdwBin)

/**
 * McConflictRow:
 * One field on which two edits differ: its name and value before, and a choice between mine and theirs.
 * Property "field" (McConflictField); the choice is written into it.
 */

G_END_DECLS
