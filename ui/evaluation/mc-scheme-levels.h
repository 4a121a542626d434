/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-scheme-draft.h"

G_BEGIN_DECLS

/**
 * McSchemeLevels:
 * The levels of a scheme as rows of a group: name, and the points from which on; the best first, the last from 0.
 */
typedef struct _McSchemeLevels McSchemeLevels;

/** mc_scheme_levels_new: @draft, @group: borrowed; they live longer. */
McSchemeLevels *mc_scheme_levels_new (McSchemeDraft *draft, AdwPreferencesGroup *group, gboolean editable);
void mc_scheme_levels_free (McSchemeLevels *self);

/** mc_scheme_levels_show: what the draft has; rows that show it already stay as they are. */
void mc_scheme_levels_show (McSchemeLevels *self);

/** mc_scheme_levels_add: a new level above the last one. */
void mc_scheme_levels_add (McSchemeLevels *self);

G_END_DECLS
