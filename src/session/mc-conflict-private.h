/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-conflict.h"

G_BEGIN_DECLS

/** mc_conflict_new: @step of @change met @theirs (%NULL: the row is gone). */
McConflict *mc_conflict_new (McChange *change, guint step, McEntity *theirs, const char *who, GDateTime *when);

G_END_DECLS
