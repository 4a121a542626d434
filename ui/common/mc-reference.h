/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"

G_BEGIN_DECLS

/**
 * mc_reference_setup:
 * @row: shows what one may choose; the first line chooses nothing
 * @table: "agency", "counter", "duty", "field", "paper", "person", "rank", "seat" or "supervision_kind"
 * @day: what there is to choose from on this day
 *
 * Fills @row with the things of @table, each told by code and name, to be found by typing. The list follows the
 * database. Give the row to mc_form_add_reference().
 */
void mc_reference_setup (AdwComboRow *row, McSession *session, const char *table, McDay day);

/** mc_reference_list: (transfer full): the things of @table, in order; follows the database. */
GListModel *mc_reference_list (McSession *session, const char *table, McDay day);

/** mc_reference_setup_model: the same with a choice of one's own; @noun: the type of the entities in @entities. */
void mc_reference_setup_model (AdwComboRow *row, GListModel *entities, GType noun);

/** mc_reference_text: (transfer full): what a line says of @entity. */
char *mc_reference_text (McEntity *entity);

G_END_DECLS
