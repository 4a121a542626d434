/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-staff-facts.h"

G_BEGIN_DECLS

/** mc_staff_facts_rows: (transfer none): all rows of a noun, in the order in which they were added; may be empty. */
const GPtrArray *mc_staff_facts_rows (const McStaffFacts *self, GType noun);

/** mc_staff_facts_find: (transfer none) (nullable): the row of @noun with this id. */
gpointer mc_staff_facts_find (const McStaffFacts *self, GType noun, gint64 id);

/**
 * mc_staff_facts_group:
 * @offset: G_STRUCT_OFFSET of a gint64 member of the noun's struct
 *
 * Returns: (transfer full): id to GPtrArray of the rows with this id in the member; look up by the address of a gint64
 */
GHashTable *mc_staff_facts_group (const McStaffFacts *self, GType noun, gsize offset);

G_END_DECLS
