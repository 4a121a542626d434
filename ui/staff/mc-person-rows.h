/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-fact-row.h"
#include "mc-person-register.h"

G_BEGIN_DECLS

/** mc_person_row_describer: how a person's rows of @noun read; its user data is the McPersonRegister. */
McFactDescribe mc_person_row_describer (GType noun);

/**
 * mc_person_row_dialog:
 * @entity: a row of the person, or a new one
 *
 * Returns: (transfer floating) (nullable): the dialog that adds or changes it
 */
AdwDialog *mc_person_row_dialog (McPersonRegister *registry, McEntity *entity);

/** mc_person_row_new: (transfer full) (nullable): an unsaved row of @table that belongs to the person. */
McEntity *mc_person_row_new (McPersonRegister *registry, const char *table);

G_END_DECLS
