/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-entity.h"

G_BEGIN_DECLS

/**
 * McStaffFacts:
 * What the rules about staff are told: rows of nouns, past and future ones too, and the day to judge. It holds
 * references and no copies; the rows must not change during a check.
 */
typedef struct _McStaffFacts McStaffFacts;

McStaffFacts *mc_staff_facts_new (McDay as_of);
void mc_staff_facts_free (McStaffFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McStaffFacts, mc_staff_facts_free)

/**
 * mc_staff_facts_get_nouns:
 * @n_nouns: (out)
 *
 * Returns: (array length=n_nouns): the nouns that the rules read, without McRuleVersion. A noun that the reader may not
 *   see (McCondition) can be left out; its rules then find nothing.
 */
const GType *mc_staff_facts_get_nouns (guint *n_nouns);

McDay mc_staff_facts_get_as_of (const McStaffFacts *self);
void mc_staff_facts_set_as_of (McStaffFacts *self, McDay as_of);

/** mc_staff_facts_add: holds @entity; takes the place of a row of the same noun and id, so that a change can be tried.
 */
void mc_staff_facts_add (McStaffFacts *self, McEntity *entity);

/** mc_staff_facts_add_list: mc_staff_facts_add() for each. */
void mc_staff_facts_add_list (McStaffFacts *self, GListModel *entities);

/** mc_staff_facts_remove: as if the row had been deleted. */
void mc_staff_facts_remove (McStaffFacts *self, GType noun, gint64 id);

G_END_DECLS
