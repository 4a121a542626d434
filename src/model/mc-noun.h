/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** mc_noun_types: (transfer none): the types of all nouns; @n_types of them. */
const GType *mc_noun_types (guint *n_types);

/** mc_noun_from_table: the type whose rows live in @table (or function), without schema; G_TYPE_INVALID if none does.
 */
GType mc_noun_from_table (const char *table);

/** mc_noun_get_class: (transfer none): what the noun @type says about itself. */
McEntityClass *mc_noun_get_class (GType type);

G_END_DECLS
