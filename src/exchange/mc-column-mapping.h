/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "mc-column-set.h"
#include "mc-table-row.h"

G_BEGIN_DECLS

#define MC_TYPE_COLUMN_MAPPING (mc_column_mapping_get_type ())
G_DECLARE_FINAL_TYPE (McColumnMapping, mc_column_mapping, MC, COLUMN_MAPPING, GObject)

/**
 * McColumnMapping:
 * Which column of a table means what. A meaning stands at one column at most.
 *
 * Signal `changed`: a column means something else now.
 */

/**
 * mc_column_mapping_new:
 * @set: (static): what columns can mean
 * @header: the row that holds the headers; the meanings are guessed from them
 */
McColumnMapping *mc_column_mapping_new (const McColumnSet *set, McTableRow *header);

/**
 * mc_column_mapping_rate_header:
 * Returns: how much @row looks like the header of a list: columns recognised, 0 unless one of them is naming
 */
guint mc_column_mapping_rate_header (const McColumnSet *set, McTableRow *row);

const McColumnSet *mc_column_mapping_get_set (McColumnMapping *self);

/** mc_column_mapping_is_row: whether @row belongs to the list: below the header, and not a sum, signature or remark. */
gboolean mc_column_mapping_is_row (McColumnMapping *self, McTableRow *row);

/** mc_column_mapping_get_header_row: the number of the header row in the file. */
guint mc_column_mapping_get_header_row (McColumnMapping *self);

guint mc_column_mapping_get_n_columns (McColumnMapping *self);

/** mc_column_mapping_get_header: the header as written; "" where there is none. */
const char *mc_column_mapping_get_header (McColumnMapping *self, guint column);

guint mc_column_mapping_get (McColumnMapping *self, guint column);

/** mc_column_mapping_set: another column that meant the same means nothing then. */
void mc_column_mapping_set (McColumnMapping *self, guint column, guint meaning);

/** mc_column_mapping_find: the column that means @meaning, or -1. */
int mc_column_mapping_find (McColumnMapping *self, guint meaning);

/**
 * mc_column_mapping_check:
 * Errors: MC_ERROR_INVALID with a sentence that names what is missing
 */
gboolean mc_column_mapping_check (McColumnMapping *self, GError **error);

/**
 * mc_column_mapping_to_json:
 * Returns: (transfer full): `{"columns": [{"header": "họ và tên", "field": "full_name"}, …]}`; columns that are
 *   not read have the field ""
 */
JsonNode *mc_column_mapping_to_json (McColumnMapping *self);

/**
 * mc_column_mapping_apply_json:
 * @node: what mc_column_mapping_to_json() gave for an earlier file
 *
 * Gives every column whose header is remembered the meaning it had then, wherever it stands now; what the memory does
 * not know stays as guessed.
 *
 * Returns: how many columns were remembered
 */
guint mc_column_mapping_apply_json (McColumnMapping *self, JsonNode *node);

G_END_DECLS
